using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Specimens;

/// <summary>A personalised specimen: what stands on its chip, and on its page. Immutable.</summary>
/// <param name="Files">The files of the application.</param>
/// <param name="Zone">The lines printed on the page.</param>
/// <param name="Lie">In what way it lies.</param>
public sealed record SpecimenChip(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Files, IReadOnlyList<string> Zone, SpecimenLie Lie);
