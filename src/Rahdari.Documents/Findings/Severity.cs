namespace Rahdari.Documents.Findings;

/// <summary>How much a finding weighs; ordered, so that <c>Max</c> is the worst.</summary>
public enum Severity
{
    /// <summary>Worth knowing; asks nothing of the officer.</summary>
    Information,

    /// <summary>Unusual; the officer asks or looks again.</summary>
    Warning,

    /// <summary>Wrong; the traveller is referred unless an officer overrides with a reason.</summary>
    Serious,

    /// <summary>A forgery, a wanted person or a danger: referred, and only a supervisor decides.</summary>
    Critical,
}
