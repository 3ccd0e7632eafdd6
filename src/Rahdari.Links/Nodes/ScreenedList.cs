namespace Rahdari.Links.Nodes;

/// <summary>A list at a node and at headquarters.</summary>
/// <param name="List">Its name.</param>
/// <param name="Version">The version that the node screens with, or null where it has none.</param>
/// <param name="Headquarters">The version in force at headquarters, or null where it has none.</param>
public sealed record ScreenedList(string List, int? Version, int? Headquarters)
{
    /// <summary>True where headquarters has a newer one.</summary>
    public bool IsOlder => Headquarters is { } newest && (Version ?? 0) < newest;

    /// <summary>True where headquarters has an older one: it was restored from a backup.</summary>
    public bool IsNewer => Headquarters is { } newest && Version > newest;

    /// <summary>Every list of either, by name.</summary>
    public static IReadOnlyList<ScreenedList> Beside(IReadOnlyDictionary<string, int> node, IReadOnlyDictionary<string, int> headquarters) =>
        [.. node.Keys.Union(headquarters.Keys).Order(StringComparer.Ordinal).Select(list => new ScreenedList(list, Of(node, list), Of(headquarters, list)))];

    private static int? Of(IReadOnlyDictionary<string, int> versions, string list) => versions.TryGetValue(list, out var version) ? version : null;
}
