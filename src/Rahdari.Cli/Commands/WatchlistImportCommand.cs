using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Screening.Policy;
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
        Description = "The list's file or files, or the folder that holds them. "
            + "ofac: sdn.csv, alt.csv, add.csv and sdn_comments.csv, or sdn_advanced.xml. opensanctions: entities.ftm.json or targets.nested.json. "
            + "csv: the table, and with --mapping what its columns are. The others come as one file.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> AllowShrink = new("--allow-shrink") { Description = "Accept a list that loses more than a tenth of its entries, aliases, dates of birth, documents or addresses." };

    private static readonly Option<bool> AllowOlder = new("--allow-older") { Description = "Accept a list that is older than the one in force, by its date or its highest number." };

    private static readonly Option<bool> AllowOtherForm = new("--allow-other-form") { Description = "Accept a list whose version in force came in another form." };

    private static readonly Option<bool> AllowRejects = new("--allow-rejects")
    {
        Description = "Import the rest where single entries or rows cannot be used; each of those is told with its file, line, column, field and rule. Otherwise one such entry refuses the list.",
    };

    private static readonly Option<bool> Preview = new("--preview")
    {
        Description = "Change nothing: tell how many of the travellers who crossed in the last 30 days would alert more and fewer, by list and by entry, with a sample.",
    };

    private static readonly Option<string> Mapping = new("--mapping")
    {
        Description = "csv: the JSON file that says which column is what (docs/guides/watchlist-manager.md). It also names the list.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Name = new("--name")
    {
        Description = $"What the list is called, where several come in one form ({string.Join(", ", ListForm.All.Where(f => f.TakesName).Select(f => f.Code))}): small letters, digits and hyphens. The form's name where it is left out.",
        HelpName = "NAME",
    };

    public static Command Create() => new ExampledCommand(
        "import",
        "Import a published list. Says what was added, changed and delisted, and what cannot be used and why; a broken file or a cancelled import changes nothing.",
        "rahdari watchlist import un consolidated.xml",
        "rahdari watchlist import ofac sdn.csv alt.csv add.csv",
        "rahdari watchlist import ofac sdn_advanced.xml",
        "rahdari watchlist import ofac lists/ofac --allow-shrink --json",
        "rahdari watchlist import un consolidated.xml --preview",
        "rahdari watchlist import opensanctions targets.nested.json --name peps",
        "rahdari watchlist import lost stolen-passports.csv --name pak-lost",
        "rahdari watchlist import csv wanted.csv --mapping wanted.json --allow-rejects")
    {
        Form, Paths, Mapping, Name, AllowShrink, AllowOlder, AllowOtherForm, AllowRejects, Preview,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var form = ListForm.Find(run.Get(Form)!)!;
        if (form.NameProblem(run.Get(Name)) is { } misnamed)
            return run.Fail(misnamed, ExitCode.Usage);
        string[] paths = [.. run.Get(Paths)!, .. run.Get(Mapping) is { } mapping ? [mapping] : Array.Empty<string>()];
        var files = ListFiles.Find(form, paths);
        if (!files.Succeeded)
            return run.Fail(files.Problem);
        return await SiteSession.WithAsync(run, session => ImportAsync(run, session, form, files.Value, cancellation), cancellation);
    }

    private static async Task<int> ImportAsync(Run run, SiteSession session, ListForm form, string[] files, CancellationToken cancellation)
    {
        var reading = await run.WithProgressAsync("Reading", form.Code, progress => Task.FromResult(ListFiles.Read(form, files, run.Get(Name), progress, cancellation)));
        if (reading.Usable(run.Get(AllowRejects)) is not { } list)
            return run.Fail(reading.Errors);
        if (run.Get(Preview))
            return await PreviewAsync(run, session, list, cancellation);
        var imported = await run.WithProgressAsync("Importing", form.Code, progress => session.Get<WatchlistRegister>().ImportAsync(
            list, Actor.CommandLine, run.Get(AllowShrink), run.Get(AllowOlder), run.Get(AllowOtherForm), progress, cancellation));
        if (!imported.Succeeded)
            return run.Fail(imported.Problem);
        var version = imported.Value;
        var unchanged = version.Entries - version.Added - version.Changed;
        return run.Answer(
            new
            {
                version.List,
                version.Number,
                version.Form,
                version.PublishedAt,
                version.ImportedAt,
                version.Entries,
                version.Individuals,
                version.Added,
                version.Changed,
                version.Delisted,
                Unchanged = unchanged,
                Rejected = run.Told(reading.Errors),
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
                    (run.Text("Unchanged"), $"{unchanged}"),
                    (run.Text("Rejected"), $"{reading.Errors.Count}"));
                run.Print(reading.Errors);
            });
    }

    private static async Task<int> PreviewAsync(Run run, SiteSession session, PublishedList list, CancellationToken cancellation)
    {
        var effect = await run.WithProgressAsync("Previewing", $"{PolicyPreview.Days}", progress =>
            session.Get<PolicyPreview>().ImportEffectAsync(list, Actor.CommandLine, progress, cancellation));
        return effect.Succeeded ? run.Answer(effect.Value, paper => PolicyLines.Print(run, paper, effect.Value)) : run.Fail(effect.Problem);
    }

    private static Argument<string> FormArgument()
    {
        var argument = new Argument<string>("LIST")
        {
            Description = "Whose list, and so in which form: un (XML), ofac (CSV or advanced XML), eu (XML), uk (UK Sanctions List, XML), ofsi (ConList.csv), opensanctions (JSON lines), "
                + "interpol (notices, JSON), ecl (exit control, CSV), lost (reported documents, CSV), csv (any table, by a mapping).",
        };
        return argument.AcceptOnlyFromAmong([.. ListForm.Codes]);
    }
}
