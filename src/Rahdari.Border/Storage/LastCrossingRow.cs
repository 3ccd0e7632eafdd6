using Rahdari.Border.Crossings;

namespace Rahdari.Border.Storage;

/// <summary>
/// A traveller's latest crossing that was no refusal, so that who is in the country need not be asked of all that was ever recorded. It follows from
/// the crossings: written with each of them, and compared with them by whoever verifies the ledger.
/// </summary>
internal sealed class LastCrossingRow
{
    public required Guid TravellerId { get; init; }

    public required Guid CrossingId { get; set; }

    public required DateTimeOffset At { get; set; }

    public required CrossingOutcome Outcome { get; set; }

    public required string Port { get; set; }

    public required string Nationality { get; set; }

    public DateOnly? PermittedUntil { get; set; }

    public string? Permission { get; set; }

    public static LastCrossingRow Of(Crossing crossing) => new()
    {
        TravellerId = crossing.TravellerId,
        CrossingId = crossing.Id,
        At = crossing.At,
        Outcome = crossing.Outcome,
        Port = crossing.Port,
        Nationality = crossing.Nationality,
        PermittedUntil = crossing.PermittedUntil,
        Permission = crossing.Permission,
    };
}
