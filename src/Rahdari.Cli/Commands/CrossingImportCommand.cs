using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari crossing import</c>: the crossings of a legacy system; ended by whatever, the same call goes on behind what is written.</summary>
internal static class CrossingImportCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "A CSV file with a header, or a Parquet file." };

    private static readonly Option<string> Source = new("--source")
    {
        Description = "What the legacy system is called: small letters, digits and hyphens. Its records' own keys are unique within it.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string> Mapping = new("--mapping")
    {
        Description = "The JSON file that says which column is what, how dates are written and what words and codes mean (docs/guides/administrator.md).",
        HelpName = "FILE",
    };

    private static readonly Option<string> TimeZone = new("--time-zone") { Description = "The IANA time zone of times without an offset. Default: the port's.", HelpName = "ZONE" };

    private static readonly Option<string> Rejects = new("--rejects")
    {
        Description = "Where records that cannot be used are written with their line, field and rule. Default: FILE.rejects.csv.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Change nothing: tell what would be imported and what rejected, and write the rejects." };

    public static Command Create() => new ExampledCommand(
        "import",
        "Import the crossings of a legacy system. A call that was ended goes on where it stopped when it is given again; nothing is imported twice. Audited.",
        "rahdari crossing import crossings.csv --source ibms --mapping ibms.json --dry-run",
        "rahdari crossing import crossings.parquet --source ibms --time-zone Asia/Karachi --json")
    {
        Path, Source, Mapping, TimeZone, Rejects, DryRun,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        foreach (var file in new[] { run.Get(Path)!, run.Get(Mapping) }.OfType<string>())
        {
            if (!File.Exists(file))
                return run.Fail(CliRule.FileNotFound.Broken("file", ("file", file)));
        }
        var order = new CrossingImportOrder(run.Get(Path)!, run.Get(Source)!)
        {
            Mapping = run.Get(Mapping),
            TimeZone = run.Get(TimeZone),
            Rejects = run.Get(Rejects),
            DryRun = run.Get(DryRun),
        };
        return await SiteSession.WithAsync(run, session => ImportAsync(run, session, order, cancellation), cancellation);
    }

    private static async Task<int> ImportAsync(Run run, SiteSession session, CrossingImportOrder order, CancellationToken cancellation)
    {
        var imported = await run.WithProgressAsync("Importing", order.Source, progress => session.Get<CrossingImporter>().ImportAsync(order, Actor.CommandLine, progress, cancellation));
        return imported.Succeeded ? run.Answer(imported.Value, paper => Print(run, paper, imported.Value), imported.Value.Rejected > 0 ? ExitCode.Found : ExitCode.Ok) : run.Fail(imported.Problem);
    }

    private static void Print(Run run, Paper paper, CrossingImport import)
    {
        paper.Line(run.Text("ImportedFrom", import.Source, import.File));
        if (import.ResumedAfter > 0)
            paper.Line(run.Text("RunTakenUp", Number(import.ResumedAfter)));
        paper.Pairs(
            (run.Text("RecordsRead"), Number(import.Read)),
            (run.Text(import.DryRun ? "RecordsWouldImport" : "RecordsImported"), Number(import.Imported)),
            (run.Text("RecordsRejected"), Number(import.Rejected)),
            (run.Text("RecordsThere"), Number(import.AlreadyThere)),
            (run.Text("NewTravellers"), import.DryRun ? null : Number(import.NewTravellers)),
            (run.Text("RejectsFile"), import.Rejects));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
