using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>Whom and what the legal holds keep, as a transaction sees them.</summary>
/// <param name="Travellers">Everybody who is one person with a traveller named.</param>
/// <param name="Orders">Numbers of exit orders.</param>
/// <param name="Documents">Numbers of those travellers' documents.</param>
/// <param name="PersonalNumbers">Their numbers for life: digits.</param>
internal sealed record HeldRecords(Guid[] Travellers, int[] Orders, string[] Documents, string[] PersonalNumbers)
{
    public static async Task<HeldRecords> ReadAsync(BorderContext db, CancellationToken cancellation)
    {
        var terms = (await db.LegalHolds.AsNoTracking().Where(h => h.LiftedAt == null).ToListAsync(cancellation)).ConvertAll(hold => hold.ReadTerms());
        Guid[] named = [.. terms.SelectMany(hold => hold.Travellers).Distinct()];
        var persons = new HashSet<Guid>(named);
        foreach (var some in named.Chunk(Most))
            persons.UnionWith(await db.Travellers.Where(t => some.Contains(t.Id)).Join(db.Travellers, one => one.PersonId, other => other.PersonId, (_, other) => other.Id).ToListAsync(cancellation));
        var (documents, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var some in persons.Chunk(Most))
        {
            foreach (var document in await db.TravellerDocuments.AsNoTracking().Where(d => some.Contains(d.TravellerId)).Select(d => new { d.DocumentNumber, d.PersonalNumber }).ToListAsync(cancellation))
            {
                documents.Add(document.DocumentNumber);
                if (document.PersonalNumber is { Length: > 3 } number)
                    numbers.Add(number[3..]);
            }
        }
        return new HeldRecords([.. persons], [.. terms.Select(hold => hold.ExitOrder).OfType<int>().Distinct()], [.. documents], [.. numbers]);
    }

    /// <summary>Ids asked for at once.</summary>
    internal const int Most = 1000;
}
