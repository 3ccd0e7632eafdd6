using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari permission import</c>: records the visas and permits of a file.</summary>
internal static class PermissionImportCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "A CSV table whose first line names the columns, or a JSON object a line (docs/guides/visa-officer.md)." };

    public static Command Create() => new ExampledCommand(
        "import",
        "Record the visas and permits of a file. A line that cannot be used is told with its field and rule, and the others are recorded; running it again records nothing twice. Exit code 1 where a line was rejected.",
        "rahdari permission import visas.csv",
        "rahdari permission import visas.jsonl --json")
    {
        Path,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var path = run.Get(Path)!;
        if (!File.Exists(path))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", path)));
        return await SiteSession.WithAsync(run, session => ImportAsync(run, session, path, cancellation), cancellation);
    }

    private static async Task<int> ImportAsync(Run run, SiteSession session, string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var name = System.IO.Path.GetFileName(path);
        var imported = await run.WithProgressAsync("Importing", name, progress => session.Get<PermissionIntake>().ImportAsync(file, name, Actor.CommandLine, progress, cancellation));
        if (!imported.Succeeded)
            return run.Fail(imported.Problem);
        var import = imported.Value;
        return run.Answer(
            new { import.Read, import.Recorded, import.Known, import.Rejected, Errors = run.Told(import.Errors) },
            paper =>
            {
                paper.Pairs(
                    (run.Text("LinesRead"), $"{import.Read}"),
                    (run.Text("Recorded"), $"{import.Recorded}"),
                    (run.Text("RecordedBefore"), $"{import.Known}"),
                    (run.Text("Rejected"), $"{import.Rejected}"));
                run.Print(import.Errors);
            },
            import.Rejected > 0 ? ExitCode.Found : ExitCode.Ok);
    }
}
