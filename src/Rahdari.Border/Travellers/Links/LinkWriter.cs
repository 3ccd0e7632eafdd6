using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
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

    /// <summary>
    /// Compares a traveller with those whom they share a key with, and links them; judges anew what nobody decided on: the links that stand or would, and where the
    /// traveller's document is another than it was, those that only wait as well.
    /// </summary>
    /// <param name="append">The unit.</param>
    /// <param name="travellerId">Whose links.</param>
    /// <param name="identities">As the document is kept, and as it was read now; the kept one first.</param>
    /// <param name="isChanged">True where what is kept is not what it was.</param>
    /// <param name="port">Where.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>True where a link is new or another than it was, so that it was settled who is one person.</returns>
    public static async Task<bool> FindAsync(
        LedgerAppend append, Guid travellerId, IReadOnlyList<KnownIdentity> identities, bool isChanged, string? port, CancellationToken cancellation)
    {
        var db = append.Db;
        var links = db.TravellerLinks.Where(l => l.OneId == travellerId || l.OtherId == travellerId);
        var known = await links.Select(l => l.OneId == travellerId ? l.OtherId : l.OneId).ToListAsync(cancellation);
        var undecided = await links.Where(l => l.State == LinkState.Automatic || (l.State == LinkState.Proposed && (isChanged || l.Strength == LinkStrength.Strong))).ToListAsync(cancellation);
        Guid[] fresh = [.. (await CandidatesAsync(db, travellerId, identities, cancellation)).Except(known)];
        var few = undecided.Where(link => link.State == LinkState.Automatic && link.Evidence.Contains(BorderRule.LinkNameOfFew.Code, StringComparison.Ordinal)).Select(Other).ToHashSet();
        var verdicts = await VerdictsAsync(db, travellerId, identities, [.. fresh, .. undecided.Select(Other)], few, cancellation);
        var judged = new List<(TravellerLinkRow Link, int Changes, bool IsSettled)>();
        foreach (var link in undecided)
        {
            if (!verdicts.TryGetValue(Other(link), out var verdict))
                continue;
            var (strength, isByNumber, evidence) = (verdict.Strength, verdict.IsByNumber, Evidence(link.OneId, verdict));
            if (strength == link.Strength && isByNumber == link.IsByNumber && evidence == link.Evidence)
                continue;
            judged.Add((link, link.Changes, strength == LinkStrength.Strong || link.Strength == LinkStrength.Strong || link.State == LinkState.Automatic));
            (link.Strength, link.IsByNumber, link.Evidence) = (strength, isByNumber, evidence);
        }
        var found = fresh.Where(verdicts.ContainsKey).Select(id => (Candidate: id, Verdict: verdicts[id])).Where(found => found.Verdict.Strength != LinkStrength.None)
            .OrderByDescending(found => found.Verdict.Strength).ThenByDescending(found => found.Verdict.IsByNumber).ThenBy(found => found.Candidate).Take(MostLinks);
        foreach (var (candidate, verdict) in found)
        {
            // The earlier one first, so that a pair has one row.
            var (one, other) = candidate.CompareTo(travellerId) < 0 ? (candidate, travellerId) : (travellerId, candidate);
            var link = new TravellerLinkRow
            {
                Id = Guid.CreateVersion7(append.Now),
                OneId = one,
                OtherId = other,
                Strength = verdict.Strength,
                IsByNumber = verdict.IsByNumber,
                Evidence = Evidence(one, verdict),
                FoundAt = append.Now,
                State = LinkState.Proposed,
                Changes = 0,
            };
            db.TravellerLinks.Add(link);
            judged.Add((link, 0, verdict.Strength == LinkStrength.Strong));
        }
        if (judged.Count == 0)
            return false;
        db.Notes?.Linked();
        // Whom weak links lead to is nobody's business here.
        await SettleAsync(append, [travellerId, .. judged.Where(one => one.IsSettled).Select(one => Other(one.Link))], port, cancellation);
        foreach (var (link, changes, _) in judged.Where(one => one.Link.Changes == one.Changes))
            Change(append, link, link.State, Resolution, null, port);
        return true;

        Guid Other(TravellerLinkRow link) => link.OneId == travellerId ? link.OtherId : link.OneId;

        // The traveller was compared as the first.
        string Evidence(Guid one, LinkVerdict verdict) =>
            JsonSerializer.Serialize(one == travellerId ? verdict.Evidence : [.. verdict.Evidence.Select(IdentityComparison.Turned)], BorderJson.Default.IReadOnlyListFinding);
    }

    /// <summary>The travellers with whom an identity that is stored nowhere would be linked, the surest first. Nothing is written.</summary>
    public static async Task<Guid[]> AlikeAsync(BorderContext db, KnownIdentity identity, CancellationToken cancellation)
    {
        Guid[] candidates = [.. await CandidatesAsync(db, Guid.Empty, [identity], cancellation)];
        var verdicts = await VerdictsAsync(db, Guid.Empty, [identity], candidates, [], cancellation);
        return [.. verdicts.Where(of => of.Value.Strength == LinkStrength.Strong).OrderByDescending(of => of.Value.IsByNumber).ThenBy(of => of.Key).Take(MostLinks).Select(of => of.Key)];
    }

    /// <summary>True where somebody told some of several persons apart, or their numbers do.</summary>
    public static async Task<bool> AreApartAsync(BorderContext db, Guid[] persons, CancellationToken cancellation)
    {
        var personOf = await db.Travellers.Where(t => persons.Contains(t.PersonId)).ToDictionaryAsync(t => t.Id, t => t.PersonId, cancellation);
        HashSet<Guid> travellers = [.. personOf.Keys];
        var told = await db.TravellerLinks.Where(l => travellers.Contains(l.OneId) && travellers.Contains(l.OtherId) && (l.State == LinkState.Rejected || l.State == LinkState.Undone))
            .Select(l => new { l.OneId, l.OtherId }).ToListAsync(cancellation);
        return told.Exists(l => personOf[l.OneId] != personOf[l.OtherId]) || (await ContradictionsAsync(db, travellers, cancellation)).Any(pair => personOf[pair.One] != personOf[pair.Other]);
    }

    /// <summary>Makes the keys of a traveller anew.</summary>
    public static async Task KeepKeysAsync(BorderContext db, TravellerRow traveller, IReadOnlyList<KnownIdentity> identities, CancellationToken cancellation)
    {
        var keys = identities.SelectMany(Keys).ToHashSet();
        var before = traveller.KeysVersion == 0 ? [] : await db.TravellerKeys.Where(k => k.TravellerId == traveller.Id).ToListAsync(cancellation);
        db.TravellerKeys.RemoveRange(before.Where(k => !keys.Contains(k.Key)));
        db.TravellerKeys.AddRange(keys.Except(before.Select(k => k.Key)).Select(key => new TravellerKeyRow { Key = key, TravellerId = traveller.Id }));
        traveller.KeysVersion = IdentityKeys.Version;
    }

    /// <summary>All that an identity is looked up by, and counted by.</summary>
    public static IEnumerable<long> Keys(KnownIdentity identity) => IdentityKeys.OfNumbers(identity).Concat(IdentityKeys.OfBirth(identity, Comparison)).Concat(IdentityKeys.OfCounts(identity)).Distinct();

    /// <summary>Notes what a link becomes.</summary>
    public static void Change(LedgerAppend append, TravellerLinkRow link, LinkState state, string by, string? reason, string? port)
    {
        (link.State, link.Changes) = (state, link.Changes + 1);
        append.Db.Notes?.Linked();
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

    /// <summary>The same as <see cref="SettleAsync"/> of one traveller, where links lead to anybody.</summary>
    public static async Task SettleLinkedAsync(LedgerAppend append, Guid travellerId, string? port, CancellationToken cancellation)
    {
        var isLinked = await append.Db.TravellerLinks.Where(l => l.OneId == travellerId || l.OtherId == travellerId)
            .AnyAsync(l => l.State == LinkState.Automatic || l.State == LinkState.Confirmed || (l.State == LinkState.Proposed && l.Strength == LinkStrength.Strong), cancellation);
        if (isLinked)
            await SettleAsync(append, [travellerId], port, cancellation);
    }

    /// <summary>Says anew which links stand among some travellers and all whom links lead to, and who is one person by them.</summary>
    public static async Task SettleAsync(LedgerAppend append, IReadOnlyCollection<Guid> travellers, string? port, CancellationToken cancellation)
    {
        var db = append.Db;
        await db.SaveChangesAsync(cancellation);
        var (ids, links) = await ReachedAsync(db, travellers, cancellation);
        var graph = new LinkGraph([.. links.Select(Pair)], await ContradictionsAsync(db, ids, cancellation), await ScannedAsync(append, ids, cancellation));
        foreach (var link in links.Where(link => graph.States[link.Id] != link.State))
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

    private static async Task<IEnumerable<Guid>> CandidatesAsync(BorderContext db, Guid travellerId, IReadOnlyList<KnownIdentity> identities, CancellationToken cancellation)
    {
        long[] ofNumbers = [.. identities.SelectMany(IdentityKeys.OfNumbers).Distinct()], ofBirth = [.. identities.SelectMany(identity => IdentityKeys.OfBirth(identity, Comparison)).Distinct()];
        return (await SharingAsync(db, travellerId, ofNumbers, cancellation)).Union(await SharingAsync(db, travellerId, ofBirth, cancellation));
    }

    /// <summary>Of each of some travellers who have documents, the surest verdict.</summary>
    private static async Task<Dictionary<Guid, LinkVerdict>> VerdictsAsync(
        BorderContext db, Guid travellerId, IReadOnlyList<KnownIdentity> identities, Guid[] travellers, HashSet<Guid> few, CancellationToken cancellation)
    {
        if (travellers.Length == 0)
            return [];
        var documents = await db.TravellerDocuments.AsNoTracking().Where(d => travellers.Contains(d.TravellerId)).OrderBy(d => d.Id).ToListAsync(cancellation);
        var known = documents.Select(document => (document.TravellerId, Identity: KnownIdentity.Of(document))).ToArray();
        var read = new List<(KnownIdentity Identity, KnownBearers? Bearers)>();
        foreach (var identity in identities)
            read.Add((identity, known.Any(one => IdentityComparison.AreNamesakes(identity, one.Identity)) ? await BearersAsync(db, travellerId, identity, cancellation) : null));
        return known.GroupBy(one => one.TravellerId).ToDictionary(
            of => of.Key,
            of => (from one in read
                   from other in of
                   let verdict = Comparison.Compare(one.Identity, other.Identity, few.Contains(of.Key) ? KnownBearers.Few : one.Bearers)
                   orderby verdict.Strength descending, verdict.IsByNumber descending
                   select verdict).First());
    }

    /// <summary>Who else bears a name: one of those who do is compared.</summary>
    private static async Task<KnownBearers> BearersAsync(BorderContext db, Guid travellerId, KnownIdentity identity, CancellationToken cancellation)
    {
        var name = IdentityKeys.OfName(identity);
        var bearers = await db.TravellerKeys.Where(k => k.Key == name && k.TravellerId != travellerId).Take(MostCandidates).CountAsync(cancellation);
        var sample = await db.TravellerKeys.CountAsync(k => k.Key == IdentityKeys.Sample, cancellation);
        return new KnownBearers(Math.Max(0, bearers - 1), sample * IdentityKeys.OneIn);
    }

    private static Task<List<Guid>> SharingAsync(BorderContext db, Guid travellerId, long[] keys, CancellationToken cancellation) =>
        keys.Length == 0
            ? Task.FromResult(new List<Guid>())
            : db.TravellerKeys.Where(k => keys.Contains(k.Key) && k.TravellerId != travellerId).GroupBy(k => k.TravellerId)
                .OrderByDescending(of => of.Count()).ThenBy(of => of.Key).Take(MostCandidates).Select(of => of.Key).ToListAsync(cancellation);

    /// <summary>
    /// The travellers whom links that stand, or would stand, lead to, and all links between them. Where those are more than one person ever is, whom links that stand lead
    /// to alone, so that what a supervisor decides always counts.
    /// </summary>
    private static async Task<(HashSet<Guid> Travellers, IReadOnlyList<TravellerLinkRow> Links)> ReachedAsync(BorderContext db, IReadOnlyCollection<Guid> from, CancellationToken cancellation)
    {
        var reached = await WalkAsync(db, from, isStandingOnly: false, MostOfOnePerson, cancellation) ?? await WalkAsync(db, from, isStandingOnly: true, int.MaxValue, cancellation);
        var isStandingOnly = reached!.Count > MostOfOnePerson;
        var links = await db.TravellerLinks.Where(l => reached.Contains(l.OneId) && reached.Contains(l.OtherId))
            .Where(l => l.State != LinkState.Proposed || (l.Strength == LinkStrength.Strong && !isStandingOnly)).OrderBy(l => l.Id).ToListAsync(cancellation);
        return (reached, links);
    }

    /// <summary>Null where they are more than the most. Links that were rejected or undone lead to nobody.</summary>
    private static async Task<HashSet<Guid>?> WalkAsync(BorderContext db, IEnumerable<Guid> from, bool isStandingOnly, int most, CancellationToken cancellation)
    {
        var reached = from.ToHashSet();
        for (var next = reached.ToArray(); next.Length > 0;)
        {
            if (reached.Count > most)
                return null;
            var some = next;
            var ends = await db.TravellerLinks.Where(l => some.Contains(l.OneId) || some.Contains(l.OtherId))
                .Where(l => l.State == LinkState.Automatic || l.State == LinkState.Confirmed || (!isStandingOnly && l.State == LinkState.Proposed && l.Strength == LinkStrength.Strong))
                .Select(l => new { l.OneId, l.OtherId }).ToListAsync(cancellation);
            next = [.. ends.SelectMany(link => new[] { link.OneId, link.OtherId }).Distinct().Where(reached.Add)];
        }
        return reached;
    }

    /// <summary>Those of some travellers who never passed.</summary>
    private static async Task<HashSet<Guid>> ScannedAsync(LedgerAppend append, HashSet<Guid> travellers, CancellationToken cancellation)
    {
        var passed = await append.Db.LastCrossings.Where(c => travellers.Contains(c.TravellerId)).Select(c => c.TravellerId).ToListAsync(cancellation);
        // What this unit adds is noted at its end.
        return [.. travellers.Except(passed).Except(append.Crossings.Where(c => c.Outcome != CrossingOutcome.Refused).Select(c => c.TravellerId))];
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
