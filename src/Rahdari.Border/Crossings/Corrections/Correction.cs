namespace Rahdari.Border.Crossings.Corrections;

/// <summary>That a crossing was recorded wrongly: a fact of its own, signed and chained. The fact that it corrects stays in the ledger as it was signed.</summary>
public sealed record Correction
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The node that recorded it.</summary>
    public required string Node { get; init; }

    /// <summary>The crossing.</summary>
    public required Guid CrossingId { get; init; }

    /// <summary>1 for the crossing's first correction, 2 for the next.</summary>
    public required int Number { get; init; }

    /// <summary>When; UTC, whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The user name of who corrected.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>As it stood.</summary>
    public required CorrectedFields Before { get; init; }

    /// <summary>As it stands since.</summary>
    public required CorrectedFields After { get; init; }
}
