using System.CommandLine;
using System.Globalization;
using Rahdari.Casework.Cases;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari case</c>: the cases of the register; audited like every read.</summary>
internal static class CaseCommands
{
    private static readonly Option<CaseStage?> Stage = new("--stage") { Description = "Where they lie." };
    private static readonly Option<string> Number = new("--number") { Description = "A part of the number.", HelpName = "TEXT" };
    private static readonly Option<bool> Overdue = new("--overdue") { Description = "Only those of which a time limit has passed." };
    private static readonly Argument<Guid> Id = new("ID") { Description = "The key of the case, as the list with --json has it." };

    public static Command List() => new ExampledCommand(
        "list",
        "Cases; those whose time limit ends first come first. The reading is audited.",
        "rahdari case list --overdue",
        "rahdari case list --stage court --json")
    {
        Stage, Number, Overdue, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var filter = new CaseFilter { Stage = run.Get(Stage), Number = run.Get(Number), IsOverdue = run.Get(Overdue) };
            var page = await session.Get<CaseRegister>().ListAsync(filter, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Show() => new ExampledCommand(
        "show",
        "A case: how it stands, its time limits, and everything that was told of it. Victims stand there by pseudonym. The reading is audited.",
        "rahdari case show 019c0000-0000-7000-8000-000000000001 --json")
    {
        Id,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var file = await session.Get<CaseRegister>().FindAsync(run.Get(Id), Actor.CommandLine, cancellation);
            return file.Succeeded ? run.Answer(file.Value, paper => Print(run, paper, file.Value)) : run.Fail(file.Problem);
        },
        cancellation));

    private static void Print(Run run, Paper paper, Page<ListedCase> page)
    {
        paper.Rows(
            [run.Text("CaseNumber"), run.Text("CaseStage"), run.Text("NextLimit"), run.Text("Accused"), run.Text("Victims")],
            page.Items.Select(c => (IReadOnlyList<string>)
            [
                c.Number, run.Text($"CaseStage{c.Stage}"), c.NextDue is { } due ? Day(due) + (c.IsOverdue ? " !" : "") : "–", $"{c.Accused}", $"{c.Victims}",
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }

    private static void Print(Run run, Paper paper, CaseFile file)
    {
        paper.Line($"{file.State.Number}  {run.Text($"CaseStage{file.State.Stage}")}");
        foreach (var limit in file.Limits.Where(limit => limit.MetOn is null))
            paper.Line($"{Day(limit.Due)}  {limit.Title.In(run.Culture.TwoLetterISOLanguageName)}{(limit.IsOverdue(file.Today) ? " !" : "")}");
        paper.Rows(
            [run.Text("Day"), run.Text("What"), run.Text("By")],
            file.Events.Select(e => (IReadOnlyList<string>)[Day(e.Fact.Day), $"{e.Fact.Kind}", e.By]));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
