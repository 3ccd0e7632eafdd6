using System.CommandLine;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari calibration</c>: whether the scores of a site keep their word.</summary>
internal static class CalibrationCommand
{
    private static readonly Option<string> From = new("--from") { Description = "Resolved on or after this day at the port (default: 365 days before the end).", HelpName = "DATE" };
    private static readonly Option<string> To = new("--to") { Description = "Resolved on or before this day at the port (default: until now).", HelpName = "DATE" };

    public static Command Create() => new ExampledCommand(
        "calibration",
        "Of the matches that were resolved, by list and score told: how many, how many confirmed, and whether that agrees with what was told. The look is recorded.",
        "rahdari calibration",
        "rahdari calibration --from 2026-01-01 --to 2026-06-30 --json")
    {
        From, To,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, From, out var from, out var wrong) || !Given.Day(run, To, out var to, out wrong))
            return run.Fail(wrong);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
                var read = await session.Get<MatchCalibration>().ReadAsync(Given.Begins(from, zone), Given.Ends(to, zone), Actor.CommandLine, cancellation);
                return read.Succeeded ? run.Answer(read.Value, paper => Print(run, paper, read.Value)) : run.Fail(read.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, SiteCalibration calibration)
    {
        paper.Line(run.Text("CalibrationOf", calibration.All.Total.Resolved, calibration.All.Total.Confirmed, calibration.Open, calibration.Suppressed));
        if (calibration.All.Total.Resolved == 0)
            return;
        foreach (var matches in calibration.Lists.Prepend(calibration.All))
        {
            paper.Line();
            paper.Line(matches.List ?? run.Text("AllLists"));
            paper.Rows(
                [run.Text("ScoreTold"), run.Text("ResolvedCount"), run.Text("ConfirmedCount"), run.Text("MeanTold"), run.Text("ShareConfirmed"), run.Text("Interval95"), run.Text("ToldAndFound")],
                matches.Bands.Append(matches.Total).Select(band => (IReadOnlyList<string>)
                [
                    band == matches.Bands[0] ? $"{band.Label()} ({run.Text("BelowAlert")})" : band.Label(),
                    $"{band.Resolved}",
                    $"{band.Confirmed}",
                    band.Told is { } told ? CalibrationBand.Shown(told) : "–",
                    band.Share is { } share ? CalibrationBand.Shown(share) : "–",
                    band.Resolved > 0 ? $"{CalibrationBand.Shown(band.Interval.Low)} – {CalibrationBand.Shown(band.Interval.High)}" : "–",
                    run.Text($"Verdict{band.Verdict}"),
                ]));
        }
    }
}
