using Rahdari.Casework.Cases;
using Rahdari.Casework.Interviews;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Demo;

/// <summary>Two invented interviews in the second line: one person waits to be taken in by the shelter, another is suspected of trafficking. Both wait for the circle.</summary>
internal static class DemoInterviews
{
    private static readonly Actor Supervisor = new("supervisor1", new HashSet<string> { Roles.Supervisor }, null);

    /// <summary>Ends both; the rule broken where one was not taken.</summary>
    public static async Task<Finding?> HoldAsync(SiteSession session, string port, CancellationToken cancellation)
    {
        var victim = Told(InterviewOutcome.PossibleVictim, ExploitationForm.DomesticServitude, "Papers held by another, a debt that grows (specimen)") with
        {
            Sex = Sex.Female,
            AgeGroup = AgeGroup.YoungAdult,
            Answers = [new InterviewAnswer("idea", "An aunt of the neighbours arranged the journey (specimen)."), new InterviewAnswer("threats", "", IsDeclined: true)],
            Needs = [UrgentNeed.Safety, UrgentNeed.MedicalCare],
            MayBeAsked = true,
            Organisation = DemoShelter.Shelter,
            MayBeTold = true,
        };
        var suspect = Told(InterviewOutcome.PossibleTrafficker, ExploitationForm.ForcedBegging, "Travels with other children each month (specimen)") with { Sex = Sex.Male, AgeGroup = AgeGroup.Adult };
        return await EndAsync(session, port, victim, new Interviewed("SPECIMENPUR", "CHANDNI", null, "UTO", "SPC0047110", Sex.Female), cancellation)
            ?? await EndAsync(session, port, suspect, new Interviewed("SPECIMENGAR", "DARA", null, "UTO", "SPC0047111", Sex.Male), cancellation);
    }

    private static InterviewTold Told(InterviewOutcome outcome, ExploitationForm form, string why) => new()
    {
        Language = "urd",
        IsApart = true,
        Outcome = outcome,
        Why = why,
        Forms = [form],
        Suspicion = "A recruiter sends three people a month (specimen).",
        Circle = DemoCases.Circle,
        Province = "PK-SD",
    };

    private static async Task<Finding?> EndAsync(SiteSession session, string port, InterviewTold told, Interviewed person, CancellationToken cancellation) =>
        (await session.Get<InterviewDesk>().EndAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), told, person, port, Supervisor, cancellation)).Problem;
}
