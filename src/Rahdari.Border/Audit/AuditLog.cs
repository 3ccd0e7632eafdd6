namespace Rahdari.Border.Audit;

/// <summary>Writes and reads the audit.</summary>
public sealed class AuditLog
{
    /// <summary>Records that something was done or read; returns once it is durable.</summary>
    public Task RecordAsync(string actor, string action, string? subjectKind = null, string? subjectId = null, string? detail = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Newest first; the reading is itself audited. Role: auditor.</summary>
    public Task<Answer<Page<AuditRecord>>> ListAsync(AuditFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();
}
