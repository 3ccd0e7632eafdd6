using Rahdari.Border.Advice;
using Rahdari.Border.Conveyances;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Crossings;

/// <summary>
/// One crossing of the border, or its refusal: an append-only fact, signed and chained in the site's ledger. Never
/// changed there; a correction is a new fact, by which the table has the crossing as it stands.
/// </summary>
public sealed record Crossing
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node that recorded it.</summary>
    public required string Node { get; init; }

    /// <summary>The port (UN/LOCODE).</summary>
    public required string Port { get; init; }

    /// <summary>The counter.</summary>
    public required string Counter { get; init; }

    /// <summary>Which way.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How it ended.</summary>
    public required CrossingOutcome Outcome { get; init; }

    /// <summary>When it was recorded; UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The user name of who decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The encounter that led to it; all zeros for an imported crossing, which had none here.</summary>
    public required Guid EncounterId { get; init; }

    /// <summary>The traveller, as resolved.</summary>
    public required Guid TravellerId { get; init; }

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

    /// <summary>What the system advised; <see cref="AdviceLevel.Clear"/> for an imported crossing, of which nothing was advised here.</summary>
    public required AdviceLevel Advice { get; init; }

    /// <summary>The codes of the advice's reasons, comma-separated, worst first.</summary>
    public required string AdviceReasons { get; init; }

    /// <summary>The decider's reason; required where the decision goes against the advice.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day of the permitted stay, for an alien admitted; otherwise null.</summary>
    public DateOnly? PermittedUntil { get; init; }

    /// <summary>By which permission an alien was admitted: its class, with its number where one was issued; otherwise null.</summary>
    public string? Permission { get; init; }

    /// <summary>The <see cref="Permissions.Permission"/>, where one was issued.</summary>
    public Guid? PermissionId { get; init; }

    /// <summary>The client's key under which a repeated request finds this crossing again.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The legacy system that recorded it, where it was imported; null where this node did.</summary>
    public string? Source { get; init; }

    /// <summary>The signed batch that brought it, where it was imported; null where this node recorded it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>By what the traveller came or went; null where nobody told.</summary>
    public ConveyanceKind? ConveyanceKind { get; init; }

    /// <summary>The flight, the ship, the train, the registration; null where nobody told.</summary>
    public string? Conveyance { get; init; }

    /// <summary>The day of its coming or going at the port; null where nobody told.</summary>
    public DateOnly? ConveyanceDay { get; init; }

    /// <summary>When it was corrected last; UTC; null for a crossing that stands as it was recorded.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }

    /// <summary>The number of the visa, where an import told it.</summary>
    public string? VisaNumber { get; init; }

    /// <summary>The national identity number, where an import told it.</summary>
    public string? PersonalNumber { get; init; }
}
