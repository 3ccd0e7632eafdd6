using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>
/// Every distinct token of the listed names in the order of their texts, with the ways to find those near a given one. A word that is a
/// particle of some names and the whole of others is two tokens. Immutable; thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    private readonly ReadOnlyMemory<char> letters;
    private readonly ReadOnlyMemory<int> starts;
    private readonly ReadOnlyMemory<byte> particles;
    // Some hundred near tokens each: fifty megabytes at most.
    private const int MostKept = 50_000;

    private readonly NameToken?[] tokens;
    private readonly Kept?[] keptOf;
    private int keptCount;

    public Vocabulary(ReadOnlyMemory<char> letters, ReadOnlyMemory<int> starts, ReadOnlyMemory<byte> particles, ReadOnlyMemory<TokenWeight> weights, ReadOnlyMemory<LetterSets> sets, NearKeys keys)
    {
        (this.letters, this.starts, this.particles, Weights, Sets, Keys) = (letters, starts, particles, weights, sets, keys);
        (tokens, keptOf) = (new NameToken?[Count], new Kept?[Count]);
    }

    public int Count => starts.Length - 1;

    public ReadOnlyMemory<TokenWeight> Weights { get; }

    /// <summary>Which letters each token and its skeleton have: most of those that share a key are told apart by it, without a look at them.</summary>
    public ReadOnlyMemory<LetterSets> Sets { get; }

    public NearKeys Keys { get; }

    public ReadOnlyMemory<char> Letters => letters;

    public ReadOnlyMemory<int> Starts => starts;

    public ReadOnlyMemory<byte> Particles => particles;

    /// <summary>A token; those asked for once are kept.</summary>
    public NameToken this[int id] => tokens[id] ??= new NameToken(Text(id).ToString(), Skeleton.Of(Text(id).ToString()), particles.Span[id] != 0);

    public ReadOnlySpan<char> Text(int id)
    {
        var from = starts.Span;
        return letters.Span[from[id]..from[id + 1]];
    }

    /// <summary>The ids of the tokens that begin with a text: from the first on, below the second.</summary>
    public (int From, int Until) Beginning(ReadOnlySpan<char> text)
    {
        var from = First(text, 0, static (token, text) => token.SequenceCompareTo(text) < 0);
        return (from, First(text, from, static (token, text) => token.SequenceCompareTo(text) < 0 || token.StartsWith(text)));
    }

    /// <summary>The id of a token, or -1; a particle or not where null.</summary>
    public int Find(ReadOnlySpan<char> text, bool? isParticle)
    {
        foreach (var id in Keys.Of(NearKeys.OfWhole(text)))
        {
            if (Text(id).SequenceEqual(text) && (isParticle is null || (particles.Span[id] != 0) == isParticle))
                return id;
        }
        return -1;
    }

    /// <summary>The tokens near a token; those near a listed one are kept once they were sought, of so many as memory is given to.</summary>
    public NearTokens Near(NameToken token, TokenSeeker seeker) => KeptOf(token, seeker) is { } kept ? kept.Near : seeker.Near(this, token);

    /// <summary>The tokens that may be halves of a token; those of a listed one are kept as well.</summary>
    public ReadOnlySpan<int> Halves(NameToken token, TokenSeeker seeker, bool isAnyNear) => KeptOf(token, seeker) is { } kept ? kept.Halves : seeker.Halves(this, token, isAnyNear);

    /// <summary>What is kept of a listed token; null of another, and where no more is kept.</summary>
    private Kept? KeptOf(NameToken token, TokenSeeker seeker)
    {
        var id = Find(token.Text, token.IsParticle);
        if (id < 0)
            return null;
        if (keptOf[id] is { } known || keptCount >= MostKept)
            return keptOf[id];
        var near = seeker.Near(this, token).Copy();
        var kept = new Kept(near, token.IsParticle ? [] : [.. seeker.Halves(this, token, near.Ids.Length > 0)]);
        keptOf[id] = kept;
        Interlocked.Increment(ref keptCount);
        return kept;
    }

    private int First(ReadOnlySpan<char> text, int from, Before isBefore)
    {
        var until = Count;
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = isBefore(Text(middle), text) ? (middle + 1, until) : (from, middle);
        }
        return from;
    }

    /// <summary>The letters of a token and those of its skeleton.</summary>
    internal readonly record struct LetterSets(LetterSet Text, LetterSet Sounds);

    private delegate bool Before(ReadOnlySpan<char> token, ReadOnlySpan<char> text);

    /// <summary>What is written by one thread while another reads must be one reference.</summary>
    private sealed record Kept(NearTokens Near, int[] Halves);
}
