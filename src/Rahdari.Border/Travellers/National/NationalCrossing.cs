using Rahdari.Border.Crossings;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers.National;

/// <summary>A crossing as headquarters tells it to a port: where, when and which way, and by which document. Who decided at the other port, on what advice and why, is that port's.</summary>
public sealed record NationalCrossing
{
    /// <summary>The crossing; UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node that recorded it.</summary>
    public required string Node { get; init; }

    /// <summary>The port (UN/LOCODE).</summary>
    public required string Port { get; init; }

    /// <summary>Which way.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How it ended.</summary>
    public required CrossingOutcome Outcome { get; init; }

    /// <summary>When it was recorded; UTC, by the clock of its node.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The document code, e.g. <c>P</c>.</summary>
    public required string DocumentCode { get; init; }

    /// <summary>The issuing State, as read.</summary>
    public required string IssuingState { get; init; }

    /// <summary>The document number.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The nationality, as read.</summary>
    public required string Nationality { get; init; }

    /// <summary>Surname.</summary>
    public required string PrimaryIdentifier { get; init; }

    /// <summary>Given names.</summary>
    public required string SecondaryIdentifier { get; init; }

    /// <summary>Date of birth.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>Sex as the document states it.</summary>
    public required Sex Sex { get; init; }

    /// <summary>The last day of the permitted stay, for an alien admitted; otherwise null.</summary>
    public DateOnly? PermittedUntil { get; init; }

    /// <summary>By which permission an alien was admitted; otherwise null.</summary>
    public string? Permission { get; init; }

    /// <summary>The flight, the ship, the train, the registration; null where nobody told.</summary>
    public string? Conveyance { get; init; }

    /// <summary>When it was corrected last; UTC; null for a crossing that stands as it was recorded.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }

    /// <summary>What is told of a crossing, as it stands.</summary>
    public static NationalCrossing Of(Crossing crossing) => new()
    {
        Id = crossing.Id,
        Node = crossing.Node,
        Port = crossing.Port,
        Direction = crossing.Direction,
        Outcome = crossing.Outcome,
        At = crossing.At,
        DocumentCode = crossing.DocumentCode,
        IssuingState = crossing.IssuingState,
        DocumentNumber = crossing.DocumentNumber,
        Nationality = crossing.Nationality,
        PrimaryIdentifier = crossing.PrimaryIdentifier,
        SecondaryIdentifier = crossing.SecondaryIdentifier,
        DateOfBirth = crossing.DateOfBirth,
        Sex = crossing.Sex,
        PermittedUntil = crossing.PermittedUntil,
        Permission = crossing.Permission,
        Conveyance = crossing.Conveyance,
        CorrectedAt = crossing.CorrectedAt,
    };
}
