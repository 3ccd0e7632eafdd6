using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Ledger;

/// <summary>Links as stored, to be held against what was signed of them.</summary>
internal sealed class LedgerLinks
{
    private readonly Dictionary<Guid, LinkChangeRow> changes;
    private readonly Dictionary<Guid, TravellerLinkRow> links;

    private LedgerLinks(Dictionary<Guid, LinkChangeRow> changes, Dictionary<Guid, TravellerLinkRow> links) => (this.changes, this.links) = (changes, links);

    /// <summary>Some changes and their links.</summary>
    public static async Task<LedgerLinks> OfAsync(BorderContext db, Guid[] ids, CancellationToken cancellation)
    {
        var changes = ids.Length == 0 ? [] : await db.LinkChanges.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        Guid[] of = [.. changes.Values.Select(change => change.LinkId).Distinct()];
        var links = of.Length == 0 ? [] : await db.TravellerLinks.AsNoTracking().Where(l => of.Contains(l.Id)).ToDictionaryAsync(l => l.Id, cancellation);
        return new LedgerLinks(changes, links);
    }

    /// <summary>A change, or null.</summary>
    public LinkChangeRow? Change(Guid id) => changes.GetValueOrDefault(id);

    /// <summary>A link, or null.</summary>
    public TravellerLinkRow? Link(Guid id) => links.GetValueOrDefault(id);

    /// <summary>True where a link is of the travellers that a change was signed of, and, where the change was the last, as it made it, by the same evidence.</summary>
    public static bool IsAsSigned(TravellerLinkRow link, LinkChangeRow change) =>
        link.OneId == change.OneId && link.OtherId == change.OtherId
            && change.Number <= link.Changes && (change.Number < link.Changes || (link.State == change.State && LinkWriter.Hash(link) == change.EvidenceHash));

    /// <summary>Links of which no change, or not the last, is there.</summary>
    public static Task<List<Guid>> UnsignedAsync(BorderContext db, CancellationToken cancellation) =>
        db.TravellerLinks.Where(l => !db.LinkChanges.Any(c => c.LinkId == l.Id && c.Number == l.Changes && c.State == l.State)).Select(l => l.Id).ToListAsync(cancellation);

    /// <summary>Travellers whose person is not the one that the links make: whoever is linked, and whoever is said to be another.</summary>
    public static async Task<IReadOnlyList<Guid>> PersonsAsync(BorderContext db, CancellationToken cancellation)
    {
        var standing = await db.TravellerLinks.Where(l => l.State == LinkState.Automatic || l.State == LinkState.Confirmed).Select(l => new { l.Id, l.OneId, l.OtherId }).ToListAsync(cancellation);
        // As if all were confirmed: which of them stand, their changes say.
        var graph = new LinkGraph([.. standing.Select(link => new PairLink(link.Id, link.OneId, link.OtherId, IsStrong: true, IsByNumber: false, LinkState.Confirmed))], []);
        var linked = db.TravellerLinks.Where(l => l.State == LinkState.Automatic || l.State == LinkState.Confirmed);
        var travellers = await db.Travellers.AsNoTracking()
            .Where(t => t.PersonId != t.Id || linked.Any(l => l.OneId == t.Id) || linked.Any(l => l.OtherId == t.Id)).ToListAsync(cancellation);
        return
        [
            .. travellers.GroupBy(traveller => graph.PersonOf(traveller.Id)).SelectMany(person =>
            {
                var earliest = person.OrderBy(traveller => traveller.FirstSeen).ThenBy(traveller => traveller.Id).First().Id;
                return person.Where(traveller => traveller.PersonId != earliest).Select(traveller => traveller.Id);
            }),
        ];
    }
}
