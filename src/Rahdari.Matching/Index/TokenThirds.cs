using System.Runtime.InteropServices;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>
/// Finds long tokens that are two edits away: two edits leave one third of a token as it was, at most two places away. A swap
/// about the border of two thirds touches both; it is undone first.
/// </summary>
internal sealed class TokenThirds
{
    private const int Edits = 2;
    private const int Longest = 24;

    private readonly Dictionary<int, List<int>> tokens = [];

    /// <summary>Adds a token under its id.</summary>
    public void Add(NameToken token, int id)
    {
        var text = token.Text.AsSpan();
        if (text.Length is < TokenSimilarity.ShortestOfTwoEdits or > Longest + Edits)
            return;
        for (var third = 0; third < 3; third++)
        {
            var (start, length) = Third(text.Length, third);
            var key = Key(text.Length, third, text.Slice(start, length));
            if (!tokens.TryGetValue(key, out var list))
                tokens.Add(key, list = []);
            list.Add(id);
        }
    }

    /// <summary>Adds the ids of the tokens that may be two edits away, and of some that are not.</summary>
    public void Find(NameToken token, IReadOnlyList<NameToken> all, HashSet<int> found)
    {
        var text = token.Text.AsSpan();
        if (text.Length is < TokenSimilarity.ShortestOfTwoEdits or > Longest)
            return;
        Find(token, text, all, found);
        Span<char> unswapped = stackalloc char[text.Length];
        for (var at = (text.Length / 3) - Edits; at <= (text.Length * 2 / 3) + 1; at++)
        {
            text.CopyTo(unswapped);
            (unswapped[at], unswapped[at + 1]) = (unswapped[at + 1], unswapped[at]);
            Find(token, unswapped, all, found);
        }
    }

    private void Find(NameToken token, ReadOnlySpan<char> text, IReadOnlyList<NameToken> all, HashSet<int> found)
    {
        for (var listed = Math.Max(TokenSimilarity.ShortestOfTwoEdits, text.Length - Edits); listed <= text.Length + Edits; listed++)
        {
            for (var third = 0; third < 3; third++)
            {
                var (start, length) = Third(listed, third);
                for (var at = Math.Max(0, start - Edits); at <= Math.Min(start + Edits, text.Length - length); at++)
                {
                    foreach (var id in CollectionsMarshal.AsSpan(tokens.GetValueOrDefault(Key(listed, third, text.Slice(at, length)))))
                    {
                        if (token.Letters.MayBeWithin(all[id].Letters, Edits))
                            found.Add(id);
                    }
                }
            }
        }
    }

    private static (int Start, int Length) Third(int length, int third)
    {
        var start = length * third / 3;
        return (start, (length * (third + 1) / 3) - start);
    }

    // Two thirds that share a key by chance are told apart when the tokens are compared.
    private static int Key(int length, int third, ReadOnlySpan<char> text)
    {
        var key = new HashCode();
        key.Add((length * 3) + third);
        key.AddBytes(MemoryMarshal.AsBytes(text));
        return key.ToHashCode();
    }
}
