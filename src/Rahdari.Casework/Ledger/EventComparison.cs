using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Ledger;

/// <summary>Rows that follow from signed events, held against them: told again, they must say the same.</summary>
/// <param name="db">The tables.</param>
/// <param name="kind">What a fact of these is called.</param>
/// <param name="key">What an event is about, and its id.</param>
/// <param name="name">What the first event is called by.</param>
/// <param name="idOf">What a row is of.</param>
/// <param name="isStale">True where a row is not what the events say.</param>
internal sealed class EventComparison<TEvent, TRow>(
    CaseworkContext db, string kind, Func<TEvent, (Guid SubjectId, Guid Id)> key, Func<TEvent, string> name, Func<TRow, Guid> idOf, Func<TRow, IReadOnlyList<TEvent>, Task<bool>> isStale)
    where TRow : class
{
    private const int RowsARead = 500;

    private readonly Dictionary<Guid, List<TEvent>> told = [];

    /// <summary>Takes the next event of the chain.</summary>
    public void Next(TEvent next)
    {
        var subject = key(next).SubjectId;
        if (!told.TryGetValue(subject, out var events))
            told[subject] = events = [];
        events.Add(next);
    }

    /// <summary>What differs, once the chain has been walked.</summary>
    public async Task<IReadOnlyList<LedgerFault>> EndAsync(CancellationToken cancellation)
    {
        var faults = new List<LedgerFault>();
        foreach (var some in told.Chunk(RowsARead))
        {
            Guid[] ids = [.. some.Select(one => one.Key)];
            var rows = await db.Set<TRow>().AsNoTracking().Where(row => ids.Contains(EF.Property<Guid>(row, "Id"))).ToDictionaryAsync(idOf, cancellation);
            var places = (await db.Events.AsNoTracking().Where(e => ids.Contains(e.SubjectId)).OrderBy(e => e.Number).ToListAsync(cancellation)).ToLookup(e => e.SubjectId, e => e.Id);
            foreach (var (id, events) in some)
            {
                if (!rows.TryGetValue(id, out var row))
                    faults.Add(new LedgerFault("ROW_DELETED", null, id, kind, $"The {name(events[0])} is gone."));
                else if (!places[id].SequenceEqual(events.Select(e => key(e).Id)) || await isStale(row, events))
                    faults.Add(new LedgerFault("ROW_CHANGED", null, id, kind, $"The {name(events[0])} is not what its signed events say."));
            }
        }
        foreach (var id in (await db.Set<TRow>().Select(row => EF.Property<Guid>(row, "Id")).ToListAsync(cancellation)).Except(told.Keys))
            faults.Add(new LedgerFault("ROW_INSERTED", null, id, kind, "The chain knows nothing of this row."));
        return faults;
    }
}
