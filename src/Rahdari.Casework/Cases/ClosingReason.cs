namespace Rahdari.Casework.Cases;

/// <summary>Why a case ended.</summary>
public enum ClosingReason
{
    /// <summary>Every charge is decided, and no appeal is pending.</summary>
    Decided,

    /// <summary>The enquiry or the investigation found no offence.</summary>
    NoOffence,

    /// <summary>The accused could not be found.</summary>
    Untraced,

    /// <summary>There was not enough evidence.</summary>
    Evidence,

    /// <summary>It goes on as a part of another case.</summary>
    Merged,

    /// <summary>It went to an authority outside this register.</summary>
    SentElsewhere,
}
