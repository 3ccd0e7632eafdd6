namespace Rahdari.Records.Audit;

/// <summary>Who did or read what, when. Append-only, in the same signed ledger as crossings.</summary>
public sealed record AuditRecord
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The user name.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, as the room that did it names it: <c>traveller.read</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing concerned: <c>traveller</c>, <c>encounter</c>, <c>watchlist</c>, <c>user</c>; or null.</summary>
    public string? SubjectKind { get; init; }

    /// <summary>Its key, or null.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The port concerned, or null.</summary>
    public string? Port { get; init; }

    /// <summary>More: the filter of a search, the outcome of a decision. Never what was found.</summary>
    public string? Detail { get; init; }
}
