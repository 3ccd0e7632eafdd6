using System.Text.Json.Serialization;

namespace Rahdari.Border.Watchlists;

/// <summary>One imported version of a list.</summary>
public record WatchlistVersion
{
    /// <summary>The list's short name.</summary>
    public required string List { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>The form that its files came in: <c>ofac</c>, <c>csv</c>; null of versions from before it was kept.</summary>
    public string? Form { get; init; }

    /// <summary>When its publisher made it, where known; UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Required where it is read: a held import of a list without a date could not be read again.
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
}
