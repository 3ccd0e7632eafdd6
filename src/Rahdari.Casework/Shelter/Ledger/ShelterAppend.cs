using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>What one unit of work reads and adds. Rows that it writes are signed without its doing. One transaction.</summary>
internal sealed class ShelterAppend(ShelterContext db, SignedRows signed, Dictionary<string, string?> pending, string node, DateTimeOffset now)
{
    private readonly List<LedgerFact> facts = [];

    public ShelterContext Db => db;

    /// <summary>The instant of the unit; UTC, whole milliseconds.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The row, where it is what was last signed of it; else the rule broken, for nothing may be built on it.</summary>
    public Finding? Refuses(params ReadOnlySpan<ShelterRow?> rows)
    {
        foreach (var row in rows)
        {
            if (row is null)
                continue;
            var name = RowFact.NameOf(row);
            if (signed.IsBroken || SignedOf(name) != RowFact.HashOf(row))
                return CaseworkRule.RecordTampered.Broken(null, ("row", name));
        }
        return null;
    }

    /// <summary>As above for the row of a key: where the chain knows one and there is none, it was deleted behind its back.</summary>
    public Finding? RefusesAt<TRow>(TRow? row, string key)
        where TRow : ShelterRow
    {
        var name = RowFact.NameOf<TRow>(key);
        return row is not null ? Refuses(row) : signed.IsBroken || SignedOf(name) is not null ? CaseworkRule.RecordTampered.Broken(null, ("row", name)) : null;
    }

    /// <inheritdoc cref="Refuses(ReadOnlySpan{ShelterRow?})"/>
    public Finding? RefusesAny(IEnumerable<ShelterRow> rows) => Refuses([.. rows]);

    /// <summary>The rule broken where the cabinet's member was removed meanwhile, or the organisation's keys were changed.</summary>
    public async Task<Finding?> BarsAsync(Cabinet cabinet)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == cabinet.Organisation);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Organisation == cabinet.Organisation && m.Name == cabinet.Member);
        if (Refuses(organisation, member) is { } tampered)
            return tampered;
        return organisation?.KeyId == cabinet.KeyId && member?.Keyring is not null ? null : CaseworkRule.CabinetClosed.Broken();
    }

    /// <summary>Throws away what the unit has written and audited so far.</summary>
    public void Discard()
    {
        db.ChangeTracker.Clear();
        facts.Clear();
    }

    public void Audit(Actor actor, string action, string? subjectKind = null, string? subjectId = null, string? detail = null)
    {
        var record = new AuditRecord { Id = Guid.CreateVersion7(now), Node = node, At = now, Actor = actor.Name, Action = action, SubjectKind = subjectKind, SubjectId = subjectId, Detail = detail };
        db.Audit.Add(record);
        facts.Add(new LedgerFact(ShelterFactKind.Audit, record.Id, JsonSerializer.Serialize(record, ShelterJson.Options)));
    }

    /// <summary>The unit's facts: what became of its rows, then its audit.</summary>
    public IReadOnlyList<LedgerFact> Facts()
    {
        db.ChangeTracker.DetectChanges();
        var rows = new List<LedgerFact>();
        foreach (var changed in db.ChangeTracker.Entries<ShelterRow>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var fact = RowFact.Of(changed.Entity, changed.State == EntityState.Deleted);
            pending[fact.Name] = fact.Hash;
            rows.Add(new LedgerFact(ShelterFactKind.Row, Guid.CreateVersion7(now), JsonSerializer.Serialize(fact, ShelterJson.Options)));
        }
        return [.. rows, .. facts];
    }

    private string? SignedOf(string name) => pending.TryGetValue(name, out var written) ? written : signed.HashOf(name);
}
