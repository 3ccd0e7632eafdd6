using System.CommandLine;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Findings;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari api import</c>: carriers' lists of travellers are taken, screened and expected.</summary>
internal static class AdvanceImportCommand
{
    private const int MostFindings = 20;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "UN/EDIFACT interchanges as the carrier sent them: PAXLST, and PNRGOV, of which who travels is taken.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Cusres = new("--cusres") { Description = "Write the answers to the carrier (CUSRES) to this file.", HelpName = "FILE" };

    public static Command Create() => new ExampledCommand(
        "import",
        "Take carriers' lists of travellers (UN/EDIFACT PAXLST D:02B and later) and of bookings (PNRGOV 11.1 and later). Every traveller is screened and expected on the flight; what is broken is told with its place, and the rest taken. "
        + "A file taken before is known by its content and recorded once. Exit code 1 where something is serious.",
        "rahdari api import paxlst.edi",
        "rahdari api import inbox/*.edi --cusres answers.edi --json")
    {
        Files, Cusres,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var files = run.Get(Files)!;
        foreach (var file in files)
        {
            if (!File.Exists(file))
                return run.Fail(CliRule.FileNotFound.Broken("file", ("file", file)));
            if (new FileInfo(file).Length > EdifactReader.LargestBytes)
                return run.Fail(AdvanceRule.TooLarge.Found("file", $"{new FileInfo(file).Length}", $"{EdifactReader.LargestBytes}"));
        }
        return await SiteSession.WithAsync(run, session => ImportAsync(run, session, files, cancellation), cancellation);
    }

    private static async Task<int> ImportAsync(Run run, SiteSession session, string[] files, CancellationToken cancellation)
    {
        var register = session.Get<AdvanceRegister>();
        var taken = new List<(string File, AdvanceImport Import)>();
        foreach (var file in files)
        {
            var imported = await register.ImportAsync(await File.ReadAllBytesAsync(file, cancellation), Actor.CommandLine, cancellation);
            if (!imported.Succeeded && files.Length == 1)
                return run.Fail(imported.Problem with { Field = file });
            // One that is no message keeps the carriers of the others from no answer.
            taken.Add((file, imported.Succeeded ? imported.Value : new AdvanceImport(false, 0, 0, 0, [imported.Problem])));
        }
        if (run.Get(Cusres) is { } answers)
            await File.WriteAllBytesAsync(answers, [.. taken.SelectMany(t => t.Import.Answers).SelectMany(answer => answer)], cancellation);
        var serious = taken.Any(t => t.Import.Findings.Any(f => f.Severity >= Severity.Serious));
        return run.Answer(Json(run, taken), paper => Print(run, paper, taken), serious ? ExitCode.Found : ExitCode.Ok);
    }

    private static object Json(Run run, List<(string File, AdvanceImport Import)> taken) => new
    {
        Files = taken.Select(t => new
        {
            t.File,
            t.Import.Repeated,
            t.Import.Lists,
            t.Import.Travellers,
            t.Import.Hits,
            Findings = t.Import.Findings.Select(f => new { f.Code, f.Severity, Sentence = run.Sentence(f), f.Evidence }),
        }),
    };

    private static void Print(Run run, Paper paper, List<(string File, AdvanceImport Import)> taken)
    {
        paper.Rows(
            [run.Text("File"), run.Text("Lists"), run.Text("Travellers"), run.Text("ListHits"), run.Text("Findings")],
            taken.Select(t => new[] { t.Import.Repeated ? $"{t.File} ({run.Text("TakenBefore")})" : t.File, $"{t.Import.Lists}", $"{t.Import.Travellers}", $"{t.Import.Hits}", $"{t.Import.Findings.Count}" }));
        foreach (var (file, import) in taken)
        {
            foreach (var finding in import.Findings.Take(MostFindings))
                paper.Line($"{file}: {run.Text($"Severity{finding.Severity}")}: {run.Sentence(finding)} [{finding.Code}]");
            if (import.Findings.Count > MostFindings)
                paper.Line(run.Text("FurtherFindings", import.Findings.Count - MostFindings));
        }
    }
}
