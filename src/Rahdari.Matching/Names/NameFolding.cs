using System.Collections.Concurrent;

namespace Rahdari.Matching.Names;

/// <summary>From a name in any script and spelling to tokens that can be compared. Pure and thread-safe; bounded on any text.</summary>
internal static class NameFolding
{
    /// <summary>So many letters of a name count, before and after folding.</summary>
    public const int LongestName = 300;

    /// <summary>So many tokens of a name count.</summary>
    public const int MostTokens = 16;

    /// <summary>
    /// The tokens of a name, in order; at most the first 300 characters and 16 tokens count. What tokens fold to is themselves:
    /// the texts, joined by blanks, have the same tokens.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="known">Tokens that were made before, by their words: of many names most have the same. Receives new ones.</param>
    public static IReadOnlyList<NameToken> Tokens(string name, ConcurrentDictionary<string, NameToken>? known = null)
    {
        var words = Compounds.Fold(LatinSpelling.Words(name.Length > LongestName ? name[..LongestName] : name));
        var tokens = new List<NameToken>(Math.Min(words.Count, MostTokens));
        var length = 0;
        foreach (var word in words)
        {
            length += word.Length + 1;
            if (tokens.Count == MostTokens || length > LongestName + 1)
                break;
            tokens.Add(known is null ? Token(word) : known.GetOrAdd(word, Token));
        }
        // A name of particles only ("Mullah") has nothing else to be told by.
        if (tokens.Count > 0 && tokens.TrueForAll(t => t.IsParticle))
        {
            for (var i = 0; i < tokens.Count; i++)
                tokens[i] = tokens[i] with { IsParticle = false };
        }
        return tokens;
    }

    /// <summary>One token of a folded word.</summary>
    public static NameToken Token(string word) => new(word, Skeleton.Of(word), Particles.Contains(word));
}
