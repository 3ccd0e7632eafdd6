using Rahdari.Matching.Index;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>
/// Puts the name screened and a listed name side by side, token by token in any order, joined tokens included, and weighs each pair.
/// Used again and again by one thread.
/// </summary>
internal sealed class NameAlignment
{
    private Link[] links = new Link[64];
    private int count;
    private readonly Link[] taken = new Link[2 * NameFolding.MostTokens];
    private int takenCount;
    private uint queryTaken, listedTaken;

    /// <summary>The sum of the pairs' points, before any floor.</summary>
    public double Points { get; private set; }

    /// <summary>True where nothing differs that tells two names apart: a particle more, what a machine readable zone writes with two letters, what a full field cut off.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>How much of a token's weight a similarity earns: all where equal, half where it is barely near.</summary>
    internal static double Share(double similarity) => similarity >= 1 ? 1 : Math.Max(0.3, (similarity * 1.6) - 0.65);

    /// <summary>What a similarity earns of a weight; what is barely near tells no more than an initial.</summary>
    internal static double Earned(double similarity, double weight)
    {
        var points = weight * Share(similarity);
        return similarity <= TokenSimilarity.Near + 1e-6 ? Math.Min(points, Evidence.Initial) : points;
    }

    /// <summary>Aligns the query with one listed name.</summary>
    public void Align(QueryName query, NearTable near, in SegmentView view, ReadOnlySpan<int> listed)
    {
        (count, takenCount, queryTaken, listedTaken) = (0, 0, 0, 0);
        Meet(query, near, view, listed);
        links.AsSpan(0, count).Sort();
        Points = 0;
        IsWhole = true;
        foreach (ref readonly var link in links.AsSpan(0, count))
        {
            var (ofQuery, ofListed) = (Mask(link.Query, link.QueryLength), Mask(link.Listed, link.ListedLength));
            if ((queryTaken & ofQuery) != 0 || (listedTaken & ofListed) != 0)
                continue;
            (queryTaken, listedTaken) = (queryTaken | ofQuery, listedTaken | ofListed);
            taken[takenCount++] = link;
            Points += link.Points;
            IsWhole = IsWhole && (link.Similarity >= 1 || IsSlight(query, view.Segment, listed, link));
        }
        Unmatched(query, view, listed, null);
        // Nothing of nothing is no whole name.
        IsWhole &= takenCount > 0;
    }

    /// <summary>The pairs of the last alignment, for whoever asks why.</summary>
    public IReadOnlyList<TokenPair> Pairs(QueryName query, in SegmentView view, ReadOnlySpan<int> listed)
    {
        var pairs = new List<TokenPair>(takenCount + 4);
        foreach (ref readonly var link in taken.AsSpan(0, takenCount))
        {
            pairs.Add(new TokenPair(
                Words(query, link.Query, link.QueryLength),
                Words(view.Segment, listed, link.Listed, link.ListedLength),
                link.Similarity >= 1 ? Agreement.Equal : Agreement.Near,
                link.Points));
        }
        Unmatched(query, view, listed, pairs);
        return pairs;
    }

    private static uint Mask(int start, int length) => ((1u << length) - 1) << start;

    private void Meet(QueryName query, NearTable near, in SegmentView view, ReadOnlySpan<int> listed)
    {
        var beginning = near.Beginning;
        for (var j = 0; j < listed.Length; j++)
        {
            var id = listed[j];
            var isNearLast = false;
            if (near.Find(id) is >= 0 and var place)
            {
                for (var at = near[place].First; at >= 0; at = near.Link(at).Next)
                {
                    ref readonly var link = ref near.Link(at);
                    if (link.Length is NearLink.Half or NearLink.CommonerHalf)
                        continue;
                    isNearLast |= link.Token == query.Count - 1;
                    Add(new Link(link.Token, link.Length, j, 1, link.Similarity, link.Points));
                }
            }
            if (id >= beginning.From && id < beginning.Until && !isNearLast)
                Add(new Link(query.Count - 1, 1, j, 1, 0.95f, (float)(view.Weights[id].Equal * query.BeginningShare)));
            foreach (var (token, from, until) in near.Initials)
            {
                if (id >= from && id < until && view.Segment.Vocabulary.Text(id).Length > 1)
                    Add(new Link(token, 1, j, 1, (float)TokenSimilarity.Near, (float)Earned(TokenSimilarity.Near, view.Weights[id].Near)));
            }
            if (j + 1 < listed.Length)
                LinkJoined(query, view, listed, j);
        }
    }

    /// <summary>Two listed tokens beside each other may be one of the query's.</summary>
    private void LinkJoined(QueryName query, in SegmentView view, ReadOnlySpan<int> listed, int at)
    {
        var vocabulary = view.Segment.Vocabulary;
        var length = vocabulary.Text(listed[at]).Length + vocabulary.Text(listed[at + 1]).Length;
        for (var i = 0; i < query.Count; i++)
        {
            var whole = query[i];
            if (whole.Text.Length < JoinedTokens.ShortestWhole || Math.Abs(whole.Text.Length - length) > 2)
                continue;
            if (JoinedTokens.Similarity(vocabulary.View(listed[at]), vocabulary.View(listed[at + 1]), whole.View) is > 0 and var similarity)
            {
                var weight = view.Weights[listed[at]].Equal + view.Weights[listed[at + 1]].Equal;
                Add(new Link(i, 1, at, 2, (float)similarity, (float)Earned(similarity, Math.Min(query.Weight(i).Equal, weight))));
            }
        }
    }

