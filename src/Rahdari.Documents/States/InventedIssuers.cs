namespace Rahdari.Documents.States;

/// <summary>Fantasy, camouflage and unrecognised issuers. Thread-safe.</summary>
public static class InventedIssuers
{
    /// <summary>Every one.</summary>
    public static IReadOnlyList<InventedIssuer> All { get; } =
        [.. DataTable.Rows("States.invented-issuers.tsv").Select(row => new InventedIssuer(Enum.Parse<InventedIssuerKind>(row[0], ignoreCase: true), row[1], row[2]))];

    /// <summary>By the code in a zone, or the name on a page (letter case does not matter); null where neither is known.</summary>
    public static InventedIssuer? Find(string code, string? name) => All.FirstOrDefault(issuer =>
        (issuer.Code.Length > 0 && issuer.Code == code)
        || (name is not null && name.Trim().Equals(issuer.Name, StringComparison.OrdinalIgnoreCase)));
}
