using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>Puts two names side by side, token by token in any order, joined tokens included, and weighs each pair.</summary>
internal static class NameAlignment
{
    /// <summary>Aligns. The sum of the pairs' points is the name's, before any floor.</summary>
    /// <param name="query">The name screened.</param>
    /// <param name="listed">The listed name.</param>
    /// <param name="isTruncated">The query's last token may be a beginning, and later ones may be missing.</param>
    public static IReadOnlyList<TokenPair> Align(WeighedName query, WeighedName listed, bool isTruncated)
    {
        var links = Links(query, listed, isTruncated);
        links.Sort();
        var pairs = new List<TokenPair>(query.Count + listed.Count);
        var (queryTaken, listedTaken) = (new bool[query.Count], new bool[listed.Count]);
        foreach (var link in links)
        {
            var ofQuery = queryTaken.AsSpan(link.Query, link.QueryLength);
            var ofListed = listedTaken.AsSpan(link.Listed, link.ListedLength);
            if (ofQuery.Contains(true) || ofListed.Contains(true))
                continue;
            ofQuery.Fill(true);
            ofListed.Fill(true);
            pairs.Add(new TokenPair(
                Words(query, link.Query, link.QueryLength),
                Words(listed, link.Listed, link.ListedLength),
                link.Similarity >= 1 ? Agreement.Equal : Agreement.Near,
                link.Points));
        }
        AddUnmatched(pairs, query, queryTaken, listed, listedTaken, isTruncated);
        return pairs;
    }

    /// <summary>How much of a token's weight a similarity earns: all where equal, half where it is barely near.</summary>
    internal static double Share(double similarity) => similarity >= 1 ? 1 : Math.Max(0.3, (similarity * 1.6) - 0.65);

    private static List<Link> Links(WeighedName query, WeighedName listed, bool isTruncated)
    {
        var links = new List<Link>();
        for (var i = 0; i < query.Count; i++)
        {
            for (var j = 0; j < listed.Count; j++)
            {
                if (Single(query[i], listed[j], listed.Bits[j], isTruncated && i == query.Count - 1) is { } single)
                    links.Add(new Link(i, 1, j, 1, single.Similarity, single.Points));
                if (i + 1 < query.Count && Joined(query, i, listed, j) is { } joined)
                    links.Add(new Link(i, 2, j, 1, joined.Similarity, joined.Points));
                if (j + 1 < listed.Count && Joined(listed, j, query, i) is { } split)
                    links.Add(new Link(i, 1, j, 2, split.Similarity, split.Points));
            }
        }
        return links;
    }

    private static (double Similarity, double Points)? Single(NameToken query, NameToken listed, double bits, bool mayBeBeginning)
    {
        var similarity = TokenSimilarity.Of(query, listed);
        if (similarity < TokenSimilarity.Near && mayBeBeginning && listed.Text.StartsWith(query.Text, StringComparison.Ordinal))
        {
            // A beginning proves as much as its letters tell.
            var share = Math.Min(1, query.Text.Length / 5.0);
            return (0.95, bits * share * 0.9);
        }
        return similarity < TokenSimilarity.Near ? null : (similarity, bits * Share(similarity));
    }

    /// <summary>Two tokens of one side written as one on the other: Abdul Rehman, Abdurrahman. By spelling only: joined words sound like too many others.</summary>
    private static (double Similarity, double Points)? Joined(WeighedName two, int at, WeighedName one, int whole)
    {
        var (first, second, joined) = (two[at], two[at + 1], one[whole]);
        if (first.Text.Length < 2 || second.Text.Length < 2 || joined.Text.Length < 6)
            return null;
        var limit = joined.Text.Length >= 9 ? 2 : 1;
        if (Math.Abs(first.Text.Length + second.Text.Length - joined.Text.Length) > limit || !first.Letters.With(second.Letters).MayBeWithin(joined.Letters, limit))
            return null;
        var distance = EditDistance.Of(first.Text + second.Text, joined.Text, limit);
        if (distance > limit)
            return null;
        var similarity = 0.97 - ((double)distance / joined.Text.Length);
        return (similarity, Math.Min(one.Bits[whole], two.Bits[at] + two.Bits[at + 1]) * Share(similarity));
    }

    private static void AddUnmatched(List<TokenPair> pairs, WeighedName query, bool[] queryTaken, WeighedName listed, bool[] listedTaken, bool isTruncated)
    {
        // Where one side is a single name, whatever the other has more makes it another person's name as likely as not.
        var isSingle = query.Parts == 1 || listed.Parts == 1;
        double Omission(WeighedName name, int at) => isSingle ? Evidence.Contradiction : Evidence.Omission * name.Bits[at];
        var others = new Queue<int>(Enumerable.Range(0, listed.Count).Where(j => !listedTaken[j] && !listed[j].IsParticle));
        for (var i = 0; i < query.Count; i++)
        {
            if (queryTaken[i])
                continue;
            var isBeginning = isTruncated && i == query.Count - 1 && query[i].Text.Length <= 2;
            if (query[i].IsParticle || isBeginning)
                pairs.Add(new TokenPair(query[i].Text, null, Agreement.Missing, 0));
            else if (others.TryDequeue(out var other))
                pairs.Add(new TokenPair(query[i].Text, listed[other].Text, Agreement.Different, Evidence.Contradiction));
            else
                pairs.Add(new TokenPair(query[i].Text, null, Agreement.Missing, Omission(query, i)));
        }
        foreach (var other in others)
            pairs.Add(new TokenPair(null, listed[other].Text, Agreement.Missing, isTruncated ? 0 : Omission(listed, other)));
        for (var j = 0; j < listed.Count; j++)
        {
            if (!listedTaken[j] && listed[j].IsParticle)
                pairs.Add(new TokenPair(null, listed[j].Text, Agreement.Missing, 0));
        }
    }

    private static string Words(WeighedName name, int start, int length) =>
        length == 1 ? name[start].Text : $"{name[start].Text} {name[start + 1].Text}";

    /// <summary>Ordered by what is taken first: the most points, then those that stand nearest to the same place, then as met.</summary>
    private readonly record struct Link(int Query, int QueryLength, int Listed, int ListedLength, double Similarity, double Points) : IComparable<Link>
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