    private void Add(Link link)
    {
        if (count == links.Length)
            Array.Resize(ref links, count * 2);
        links[count++] = link;
    }

    /// <summary>What is left on either side: other names contradict, parts left out cost less; the pairs are told where somebody listens.</summary>
    private void Unmatched(QueryName query, in SegmentView view, ReadOnlySpan<int> listed, List<TokenPair>? pairs)
    {
        var listedParts = 0;
        foreach (var id in listed)
            listedParts += view.Particles[id] == 0 ? 1 : 0;
        // Where one side is a single name, whatever the other has more makes it another person's name as likely as not.
        var isSingle = query.Parts <= 1 || listedParts <= 1;
        var other = Next(view, listed, 0);
        for (var i = 0; i < query.Count; i++)
        {
            if ((queryTaken & (1u << i)) != 0)
                continue;
            if (query[i].IsParticle || query.IsRemnant(i))
            {
                pairs?.Add(new TokenPair(query[i].Text, null, Agreement.Missing, 0));
            }
            else if (other < listed.Length)
            {
                Tell(pairs, query[i].Text, view.Segment.Vocabulary.Word(listed[other]), Agreement.Different, Evidence.Contradiction);
                other = Next(view, listed, other + 1);
            }
            else
            {
                Tell(pairs, query[i].Text, null, Agreement.Missing, isSingle ? Evidence.Contradiction : Evidence.Omission * query.Weight(i).Equal);
            }
        }
        for (; other < listed.Length; other = Next(view, listed, other + 1))
        {
            if (query.IsTruncated)
                pairs?.Add(new TokenPair(null, view.Segment.Vocabulary.Word(listed[other]), Agreement.Missing, 0));
            else
                Tell(pairs, null, pairs is null ? null : view.Segment.Vocabulary.Word(listed[other]), Agreement.Missing, isSingle ? Evidence.Contradiction : Evidence.Omission * view.Weights[listed[other]].Equal);
        }
        for (var j = 0; pairs is not null && j < listed.Length; j++)
        {
            if ((listedTaken & (1u << j)) == 0 && view.Particles[listed[j]] != 0)
                pairs.Add(new TokenPair(null, view.Segment.Vocabulary.Word(listed[j]), Agreement.Missing, 0));
        }
    }

    private void Tell(List<TokenPair>? pairs, string? queried, string? listed, Agreement agreement, double points)
    {
        if (pairs is not null)
        {
            pairs.Add(new TokenPair(queried, listed, agreement, points));
            return;
        }
        Points += points;
        IsWhole = false;
    }

    /// <summary>The next listed token that nothing was matched with and that tells.</summary>
    private int Next(in SegmentView view, ReadOnlySpan<int> listed, int at)
    {
        while (at < listed.Length && ((listedTaken & (1u << at)) != 0 || view.Particles[listed[at]] != 0))
            at++;
        return at;
    }

    private static bool IsSlight(QueryName query, Segment segment, ReadOnlySpan<int> listed, in Link link)
    {
        if (link.QueryLength + link.ListedLength > 2)
            return link.Similarity >= JoinedTokens.Equal - 1e-6;
        var a = query[link.Query].View;
        var b = segment.Vocabulary.View(listed[link.Listed]);
        return ZoneSpelling.AreOne(a, b) || (query.IsTruncated && link.Query == query.Count - 1 && b.Text.StartsWith(a.Text));
    }

    private static string Words(QueryName name, int start, int length) =>
        length == 1 ? name[start].Text : $"{name[start].Text} {name[start + 1].Text}";

    private static string Words(Segment segment, ReadOnlySpan<int> name, int start, int length) =>
        length == 1 ? segment.Vocabulary.Word(name[start]) : $"{segment.Vocabulary.Word(name[start])} {segment.Vocabulary.Word(name[start + 1])}";

    /// <summary>Ordered by what is taken first: the most points, then those that stand nearest to the same place, then as met.</summary>
    private readonly record struct Link(int Query, int QueryLength, int Listed, int ListedLength, float Similarity, float Points) : IComparable<Link>
    {
        public int CompareTo(Link other)
        {
            var order = other.Points.CompareTo(Points);
            if (order == 0)
                order = Math.Abs(Query - Listed).CompareTo(Math.Abs(other.Query - other.Listed));
            if (order == 0)
                order = Query.CompareTo(other.Query);
            if (order == 0)
                order = Listed.CompareTo(other.Listed);
            return order != 0 ? order : QueryLength != other.QueryLength ? QueryLength.CompareTo(other.QueryLength) : ListedLength.CompareTo(other.ListedLength);
        }
    }
}
