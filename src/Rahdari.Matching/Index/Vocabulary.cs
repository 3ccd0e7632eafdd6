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
    private readonly ReadOnlyMemory<char> sounds;
    private readonly ReadOnlyMemory<int> soundStarts;
    private readonly ReadOnlyMemory<byte> particles;
    // Some hundred near tokens each: fifty megabytes at most.
    private const int MostKept = 50_000;

    private readonly Kept?[] keptOf;
    private int keptCount;

    public Vocabulary(
        ReadOnlyMemory<char> letters, ReadOnlyMemory<int> starts, ReadOnlyMemory<char> sounds, ReadOnlyMemory<int> soundStarts,
        ReadOnlyMemory<byte> particles, ReadOnlyMemory<TokenWeight> weights, ReadOnlyMemory<LetterSets> sets,
        NearKeys keys, ReadOnlyMemory<int> beginningStarts, NearKeys beginnings)
    {
        (this.letters, this.starts, this.sounds, this.soundStarts) = (letters, starts, sounds, soundStarts);
        (this.particles, Weights, Sets, Keys, BeginningStarts, Beginnings) = (particles, weights, sets, keys, beginningStarts, beginnings);
        keptOf = new Kept?[Count];
    }

    public int Count => Weights.Length;

    public ReadOnlyMemory<TokenWeight> Weights { get; }

    /// <summary>Which letters each token and its skeleton have: most of those that share a key are told apart by it, without a look at them.</summary>
    public ReadOnlyMemory<LetterSets> Sets { get; }

    /// <summary>Lead to tokens by their whole text, and by how they sound.</summary>
    public NearKeys Keys { get; }

    /// <summary>Of each beginning (<see cref="NearKeys.BeginningOf"/>), in their order, the first token that has it; one more at the end.</summary>
    public ReadOnlyMemory<int> BeginningStarts { get; }

    /// <summary>Lead to beginnings by their letters.</summary>
    public NearKeys Beginnings { get; }

    public ReadOnlyMemory<char> Letters => letters;

    public ReadOnlyMemory<int> Starts => starts;

    /// <summary>The skeletons.</summary>
    public ReadOnlyMemory<char> Sounds => sounds;

    public ReadOnlyMemory<int> SoundStarts => soundStarts;

    public ReadOnlyMemory<byte> Particles => particles;

    /// <summary>A token where its letters stand.</summary>
    public TokenView View(int id)
    {
        var from = soundStarts.Span;
        ref readonly var set = ref Sets.Span[id];
        return new TokenView(Text(id), sounds.Span[from[id]..from[id + 1]], set.Text, set.Sounds);
    }

    /// <summary>The text of a token, for whoever is told.</summary>
    public string Word(int id) => Text(id).ToString();

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
    public NearHalves Halves(NameToken token, TokenSeeker seeker) => KeptOf(token, seeker) is { } kept ? kept.Halves : seeker.Halves(this, token);

    /// <summary>What is kept of a listed token; null of another, and where no more is kept.</summary>
    private Kept? KeptOf(NameToken token, TokenSeeker seeker)
    {
        var id = Find(token.Text, token.IsParticle);
        if (id < 0)
            return null;
        if (keptOf[id] is { } known || keptCount >= MostKept)
            return keptOf[id];
        var near = seeker.Near(this, token).Copy();
        var kept = new Kept(near, seeker.Halves(this, token).Copy());
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
    private sealed record Kept(NearTokens Near, NearHalves Halves);
}
