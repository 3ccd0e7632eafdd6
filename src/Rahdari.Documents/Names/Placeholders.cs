using System.Collections.Frozen;

namespace Rahdari.Documents.Names;

/// <summary>What stands in a name field for a name that is not known: FNU, LNU. Thread-safe.</summary>
public static class Placeholders
{
    private static readonly FrozenSet<string> Words = DataTable.Rows("Names.placeholders.tsv").Select(row => row[0]).ToFrozenSet();

    /// <summary>The first such word of a name, or null.</summary>
    public static string? In(string name) => name.Split(' ').FirstOrDefault(Words.Contains);
}
