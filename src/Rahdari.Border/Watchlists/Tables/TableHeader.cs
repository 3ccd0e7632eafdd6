using System.Text;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>The names of a table's columns. Case, blanks and marks do not count: <c>Date of Birth</c> is <c>date_of_birth</c>.</summary>
internal sealed class TableHeader
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    public TableHeader(IReadOnlyList<string> names)
    {
        Names = names;
        // Of two columns of a name the first is meant.
        foreach (var (index, name) in names.Index())
            indices.TryAdd(Key(name), index);
    }

    /// <summary>As the table writes them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where the column stands; null where there is none.</summary>
    public int? Find(string name) => indices.TryGetValue(Key(name), out var index) ? index : null;

    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
                key.Append(char.ToUpperInvariant(character));
        }
        // A name of marks alone is its own.
        return key.Length == 0 ? name : key.ToString();
    }
}
