using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Storage;

/// <summary>That a link came to be, or became something else: appended, never changed.</summary>
internal sealed class LinkChangeRow
{
    public required Guid Id { get; init; }

    public required Guid LinkId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required Guid OneId { get; init; }

    public required Guid OtherId { get; init; }

    /// <summary>SHA-256 of the evidence, hexadecimal: a ledger forgets nothing, and the evidence is of a person.</summary>
    public required string EvidenceHash { get; init; }

    public required LinkState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who; <see cref="Travellers.Links.LinkWriter.Resolution"/> where nobody decided.</summary>
    public required string By { get; init; }

    public string? Reason { get; init; }
}
