using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Rahdari.Border;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari screen</c>: one person against the lists, each hit explained.</summary>
internal static class ScreenCommand
{
    private static readonly Argument<string[]> Name = new("NAME") { Description = "The full name, in any script and order.", Arity = ArgumentArity.OneOrMore, Validators = { Given.NoOption } };
    private static readonly Option<string> Born = new("--born") { Description = "Date of birth, as far as known: 1971-08-14, 1971-08, 1971.", HelpName = "DATE" };
    private static readonly Option<string> BirthPlace = new("--birth-place") { Description = "Place of birth, as far as known: 'Kandahar, Afghanistan'.", HelpName = "PLACE" };
    private static readonly Option<string> Nationality = new("--nationality") { Description = "ISO 3166-1 alpha-3 code.", HelpName = "XXX" };
    private static readonly Option<string> Sex = new Option<string>("--sex") { Description = "M or F.", HelpName = "M|F" }.AcceptOnlyFromAmong("M", "F", "m", "f");
    private static readonly Option<string> Document = new("--document") { Description = "Document number.", HelpName = "NUMBER" };
    private static readonly Option<string> Issuer = new("--issuer") { Description = "State that issued the document.", HelpName = "XXX" };
    private static readonly Option<string> PersonalNumber = new("--personal-number") { Description = "Personal number, such as a CNIC.", HelpName = "NUMBER" };
    private static readonly Option<bool> Truncated = new("--truncated") { Description = "The name may have been cut by a machine readable zone." };
    private static readonly Option<double?> Threshold = ThresholdOption();

    private static readonly Option<string[]> Lists = new("--list")
    {
        Description = $"Screen against these files instead of a site: FORM=FILE or FORM=DIR, FORM being one of {string.Join(", ", ListForm.Codes)} (csv: a folder with the table and its mapping). May be given more than once.",
        HelpName = "FORM=PATH",
    };

    private static readonly Option<string> Entry = new("--entry")
    {
        Description = "Instead of the hits, how this entry compares, and why it is no hit: by the site's own thresholds, or with --list by --threshold.",
        HelpName = "LIST/REFERENCE",
        Validators = { CheckEntry },
    };

    private static readonly Option<ScreeningPurpose> Purpose = new("--purpose")
    {
        Description = "With --entry: as if the person were screened for it: counter, advance, rescreening, byHand.",
        HelpName = "PURPOSE",
        DefaultValueFactory = _ => ScreeningPurpose.ByHand,
        Validators = { CheckPurpose },
    };

