namespace Rahdari.Training.Scenarios;

/// <summary>What a traveller of a lesson is, in truth.</summary>
public enum ScenarioCategory
{
    /// <summary>Nothing speaks against.</summary>
    Clean,

    /// <summary>The document is forged, altered, not its bearer's, or no longer good.</summary>
    Document,

    /// <summary>The person is on a list.</summary>
    Match,

    /// <summary>Signs that the person may be in the hands of another.</summary>
    Indicator,
}
