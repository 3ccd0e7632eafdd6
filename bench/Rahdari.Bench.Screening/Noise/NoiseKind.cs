using Rahdari.Bench.Screening.Listed;
using Rahdari.Bench.Screening.Names;

namespace Rahdari.Bench.Screening.Noise;

/// <summary>One way in which the name on a document differs from the listed one.</summary>
/// <param name="Name">The kind's row in the tables.</param>
/// <param name="Share">Percent of the mixture that the row of all kinds stands for.</param>
/// <param name="Of">The name as searched, or null where the kind cannot be done to the entry.</param>
internal sealed record NoiseKind(string Name, double Share, Func<HeldOut, NoiseSource, Dice, SearchedName?> Of);

/// <summary>A name as it is searched by.</summary>
/// <param name="Text">The name.</param>
/// <param name="MayBeTruncated">True where a machine readable zone was full.</param>
internal sealed record SearchedName(string Text, bool MayBeTruncated = false);

/// <summary>What noise is made from.</summary>
/// <param name="Arabic">Latin spellings of tokens in Arabic script.</param>
/// <param name="Russian">Latin spellings of tokens in Cyrillic script.</param>
/// <param name="Region">Names that are added or put in a surname's place.</param>
internal sealed record NoiseSource(SpellingTable Arabic, SpellingTable Russian, RegionNames Region);
