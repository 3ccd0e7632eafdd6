namespace Rahdari.Documents.Seals;

/// <summary>Where the message of each kind of seal repeats the travel document: <c>nc-kinds.tsv</c>.</summary>
internal static class NcKinds
{
    private static readonly ILookup<string, (string Path, string Field, string[] Condition)> All =
        DataTable.Rows("Seals.nc-kinds.tsv").ToLookup(row => row[0], row => (row[1], row[2], row[3].Split('=', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);

    public static bool IsKnown(string kind) => All.Contains(kind);

    /// <summary>What the seal says of fields of the travel document.</summary>
    public static IEnumerable<(string Field, string Said)> Repeated(NcSeal seal)
    {
        foreach (var (path, field, condition) in All[seal.Kind])
        {
            var applies = condition is not [var where, var value] || seal.Message.GetValueOrDefault(where) == value;
            if (applies && seal.Message.GetValueOrDefault(path) is { Length: > 0 } said)
                yield return (field, said);
        }
    }
}
