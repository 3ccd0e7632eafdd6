using Rahdari.Border.Encounters;
using Rahdari.Casework.Interviews;

namespace Rahdari.Node.Interviews;

/// <summary>Tells the border of an interview no more than whether it waits, and whether somebody may be sent back.</summary>
internal sealed class BorderInterviews(InterviewDesk interviews) : IInterviews
{
    public async Task<InterviewStanding> StandingAsync(Guid encounterId, CancellationToken cancellation) => await interviews.HoldAsync(encounterId, cancellation) switch
    {
        InterviewHold.None => InterviewStanding.None,
        InterviewHold.UnderWay => InterviewStanding.UnderWay,
        InterviewHold.Ended => InterviewStanding.Ended,
        InterviewHold.Agreed => InterviewStanding.Agreed,
        _ => InterviewStanding.Held,
    };
}
