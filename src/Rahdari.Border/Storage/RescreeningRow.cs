using Rahdari.Border.Screening.Rescreening;

namespace Rahdari.Border.Storage;

/// <summary>A run over everybody in the country as stored: what it needs to go on where it stopped.</summary>
internal sealed class RescreeningRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>The versions and the policy, with a space between.</summary>
    public required string Against { get; init; }

    public required int Total { get; init; }

    public required int Done { get; set; }

    public required int Alerts { get; set; }

    public required int Failed { get; set; }

    /// <summary>The last traveller of those done, in the database's order; empty before the first.</summary>
    public required Guid Position { get; set; }

    /// <summary>Who works on it: a worker that finds another here has been replaced, and stops.</summary>
    public required Guid Worker { get; set; }

    /// <summary>When it was worked on last.</summary>
    public required DateTimeOffset WorkedAt { get; set; }

    public required RescreeningState State { get; set; }
}
