using System.CommandLine;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari crossing correct</c>: that a crossing was recorded wrongly; audited.</summary>
internal static class CrossingCorrectCommand
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The crossing's id." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; it is recorded.", HelpName = "TEXT", Required = true };
    private static readonly Option<int> Seen = new("--seen") { Description = "How many corrections 'crossing show' told: what was corrected since is not corrected unread.", HelpName = "COUNT" };
    private static readonly Option<Direction?> Way = new("--direction") { Description = "entry or exit; the outcome turns with it.", HelpName = "entry|exit" };
    private static readonly Option<CrossingOutcome?> Outcome = new("--outcome") { Description = "admitted, departed, refused, or annulled where it never took place.", HelpName = "OUTCOME" };
    private static readonly Option<string> Until = new("--permitted-until") { Description = "The last day of the permitted stay.", HelpName = "DATE" };
    private static readonly Option<ConveyanceKind?> Kind = new("--conveyance-kind") { Description = "flight, vessel, train, bus, vehicle or foot.", HelpName = "KIND" };
    private static readonly Option<string> Number = OfKind(new Option<string>("--conveyance") { Description = "The flight, ship, train or registration; with its kind.", HelpName = "NUMBER" });

    public static Command Create() => new ExampledCommand(
        "correct",
        "Correct a crossing that was recorded wrongly. What was recorded stays in the ledger; the correction is a record of its own, and stays and lists follow it. Audited.",
        "rahdari crossing correct 01990a3e-7c1d-7000-8000-000000000001 --outcome annulled --reason 'Turned back at the gate'",
        "rahdari crossing correct 01990a3e-7c1d-7000-8000-000000000001 --seen 1 --conveyance-kind flight --conveyance PK301 --reason 'Other flight'")
    {
        Id, Reason, Seen, Way, Outcome, Until, Kind, Number,
    }.Does(RunAsync);

    private static Option<string> OfKind(Option<string> option)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValue(Kind) is null)
                result.AddError("--conveyance needs --conveyance-kind.");
        });
        return option;
    }

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, Until, out var until, out var wrong))
            return run.Fail(wrong);
        var order = new CorrectionOrder(run.Get(Seen), run.Get(Reason))
        {
            Direction = run.Get(Way),
            Outcome = run.Get(Outcome),
            PermittedUntil = until,
            Conveyance = run.Get(Kind) is { } kind ? new Conveyance(kind, run.Get(Number)) : null,
        };
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var corrected = await session.Get<CorrectionRegister>().CorrectAsync(run.Get(Id), order, Actor.CommandLine, cancellation);
                return corrected.Succeeded
                    ? run.Answer(corrected.Value, paper => CrossingLines.Print(run, paper, corrected.Value, TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone)))
                    : run.Fail(corrected.Problem);
            },
            cancellation);
    }
}
