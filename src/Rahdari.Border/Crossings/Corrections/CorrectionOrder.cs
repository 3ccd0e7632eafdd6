using Rahdari.Border.Conveyances;

namespace Rahdari.Border.Crossings.Corrections;

/// <summary>What is to be corrected of a crossing; what is null stays as it is.</summary>
/// <param name="Seen">How many corrections of the crossing were shown to who corrects: what was corrected meanwhile is not corrected unread.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectionOrder(int Seen, string? Reason)
{
    /// <summary>Which way; the outcome turns with it.</summary>
    public Direction? Direction { get; init; }

    /// <summary>How it ended; <see cref="CrossingOutcome.Annulled"/> where it never took place.</summary>
    public CrossingOutcome? Outcome { get; init; }

    /// <summary>The last day of the permitted stay of who was admitted.</summary>
    public DateOnly? PermittedUntil { get; init; }

    /// <summary>By what the traveller came or went; its day is that of the crossing where none is told.</summary>
    public Conveyance? Conveyance { get; init; }
}
