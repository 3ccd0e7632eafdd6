using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>Names as the list orders and marks them.</summary>
internal static class OfacName
{
    private static readonly Dictionary<string, ListedNameKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aka"] = ListedNameKind.GoodAlias,
        ["fka"] = ListedNameKind.FormerName,
        ["nka"] = ListedNameKind.GoodAlias,
    };

    private static readonly (char Open, char Close)[] Marks = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’')];

    /// <summary>
    /// A person's name as it is spoken: <c>SPECIMENSSON, Olof Utopius</c> becomes <c>Olof Utopius SPECIMENSSON</c>, and
    /// what stands behind a second comma (<c>Jr.</c>) follows at the end. The surname stays in capitals. A name without a
    /// comma, and that of an entity, vessel or aircraft, stays as it is.
    /// </summary>
    public static string Natural(string name, WatchlistEntryKind kind)
    {
        if (kind != WatchlistEntryKind.Individual)
            return name;
        var parts = name.Split(',', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length switch
        {
            0 => name,
            1 => parts[0],
            2 => $"{parts[1]} {parts[0]}",
            _ => $"{parts[1]} {parts[0]} {parts[2]}",
        };
    }

    /// <summary>An alias of alt.csv: the quotation marks that make it a weak one are no part of it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type"><c>aka</c>, <c>fka</c> or <c>nka</c>; any other counts as an alias.</param>
    /// <param name="remarks">What alt_remarks says, or null.</param>
    /// <param name="kind">What is listed.</param>
    public static ListedName Alias(string name, string? type, string? remarks, WatchlistEntryKind kind)
    {
        var bare = Unquoted(name);
        var isWeak = bare != name || remarks?.Contains("weak", StringComparison.OrdinalIgnoreCase) == true;
        return new ListedName(Natural(bare, kind), isWeak ? ListedNameKind.LowAlias : Kinds.GetValueOrDefault(type ?? "", ListedNameKind.GoodAlias));
    }

    /// <summary>True where the word says what kind of alias it is.</summary>
    public static bool IsKnown(string? type) => type is not null && Kinds.ContainsKey(type);

    /// <summary>What stands between quotation marks that enclose all of it; otherwise the text.</summary>
    private static string Unquoted(string name) =>
        name.Length > 2 && Array.Exists(Marks, m => name[0] == m.Open && name[^1] == m.Close) && !name.AsSpan(1, name.Length - 2).ContainsAny('"', '“', '”')
            ? name[1..^1].Trim()
            : name;
}
