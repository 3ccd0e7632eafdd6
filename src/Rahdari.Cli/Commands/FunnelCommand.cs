using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Funnels;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari report funnel</c>: what became of the cases that were registered.</summary>
internal static class FunnelCommand
{
    private static readonly Option<bool> Specimen = new("--specimen") { Description = "The specimen that reproduces the figures reported of 2003; needs no site, and goes with no other option.", Validators = { Alone } };
    private static readonly Option<int?> Year = new("--year") { Description = "The year of the first information report.", HelpName = "YYYY" };
    private static readonly Option<string> Law = new("--law") { Description = "The law's code.", HelpName = "CODE" };
    private static readonly Option<string> Section = new("--section") { Description = "Law and section: 'PTPA-2018 3(1)'.", HelpName = "TEXT" };
    private static readonly Option<string> Circle = new("--circle") { Description = "The circle.", HelpName = "CODE" };
    private static readonly Option<string> Province = new("--province") { Description = "The province (ISO 3166-2).", HelpName = "PK-XX" };
    private static readonly Option<ExploitationForm?> Form = new("--form") { Description = "The form of exploitation." };
    private static readonly Option<bool?> CrossBorder = new("--cross-border") { Description = "true for cases across the border, false for those inside the country." };
    private static readonly Option<Sex?> VictimSex = new("--victim-sex") { Description = "Cases with a victim of this sex." };
    private static readonly Option<AgeGroup?> VictimAge = new("--victim-age") { Description = "Cases with a victim of this age group." };
    private static readonly Option<Sex?> AccusedSex = new("--accused-sex") { Description = "Cases with an accused of this sex." };
    private static readonly Option<FunnelDimension?> By = new("--by") { Description = "One funnel for each value of a dimension; not with --specimen." };

    private static readonly Option<bool> Publish = new("--publish") { Description = "With --by: as it may leave the authority, every count rounded to a multiple of five by a secret of the site.", Validators = { NeedsBy } };

    public static Command Create() => new ExampledCommand(
        "funnel",
        "What became of the cases that were registered: cases, people, charges and victims, each counted by itself. Names nobody. The reading is audited.",
        "rahdari report funnel --year 2026 --by province --json",
        "rahdari report funnel --specimen --json")
    {
        Specimen, Year, Law, Section, Circle, Province, Form, CrossBorder, VictimSex, VictimAge, AccusedSex, By, Publish,
    }.Does(RunAsync);

    private static void NeedsBy(OptionResult result)
    {
        // Else the exact counts would be printed where rounded ones were asked for.
        if (result.GetValueOrDefault<bool>() && result.GetResult(By) is null)
            result.AddError("--publish needs --by.");
    }

    private static void Alone(OptionResult result)
    {
        if (result.GetValueOrDefault<bool>() && new Option[] { Year, Law, Section, Circle, Province, Form, CrossBorder, VictimSex, VictimAge, AccusedSex, By, Publish }.Any(option => result.GetResult(option) is not null))
            result.AddError("--specimen goes with no other option of the report.");
    }

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (run.Get(Specimen))
        {
            var funnel = Specimen2003.Funnel();
            return run.Answer(funnel, paper => Print(run, paper, funnel));
        }
        var filter = new FunnelFilter
        {
            Year = run.Get(Year),
            Law = run.Get(Law),
            Section = run.Get(Section),
            Circle = run.Get(Circle),
            Province = run.Get(Province),
            Form = run.Get(Form),
            IsCrossBorder = run.Get(CrossBorder),
            VictimSex = run.Get(VictimSex),
            VictimAge = run.Get(VictimAge),
            AccusedSex = run.Get(AccusedSex),
        };
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var read = await session.Get<FunnelReport>().ReadAsync(filter, run.Get(By), Actor.CommandLine, cancellation);
                return read switch
                {
                    { Succeeded: false } => run.Fail(read.Problem),
                    { Value.Published: { } published } when run.Get(Publish) => run.Answer(published, paper => Print(paper, published)),
                    { Value.Breakdown: { } breakdown } => run.Answer(breakdown, paper => Print(run, paper, breakdown)),
                    _ => run.Answer(read.Value.Funnel, paper => Print(run, paper, read.Value.Funnel)),
                };
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, Funnel f)
    {
        paper.Line(run.Text("FunnelCases", f.Cases.Registered, f.Cases.WithArrest, f.Cases.InCourt, f.Cases.Decided, f.Cases.WithConviction, f.Cases.CompensationOrdered, f.Cases.CompensationPaid));
        paper.Line(run.Text("FunnelPeople", f.People.Accused, f.People.Arrested, f.People.SentUp, f.People.Judged, f.People.Convicted));
        paper.Line(run.Text("FunnelCharges", f.Charges.SentUp, f.Charges.Framed, f.Charges.Convicted, f.Charges.Acquitted, f.Charges.Open));
        paper.Line(run.Text("FunnelVictims", f.Victims.Known, f.Victims.WithStatement, f.Victims.CompensationOrdered, f.Victims.CompensationPaid));
        paper.Rows(
            [run.Text("CaseStage"), run.Text("Cases"), run.Text("MedianDays"), run.Text("LongestDays"), run.Text("CasesOverdue")],
            f.Lying.Select(l => (IReadOnlyList<string>)[run.Text($"CaseStage{l.Stage}"), $"{l.Cases}", Number(l.MedianDays), Number(l.LongestDays), Number(l.Overdue)]));
        foreach (var unknown in f.Unknown)
            paper.Line(run.Text("NotKnown", run.Text($"Unknown{unknown}")));
    }

    private static void Print(Paper paper, PublishedFunnel published) => paper.Rows(
        [$"{published.By}", .. published.Columns.Select(column => $"{column.Unit} {column.Step}")],
        published.Rows.Select(row => (IReadOnlyList<string>)[row.Value, .. row.Counts.Select(count => count.ToString(CultureInfo.InvariantCulture))]));

    private static void Print(Run run, Paper paper, FunnelBreakdown breakdown) => paper.Rows(
        [$"{breakdown.By}", run.Text("Cases"), run.Text("PeopleArrested"), run.Text("CasesInCourt"), run.Text("PeopleConvicted"), run.Text("ChargesConvicted"), run.Text("VictimsKnown")],
        breakdown.Rows.Select(row => (IReadOnlyList<string>)
        [
            row.Value, $"{row.Funnel.Cases.Registered}", $"{row.Funnel.People.Arrested}", $"{row.Funnel.Cases.InCourt}", $"{row.Funnel.People.Convicted}", $"{row.Funnel.Charges.Convicted}", $"{row.Funnel.Victims.Known}",
        ]));

    private static string Number(double? number) => number?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";
}
