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

    /// <summary>The subject as it is looked for; null for any.</summary>
    internal string? Subject => Asked(SubjectId);

    // No record has a NUL, and PostgreSQL refuses to look for one.
    private static string? Asked(string? text) => text?.Trim().Replace('\0', '\uFFFD') is { Length: > 0 } asked ? asked : null;

    /// <summary>The records that it lets through, whatever they concern: <see cref="Subject"/> is the caller's, who knows what hangs on a thing.</summary>
    internal IQueryable<AuditRecord> Choose(IQueryable<AuditRecord> records)
    {
        if (From is { } from)
            records = records.Where(a => a.At >= from.ToUniversalTime());
        if (To is { } to)
            records = records.Where(a => a.At < to.ToUniversalTime());
        if (Asked(Actor) is { } name)
            records = records.Where(a => a.Actor == name);
        if (Asked(Action) is { } action)
            records = records.Where(a => a.Action == action);
        return records;
    }
}
