namespace Rahdari.Border.Encounters;

/// <summary>What the border asks of those who keep the interviews. Whoever answers hands out nothing of the person. Thread-safe.</summary>
public interface IInterviews
{
    /// <summary>How the interview of an encounter stands.</summary>
    Task<InterviewStanding> StandingAsync(Guid encounterId, CancellationToken cancellation = default);
}

/// <summary>Where nobody keeps interviews: what was asked for stays awaited.</summary>
internal sealed class NoInterviews : IInterviews
{
    public Task<InterviewStanding> StandingAsync(Guid encounterId, CancellationToken cancellation) => Task.FromResult(InterviewStanding.None);
}
