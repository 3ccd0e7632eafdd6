using System.Globalization;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Screening;

/// <summary>Which version of each list is held. A version is known by its number and when it was imported: a restored database may number others alike.</summary>
internal sealed class HeldVersions(IReadOnlyList<HeldVersions.Of> lists) : IEquatable<HeldVersions>
{
    public static HeldVersions None { get; } = new([]);

    /// <summary>By name.</summary>
    public IReadOnlyList<Of> Lists { get; } = lists;

    /// <summary>As they are told: <c>un@3</c>.</summary>
    public IReadOnlyList<string> Names { get; } = [.. lists.Select(l => $"{l.List}@{l.Number}")];

    public static HeldVersions From(IEnumerable<WatchlistVersion> versions) => new([.. versions.Select(v => new Of(v.List, v.Number, v.ImportedAt.ToUnixTimeMilliseconds()))]);

    /// <summary>Reads what <see cref="ToString"/> writes; null where it is nothing such.</summary>
    public static HeldVersions? Parse(string text)
    {
        var lists = new List<Of>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ') is not [var number, var imported, var list]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                || !long.TryParse(imported, NumberStyles.None, CultureInfo.InvariantCulture, out var instant))
                return null;
            lists.Add(new Of(list, parsed, instant));
        }
        return new HeldVersions(lists);
    }

    /// <summary>A line for each list, for a file.</summary>
    public override string ToString() => string.Join('\n', Lists.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Number} {l.ImportedAt} {l.List}")));

    public bool Equals(HeldVersions? other) => other is not null && Lists.SequenceEqual(other.Lists);

    public override bool Equals(object? obj) => Equals(obj as HeldVersions);

    public override int GetHashCode() => Lists.Count == 0 ? 0 : Lists[^1].GetHashCode();

    /// <summary>A version of a list.</summary>
    /// <param name="List">Its short name.</param>
    /// <param name="Number">1, 2, 3 …</param>
    /// <param name="ImportedAt">Milliseconds since 1970, UTC.</param>
    internal sealed record Of(string List, int Number, long ImportedAt);
}
