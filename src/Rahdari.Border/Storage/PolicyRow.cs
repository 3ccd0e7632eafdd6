using System.Text.Json;
using Rahdari.Border.Screening.Policy;

namespace Rahdari.Border.Storage;

/// <summary>A screening policy as stored; only the decision on it is ever added.</summary>
internal sealed class PolicyRow
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required int BasedOn { get; init; }

    /// <summary>The <see cref="PolicyRule"/>s as JSON.</summary>
    public required string Rules { get; init; }

    public required bool IsWide { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required string ProposedBy { get; init; }

    public required PolicyState State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecidedReason { get; set; }

    public IReadOnlyList<PolicyRule> ReadRules() => JsonSerializer.Deserialize(Rules, BorderJson.Default.IReadOnlyListPolicyRule)!;
}
