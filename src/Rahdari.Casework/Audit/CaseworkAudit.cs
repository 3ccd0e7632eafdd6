using System.Text.Json;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Audit;

/// <summary>Who read or told what of cases. Thread-safe.</summary>
public sealed class CaseworkAudit
{
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;

    internal CaseworkAudit(CaseworkStorage storage, CaseworkWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Newest first; the reading is itself audited. Role: auditor.</summary>
    public async Task<Answer<Page<AuditRecord>>> ListAsync(AuditFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Auditor) is { } denied)
            return denied;
        await ledger.AuditAsync(actor, CaseworkAction.AuditRead, null, null, JsonSerializer.Serialize(filter, CaseworkJson.Options), cancellation);
        await using var db = storage.Open();
        return await AuditPages.ReadAsync(db.Audit, filter, offset, take, cancellation);
    }
}
