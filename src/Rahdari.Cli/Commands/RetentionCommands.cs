using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Retention;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari retention show</c>, <c>publish</c>, <c>plan</c> and <c>purge</c>: how long records are kept, and erasing what is past its time.</summary>
internal static class RetentionCommands
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The periods as JSON: {\"periods\":[…]} (samples/retention/README.md)." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command Show() => new ExampledCommand(
        "show",
        "The schedule of retention in force: how long each class of records is kept, and by which law or decision.",
        "rahdari retention show",
        "rahdari retention show --json")
        .Does((run, cancellation) => SiteSession.WithAsync(
            run,
            async session =>
            {
                var schedule = await session.Get<RetentionRegister>().InForceAsync(Actor.CommandLine, cancellation);
                return schedule.Succeeded ? run.Answer(schedule.Value, paper => Print(run, paper, schedule.Value)) : run.Fail(schedule.Problem);
            },
            cancellation));

    public static Command Publish() => new ExampledCommand(
        "publish",
        "Publish a schedule of retention in the place of the one before, under the next number; it counts from the next purge on. A class that is left out is never purged. The same again changes nothing. Signed and audited.",
        "rahdari retention publish samples/retention/schedule.json --reason 'specimen schedule'")
    {
        Path, Reason,
    }.Does(PublishAsync);

    public static Command Plan() => new ExampledCommand(
        "plan",
        "What a purge would erase now, by class: how many, the oldest, how many a legal hold or something that stays keeps. Names nobody and changes nothing. Audited.",
        "rahdari retention plan",
        "rahdari retention plan --json")
        .Does((run, cancellation) => SiteSession.WithAsync(
            run,
            async session =>
            {
                var plan = await session.Get<RetentionPurge>().PlanAsync(Actor.CommandLine, cancellation);
                return plan.Succeeded ? run.Answer(plan.Value, paper => Print(run, paper, plan.Value, "WouldGo")) : run.Fail(plan.Problem);
            },
            cancellation));

    public static Command Purge() => new ExampledCommand(
        "purge",
        "Erase what is past its time: rows, and the content of their ledger entries, of which number, hash and signature stay. Cannot be undone; make a backup that you will rotate. Ended by whatever, the same call goes on where it stopped. The site may be running. Audited, and each transaction signed.",
        "rahdari retention purge --reason 'yearly purge'",
        "rahdari retention purge --reason 'yearly purge' --json")
    {
        Reason,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => PurgeAsync(run, session.Get<RetentionPurge>(), cancellation), cancellation));

    private static async Task<int> PublishAsync(Run run, CancellationToken cancellation)
    {
        var path = run.Get(Path)!;
        if (!File.Exists(path))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", path)));
        // One byte more than is read tells that there is more.
        var bytes = new byte[(int)Math.Min(new FileInfo(path).Length, RetentionFile.Largest + 1)];
        await using (var file = File.OpenRead(path))
            await file.ReadExactlyAsync(bytes, cancellation);
        var periods = RetentionFile.Read(bytes);
        if (!periods.Succeeded)
            return run.Fail(periods.Problem);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var schedule = await session.Get<RetentionRegister>().PublishAsync(periods.Value, run.Get(Reason)!, Actor.CommandLine, cancellation);
                return schedule.Succeeded ? run.Answer(schedule.Value, paper => Print(run, paper, schedule.Value)) : run.Fail(schedule.Problem);
            },
            cancellation);
    }

    private static async Task<int> PurgeAsync(Run run, RetentionPurge purge, CancellationToken cancellation)
    {
        var plan = await purge.PlanAsync(Actor.CommandLine, cancellation);
        if (!plan.Succeeded)
            return run.Fail(plan.Problem);
        var due = plan.Value.Classes.Sum(c => c.Records);
        var report = await run.WithProgressAsync("Purging", due.ToString(CultureInfo.InvariantCulture), shown =>
            purge.PurgeAsync(run.Get(Reason)!, Actor.CommandLine, new Share(shown, due), cancellation));
        if (!report.Succeeded)
            return run.Fail(report.Problem);
        return run.Answer(
            report.Value,
            paper =>
            {
                Print(run, paper, report.Value.Erased, "Erased");
                if (!report.Value.IsComplete)
                    paper.Line(run.Text("PurgeBrokenOff"));
            },
            report.Value.IsComplete ? ExitCode.Ok : ExitCode.Cancelled);
    }

    private static void Print(Run run, Paper paper, RetentionSchedule schedule)
    {
        if (schedule.Number == 0)
        {
            paper.Line(run.Text("RetentionNoSchedule"));
            return;
        }
        paper.Line(run.Text("RetentionInForce", schedule.Number, schedule.Periods.Count));
        paper.Rows(
            [run.Text("RecordClass"), run.Text("RetentionMonths"), run.Text("LegalBasis")],
            schedule.Periods.OrderBy(period => period.Class)
                .Select(period => (IReadOnlyList<string>)[run.Text($"RecordClass{period.Class}"), Number(period.Months), period.LegalBasis]));
    }

    private static void Print(Run run, Paper paper, RetentionPlan plan, string gone)
    {
        if (plan.Schedule == 0)
        {
            paper.Line(run.Text("RetentionNoSchedule"));
            return;
        }
        paper.Rows(
            [run.Text("RecordClass"), run.Text("EndedBefore"), run.Text(gone), run.Text("OldestOfThem"), run.Text("HeldOfThem"), run.Text("NeededOfThem")],
            plan.Classes.Select(of => (IReadOnlyList<string>)
            [
                run.Text($"RecordClass{of.Class}"), Day(of.CutOff), Number(of.Records), Day(of.Oldest), Number(of.Held), Number(of.Needed),
            ]));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>What is erased as a share of what was due at the beginning; more may have become due since.</summary>
    private sealed class Share(IProgress<double> shown, int due) : IProgress<int>
    {
        public void Report(int value) => shown.Report(due == 0 ? 1 : Math.Min(1, (double)value / due));
    }
}
