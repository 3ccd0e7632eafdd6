using System.Runtime.InteropServices;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>
/// Which listed tokens are near which tokens of one query, and what each pair earns: a name is compared by looking its tokens up here,
/// without a look at a letter. Filled anew for every query.
/// </summary>
internal sealed class NearTable
{
    private const int End = -1;

    private readonly TokenSeeker seeker = new();
    private readonly float[] most = new float[NameFolding.MostTokens];
    private readonly int[] ends = new int[NameFolding.MostTokens];
    private int[] buckets = [];
    private ulong[] present = [];
    private Place[] places = new Place[256];
    private NearLink[] links = new NearLink[256];
    private int placeCount, linkCount;
    private int beginningFrom, beginningUntil;
    private readonly List<(int Token, int From, int Until)> initials = [];

    /// <summary>Takes what was looked at since this was asked last.</summary>
    public SearchWork TakeWork() => seeker.TakeWork();

    /// <summary>The links of one token of the query.</summary>
    public ReadOnlySpan<NearLink> LinksOf(int token) => links.AsSpan(token == 0 ? 0 : ends[token - 1], ends[token] - (token == 0 ? 0 : ends[token - 1]));

    /// <summary>The most that any listed token earns of each token of the query.</summary>
    public ReadOnlySpan<float> Most => most;

    /// <summary>Those that begin as the query's last token, where it may have been cut.</summary>
    public (int From, int Until) Beginning => (beginningFrom, beginningUntil);

    /// <summary>Of each initial in the query, the listed tokens that begin with it.</summary>
    public ReadOnlySpan<(int Token, int From, int Until)> Initials => CollectionsMarshal.AsSpan(initials);

    /// <summary>True where a listed token may be near by its beginning alone.</summary>
    public bool HasRanges => beginningUntil > beginningFrom || initials.Count > 0;

    /// <summary>Seeks the tokens near those of a query; every one is compared where <paramref name="isExhaustive"/>.</summary>
    public void Fill(Segment segment, QueryName query, bool isExhaustive)
    {
        Clear(segment.Vocabulary.Count);
        for (var i = 0; i < query.Count; i++)
        {
            most[i] = 0;
            Fill(segment.Vocabulary, query, i, isExhaustive);
            ends[i] = linkCount;
        }
    }

    /// <summary>True where any of some listed tokens is near.</summary>
    public bool IsAny(ReadOnlySpan<int> ids)
    {
        var any = 0UL;
        foreach (var id in ids)
            any |= present[id >> 6] >> (id & 63);
        return (any & 1) != 0;
    }

    /// <summary>Where a listed token stands, or -1.</summary>
    public int Find(int id)
    {
        if ((present[id >> 6] & (1UL << (id & 63))) == 0)
            return End;
        var place = buckets[id & (buckets.Length - 1)];
        while (places[place].Id != id)
            place = places[place].Next;
        return place;
    }

    public ref readonly Place this[int place] => ref places[place];

    /// <summary>The first link of a place; the next is <see cref="NearLink.Next"/>, until -1.</summary>
    public ref readonly NearLink Link(int link) => ref links[link];

