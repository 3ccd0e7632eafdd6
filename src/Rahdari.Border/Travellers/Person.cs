using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Travellers;

/// <summary>Who is one person: travellers whom links join.</summary>
internal static class Person
{
    /// <summary>The travellers of the person that a traveller is; the traveller alone where nobody is linked.</summary>
    public static async Task<Guid[]> TravellersAsync(BorderContext db, Guid travellerId, CancellationToken cancellation)
    {
        if (db.Notes?.MadeNow([travellerId]) is not null)
            return [travellerId];
        var ids = await db.Travellers.Where(t => t.Id == travellerId).Join(db.Travellers, one => one.PersonId, other => other.PersonId, (_, other) => other.Id).ToArrayAsync(cancellation);
        return ids.Length == 0 ? [travellerId] : ids;
    }
}
