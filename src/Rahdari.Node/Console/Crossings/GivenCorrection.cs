using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Crossings;

/// <summary>What a supervisor corrects of a crossing, as typed.</summary>
public sealed class GivenCorrection
{
    /// <summary>How many corrections the page showed.</summary>
    public int Seen { get; set; }

    /// <summary>Which way.</summary>
    public string? Direction { get; set; }

    /// <summary>How it ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>The last day of the permitted stay.</summary>
    public string? PermittedUntil { get; set; }

    /// <summary>Of which kind the conveyance was.</summary>
    public string? ConveyanceKind { get; set; }

    /// <summary>Its number.</summary>
    public string? Conveyance { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The order, or the day that is none. What stands as it was is not corrected.</summary>
    internal CorrectionOrder? ToOrder(Crossing crossing, out string? wrongDay)
    {
        wrongDay = !string.IsNullOrWhiteSpace(PermittedUntil) && Days.Read(PermittedUntil) is null ? PermittedUntil : null;
        if (wrongDay is not null)
            return null;
        var direction = Enum.TryParse<Direction>(Direction, out var way) && way != crossing.Direction ? way : (Direction?)null;
        var outcome = Enum.TryParse<CrossingOutcome>(Outcome, out var ended) && ended != crossing.Outcome ? ended : (CrossingOutcome?)null;
        var number = string.IsNullOrWhiteSpace(Conveyance) ? null : Conveyance.Trim();
        var rides = Enum.TryParse<ConveyanceKind>(ConveyanceKind, out var kind) && (kind, number) != (crossing.ConveyanceKind, crossing.Conveyance);
        return new CorrectionOrder(Seen, Reason)
        {
            Direction = direction,
            Outcome = outcome,
            PermittedUntil = Days.Read(PermittedUntil) is { } until && until != crossing.PermittedUntil ? until : null,
            Conveyance = rides ? new Conveyance(kind, number) : null,
        };
    }
}