    private void Fill(Vocabulary vocabulary, QueryName query, int i, bool isExhaustive)
    {
        var weights = vocabulary.Weights.Span;
        var token = query[i];
        if (token.Text.Length == 1 && !token.IsParticle)
        {
            var (from, until) = vocabulary.Beginning(token.Text);
            initials.Add((i, from, until));
            most[i] = (float)Evidence.Initial;
            if (vocabulary.Find(token.Text, false) is >= 0 and var same)
                Add(same, i, 1, 1, 1, weights[same].Equal);
            return;
        }
        var near = isExhaustive ? seeker.NearOfAll(vocabulary, token) : vocabulary.Near(token, seeker);
        Add(near, i, token.IsParticle ? 0 : 1, query.Weight(i), weights);
        if (query.IsBeginning(i))
        {
            (beginningFrom, beginningUntil) = vocabulary.Beginning(token.Text);
            if (beginningUntil > beginningFrom)
                most[i] = Math.Max(most[i], (float)(Evidence.HeaviestToken * query.BeginningShare));
        }
        if (i + 1 < query.Count)
        {
            var weight = query.Weight(i).Equal + query.Weight(i + 1).Equal;
            var covers = (token.IsParticle ? 0 : 1) + (query[i + 1].IsParticle ? 0 : 1);
            var joined = isExhaustive ? seeker.JoinedOfAll(vocabulary, token, query[i + 1]) : seeker.Joined(vocabulary, token, query[i + 1]);
            for (var at = 0; at < joined.Ids.Length; at++)
            {
                var id = joined.Ids[at];
                Add(id, i, 2, covers, joined.Similarities[at], (float)NameAlignment.Earned(joined.Similarities[at], Math.Min(weight, weights[id].Equal)));
            }
        }
        // Two listed tokens that the query joins: compared letter by letter where the name is.
        var halves = vocabulary.Halves(token, seeker);
        var ofHalf = (float)NameAlignment.Earned(JoinedTokens.Equal, query.Weight(i).Equal);
        foreach (var id in halves.Rarer)
            Add(id, i, NearLink.Half, token.IsParticle ? 0 : 1, 0, ofHalf);
        foreach (var id in halves.Commoner)
            Add(id, i, NearLink.CommonerHalf, token.IsParticle ? 0 : 1, 0, ofHalf);
    }

    private void Clear(int tokens)
    {
        foreach (ref readonly var place in places.AsSpan(0, placeCount))
            present[place.Id >> 6] = 0;
        if (present.Length < (tokens + 63) / 64)
            present = new ulong[(tokens + 63) / 64];
        if (buckets.Length == 0)
            buckets = new int[4096];
        Array.Fill(buckets, End);
        (placeCount, linkCount, beginningFrom, beginningUntil) = (0, 0, 0, 0);
        initials.Clear();
    }

    private void Add(NearTokens near, int token, int covers, TokenWeight weight, ReadOnlySpan<TokenWeight> weights)
    {
        var ids = near.Ids;
        var similarities = near.Similarities;
        for (var at = 0; at < ids.Length; at++)
        {
            var listed = weights[ids[at]];
            var similarity = similarities[at];
            var points = similarity >= 1 ? listed.Equal : (float)NameAlignment.Earned(similarity, Math.Min(weight.Near, listed.Near));
            Add(ids[at], token, 1, covers, similarity, points);
        }
    }

    private void Add(int id, int token, byte length, int covers, float similarity, float points)
    {
        ref var word = ref present[id >> 6];
        var bit = 1UL << (id & 63);
        int at;
        if ((word & bit) == 0)
        {
            word |= bit;
            if (placeCount == places.Length)
                Array.Resize(ref places, placeCount * 2);
            ref var bucket = ref buckets[id & (buckets.Length - 1)];
            places[placeCount] = new Place { Id = id, Next = bucket, First = End };
            at = bucket = placeCount++;
        }
        else
        {
            at = Find(id);
        }
        if (linkCount == links.Length)
            Array.Resize(ref links, linkCount * 2);
        ref var place = ref places[at];
        links[linkCount] = new NearLink(id, token, length, similarity, points, place.First);
        place.First = linkCount++;
        place.Most = Math.Max(place.Most, points);
        place.Covers = Math.Max(place.Covers, covers);
        place.IsHalf |= length is NearLink.Half or NearLink.CommonerHalf;
        most[token] = Math.Max(most[token], points);
    }

    /// <summary>A listed token that is near some of the query's.</summary>
    internal struct Place
    {
        public int Id;
        public int Next;
        public int First;

        /// <summary>The most that it earns with any of them.</summary>
        public float Most;

        /// <summary>How many of the query's parts it accounts for at most.</summary>
        public int Covers;

        /// <summary>True where the token beside it may be the other half of one of the query's.</summary>
        public bool IsHalf;
    }
}
