namespace Rahdari.Border.Crossings.Imports;

/// <summary>What is to be imported, and how it is written.</summary>
/// <param name="File">The path of a CSV or Parquet file.</param>
/// <param name="Source">The legacy system: small letters, digits and hyphens. It stands in every crossing, and its records' own keys are unique within it.</param>
public sealed record CrossingImportOrder(string File, string Source)
{
    /// <summary>The path of the mapping; null where the file has the headings that are known.</summary>
    public string? Mapping { get; init; }

    /// <summary>The IANA time zone of times without an offset; null for the port's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The path of the file of rejects; null for the file's own with <c>.rejects.csv</c> behind.</summary>
    public string? Rejects { get; init; }

    /// <summary>True where nothing is to be changed: what would be imported is counted. A key that comes twice in the file is told by the import itself.</summary>
    public bool DryRun { get; init; }
}
