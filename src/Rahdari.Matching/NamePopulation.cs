using System.Globalization;
using Rahdari.Matching.Index;
using Rahdari.Matching.Names;

namespace Rahdari.Matching;

/// <summary>How common the parts of names are where the names come from: a part that half of a country bears proves little.</summary>
/// <remarks>
/// Immutable and thread-safe. What is known of <see cref="Region"/>, and counted over any names besides: a country's travellers, or the listed names.
/// Parts are counted by their spelling and by their sound, so that a rare spelling of a common name is no rare name.
/// </remarks>
public sealed class NamePopulation
{
    // People that the counts of RegionNames.tsv are of.
    private const int PeopleOfRegion = 100_000;

    // What a spelling may prove beyond its sound: one person's spelling changes from record to record.
    private const double SpellingBeyondSound = 3;

    private const int ShortestSound = 3;

    private readonly TokenCounts spellings;
    private readonly TokenCounts sounds;

    internal NamePopulation(int size, TokenCounts spellings, TokenCounts sounds) => (Size, this.spellings, this.sounds) = (size, spellings, sounds);

    /// <summary>
    /// The names of South and West Asia, as far as published tables tell: 100,000 people. From the common names by country and the Latin spellings of names in
    /// Arabic script that Wikidata has (both CC0); <c>bench/screening names --out RegionNames.tsv</c> makes the table anew.
    /// </summary>
    public static NamePopulation Region { get; } = ReadRegion();

    /// <summary>The number of names counted, the people of <see cref="Region"/> among them.</summary>
    public int Size { get; }

    internal TokenCounts Spellings => spellings;

    internal TokenCounts Sounds => sounds;

    /// <summary>Counts names, in any script, beside those of <see cref="Region"/>; empty ones are left out.</summary>
    /// <param name="names">Whole names; the first 300 characters of each count.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public static NamePopulation Count(IEnumerable<string> names, CancellationToken cancellation = default) => Region.With(names, cancellation);

    /// <summary>This population and names counted besides, in any script and order; empty ones are left out.</summary>
    /// <param name="names">Whole names, each taken once; the first 300 characters of each count.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public NamePopulation With(IEnumerable<string> names, CancellationToken cancellation = default)
    {
        var (size, moreSpellings, moreSounds) = (0, new TokenCounts(), new TokenCounts());
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            var tokens = NameFolding.Tokens(name);
            size += tokens.Count > 0 ? 1 : 0;
            Add(tokens, moreSpellings, moreSounds);
        }
        return With(size, moreSpellings, moreSounds);
    }

    /// <summary>This population and names counted besides.</summary>
    internal NamePopulation With(int size, TokenCounts moreSpellings, TokenCounts moreSounds)
    {
        var (bySpelling, bySound) = (new TokenCounts(), new TokenCounts());
        bySpelling.Add(spellings);
        bySpelling.Add(moreSpellings);
        bySound.Add(sounds);
        bySound.Add(moreSounds);
        return new NamePopulation(Size + size, bySpelling, bySound);
    }

    /// <summary>Counts each part of one name once.</summary>
    internal static void Add(IReadOnlyList<NameToken> tokens, TokenCounts spellings, TokenCounts sounds)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsFirst(tokens, i, static (a, b) => a.Text == b.Text))
                spellings.Add(tokens[i].Hash);
            if (IsFirst(tokens, i, static (a, b) => a.Skeleton == b.Skeleton))
                sounds.Add(tokens[i].SoundHash);
        }
    }

    /// <summary>What a token proves, in bits: where two records spell it alike, and where they spell it nearly so.</summary>
    internal TokenWeight Weigh(NameToken token)
    {
        if (token.IsParticle)
            return TokenWeight.Particle;
        if (token.Text.Length == 1)
            return TokenWeight.Initial;
        var spelling = Bits(spellings[token.Hash]);
        var isCommon = CommonNames.Contains(token);
        if (!isCommon && token.Skeleton.Length < ShortestSound)
            return TokenWeight.Of(spelling, spelling);
        var sound = Bits(sounds[token.SoundHash]);
        return TokenWeight.Of(Math.Min(spelling, sound + (isCommon ? 0 : SpellingBeyondSound)), Math.Min(spelling, sound));
    }

    private double Bits(int count) => Math.Log2((Size + 1.0) / (count + 1));

    private static NamePopulation ReadRegion()
    {
        var (spellings, sounds) = (new TokenCounts(), new TokenCounts());
        using var table = new StreamReader(typeof(NamePopulation).Assembly.GetManifestResourceStream("RegionNames.tsv")!);
        while (table.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var count = int.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
            // A part that folds to two (NASRULLAH) counts for each.
            foreach (var token in NameFolding.Tokens(line[..tab]))
            {
                spellings.Add(token.Hash, count);
                sounds.Add(token.SoundHash, count);
            }
        }
        foreach (var name in CommonNames.KnownBySound)
        {
            AtLeast(spellings, TokenHash.Of(name));
            AtLeast(sounds, TokenHash.Of(Skeleton.Of(name)));
        }
        foreach (var name in CommonNames.KnownBySpelling)
            AtLeast(spellings, TokenHash.Of(name));
        return new NamePopulation(PeopleOfRegion, spellings, sounds);

        static void AtLeast(TokenCounts counts, ulong hash) => counts.Add(hash, Math.Max(0, (PeopleOfRegion / CommonNames.OneIn) - counts[hash]));
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
