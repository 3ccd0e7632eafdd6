using Rahdari.Border.Conveyances;

namespace Rahdari.Border.Crossings;

/// <summary>Which crossings; null means any.</summary>
public sealed record CrossingFilter
{
    /// <summary>At or after; UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before; UTC.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Which way.</summary>
    public Direction? Direction { get; init; }

    /// <summary>How it ended.</summary>
    public CrossingOutcome? Outcome { get; init; }

    /// <summary>Nationality code as read.</summary>
    public string? Nationality { get; init; }

    /// <summary>The exact document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The beginning of the surname, any case.</summary>
    public string? Surname { get; init; }

    /// <summary>The counter.</summary>
    public string? Counter { get; init; }

    /// <summary>By what.</summary>
    public ConveyanceKind? ConveyanceKind { get; init; }

    /// <summary>The exact number of the conveyance, in any case.</summary>
    public string? Conveyance { get; init; }

    /// <summary>The day of the conveyance's coming or going at the port.</summary>
    public DateOnly? ConveyanceDay { get; init; }

    /// <summary>The traveller.</summary>
    public Guid? TravellerId { get; init; }
}
