namespace Rahdari.Border.Storage;

/// <summary>An import that is under way or was abandoned: only who holds a list's row writes entries of its coming version.</summary>
internal sealed class WatchlistImportRow
{
    public required string List { get; init; }

    /// <summary>Who holds it; another id where a later import took its place.</summary>
    public required Guid Id { get; set; }

    /// <summary>The <see cref="Watchlists.HeldImport"/> as JSON, where all is written and a second person must agree.</summary>
    public string? Held { get; set; }

    /// <summary>Units of work written.</summary>
    public int Units { get; set; }
}
