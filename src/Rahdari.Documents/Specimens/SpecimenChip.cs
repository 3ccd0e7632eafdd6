using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Specimens;

/// <summary>A personalised specimen: what stands on its chip, and on its page. Immutable.</summary>
/// <param name="Files">The files of the chip.</param>
/// <param name="Zone">The lines printed on the page.</param>
/// <param name="Lie">In what way it lies.</param>
public sealed record SpecimenChip(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Files, IReadOnlyList<string> Zone, SpecimenLie Lie)
{
    /// <summary>What opens it: the zone that is printed. Who forges a page opens the chip to it, lest it be noticed at once.</summary>
    public required ChipPassword Password { get; init; }

    /// <summary>How it is opened and proves itself.</summary>
    public required ChipKeys Keys { get; init; }

    /// <summary>The chip, to be put on a reader.</summary>
    /// <param name="card">The card access number printed on it, if there is one.</param>
    /// <param name="answerLength">The longest answer that it gives, in octets; null for short answers alone.</param>
    public SimulatedChip Chip(ChipPassword? card = null, int? answerLength = null) => new(Files, Password, Keys, card, answerLength);
}
