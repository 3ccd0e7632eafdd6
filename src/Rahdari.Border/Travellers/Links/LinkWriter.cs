using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Matching;

namespace Rahdari.Border.Travellers.Links;

/// <summary>Finds whom a traveller may be, keeps what was found, and says anew who is one person. All within one unit of the ledger.</summary>
internal static class LinkWriter
{
    /// <summary>Who makes a link that nobody decided on.</summary>
    public const string Resolution = "identity-resolution";

    /// <summary>So many of one day of birth and part of a name are compared: who has more in common is found by more than that.</summary>
    private const int MostCandidates = 500;

    /// <summary>No person has so many documents: whoever links lead to more is looked at by somebody.</summary>
    private const int MostOfOnePerson = 200;

    /// <summary>So many links are found at once, the surest first: more than any person's documents.</summary>
    private const int MostLinks = 30;

    private static readonly IdentityComparison Comparison = new(NamePopulation.Region);

    /// <summary>Compares a traveller with those whom they share a key with, and links them.</summary>
    public static async Task FindAsync(LedgerAppend append, Guid travellerId, KnownIdentity identity, string? port, CancellationToken cancellation)
    {
        var db = append.Db;
        var links = new List<TravellerLinkRow>();
        foreach (var (candidate, verdict) in await VerdictsAsync(db, travellerId, identity, cancellation))
        {
            // The earlier one first, so that a pair has one row.
            var (one, other) = candidate.CompareTo(travellerId) < 0 ? (candidate, travellerId) : (travellerId, candidate);
            var isTurned = one == candidate; // The traveller was compared as the first.
            links.Add(new TravellerLinkRow
            {
                Id = Guid.CreateVersion7(append.Now),
                OneId = one,
                OtherId = other,
                Strength = verdict.Strength,
                IsByNumber = verdict.IsByNumber,
                Evidence = JsonSerializer.Serialize(isTurned ? [.. verdict.Evidence.Select(IdentityComparison.Turned)] : verdict.Evidence, BorderJson.Default.IReadOnlyListFinding),
                FoundAt = append.Now,
                State = LinkState.Proposed,
                Changes = 0,
            });
        }
        if (links.Count == 0)
            return;
        db.Notes?.Linked();
        db.TravellerLinks.AddRange(links);
        await db.SaveChangesAsync(cancellation);
        await SettleAsync(append, [travellerId, .. links.SelectMany(link => new[] { link.OneId, link.OtherId })], port, cancellation);
        foreach (var link in links.Where(link => link.Changes == 0))
            Change(append, link, link.State, Resolution, null, port);
    }

    /// <summary>Makes the keys of a traveller anew.</summary>
    public static async Task KeepKeysAsync(BorderContext db, TravellerRow traveller, IReadOnlyList<KnownIdentity> identities, CancellationToken cancellation)
    {
        var keys = identities.SelectMany(identity => IdentityKeys.OfNumbers(identity).Concat(IdentityKeys.OfBirth(identity, Comparison))).ToHashSet();
        var before = traveller.KeysVersion == 0 ? [] : await db.TravellerKeys.Where(k => k.TravellerId == traveller.Id).ToListAsync(cancellation);
        db.TravellerKeys.RemoveRange(before.Where(k => !keys.Contains(k.Key)));
        db.TravellerKeys.AddRange(keys.Except(before.Select(k => k.Key)).Select(key => new TravellerKeyRow { Key = key, TravellerId = traveller.Id }));
        traveller.KeysVersion = IdentityKeys.Version;
    }

    /// <summary>Notes what a link becomes.</summary>
    public static void Change(LedgerAppend append, TravellerLinkRow link, LinkState state, string by, string? reason, string? port)
    {
        (link.State, link.Changes) = (state, link.Changes + 1);
        append.Link(
            new LinkChangeRow
            {
                Id = Guid.CreateVersion7(append.Now),
                LinkId = link.Id,
                Number = link.Changes,
                OneId = link.OneId,
                OtherId = link.OtherId,
                EvidenceHash = Hash(link),
                State = state,
                At = append.Now,
                By = by,
                Reason = reason,
            },
            port);
    }

    /// <summary>SHA-256, hexadecimal, of what was found and how sure it made.</summary>
    public static string Hash(TravellerLinkRow link) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{link.Strength} {link.IsByNumber} {link.Evidence}")));

