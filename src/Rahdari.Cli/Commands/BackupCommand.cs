using System.CommandLine;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari backup</c>: a site in one file, also while it runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> To = new("FILE") { Description = "The file to write; readable by its owner alone, for it holds the signing key." };

    public static Command Create() => new ExampledCommand(
        "backup",
        "Write a site into one file: database, settings, signing key and a manifest with sums and the ledger's head.",
        "rahdari backup /backup/karachi-1.zip --site /srv/rahdari",
        "rahdari backup karachi-1.zip --json")
    {
        To,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var folder = SiteFolder.Open(run.SiteFolder);
        if (!folder.Succeeded)
            return run.Fail(folder.Problem);
        var file = Path.GetFullPath(run.Get(To)!);
        var made = await run.WithProgressAsync("BackingUp", folder.Value.Settings.Node, progress =>
            SiteBackup.BackupAsync(folder.Value, file, progress, cancellation));
        return made.Succeeded
            ? run.Answer(new { File = file, Manifest = made.Value }, paper => ManifestLines.Print(run, paper, run.Text("BackupMade", file), made.Value))
            : run.Fail(made.Problem);
    }
}
