using Rahdari.Border.Crossings;

namespace Rahdari.Border.Stays;

/// <summary>A stay as the crossings tell it: an entry and the exit that ended it, of which either may be missing.</summary>
public sealed record RecordedStay
{
    /// <summary>How far it is known.</summary>
    public required StayState State { get; init; }

    /// <summary>The entry; null where none was recorded.</summary>
    public required StayLeg? Entry { get; init; }

    /// <summary>The exit; null where none was recorded.</summary>
    public required StayLeg? Exit { get; init; }

    /// <summary>By which permission they entered: its class, with its number where one was issued; null where none was named.</summary>
    public required string? EnteredBy { get; init; }

    /// <summary>The extension that lengthened it last, by authority and reference; null where none did.</summary>
    public required string? ExtendedBy { get; init; }

    /// <summary>The last permitted day, as extended; null where none is counted, or the entry is missing.</summary>
    public required DateOnly? PermittedUntil { get; init; }

    /// <summary>Days in the country at the port's time, those of entry and exit counted as whole ones; of an open stay until today; null where a leg is missing.</summary>
    public required int? Days { get; init; }

    /// <summary>Days past the last permitted one: until the exit, or of an open stay until today; 0 where within, and where that is not known.</summary>
    public required int DaysOver { get; init; }
}

/// <summary>How far a stay is known.</summary>
public enum StayState
{
    /// <summary>The traveller entered, and nothing says that they have left.</summary>
    Open,

    /// <summary>Both legs are recorded.</summary>
    Ended,

    /// <summary>They entered again: when they left was not recorded, or is on its way from an offline port.</summary>
    ExitMissing,

    /// <summary>They left, and no entry was recorded.</summary>
    EntryMissing,
}

/// <summary>One end of a stay.</summary>
/// <param name="CrossingId">The crossing.</param>
/// <param name="At">When; UTC.</param>
/// <param name="Port">UN/LOCODE.</param>
/// <param name="IssuingState">The State that issued the document presented, as read.</param>
/// <param name="DocumentNumber">Its number.</param>
public sealed record StayLeg(Guid CrossingId, DateTimeOffset At, string Port, string IssuingState, string DocumentNumber)
{
    internal static StayLeg Of(Crossing crossing) => new(crossing.Id, crossing.At, crossing.Port, crossing.IssuingState, crossing.DocumentNumber);
}
