using Rahdari.Casework.Cases;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Demo;

/// <summary>Invented trafficking cases of a demonstration, one at each stage.</summary>
internal static class DemoCases
{
    /// <summary>The circle of the demonstration.</summary>
    public const string Circle = "AHTC-KHI";

    private const string Law = "PTPA-2018";
    private const string Section = "3(2)";

    private static readonly Actor Head = new("head1", new HashSet<string> { Roles.CaseSupervisor }, null) { Circle = Circle };

    /// <summary>Records the cases; the rule broken where one was not taken.</summary>
    public static async Task<Finding?> RecordAsync(SiteSession session, DateOnly today, CancellationToken cancellation)
    {
        var register = session.Get<CaseRegister>();
        foreach (var (index, stage) in Enum.GetValues<CaseStage>().Index())
        {
            var begun = today.AddDays(-200 + (20 * index));
            var opened = await register.OpenAsync(Guid.CreateVersion7(), Opened(index, begun), Head, cancellation);
            if (!opened.Succeeded)
                return opened.Problem;
            var state = opened.Value;
            foreach (var (days, fact) in Facts(index).Take(Steps(stage)).Index())
            {
                var told = await register.TellAsync(state.Id, Guid.CreateVersion7(), fact with { Day = begun.AddDays(2 + (3 * days)) }, state.Version, Head, cancellation);
                if (!told.Succeeded)
                    return told.Problem;
                state = told.Value;
            }
        }
        return null;
    }

    private static Opened Opened(int index, DateOnly day) =>
        new(Law, Circle, "PK-SD", (CaseOrigin)(index % 6), IsCrossBorder: index % 3 != 0, [(ExploitationForm)(1 + (index % 8))], Summary: "Specimen: an invented case.") { Day = day };

    private static CaseFact[] Facts(int index)
    {
        var (accused, order, appeal) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var victim = $"V-SPC{index}-0000";
        Charge[] charges = [new(accused, Law, Section)];
        return
        [
            new FirRegistered($"{index + 1}/SPECIMEN", "AHTC Karachi") { Day = default },
            new OffenceAdded(Law, Section) { Day = default },
            new AccusedNamed(accused, $"SPECIMEN ACCUSED {index + 1}", index % 2 == 0 ? Sex.Male : Sex.Female, AgeGroup.Adult, AccusedRole.Recruiter) { Day = default },
            new VictimNamed(victim, index % 3 == 0 ? Sex.Male : Sex.Female, (AgeGroup)(1 + (index % 4)), [(ExploitationForm)(1 + (index % 8))]) { Day = default },
            new LeadNoted(LeadKind.Telephone, "+92-000-0000000", accused, "Called before each departure (specimen)") { Day = default },
            new Arrested(accused, "Karachi") { Day = default },
            new ChallanSubmitted("Sessions Court Karachi (specimen)", true, charges) { Day = default },
            new ChargeFramed(charges) { Day = default },
            new VerdictGiven(charges[0], Verdict.Convicted) { Day = default },
            new SentencePassed(charges[0], 60, Fine: 200_000) { Day = default },
            new CompensationOrdered(order, victim, 300_000, accused) { Day = default },
            new CompensationPaid(order, 100_000, $"SPECIMEN-{index}") { Day = default },
            index == (int)CaseStage.Appeal
                ? new AppealFiled(appeal, AppealParty.Accused, "High Court (specimen)", charges) { Day = default }
                : new Closed(ClosingReason.Decided, "Specimen: the sentence stands.") { Day = default },
        ];
    }

    /// <summary>How many facts lead to a stage.</summary>
    private static int Steps(CaseStage stage) => stage switch
    {
        CaseStage.Enquiry => 0,
        CaseStage.Investigation => 6,
        CaseStage.Court => 7,
        CaseStage.Trial => 8,
        CaseStage.Decided => 12,
        _ => 13,
    };
}
