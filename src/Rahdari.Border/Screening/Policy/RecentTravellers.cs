using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Screening.Policy;

/// <summary>Who crossed or was refused of late, each once, with the document that was presented last; and from which entries they were told apart.</summary>
/// <param name="storage">The site's database.</param>
/// <param name="from">The first instant; UTC.</param>
/// <param name="port">One port, or null for all.</param>
internal sealed class RecentTravellers(BorderStorage storage, DateTimeOffset from, string? port)
{
    private const int Chunk = 256;

    /// <summary>How many crossings there are to read, of which a traveller may have several.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var db = storage.Open();
        return await Crossings(db).CountAsync(cancellation);
    }

    /// <summary>The travellers, latest first, some hundreds at a time; with how many crossings have been read.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<RecentTraveller> Travellers, int Read)> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var crossings =
            from crossing in Crossings(db)
            join encounter in db.Encounters.AsNoTracking() on crossing.EncounterId equals encounter.Id
            orderby crossing.At descending
            select new { crossing.TravellerId, crossing.At, crossing.Port, encounter.Content };
        var (seen, some, read) = (new HashSet<Guid>(), new List<RecentTraveller>(Chunk), 0);
        await foreach (var crossing in crossings.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            read++;
            if (seen.Add(crossing.TravellerId))
            {
                var content = EncounterContent.Of(crossing.Content);
                some.Add(new RecentTraveller(crossing.TravellerId, crossing.At, crossing.Port, content.Document, content.Chip?.SignedPlaceOfBirth));
            }
            if (some.Count < Chunk)
                continue;
            yield return (some, read);
            some = new List<RecentTraveller>(Chunk);
        }
        if (some.Count > 0)
            yield return (some, read);
    }

    /// <summary>The entries (<c>list/reference</c>) that do not alert for a traveller, for they were told apart.</summary>
    public async Task<IReadOnlySet<(Guid Traveller, string Key)>> VettedAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var standing = await VettedRegister.Standing(db, today).Select(v => new { v.TravellerId, v.List, v.Reference }).ToListAsync(cancellation);
        return standing.Select(v => (v.TravellerId, WatchlistEntry.Key(v.List, v.Reference))).ToHashSet();
    }

    private IQueryable<Crossing> Crossings(BorderContext db) => db.Crossings.AsNoTracking().Where(c => c.At >= from && (port == null || c.Port == port));
}

/// <summary>One of them.</summary>
internal sealed record RecentTraveller(Guid Id, DateTimeOffset At, string Port, MrzFields Document, string? PlaceOfBirth);
