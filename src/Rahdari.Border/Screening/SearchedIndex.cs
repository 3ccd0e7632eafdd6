using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>An index with the versions of the lists that it holds.</summary>
internal sealed record SearchedIndex(HeldVersions Versions, ScreeningIndex Index)
{
    /// <summary>The documents that the same versions report.</summary>
    public ReportedDocuments Reported { get; init; } = ReportedDocuments.None;

    /// <summary>The lists of these versions that name persons.</summary>
    public IReadOnlyList<string> ListsOfPersons { get; init; } = [];

    public static SearchedIndex Empty { get; } = new(HeldVersions.None, ScreeningIndex.Build([]));
}
