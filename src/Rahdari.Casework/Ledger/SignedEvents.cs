using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Ledger;

/// <summary>Events as they were signed: added to what they are about, read in their order, found again under the id of whoever told them.</summary>
internal static class SignedEvents
{
    public static void Add<T>(CaseworkAppend append, string kind, Guid subjectId, int number, Guid id, T told)
    {
        append.Db.Events.Add(new EventRow { SubjectId = subjectId, Number = number, Id = id });
        append.Fact(kind, id, told);
    }

    /// <summary>What was told of a thing, the first first.</summary>
    public static async Task<IReadOnlyList<T>> OfAsync<T>(CaseworkContext db, Guid subjectId, CancellationToken cancellation)
        where T : class
    {
        var payloads = await db.Events.Where(e => e.SubjectId == subjectId).OrderBy(e => e.Number).Join(db.Ledger, e => e.Id, l => l.Id, (e, l) => l.Payload).ToListAsync(cancellation);
        return [.. payloads.Select(payload => CaseworkJson.ReadSigned<T>(payload)!)];
    }

    /// <summary>Whether an id stands for something already, and for which event; that is null where it is something else.</summary>
    public static async Task<(bool IsTaken, T? Told)> FindAsync<T>(CaseworkContext db, Guid id, CancellationToken cancellation)
        where T : class
    {
        var payload = await db.Ledger.Where(l => l.Id == id).Select(l => l.Payload).SingleOrDefaultAsync(cancellation);
        return (payload is not null, payload is null ? null : CaseworkJson.ReadSigned<T>(payload));
    }
}
