using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Indicators;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari indicators …</c>: the indicators, their publications, and the search of the record.</summary>
internal static class IndicatorCommands
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The indicators as JSON: {\"indicators\":[…]} (samples/indicators/README.md)." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };
    private static readonly Option<string?> Code = new("--code") { Description = "Of this indicator only.", HelpName = "IND-…" };
    private static readonly Option<DateOnly?> From = new("--from")
    {
        Description = "Begin anew on this day, where crossings came later than they took place.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Wrong(result),
    };

    public static Command Publish() => new ExampledCommand(
        "publish",
        "Publish indicators in the place of all before, under the next number; they count from the next traveller on. The same indicators again change nothing. Signed and audited.",
        "rahdari indicators publish samples/indicators/indicators.json --reason 'specimen set'")
    {
        Path, Reason,
    }.Does(PublishAsync);

    public static Command Show() => new ExampledCommand(
        "show",
        "The indicators in force, each with its source. With --json they are as a file to publish has them, beside their number.",
        "rahdari indicators show",
        "rahdari indicators show --json")
        .Does((run, cancellation) => SiteSession.WithAsync(
            run,
            async session =>
            {
                var set = await session.Get<IndicatorRegister>().InForceAsync(Actor.CommandLine, cancellation);
                return set.Succeeded ? run.Answer(set.Value, paper => Print(run, paper, set.Value)) : run.Fail(set.Problem);
            },
            cancellation));

    public static Command Versions() => new ExampledCommand("versions", "Every publication of indicators, newest first, at most 200 at once.", "rahdari indicators versions --json")
    {
        Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<IndicatorRegister>().VersionsAsync(run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value, zone)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Scan() => new ExampledCommand(
        "scan",
        "Search the record of crossings for indicators, from where the last search ended to an hour ago. Broken off it goes on the next time; what was found is listed by `rahdari indicators found`. Audited.",
        "rahdari indicators scan",
        "rahdari indicators scan --from 2026-01-01 --json")
    {
        From,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var report = await session.Get<IndicationScan>().RunAsync(run.Get(From), Actor.CommandLine, null, cancellation);
            return report.Succeeded
                ? run.Answer(report.Value, paper => paper.Line(run.Text(report.Value.IsComplete ? "IndicatorsScanned" : "IndicatorsScannedInPart", report.Value.Crossings, report.Value.Found)))
                : run.Fail(report.Problem);
        },
        cancellation));

    public static Command Found() => new ExampledCommand(
        "found",
        "What searches of the record found, newest first, each with its explanation; with --json also the crossings that it saw. None decides anything. Audited.",
        "rahdari indicators found",
        "rahdari indicators found --code IND-REC-DIFFERENT-MINORS --json")
    {
        Code, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<IndicationRegister>().ListAsync(run.Get(Code), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value, zone)) : run.Fail(page.Problem);
        },
        cancellation));

    private static async Task<int> PublishAsync(Run run, CancellationToken cancellation)
    {
        var path = run.Get(Path)!;
        if (!File.Exists(path))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", path)));
        // One byte more than is read tells that there is more.
        var bytes = new byte[(int)Math.Min(new FileInfo(path).Length, IndicatorSetFile.Largest + 1)];
        await using (var file = File.OpenRead(path))
            await file.ReadExactlyAsync(bytes, cancellation);
        var indicators = IndicatorSetFile.Read(bytes);
        if (!indicators.Succeeded)
            return run.Fail(indicators.Problem);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var version = await session.Get<IndicatorRegister>().PublishAsync(indicators.Value, run.Get(Reason)!, Actor.CommandLine, cancellation);
                return version.Succeeded
                    ? run.Answer(version.Value, paper => paper.Line(run.Text("IndicatorsInForce", version.Value.Number, version.Value.Indicators)))
                    : run.Fail(version.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, IndicatorSet set)
    {
        paper.Line(run.Text("IndicatorsInForce", set.Number, set.Indicators.Count));
        paper.Rows(
            [run.Text("IndicatorCode"), run.Text("IndicatorLabel"), run.Text("IndicatorTitle"), run.Text("IndicatorSource")],
            set.Indicators.Select(i => (IReadOnlyList<string>)[i.Code, i.Label, run.Culture.TwoLetterISOLanguageName == "ur" ? i.TitleUrdu : i.Title, $"{i.Source.Organisation} {i.Source.Year}"]));
    }

    private static void Print(Run run, Paper paper, Page<IndicatorSetVersion> page, TimeZoneInfo zone)
    {
        paper.Rows(
            [run.Text("PermissionNumber"), run.Text("When"), run.Text("IndicatorCount"), run.Text("RecordedBy"), run.Text("Reason")],
            page.Items.Select(version => (IReadOnlyList<string>)
            [
                version.Number.ToString(CultureInfo.InvariantCulture), CrossingLines.LocalTime(version.PublishedAt, zone), version.Indicators.ToString(CultureInfo.InvariantCulture), version.PublishedBy, version.Reason,
            ]));
        Print(run, paper, page.Items.Count, page.Offset, page.Total);
    }

    private static void Print(Run run, Paper paper, Page<FoundIndication> page, TimeZoneInfo zone)
    {
        paper.Rows(
            [run.Text("When"), run.Text("IndicatorCode"), run.Text("IndicatorExplained")],
            page.Items.Select(found => (IReadOnlyList<string>)[CrossingLines.LocalTime(found.CrossedAt, zone), found.Code, run.Sentence(found.Explanation)]));
        Print(run, paper, page.Items.Count, page.Offset, page.Total);
    }

    private static void Print(Run run, Paper paper, int count, int offset, int total) => paper.Line(count == 0 ? run.Text("NoneOf", total) : run.Text("PartOf", offset + 1, offset + count, total));

    private static DateOnly? Wrong(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is not a day like 2026-01-31.");
        return null;
    }
}
