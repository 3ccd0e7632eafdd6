using System.Text.Json.Serialization;

namespace Rahdari.Border.Permissions;

/// <summary>Every way in which a traveller might be let in, the best first.</summary>
/// <param name="Rules">The number of the rules of entry that they were held against.</param>
/// <param name="All">Those that can be used first; of them the one that allows the longest stay.</param>
public sealed record EntryOptions(int Rules, IReadOnlyList<EntryOption> All)
{
    /// <summary>The one that is used unless the officer chooses another; null where none can be.</summary>
    [JsonIgnore]
    public EntryOption? Best => All is [{ IsUsable: true } first, ..] ? first : null;

    /// <summary>The one with the key, or null.</summary>
    public EntryOption? Find(string key) => All.FirstOrDefault(option => option.Key == key);
}
