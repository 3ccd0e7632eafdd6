namespace Rahdari.Border.Screening.Policy;

/// <summary>One version of who is alerted for what.</summary>
public sealed record ScreeningPolicy
{
    /// <summary>1, 2, 3 … in the order of proposing; 0 for what holds where no policy was ever approved.</summary>
    public required int Number { get; init; }

    /// <summary>The policy that was in force when it was proposed; 0 for none.</summary>
    public required int BasedOn { get; init; }

    /// <summary>Every rule that says more than the default, by list and purpose.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>True where a list is switched off, a threshold raised or a weight lowered: a second person must agree.</summary>
    public required bool IsWide { get; init; }

    /// <summary>Why it was proposed.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it stands.</summary>
    public required PolicyState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>The user name.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When it was approved or rejected; UTC, or null.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Who approved or rejected it; of one that is not wide the proposer; or null.</summary>
    public required string? DecidedBy { get; init; }

    /// <summary>What was said at it, or null.</summary>
    public required string? DecidedReason { get; init; }

    /// <summary>What screening is for where it would change from what another policy says.</summary>
    public IEnumerable<ScreeningPurpose> Purposes(ScreeningPolicy other) =>
        Rules.Except(other.Rules).Concat(other.Rules.Except(Rules)).Select(rule => rule.Purpose).Distinct().Order();
}

/// <summary>Where a policy stands.</summary>
public enum PolicyState
{
    /// <summary>Waits for a second person.</summary>
    Proposed,

    /// <summary>Took effect; the approved one with the highest number is in force.</summary>
    Approved,

    /// <summary>Never takes effect.</summary>
    Rejected,
}
