using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>
/// Every distinct token of the listed names, with the ways to find those near a given one: equal text or sound, or equal
/// after one letter is deleted on either side (symmetric deletes find every single insertion, deletion, substitution
/// and swap), or two edits away (<see cref="TokenThirds"/>). A word that is a particle of some names and the whole of others
/// is two tokens. Immutable once built, but for what it remembers; thread-safe then.
/// </summary>
internal sealed class TokenTable
{
    private const int LongestDeleted = 24;

    private readonly List<NameToken> tokens = [];
    private readonly List<int> frequencies = [];
    private readonly Dictionary<(string Text, bool IsParticle), int> ids = [];
    private readonly Dictionary<string, List<int>> keys = new(StringComparer.Ordinal);
    private readonly TokenThirds thirds = new();
    private int[] sorted = [];
    private int[]?[] near = [];

    public NameToken this[int id] => tokens[id];

    /// <summary>How many names have a word, whatever it is in them.</summary>
    public int Frequency(string text) => Frequency(text, isParticle: false) + Frequency(text, isParticle: true);

    public int Add(NameToken token)
    {
        if (ids.TryGetValue((token.Text, token.IsParticle), out var known))
            return known;
        var id = tokens.Count;
        ids.Add((token.Text, token.IsParticle), id);
        tokens.Add(token);
        frequencies.Add(0);
        foreach (var key in Keys(token).Distinct())
        {
            if (!keys.TryGetValue(key, out var list))
                keys.Add(key, list = []);
            list.Add(id);
        }
        thirds.Add(token, id);
        return id;
    }

    /// <summary>Counts one name that has the token.</summary>
    public void Count(int id) => frequencies[id]++;

    /// <summary>Call once after the last token.</summary>
    public void Seal()
    {
        sorted = [.. Enumerable.Range(0, tokens.Count).OrderBy(id => tokens[id].Text, StringComparer.Ordinal)];
        near = new int[]?[tokens.Count];
    }

    /// <summary>The ids of the tokens near a token; of one that is listed itself they are sought once.</summary>
    public IReadOnlyList<int> Near(NameToken token) => ids.TryGetValue((token.Text, token.IsParticle), out var id) ? near[id] ??= Sought(token) : Sought(token);

    /// <summary>The ids of the tokens that begin with a text.</summary>
    public IEnumerable<int> Beginning(string text)
    {
        var (from, until) = (0, sorted.Length);
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = string.CompareOrdinal(tokens[sorted[middle]].Text, text) < 0 ? (middle + 1, until) : (from, middle);
        }
        return sorted.Skip(from).TakeWhile(id => tokens[id].Text.StartsWith(text, StringComparison.Ordinal));
    }

    private int Frequency(string text, bool isParticle) => ids.TryGetValue((text, isParticle), out var id) ? frequencies[id] : 0;

    private int[] Sought(NameToken token)
    {
        var found = new HashSet<int>();
        foreach (var key in Keys(token).Distinct())
        {
            if (keys.TryGetValue(key, out var list))
                found.UnionWith(list);
        }
        thirds.Find(token, tokens, found);
        found.RemoveWhere(id => TokenSimilarity.Of(token, tokens[id]) < TokenSimilarity.Near);
        return [.. found];
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
