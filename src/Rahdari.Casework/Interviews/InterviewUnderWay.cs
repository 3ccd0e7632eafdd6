namespace Rahdari.Casework.Interviews;

/// <summary>An encounter's interview as the second line may know it.</summary>
/// <param name="Draft">What was kept so far; null where nothing was, and once it ended.</param>
/// <param name="IsEnded">True once it ended.</param>
/// <param name="Number">The number of what it led to; told to who ended it, and never again.</param>
/// <param name="IsReferred">True where it ended with a referral; told to who ended it, and never again.</param>
public sealed record InterviewUnderWay(InterviewTold? Draft, bool IsEnded = false, string? Number = null, bool IsReferred = false);

/// <summary>How an interview stands for a decision at the border.</summary>
public enum InterviewHold
{
    /// <summary>There was none.</summary>
    None,

    /// <summary>Somebody speaks with them.</summary>
    UnderWay,

    /// <summary>It ended without a referral.</summary>
    Ended,

    /// <summary>It ended with a referral, and nobody agreed that the person be sent back.</summary>
    Held,

    /// <summary>The head of the circle reviewed that, and agreed.</summary>
    Agreed,
}
