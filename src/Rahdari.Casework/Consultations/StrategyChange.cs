namespace Rahdari.Casework.Consultations;

/// <summary>What a record of the strategy is.</summary>
internal enum StrategyKind
{
    Consultation,
    Contribution,
    Recommendation,
    Action,
}

/// <summary>One change of a record, as it is signed.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="SubjectId">Which of them.</param>
/// <param name="Version">1, 2, 3 … of the record.</param>
/// <param name="At">When; UTC.</param>
/// <param name="By">Who; <see cref="StrategyRecords.Public"/> where nobody is signed in.</param>
/// <param name="What">What was done.</param>
/// <param name="Content">The record as it stood then, as JSON.</param>
/// <param name="Reason">Why, where it was asked.</param>
internal sealed record StrategyChange(Guid Id, StrategyKind Kind, Guid SubjectId, int Version, DateTimeOffset At, string By, string What, string Content, string? Reason = null);

/// <summary>One change, as it is shown to who keeps the strategy.</summary>
/// <param name="At">When; UTC.</param>
/// <param name="By">Who.</param>
/// <param name="What">What was done.</param>
/// <param name="Reason">Why, where it was asked.</param>
public sealed record ShownChange(DateTimeOffset At, string By, string What, string? Reason);
