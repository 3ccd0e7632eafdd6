namespace Rahdari.Border.Crossings.Imports;

/// <summary>
/// A batch of a legacy system's crossings as signed: not that this node saw them, but which rows it took from which file. One signature holds
/// all of them, for <see cref="Hash"/> is over every row.
/// </summary>
internal sealed record ImportFact
{
    /// <summary>What the rows bear as <see cref="Crossing.ImportId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run that took the file in.</summary>
    public required Guid Run { get; init; }

    public required string Source { get; init; }

    public required string File { get; init; }

    /// <summary>SHA-256 of the whole file, hexadecimal.</summary>
    public required string FileHash { get; init; }

    /// <summary>The first record of the batch in the file; 1-based, the header not counted.</summary>
    public required long First { get; init; }

    /// <summary>The last, inclusive; what is between and no row was rejected or was there already.</summary>
    public required long Last { get; init; }

    public required int Rows { get; init; }

    /// <summary>SHA-256 over the SHA-256 of each row in the order of their ids, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The first eight bytes of each row's SHA-256 in the same order, Base64: they tell which row was changed, and prove nothing.</summary>
    public required string Marks { get; init; }
}
