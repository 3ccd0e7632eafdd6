namespace Rahdari.Matching.Index;

/// <summary>
/// The names that have a token near one of the query's: a name met by a rarer token is asked for the commoner ones by a bit each, and most
/// are let go without a look at their own tokens. Used again and again by one thread.
/// </summary>
internal sealed class TokenNames
{
    // Where a token leads to more of all names than one in so many, the set is kept for other queries, or every name is taken to have it.
    private const int CommonFrom = 32;

    private readonly List<int> added = [];
    private ulong[] bits = [];
    private ulong[]? common;
    private long total = -1;
    private bool isFilled, isAny;

    /// <summary>So many names were added to the set.</summary>
    public int Postings { get; private set; }

    /// <summary>True where a name may have the token. Call <see cref="Fill"/> before.</summary>
    public bool MayHave(int name)
    {
        var (word, bit) = (name >> 6, 1UL << (name & 63));
        return isAny || (bits[word] & bit) != 0 || (common is not null && (common[word] & bit) != 0);
    }

    /// <summary>How many names filling the set would add.</summary>
    public long Cost(in SegmentView view, NearTable near, QueryName query, int token)
    {
        if (isFilled)
            return 0;
        if (total < 0)
        {
            total = 0;
            isAny = query[token].IsParticle || query[token].Text.Length == 1 || query.IsBeginning(token) || query.IsRemnant(token);
            if (isAny)
                return 0;
            foreach (ref readonly var link in near.LinksOf(token))
                total += link.Length == NearLink.CommonerHalf ? 0 : view.PostingStarts[link.Id + 1] - view.PostingStarts[link.Id];
        }
        return IsCommon(view) ? 0 : total;
    }

    /// <summary>Fills the set, once a query.</summary>
    public void Fill(in SegmentView view, NearTable near, QueryName query, int token)
    {
        if (isFilled)
            return;
        Cost(view, near, query, token);
        isFilled = true;
        if (isAny)
            return;
        if (bits.Length < (view.NamePersons.Length + 63) / 64)
            bits = new ulong[(view.NamePersons.Length + 63) / 64];
        var links = near.LinksOf(token);
        if (IsCommon(view) && !TakeCommon(view, query, token, links))
            return;
        foreach (ref readonly var link in links)
        {
            if (link.Length != NearLink.CommonerHalf && (common is null || link.Length != 1))
                Add(view, link.Id);
        }
        // Who has the two joined has the second as well.
        if (token == 0)
            return;
        foreach (ref readonly var link in near.LinksOf(token - 1))
        {
            if (link.Length == 2)
                Add(view, link.Id);
        }
    }

    /// <summary>Empties the set for the next query.</summary>
    public void Clear(in SegmentView view)
    {
        if (Postings > bits.Length)
        {
            Array.Clear(bits);
        }
        else
        {
            foreach (var id in added)
            {
                foreach (var name in view.Having(id))
                    bits[name >> 6] = 0;
            }
        }
        added.Clear();
        (common, total, Postings, isFilled, isAny) = (null, -1, 0, false, false);
    }

    private bool IsCommon(in SegmentView view) => total > view.NamePersons.Length / CommonFrom;

    private bool TakeCommon(in SegmentView view, QueryName query, int token, ReadOnlySpan<NearLink> links)
    {
        var listed = view.Segment.Vocabulary.Find(query[token].Text, isParticle: false);
        common = listed < 0 ? null : view.Segment.CommonSets.Of(listed, view, links);
        isAny = common is null;
        return common is not null;
    }

    private void Add(in SegmentView view, int id)
    {
        var names = view.Having(id);
        added.Add(id);
        Postings += names.Length;
        foreach (var name in names)
            bits[name >> 6] |= 1UL << (name & 63);
    }
}
