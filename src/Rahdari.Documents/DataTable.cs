namespace Rahdari.Documents;

/// <summary>Reads the tables that this library carries: tab-separated, comments after a hash sign.</summary>
internal static class DataTable
{
    /// <summary>The rows of <c>folder.file.tsv</c>, every row with as many columns as its longest sibling.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream($"Rahdari.Documents.{name}")!;
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split('\t'));
        }
        var columns = rows.Max(row => row.Length);
        return [.. rows.Select(row => row.Length == columns ? row : [.. row, .. Enumerable.Repeat("", columns - row.Length)])];
    }
}
