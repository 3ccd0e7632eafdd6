using Rahdari.Matching.Index;
using Rahdari.Matching.Names;

namespace Rahdari.Matching;

/// <summary>How common the parts of names are where the names come from: a part that half of a country bears proves little.</summary>
/// <remarks>
/// Immutable and thread-safe. Counted over any names: a country's travellers, or the listed names themselves where nothing else is known.
/// Parts are counted by their spelling and by their sound, so that a rare spelling of a common name is no rare name.
/// </remarks>
public sealed class NamePopulation
{
    // As if so many names more had been counted: a few names know little of how common a name is.
    private const double UncountedNames = 1000;

    // What is known of the commonest names of the region weighs as much as so many names counted.
    private const double PresumedNames = 20_000;

    // Each of them is borne by about one in so many, see CommonNames.
    private const double OneIn = 32;

    // What a spelling may prove beyond its sound: one person's spelling changes from record to record.
    private const double SpellingBeyondSound = 3;

    private const int ShortestSound = 3;

    private readonly TokenCounts spellings;
    private readonly TokenCounts sounds;

    internal NamePopulation(int size, TokenCounts spellings, TokenCounts sounds) => (Size, this.spellings, this.sounds) = (size, spellings, sounds);

    /// <summary>A population of which nothing was counted: the commonest names of South and West Asia are presumed.</summary>
    public static NamePopulation Uncounted { get; } = new(0, new TokenCounts(), new TokenCounts());

    /// <summary>The number of names counted.</summary>
    public int Size { get; }

    internal TokenCounts Spellings => spellings;

    internal TokenCounts Sounds => sounds;

    /// <summary>Counts names, in any script; empty ones are left out.</summary>
    /// <param name="names">Whole names; the first 300 characters of each count.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public static NamePopulation Count(IEnumerable<string> names, CancellationToken cancellation = default)
    {
        var (size, spellings, sounds) = (0, new TokenCounts(), new TokenCounts());
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            var tokens = NameFolding.Tokens(name);
            size += tokens.Count > 0 ? 1 : 0;
            Add(tokens, spellings, sounds);
        }
        return new NamePopulation(size, spellings, sounds);
    }

    /// <summary>Counts each part of one name once.</summary>
    internal static void Add(IReadOnlyList<NameToken> tokens, TokenCounts spellings, TokenCounts sounds)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsFirst(tokens, i, static (a, b) => a.Text == b.Text))
                spellings.Add(TokenHash.Of(tokens[i].Text));
            if (IsFirst(tokens, i, static (a, b) => a.Skeleton == b.Skeleton))
                sounds.Add(TokenHash.Of(tokens[i].Skeleton));
        }
    }

    /// <summary>What a token proves, in bits: where two records spell it alike, and where they spell it nearly so.</summary>
    internal TokenWeight Weigh(NameToken token)
    {
        if (token.IsParticle)
            return TokenWeight.Particle;
        if (token.Text.Length == 1)
            return TokenWeight.Initial;
        var spelling = Math.Log2((Size + UncountedNames) / (spellings[TokenHash.Of(token.Text)] + 1));
        var isCommon = CommonNames.Contains(token);
        if (!isCommon && token.Skeleton.Length < ShortestSound)
            return TokenWeight.Of(spelling, spelling);
        var heard = sounds[TokenHash.Of(token.Skeleton)];
        var sound = isCommon
            ? Math.Log2((Size + PresumedNames) / (heard + (PresumedNames / OneIn)))
            : Math.Log2((Size + UncountedNames) / (heard + 1));
        return TokenWeight.Of(Math.Min(spelling, sound + (isCommon ? 0 : SpellingBeyondSound)), Math.Min(spelling, sound));
    }

    private static bool IsFirst(IReadOnlyList<NameToken> tokens, int at, Func<NameToken, NameToken, bool> same)
    {
        for (var i = 0; i < at; i++)
        {
            if (same(tokens[i], tokens[at]))
                return false;
        }
        return true;
    }
}
