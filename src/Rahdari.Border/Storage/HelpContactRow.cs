namespace Rahdari.Border.Storage;

/// <summary>Whom a worker may call, as stored; all are replaced by an import.</summary>
internal sealed class HelpContactRow
{
    public required Guid Id { get; init; }

    /// <summary>ISO 3166-1 alpha-3; empty where the contact is for every State.</summary>
    public required string State { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string NameUrdu { get; init; }

    public required string Contact { get; init; }

    public required string Source { get; init; }

    public required DateOnly CheckedOn { get; init; }

    /// <summary>The line of the import, so that the authority's order is kept.</summary>
    public required int Line { get; init; }
}
