using Rahdari.Casework.Audit;
using Rahdari.Casework.Shelter.Ledger;

namespace Rahdari.Casework.Shelter;

/// <summary>Who read or wrote what of which pseudonym. It shows nobody. Thread-safe.</summary>
public sealed class ShelterAudit
{
    private readonly ShelterWriter writer;

    internal ShelterAudit(ShelterWriter writer) => this.writer = writer;

    /// <summary>The audit of the victims' store, the newest first; itself audited. Role: auditor.</summary>
    public async Task<Answer<Page<AuditRecord>>> ListAsync(AuditFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Auditor) is { } denied)
            return denied;
        return await writer.RunAsync<Answer<Page<AuditRecord>>>(
            async append =>
            {
                append.Audit(actor, ShelterAction.AuditRead);
                return await AuditPages.ReadAsync(append.Db.Audit, filter, offset, take, cancellation);
            },
            cancellation);
    }
}
