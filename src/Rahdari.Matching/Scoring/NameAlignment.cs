using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>Puts two names side by side, token by token in any order, joined tokens included, and weighs each pair.</summary>
internal static class NameAlignment
{
    /// <summary>Aligns. The sum of the pairs' points is the name's, before any floor.</summary>
    /// <param name="query">The name screened.</param>
    /// <param name="listed">The listed name.</param>
    /// <param name="weigh">Bits of a listed token.</param>
    /// <param name="isTruncated">The query's last token may be a beginning, and later ones may be missing.</param>
    public static IReadOnlyList<TokenPair> Align(IReadOnlyList<NameToken> query, IReadOnlyList<NameToken> listed, Func<NameToken, double> weigh, bool isTruncated)
    {
        var pairs = new List<TokenPair>(query.Count + listed.Count);
        var queryLeft = Enumerable.Repeat(true, query.Count).ToArray();
        var listedLeft = Enumerable.Repeat(true, listed.Count).ToArray();
        foreach (var link in Links(query, listed, weigh, isTruncated).OrderByDescending(l => l.Points).ThenBy(l => Math.Abs(l.Query - l.Listed)))
        {
            if (!Free(queryLeft, link.Query, link.QueryLength) || !Free(listedLeft, link.Listed, link.ListedLength))
                continue;
            Take(queryLeft, link.Query, link.QueryLength);
            Take(listedLeft, link.Listed, link.ListedLength);
            pairs.Add(new TokenPair(
                Words(query, link.Query, link.QueryLength),
                Words(listed, link.Listed, link.ListedLength),
                link.Similarity >= 1 ? Agreement.Equal : Agreement.Near,
                link.Points));
        }
        AddUnmatched(pairs, query, queryLeft, listed, listedLeft, weigh, isTruncated);
        return pairs;
    }

    private static IEnumerable<Link> Links(IReadOnlyList<NameToken> query, IReadOnlyList<NameToken> listed, Func<NameToken, double> weigh, bool isTruncated)
    {
        for (var i = 0; i < query.Count; i++)
        {
            for (var j = 0; j < listed.Count; j++)
            {
                if (Single(query[i], listed[j], weigh, isTruncated && i == query.Count - 1) is { } single)
                    yield return new Link(i, 1, j, 1, single.Similarity, single.Points);
                if (i + 1 < query.Count && Joined(query[i], query[i + 1], listed[j], weigh) is { } joined)
                    yield return new Link(i, 2, j, 1, joined.Similarity, joined.Points);
                if (j + 1 < listed.Count && Joined(listed[j], listed[j + 1], query[i], weigh) is { } split)
                    yield return new Link(i, 1, j, 2, split.Similarity, split.Points);
            }
        }
    }

    private static (double Similarity, double Points)? Single(NameToken query, NameToken listed, Func<NameToken, double> weigh, bool mayBeBeginning)
    {
        var similarity = TokenSimilarity.Of(query, listed);
        if (similarity < TokenSimilarity.Near && mayBeBeginning && listed.Text.StartsWith(query.Text, StringComparison.Ordinal))
        {
            // A beginning proves as much as its letters tell.
            var share = Math.Min(1, query.Text.Length / 5.0);
            return (0.95, weigh(listed) * share * 0.9);
        }
        return similarity < TokenSimilarity.Near ? null : (similarity, weigh(listed) * Share(similarity));
    }

    /// <summary>Two tokens of one side written as one on the other: Abdul Rehman, Abdurrahman. By spelling only: joined words sound like too many others.</summary>
    private static (double Similarity, double Points)? Joined(NameToken first, NameToken second, NameToken whole, Func<NameToken, double> weigh)
    {
        if (first.Text.Length < 2 || second.Text.Length < 2 || whole.Text.Length < 6)
            return null;
        var limit = whole.Text.Length >= 9 ? 2 : 1;
        var distance = EditDistance.Of(first.Text + second.Text, whole.Text, limit);
        if (distance > limit)
            return null;
        var similarity = 0.97 - ((double)distance / whole.Text.Length);
        return (similarity, Math.Min(weigh(whole), weigh(first) + weigh(second)) * Share(similarity));
    }

    /// <summary>How much of a token's weight a similarity earns: all where equal, half where it is barely near.</summary>
    private static double Share(double similarity) => similarity >= 1 ? 1 : Math.Max(0.3, (similarity * 1.6) - 0.65);

    private static void AddUnmatched(
        List<TokenPair> pairs, IReadOnlyList<NameToken> query, bool[] queryLeft, IReadOnlyList<NameToken> listed, bool[] listedLeft, Func<NameToken, double> weigh, bool isTruncated)
    {
        // Where one side is a single name, whatever the other has more makes it another person's name as likely as not.
        var isSingle = query.Count(t => !t.IsParticle) == 1 || listed.Count(t => !t.IsParticle) == 1;
        double Omission(NameToken token) => isSingle ? Evidence.Contradiction : Evidence.Omission * weigh(token);
        var others = new Queue<NameToken>(listed.Where((t, j) => listedLeft[j] && !t.IsParticle));
        for (var i = 0; i < query.Count; i++)
        {
            if (!queryLeft[i])
                continue;
            var isBeginning = isTruncated && i == query.Count - 1 && query[i].Text.Length <= 2;
            if (query[i].IsParticle || isBeginning)
                pairs.Add(new TokenPair(query[i].Text, null, Agreement.Missing, 0));
            else if (others.TryDequeue(out var other))
                pairs.Add(new TokenPair(query[i].Text, other.Text, Agreement.Different, Evidence.Contradiction));
            else
                pairs.Add(new TokenPair(query[i].Text, null, Agreement.Missing, Omission(query[i])));
        }
        foreach (var other in others)
            pairs.Add(new TokenPair(null, other.Text, Agreement.Missing, isTruncated ? 0 : Omission(other)));
        foreach (var particle in listed.Where((t, j) => listedLeft[j] && t.IsParticle))
            pairs.Add(new TokenPair(null, particle.Text, Agreement.Missing, 0));
    }

    private static bool Free(bool[] left, int start, int length) => left[start] && (length == 1 || left[start + 1]);

    private static void Take(bool[] left, int start, int length) => left.AsSpan(start, length).Clear();

    private static string Words(IReadOnlyList<NameToken> tokens, int start, int length) =>
        length == 1 ? tokens[start].Text : $"{tokens[start].Text} {tokens[start + 1].Text}";

    private readonly record struct Link(int Query, int QueryLength, int Listed, int ListedLength, double Similarity, double Points);
}
