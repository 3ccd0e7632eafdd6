using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>The rows of the strategy, held against what was signed: each is its newest change, and each contribution's words are those that were sealed.</summary>
internal sealed class StrategyComparison(CaseworkContext db)
{
    private readonly Dictionary<Guid, (StrategyChange Last, long Sequence)> newest = [];
    private readonly Dictionary<Guid, List<Guid>> changes = [];

    public void Next(StrategyChange change, long sequence)
    {
        newest[change.SubjectId] = (change, sequence);
        if (!changes.TryGetValue(change.SubjectId, out var ids))
            changes[change.SubjectId] = ids = [];
        ids.Add(change.Id);
    }

    public async Task<IReadOnlyList<LedgerFault>> EndAsync(CancellationToken cancellation)
    {
        var faults = new List<LedgerFault>();
        var rows = await db.Strategy.AsNoTracking().ToDictionaryAsync(r => r.Id, cancellation);
        var words = await db.ContributionTexts.AsNoTracking().ToDictionaryAsync(w => w.ContributionId, cancellation);
        var places = (await db.Events.AsNoTracking().Where(e => db.Strategy.Any(r => r.Id == e.SubjectId)).OrderBy(e => e.Number).ToListAsync(cancellation)).ToLookup(e => e.SubjectId, e => e.Id);
        foreach (var (id, (last, sequence)) in newest)
        {
            if (!rows.Remove(id, out var row))
                faults.Add(Fault("ROW_DELETED", sequence, id, $"The {last.Kind} {id} is gone."));
            else if ((row.Kind, row.Version, row.Content) != (last.Kind, last.Version, last.Content) || !places[id].SequenceEqual(changes[id]) || !IsListedAs(row))
                faults.Add(Fault("ROW_CHANGED", sequence, id, $"The {last.Kind} {row.Number} is not what was signed."));
            if (last.Kind != StrategyKind.Contribution)
                continue;
            var seal = CaseworkJson.ReadSigned<Contribution>(last.Content)?.Seal;
            words.Remove(id, out var kept);
            if (seal is not null && kept is null)
                faults.Add(Fault("ROW_DELETED", sequence, id, "A contribution's words are gone."));
            else if (kept is not null && (seal is null || StrategyRecords.Seal(kept) != seal))
                faults.Add(Fault("ROW_CHANGED", sequence, id, "A contribution's words are not those that were sealed."));
        }
        faults.AddRange(rows.Keys.Concat(words.Keys).Select(id => Fault("ROW_INSERTED", null, id, "The chain knows nothing of this record of the strategy.")));
        return faults;
    }

    /// <summary>True where what lists find a row by is what the row holds.</summary>
    private static bool IsListedAs(StrategyRow row) => row.Kind switch
    {
        StrategyKind.Consultation => CaseworkJson.ReadSigned<Consultation>(row.Content) is { } c && (row.ParentId, row.Number, row.State) == (null, c.Number, $"{c.State}"),
        StrategyKind.Contribution => CaseworkJson.ReadSigned<Contribution>(row.Content) is { } c && row.ParentId == c.ConsultationId && row.State == $"{c.State}",
        StrategyKind.Recommendation => CaseworkJson.ReadSigned<Recommendation>(row.Content) is { } r && (row.ParentId, row.Number, row.State) == (r.Draft.ConsultationId, r.Number, $"{r.State}"),
        _ => CaseworkJson.ReadSigned<StrategyAction>(row.Content) is { } a && (row.ParentId, row.Number, row.State) == (null, a.Number, $"{a.State}"),
    };

    private static LedgerFault Fault(string code, long? sequence, Guid id, string detail) => new(code, sequence, id, CaseworkFactKind.Strategy, detail);
}