    public static Command Create() => new ExampledCommand(
        "screen",
        "Screen one person against the watchlists and explain each hit. Exit code 1 where there is a hit.",
        "rahdari screen 'SPECIMEN NAME' --born 1971-08-14 --nationality UTO",
        "rahdari screen 'SPECIMEN NAME' --born 1971 --entry un/QDi.430",
        "rahdari screen SPECIMEN NAME --born 1971 --list un=consolidated.xml --list ofac=lists/ofac --json")
    {
        Name, Born, BirthPlace, Nationality, Sex, Document, Issuer, PersonalNumber, Truncated, Threshold, Lists, Entry, Purpose,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Partial(run, Born, out var born, out var wrong)
            || !Given.State(run, Nationality, out var nationality, out wrong)
            || !Given.State(run, Issuer, out var issuer, out wrong))
            return run.Fail(wrong);
        var person = new PersonQuery(string.Join(' ', run.Get(Name)!).Trim())
        {
            DateOfBirth = born,
            PlaceOfBirth = run.Get(BirthPlace),
            Nationality = nationality,
            Sex = run.Get(Sex) is { Length: 1 } sex ? char.ToUpperInvariant(sex[0]) : null,
            DocumentNumber = run.Get(Document),
            IssuingState = issuer,
            PersonalNumber = run.Get(PersonalNumber),
            NameMayBeTruncated = run.Get(Truncated),
        };
        if (person.Name.Length == 0)
            return run.Fail(BorderRule.NameRequired.Broken("name"));
        return run.Get(Lists) is { Length: > 0 } lists
            ? await AgainstFilesAsync(run, person, lists, cancellation)
            : await SiteSession.WithAsync(run, session => AgainstSiteAsync(run, person, session, cancellation), cancellation);
    }

    private static async Task<int> AgainstSiteAsync(Run run, PersonQuery person, SiteSession session, CancellationToken cancellation)
    {
        if (run.Get(Entry) is { } entry)
        {
            var (list, reference) = WatchlistEntry.Origin(entry);
            var compared = await session.Get<EntryComparison>().CompareAsync(person, list, reference, run.Get(Purpose), Actor.CommandLine, cancellation);
            return compared.Succeeded ? Show(run, compared.Value) : run.Fail(compared.Problem);
        }
        var screen = session.Get<WatchlistScreen>();
        var hits = await screen.ScreenByHandAsync(person, run.Get(Threshold), Actor.CommandLine, cancellation);
        return hits.Succeeded ? Show(run, person, hits.Value, screen.Against(ScreeningPurpose.ByHand)) : run.Fail(hits.Problem);
    }

    private static async Task<int> AgainstFilesAsync(Run run, PersonQuery person, string[] lists, CancellationToken cancellation)
    {
        var (persons, keys) = (new List<ListedPerson>(), new HashSet<string>(StringComparer.Ordinal));
        var names = new List<string>();
        foreach (var (place, text) in lists.Index())
        {
            if (text.Split('=', 2) is not [var code, { Length: > 0 } path] || ListForm.Find(code) is not { } form)
                return run.Fail(CliRule.ListArgument.Broken("list", ("value", text), ("forms", string.Join(", ", ListForm.Codes))), ExitCode.Usage);
            var files = ListFiles.Find(form, [path]);
            if (!files.Succeeded)
                return run.Fail(files.Problem);
            var reading = await run.WithProgressAsync("Reading", form.Code, progress => Task.FromResult(ListFiles.Read(form, files.Value, null, progress, cancellation)));
            if (reading.List is not { } list)
                return run.Fail(reading.Errors);
            // The same publisher's list may be given twice; a key must stay unique in the index.
            var key = names.Contains(list.Code) ? $"{list.Code}-{place + 1}" : list.Code;
            names.Add(key);
            persons.AddRange(ListFiles.Persons(list with { Code = key }));
            keys.UnionWith(list.Entries.Select(one => WatchlistEntry.Key(key, one.Reference)));
        }

        var (index, threshold) = (ScreeningIndex.Build(persons, cancellation: cancellation), run.Get(Threshold) ?? ScreeningIndex.AlertThreshold);
        if (run.Get(Entry) is not { } entry)
            return Show(run, person, index.Search(person, threshold, cancellation: cancellation), names);
        var (named, reference) = WatchlistEntry.Origin(entry);
        var rule = new PolicyRule(named, ScreeningPurpose.ByHand, Threshold: threshold);
        if (ComparedEntry.Of(index, person, rule, reference) is { } compared)
            return Show(run, compared);
        if (keys.Contains(entry))
            return Show(run, ComparedEntry.Without(rule, reference, BorderRule.EntryOfNoPerson));
        return run.Fail(BorderRule.WatchlistEntryNotFound.Broken("entry", ("list", named), ("reference", reference)));
    }

    private static int Show(Run run, ComparedEntry entry) =>
        run.Answer(HitExplanation.Json(run, entry), paper => HitExplanation.Print(run, paper, entry), entry.WhyNot is null ? ExitCode.Found : ExitCode.Ok);

    private static int Show(Run run, PersonQuery person, IReadOnlyList<Hit> hits, IReadOnlyList<string> against) => run.Answer(
        new
        {
            Query = person,
            Threshold = run.Get(Threshold),
            Against = against,
            Hits = hits.Select(h => HitExplanation.Json(h)),
        },
        paper =>
        {
            paper.Line(run.Text("ScreenedAgainst", against.Count == 0 ? "–" : string.Join(", ", against)));
            if (hits.Count == 0)
                paper.Line(run.Text("NoHits"));
            foreach (var (index, hit) in hits.Index())
                HitExplanation.Print(run, paper, index + 1, hit);
        },
        hits.Count == 0 ? ExitCode.Ok : ExitCode.Found);

    private static void CheckEntry(OptionResult result)
    {
        if (result.Tokens.Any(t => WatchlistEntry.Origin(t.Value) is { List: "" } or { Reference: "" }))
            result.AddError("--entry must be LIST/REFERENCE, un/QDi.430 for instance.");
        if (result.GetResult(Threshold) is not null && result.GetResult(Lists) is null)
            result.AddError("--threshold goes with --entry only where --list is given: on a site its own thresholds hold.");
    }

    private static void CheckPurpose(OptionResult result)
    {
        if (!result.Implicit && (result.GetResult(Entry) is null || result.GetResult(Lists) is not null))
            result.AddError("--purpose goes with --entry on a site, whose screening policy says what holds for it.");
    }

    private static Option<double?> ThresholdOption()
    {
        var option = new Option<double?>("--threshold")
        {
            Description = "The least score shown, 0 to 1 (default: 0.01; on a site what its screening policy says of each list).",
            HelpName = "SCORE",
        };
        option.Validators.Add(result =>
        {
            // What is no number at all is told by the parser.
            if (result.Tokens.Any(t => double.TryParse(t.Value, CultureInfo.InvariantCulture, out var score) && score is not (>= 0 and <= 1)))
                result.AddError("--threshold must be 0 to 1.");
        });
        return option;
    }
}
