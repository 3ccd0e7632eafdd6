namespace Rahdari.Documents.Names;

/// <summary>How the name on the page agrees with that in the zone; ordered, the best first.</summary>
public enum NameAgreement
{
    /// <summary>Letter for letter, but for case and punctuation.</summary>
    Equal,

    /// <summary>By the rules of transliteration.</summary>
    EqualByTransliteration,

    /// <summary>The zone's is the beginning of the page's, as a full field has it.</summary>
    Truncated,

    /// <summary>The same names, divided or ordered otherwise.</summary>
    PartsExchanged,

    /// <summary>One has names that the other leaves out, without being full.</summary>
    PartsMissing,

    /// <summary>Other names.</summary>
    Different,
}
