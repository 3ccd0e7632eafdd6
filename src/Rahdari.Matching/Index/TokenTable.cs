using System.Runtime.InteropServices;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>
/// Every distinct token of the listed names, with the ways to find those near a given one: equal text or sound, or equal
/// after one letter is deleted on either side (symmetric deletes find every single insertion, deletion, substitution
/// and swap). Two edits leave one third of a long token as it was, at most two places away, once a swap about the borders of
/// the thirds is undone. Immutable once built.
/// </summary>
internal sealed class TokenTable
{
    private const int LongestDeleted = 24;

    private readonly List<NameToken> tokens = [];
    private readonly List<int> frequencies = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> thirds = [];
    private string[] sorted = [];
    private int[]?[] near = [];

    public NameToken this[int id] => tokens[id];

    public int Frequency(string text) => ids.TryGetValue(text, out var id) ? frequencies[id] : 0;

    public int Add(NameToken token)
    {
        if (!ids.TryGetValue(token.Text, out var id))
        {
            id = tokens.Count;
            ids.Add(token.Text, id);
            tokens.Add(token);
            frequencies.Add(0);
            foreach (var key in Keys(token).Distinct())
            {
                if (!keys.TryGetValue(key, out var list))
                    keys.Add(key, list = []);
                list.Add(id);
            }
            AddThirds(token.Text, id);
        }
        else if (tokens[id].IsParticle && !token.IsParticle)
        {
            // The whole of one name, and a particle of others: it may prove what it proves of the former.
            tokens[id] = token;
        }
        return id;
    }

    /// <summary>Counts one name that has the token.</summary>
    public void Count(int id) => frequencies[id]++;

    /// <summary>Call once after the last token.</summary>
    public void Seal()
    {
        sorted = [.. ids.Keys.Order(StringComparer.Ordinal)];
        near = new int[]?[tokens.Count];
    }

    /// <summary>The ids of the tokens near a token; of one that is listed itself they are sought once.</summary>
    public IReadOnlyList<int> Near(NameToken token) => ids.TryGetValue(token.Text, out var id) ? near[id] ??= Sought(token) : Sought(token);

    private int[] Sought(NameToken token)
    {
        var found = new HashSet<int>();
        foreach (var key in Keys(token).Distinct())
        {
            if (keys.TryGetValue(key, out var list))
                found.UnionWith(list);
        }
        AddByThirds(token, found);
        found.RemoveWhere(id => TokenSimilarity.Of(token, tokens[id]) < TokenSimilarity.Near);
        return [.. found];
    }

    /// <summary>The ids of the tokens that begin with a text.</summary>
    public IEnumerable<int> Beginning(string text)
    {
        var at = Array.BinarySearch(sorted, text, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < sorted.Length && sorted[i].StartsWith(text, StringComparison.Ordinal); i++)
            yield return ids[sorted[i]];
    }

    private void AddThirds(string text, int id)
    {
        if (text.Length < TokenSimilarity.ShortestOfTwoEdits)
            return;
        for (var third = 0; third < 3; third++)
        {
            var (start, length) = Third(text.Length, third);
            var key = Key(text.Length, third, text.AsSpan(start, length));
            if (!thirds.TryGetValue(key, out var list))
                thirds.Add(key, list = []);
            list.Add(id);
        }
    }

    private void AddByThirds(NameToken token, HashSet<int> found)
    {
        var text = token.Text;
        if (text.Length < TokenSimilarity.ShortestOfTwoEdits)
            return;
        AddByThirds(token, text, found);
        Span<char> unswapped = stackalloc char[LongestDeleted];
        for (var at = (text.Length / 3) - 2; at <= (text.Length * 2 / 3) + 1 && text.Length <= LongestDeleted; at++)
        {
            text.CopyTo(unswapped);
            (unswapped[at], unswapped[at + 1]) = (unswapped[at + 1], unswapped[at]);
            AddByThirds(token, unswapped[..text.Length], found);
        }
    }

    private void AddByThirds(NameToken token, ReadOnlySpan<char> text, HashSet<int> found)
    {
        const int Edits = 2;
        for (var listed = Math.Max(TokenSimilarity.ShortestOfTwoEdits, text.Length - Edits); listed <= text.Length + Edits; listed++)
        {
            for (var third = 0; third < 3; third++)
            {
                var (start, length) = Third(listed, third);
                for (var at = Math.Max(0, start - Edits); at <= Math.Min(start + Edits, text.Length - length); at++)
                {
                    foreach (var id in CollectionsMarshal.AsSpan(thirds.GetValueOrDefault(Key(listed, third, text.Slice(at, length)))))
                    {
                        if (token.Letters.MayBeWithin(tokens[id].Letters, Edits))
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

    private static IEnumerable<string> Keys(NameToken token)
    {
        foreach (var key in Deletes(token.Text))
            yield return "t" + key;
        if (token.Skeleton.Length >= 2)
        {
            yield return "s" + token.Skeleton;
            if (token.Skeleton.Length >= 4)
            {
                foreach (var key in Deletes(token.Skeleton))
                    yield return "s" + key;
            }
        }
    }

    private static IEnumerable<string> Deletes(string text)
    {
        yield return text;
        if (text.Length is < 3 or > LongestDeleted)
            yield break;
        for (var i = 0; i < text.Length; i++)
            yield return text.Remove(i, 1);
    }
}