    /// <summary>Says anew which links stand among some travellers and all whom links lead to, and who is one person by them.</summary>
    public static async Task SettleAsync(LedgerAppend append, IReadOnlyCollection<Guid> travellers, string? port, CancellationToken cancellation)
    {
        var db = append.Db;
        await db.SaveChangesAsync(cancellation);
        var (ids, links) = await ReachedAsync(db, travellers, cancellation);
        if (ids.Count > MostOfOnePerson)
            return;
        var graph = new LinkGraph([.. links.Select(Pair)], await ContradictionsAsync(db, ids, cancellation));
        foreach (var link in links.Where(link => graph.States[link.Id] != link.State || (link.Changes == 0 && graph.States[link.Id] == LinkState.Automatic)))
            Change(append, link, graph.States[link.Id], Resolution, null, port);
        var rows = await db.Travellers.Where(t => ids.Contains(t.Id)).ToListAsync(cancellation);
        foreach (var person in rows.GroupBy(row => graph.PersonOf(row.Id)))
        {
            var earliest = person.OrderBy(row => row.FirstSeen).ThenBy(row => row.Id).First().Id;
            foreach (var row in person)
                row.PersonId = earliest;
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A link as the graph weighs it.</summary>
    internal static PairLink Pair(TravellerLinkRow link) => new(link.Id, link.OneId, link.OtherId, link.Strength == LinkStrength.Strong, link.IsByNumber, link.State);

    private static async Task<IReadOnlyList<(Guid Candidate, LinkVerdict Verdict)>> VerdictsAsync(BorderContext db, Guid travellerId, KnownIdentity identity, CancellationToken cancellation)
    {
        var ofNumbers = await SharingAsync(db, travellerId, IdentityKeys.OfNumbers(identity), cancellation);
        var ofBirth = await SharingAsync(db, travellerId, IdentityKeys.OfBirth(identity, Comparison), cancellation);
        var candidates = ofNumbers.Union(ofBirth).ToArray();
        if (candidates.Length == 0)
            return [];
        var known = await db.TravellerLinks.Where(l => l.OneId == travellerId || l.OtherId == travellerId).Select(l => l.OneId == travellerId ? l.OtherId : l.OneId).ToListAsync(cancellation);
        candidates = [.. candidates.Except(known)];
        var documents = await db.TravellerDocuments.AsNoTracking().Where(d => candidates.Contains(d.TravellerId)).ToListAsync(cancellation);
        return
        [
            .. (from document in documents
               group Comparison.Compare(identity, KnownIdentity.Of(document)) by document.TravellerId into ofTraveller
               let best = ofTraveller.OrderByDescending(verdict => verdict.Strength).ThenByDescending(verdict => verdict.IsByNumber).First()
               where best.Strength != LinkStrength.None
               orderby best.Strength descending, best.IsByNumber descending, ofTraveller.Key
               select (ofTraveller.Key, best)).Take(MostLinks),
        ];
    }

    private static Task<List<Guid>> SharingAsync(BorderContext db, Guid travellerId, IReadOnlyList<long> keys, CancellationToken cancellation) =>
        keys.Count == 0
            ? Task.FromResult(new List<Guid>())
            : db.TravellerKeys.Where(k => keys.Contains(k.Key) && k.TravellerId != travellerId).Select(k => k.TravellerId).Distinct().OrderBy(id => id).Take(MostCandidates).ToListAsync(cancellation);

    /// <summary>The travellers whom links lead to, those that only wait and are weak left out, and the links.</summary>
    private static async Task<(HashSet<Guid> Travellers, IReadOnlyList<TravellerLinkRow> Links)> ReachedAsync(BorderContext db, IEnumerable<Guid> from, CancellationToken cancellation)
    {
        var (reached, links) = (from.ToHashSet(), new Dictionary<Guid, TravellerLinkRow>());
        var next = reached.ToArray();
        while (next.Length > 0 && reached.Count <= MostOfOnePerson)
        {
            var some = next;
            var found = await db.TravellerLinks
                .Where(l => some.Contains(l.OneId) || some.Contains(l.OtherId))
                .Where(l => l.State != LinkState.Proposed || l.Strength == LinkStrength.Strong).ToListAsync(cancellation);
            foreach (var link in found)
                links[link.Id] = link;
            next = [.. found.SelectMany(link => new[] { link.OneId, link.OtherId }).Distinct().Where(reached.Add)];
        }
        return (reached, [.. links.Values.OrderBy(link => link.Id)]);
    }

    private static async Task<IReadOnlyList<(Guid One, Guid Other)>> ContradictionsAsync(BorderContext db, HashSet<Guid> travellers, CancellationToken cancellation)
    {
        var numbered = await db.TravellerDocuments.AsNoTracking().Where(d => travellers.Contains(d.TravellerId) && d.PersonalNumber != null).ToListAsync(cancellation);
        var identities = numbered.Select(document => (document.TravellerId, Identity: KnownIdentity.Of(document))).ToArray();
        return
        [
            .. from one in identities
               from other in identities
               where one.TravellerId.CompareTo(other.TravellerId) < 0 && IdentityComparison.Contradict(one.Identity, other.Identity)
               select (one.TravellerId, other.TravellerId),
        ];
    }
}
