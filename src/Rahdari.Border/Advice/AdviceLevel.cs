namespace Rahdari.Border.Advice;

/// <summary>What the system advises; an officer decides.</summary>
public enum AdviceLevel
{
    /// <summary>Nothing speaks against.</summary>
    Clear,

    /// <summary>Ask, or look again.</summary>
    Ask,

    /// <summary>Refer to the second line.</summary>
    Refer,
}
