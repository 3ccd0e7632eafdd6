namespace Rahdari.Training;

/// <summary>The machine's clock, set back while what happened before a lesson is recorded at the real counter.</summary>
/// <param name="clock">The clock.</param>
public sealed class TrainingClock(TimeProvider clock) : TimeProvider
{
    /// <summary>How far it is set back.</summary>
    public TimeSpan Back { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - Back;
}
