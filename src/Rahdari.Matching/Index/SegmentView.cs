namespace Rahdari.Matching.Index;

/// <summary>What a search reads of a <see cref="Segment"/> again and again, each taken up once.</summary>
internal readonly ref struct SegmentView(Segment segment)
{
    public readonly Segment Segment = segment;
    public readonly ReadOnlySpan<int> PostingStarts = segment.PostingStarts.Span;
    public readonly ReadOnlySpan<int> Postings = segment.Postings.Span;
    public readonly ReadOnlySpan<int> NameStarts = segment.NameStarts.Span;
    public readonly ReadOnlySpan<int> NameTokens = segment.NameTokens.Span;
    public readonly ReadOnlySpan<int> NameKinds = segment.NameKinds.Span;
    public readonly ReadOnlySpan<int> NamePersons = segment.NamePersons.Span;
    public readonly ReadOnlySpan<int> PersonNames = segment.PersonNames.Span;
    public readonly ReadOnlySpan<int> Births = segment.Births.Span;
    public readonly ReadOnlySpan<byte> Particles = segment.Vocabulary.Particles.Span;
    public readonly ReadOnlySpan<TokenWeight> Weights = segment.Vocabulary.Weights.Span;

    /// <summary>The ids of a name's tokens.</summary>
    public ReadOnlySpan<int> Tokens(int name) => NameTokens[NameStarts[name]..NameStarts[name + 1]];

    /// <summary>What the list calls a name.</summary>
    public ListedNameKind Kind(int name) => (ListedNameKind)(NameKinds[name] & 15);

    /// <summary>Which of its person's names a name is.</summary>
    public int Which(int name) => NameKinds[name] >> 4;

    /// <summary>A name's first token, or -1 where it has none.</summary>
    public int First(int name) => NameStarts[name] is var start && start < NameTokens.Length ? NameTokens[start] : -1;

    /// <summary>The names that have a token, ascending.</summary>
    public ReadOnlySpan<int> Having(int token) => Postings[PostingStarts[token]..PostingStarts[token + 1]];

    /// <summary>How many of ascending numbers are below one.</summary>
    public static int First(ReadOnlySpan<int> ascending, int least)
    {
        var (from, until) = (0, ascending.Length);
        if (until == 0 || ascending[^1] < least)
            return until;
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = ascending[middle] < least ? (middle + 1, until) : (from, middle);
        }
        return from;
    }
}
