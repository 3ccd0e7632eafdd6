using System.CommandLine;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Links;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari restore</c>: a backup, checked, into an empty or absent folder.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> From = new("FILE") { Description = "A backup." };

    public static Command Create() => new ExampledCommand(
        "restore",
        "Check a backup and restore it into the folder of --site, which must be empty or absent.",
        "rahdari restore /backup/karachi-1.zip --site /srv/rahdari-restored")
    {
        From,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(run.Get(From)!);
        if (!File.Exists(file))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", file)));
        var postgres = Environment.GetEnvironmentVariable(SiteFolder.DatabaseVariable) is { Length: > 0 } connection ? connection : null;
        var folder = Path.GetFullPath(run.SiteFolder);
        var restored = await run.WithProgressAsync("Restoring", file, progress => SiteBackup.RestoreAsync(file, folder, postgres, progress, LinksRegistration.Senders, cancellation));
        return restored.Succeeded
            ? run.Answer(new { Folder = folder, Manifest = restored.Value }, paper => ManifestLines.Print(run, paper, run.Text("Restored", folder), restored.Value))
            : run.Fail(restored.Problem);
    }
}
