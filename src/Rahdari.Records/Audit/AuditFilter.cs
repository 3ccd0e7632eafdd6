namespace Rahdari.Records.Audit;

/// <summary>Which audit records; null means any.</summary>
public sealed record AuditFilter
{
    /// <summary>At or after; UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before; UTC.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The user name.</summary>
    public string? Actor { get; init; }

    /// <summary>The action.</summary>
    public string? Action { get; init; }

    /// <summary>The key of the thing concerned; a traveller's or an encounter's finds what hangs on it too: encounters, hits, crossings.</summary>
    public string? SubjectId { get; init; }
}
