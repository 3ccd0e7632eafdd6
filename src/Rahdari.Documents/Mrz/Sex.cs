namespace Rahdari.Documents.Mrz;

/// <summary>The sex as the document states it (Doc 9303: M, F, or &lt; and X for unspecified).</summary>
public enum Sex
{
    /// <summary>Unspecified: <c>&lt;</c> in the zone, X on the page.</summary>
    Unspecified,

    /// <summary>M.</summary>
    Male,

    /// <summary>F.</summary>
    Female,
}
