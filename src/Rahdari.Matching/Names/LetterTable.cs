using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>Reads tables of letters: each letter and its Latin spelling, in turn, with blanks between; "-" is silent.</summary>
internal static class LetterTable
{
    /// <summary>The spellings by letter; the first counts where a letter stands twice.</summary>
    public static FrozenDictionary<char, string> Read(params ReadOnlySpan<string> tables)
    {
        var result = new Dictionary<char, string>();
        foreach (var table in tables)
        {
            var parts = table.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < parts.Length; i += 2)
                result.TryAdd(parts[i][0], parts[i + 1] == "-" ? "" : parts[i + 1]);
        }
        return result.ToFrozenDictionary();
    }

    /// <summary>As <see cref="Read"/>, of words.</summary>
    public static FrozenDictionary<string, string> ReadWords(string table) =>
        table.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
