namespace Rahdari.Cli.Demo;

/// <summary>The machine's clock, set back: what happened earlier is recorded as of then.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>How far it is set back.</summary>
    public TimeSpan Back { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;
}
