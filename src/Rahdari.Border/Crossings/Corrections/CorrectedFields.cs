using Rahdari.Border.Conveyances;

namespace Rahdari.Border.Crossings.Corrections;

/// <summary>What of a crossing can be corrected. The document as it was read cannot: who is who is mended by links.</summary>
public sealed record CorrectedFields
{
    /// <summary>Which way.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How it ended; <see cref="CrossingOutcome.Annulled"/> where it never took place.</summary>
    public required CrossingOutcome Outcome { get; init; }

    /// <summary>The last day of the permitted stay; null where none was counted.</summary>
    public DateOnly? PermittedUntil { get; init; }

    /// <summary>Of which kind the conveyance was; null where nobody told.</summary>
    public ConveyanceKind? ConveyanceKind { get; init; }

    /// <summary>Its number; null where nobody told.</summary>
    public string? Conveyance { get; init; }

    /// <summary>The day of its coming or going; null where nobody told.</summary>
    public DateOnly? ConveyanceDay { get; init; }

    /// <summary>Those of a crossing as it stands.</summary>
    public static CorrectedFields Of(Crossing crossing) => new()
    {
        Direction = crossing.Direction,
        Outcome = crossing.Outcome,
        PermittedUntil = crossing.PermittedUntil,
        ConveyanceKind = crossing.ConveyanceKind,
        Conveyance = crossing.Conveyance,
        ConveyanceDay = crossing.ConveyanceDay,
    };

    /// <summary>The crossing with these.</summary>
    internal Crossing In(Crossing crossing, DateTimeOffset? correctedAt) => crossing with
    {
        Direction = Direction,
        Outcome = Outcome,
        PermittedUntil = PermittedUntil,
        ConveyanceKind = ConveyanceKind,
        Conveyance = Conveyance,
        ConveyanceDay = ConveyanceDay,
        CorrectedAt = correctedAt,
    };
}
