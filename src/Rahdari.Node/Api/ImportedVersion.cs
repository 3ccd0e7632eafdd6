using Rahdari.Border.Watchlists;

namespace Rahdari.Node.Api;

/// <summary>A version that an import brought into force, with what was left out of it.</summary>
internal sealed record ImportedVersion
{
    /// <summary>The list's short name.</summary>
    public required string List { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>When its publisher made it, where known; UTC.</summary>
    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The user name.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>Entries in this version.</summary>
    public required int Entries { get; init; }

    /// <summary>Of them individuals: those screened.</summary>
    public required int Individuals { get; init; }

    /// <summary>Entries that the version before did not have.</summary>
    public required int Added { get; init; }

    /// <summary>Entries that differ from the version before.</summary>
    public required int Changed { get; init; }

    /// <summary>Entries of the version before that are gone.</summary>
    public required int Delisted { get; init; }

    /// <summary>The entries and rows that could not be used; empty where all could.</summary>
    public required IReadOnlyList<RejectedEntry> Rejected { get; init; }

    /// <summary>The version with what was left out of it.</summary>
    public static ImportedVersion Of(WatchlistVersion version, IReadOnlyList<RejectedEntry> rejected) => new()
    {
        List = version.List,
        Number = version.Number,
        PublishedAt = version.PublishedAt,
        ImportedAt = version.ImportedAt,
        ImportedBy = version.ImportedBy,
        Entries = version.Entries,
        Individuals = version.Individuals,
        Added = version.Added,
        Changed = version.Changed,
        Delisted = version.Delisted,
        Rejected = rejected,
    };
}

/// <summary>An entry or row that could not be used.</summary>
/// <param name="Code">The rule that it breaks.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">1-based; 0 where the file as a whole is meant.</param>
/// <param name="Column">1-based; 0 where unknown.</param>
/// <param name="Field">The element or column, or null.</param>
/// <param name="Message">The sentence, in the request's language.</param>
internal sealed record RejectedEntry(string Code, string File, long Line, long Column, string? Field, string Message);
