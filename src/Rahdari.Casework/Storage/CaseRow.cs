using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Storage;

/// <summary>A case as lists find it. What it holds follows from the events, which are signed.</summary>
internal sealed class CaseRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Circle { get; set; }

    /// <summary>The circle that it shall go to, or null.</summary>
    public string? ToCircle { get; set; }

    public required CaseStage Stage { get; set; }

    /// <summary>The day on which the next time limit ends, or null.</summary>
    public DateOnly? NextDue { get; set; }

    /// <summary>The day on which it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }

    public required int Version { get; set; }

    /// <summary>A <see cref="CaseState"/> as JSON.</summary>
    public required string State { get; set; }
}
