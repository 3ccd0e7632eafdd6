using System.CommandLine;
using System.Globalization;
using Rahdari.Border;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari watchlist import</c>: a published list becomes the version in force, whole or not at all.</summary>
internal static class WatchlistImportCommand
{
    private static readonly Argument<string> Form = FormArgument();

    private static readonly Argument<string[]> Paths = new("FILE")
    {
        Description = "un: the XML file. ofac: sdn.csv, alt.csv and add.csv, or the folder that holds them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> AllowShrink = new("--allow-shrink") { Description = "Accept a list that loses more than a tenth of its entries, aliases, dates of birth, documents or addresses." };

    private static readonly Option<bool> AllowOlder = new("--allow-older") { Description = "Accept a list that is older than the one in force, by its date or its highest number." };

    public static Command Create() => new ExampledCommand(
        "import",
        "Import a published list. Says what was added, changed and delisted; a broken file or a cancelled import changes nothing.",
        "rahdari watchlist import un consolidated.xml",
        "rahdari watchlist import ofac sdn.csv alt.csv add.csv",
        "rahdari watchlist import ofac lists/ofac --allow-shrink --json")
    {
        Form, Paths, AllowShrink, AllowOlder,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var form = run.Get(Form)!;
        var files = ListFiles.Find(form, run.Get(Paths)!);
        if (!files.Succeeded)
            return run.Fail(files.Problem);
        return await SiteSession.WithAsync(run, session => ImportAsync(run, session, form, files.Value, cancellation), cancellation);
    }

    private static async Task<int> ImportAsync(Run run, SiteSession session, string form, string[] files, CancellationToken cancellation)
    {
        var reading = await run.WithProgressAsync("Reading", form, progress => Task.FromResult(ListFiles.Read(form, files, progress, cancellation)));
        if (reading.List is not { } list)
            return run.Fail(reading.Errors);
        var imported = await run.WithProgressAsync("Importing", form, progress => session.Get<WatchlistRegister>().ImportAsync(
            list, Actor.CommandLine, run.Get(AllowShrink), run.Get(AllowOlder), progress, cancellation));
        if (!imported.Succeeded)
            return run.Fail(imported.Problem);
        var version = imported.Value;
        var unchanged = version.Entries - version.Added - version.Changed;
        return run.Answer(
            new
            {
                version.List,
                version.Number,
                version.PublishedAt,
                version.ImportedAt,
                version.Entries,
                version.Individuals,
                version.Added,
                version.Changed,
                version.Delisted,
                Unchanged = unchanged,
            },
            paper =>
            {
                paper.Line(run.Text("InForce", version.List, version.Number, version.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–"));
                paper.Pairs(
                    (run.Text("Entries"), $"{version.Entries}"),
                    (run.Text("Individuals"), $"{version.Individuals}"),
                    (run.Text("Added"), $"{version.Added}"),
                    (run.Text("Changed"), $"{version.Changed}"),
                    (run.Text("Delisted"), $"{version.Delisted}"),
                    (run.Text("Unchanged"), $"{unchanged}"));
            });
    }

    private static Argument<string> FormArgument()
    {
        var argument = new Argument<string>("LIST") { Description = "Whose list, and so in which form: un (XML) or ofac (CSV)." };
        return argument.AcceptOnlyFromAmong([.. ListFiles.Forms]);
    }
}
