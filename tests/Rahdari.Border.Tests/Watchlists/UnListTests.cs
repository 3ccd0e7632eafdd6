using System.Xml.Linq;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>The whole UN Security Council Consolidated List, against a plain reading of the same file.</summary>
public class UnListTests(ITestOutputHelper output)
{
    private static readonly Lazy<(XDocument Plain, PublishedList List)> Both = new(() =>
    {
        var path = SharedData.Path("watchlists", "un-consolidated.xml");
        using var file = File.OpenRead(path);
        var reading = UnConsolidatedList.Read(file, "un-consolidated.xml", cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(reading.Errors);
        return (XDocument.Load(path), reading.List!);
    });

    private static XDocument Plain => Both.Value.Plain;

    private static PublishedList List => Both.Value.List;

    [Fact]
    public void Every_individual_and_entity_is_read_once_with_its_name_and_its_day_of_listing()
    {
        Assert.Equal(new DateTimeOffset(2026, 2, 27, 0, 0, 9, 554, TimeSpan.Zero), List.PublishedAt);
        foreach (var (element, kind) in new[] { ("INDIVIDUAL", WatchlistEntryKind.Individual), ("ENTITY", WatchlistEntryKind.Entity) })
        {
            var entries = List.Entries.Where(e => e.Kind == kind).ToArray();
            output.WriteLine($"[measure] UN list, {kind}: {entries.Length} of {Plain.Descendants(element).Count()}");
            Assert.Equal(Plain.Descendants(element).Select(e => Text(e, "REFERENCE_NUMBER")), entries.Select(e => e.Reference));
            Assert.Equal(Plain.Descendants(element).Select(Name), entries.Select(e => e.Names[0].Text));
            Assert.Equal(Plain.Descendants(element).Select(e => Text(e, "LISTED_ON")[..10]), entries.Select(e => $"{e.ListedOn:yyyy-MM-dd}"));
        }
        Assert.Equal(List.Entries.Count, List.Entries.Select(e => e.Reference).Distinct().Count());
        Assert.All(List.Entries, e => Assert.NotEmpty(e.Programme));
    }

    [Theory]
    [InlineData("INDIVIDUAL_ALIAS", "Good", ListedNameKind.GoodAlias)]
    [InlineData("INDIVIDUAL_ALIAS", "Low", ListedNameKind.LowAlias)]
    [InlineData("ENTITY_ALIAS", "a.k.a.", ListedNameKind.GoodAlias)]
    [InlineData("ENTITY_ALIAS", "f.k.a.", ListedNameKind.FormerName)]
    public void Every_alias_is_kept_with_its_quality(string element, string quality, ListedNameKind kind)
    {
        var aliases = Plain.Descendants(element).Where(a => Text(a, "QUALITY") == quality && Text(a, "ALIAS_NAME").Length > 0).ToArray();
        var missing = aliases.Where(a => !Of(a).Names.Contains(new ListedName(Text(a, "ALIAS_NAME"), kind))).Select(a => Text(a, "ALIAS_NAME")).ToArray();
        output.WriteLine($"[measure] UN list, {element} {quality}: {aliases.Length - missing.Length} of {aliases.Length}");
        Assert.NotEmpty(aliases);
        Assert.Empty(missing);
    }

    [Fact]
    public void Names_in_original_script_are_kept()
    {
        var names = Plain.Descendants("NAME_ORIGINAL_SCRIPT").Where(n => Clean(n.Value).Length > 0).ToArray();
        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.Contains(new ListedName(Clean(n.Value), ListedNameKind.OriginalScript), Of(n).Names));
    }

    [Fact]
    public void Every_date_of_birth_is_read_or_kept_in_words()
    {
        var dates = Plain.Descendants("INDIVIDUAL_DATE_OF_BIRTH").Where(d => d.Elements().Any(e => e.Value.Trim().Length > 0)).ToArray();
        var read = 0;
        foreach (var date in dates)
        {
            var entry = Of(date);
            var spans = entry.BirthDates.Select(b => b.ToString()).ToArray();
            var circa = Text(date, "TYPE_OF_DATE") == "APPROXIMATELY" || Text(date, "NOTE") == "Approximately" ? "~" : "";
            var plain = Text(date, "DATE") is { Length: > 0 } day ? day + circa
                : Text(date, "YEAR") is { Length: > 0 } year ? year + circa
                : Text(date, "FROM_YEAR") is { Length: > 0 } from ? $"{from}{circa}/{Text(date, "TO_YEAR")}{circa}"
                : "";
            // A month that the note gives makes 1958 into 1958-09.
            var isRead = plain.Length > 0 && spans.Any(s => s == plain || (Text(date, "NOTE").Length > 0 && s.StartsWith(plain, StringComparison.Ordinal)));
            read += isRead || (plain.Length == 0 && spans.Length > 0 && !entry.Remarks.Contains(Text(date, "NOTE"), StringComparison.Ordinal)) ? 1 : 0;
            Assert.True(isRead || plain.Length == 0, $"{entry.Reference}: {date}");
            Assert.True(isRead || entry.Remarks.Contains(Text(date, "NOTE"), StringComparison.Ordinal) || spans.Length > 0, $"{entry.Reference}: {date}");
        }
        output.WriteLine($"[measure] UN list, dates of birth read as dates: {read} of {dates.Length}; the others are kept in words");
        Assert.True(read >= dates.Length - 5);
    }

    [Fact]
    public void Every_document_number_is_kept_with_its_State()
    {
        var documents = Plain.Descendants("INDIVIDUAL_DOCUMENT").Where(d => Text(d, "NUMBER").Length > 0).ToArray();
        Assert.NotEmpty(documents);
        var withState = 0;
        foreach (var document in documents)
        {
            var listed = Of(document).Documents.Where(d => d.Number == Text(document, "NUMBER")).ToArray();
            Assert.True(listed.Length > 0, document.ToString());
            var names = Text(document, "ISSUING_COUNTRY") + Text(document, "COUNTRY_OF_ISSUE");
            withState += listed.Any(d => d.IssuingState is not null) ? 1 : 0;
            Assert.True(names.Length == 0 || listed.Any(d => d.IssuingState is not null), document.ToString());
        }
        output.WriteLine($"[measure] UN list, documents with a number: {documents.Length}, issued by a State that is known: {withState}");
    }

    [Fact]
    public void Nothing_that_the_list_says_is_lost()
    {
        var lost = new List<string>();
        foreach (var element in Plain.Descendants().Where(e => !e.HasElements && Clean(e.Value).Length > 0))
        {
            var entry = Of(element);
            var text = Clean(element.Value);
            var isCoded = element.Name.LocalName is "GENDER" or "QUALITY" or "TYPE_OF_DATE" or "DATE" or "YEAR" or "FROM_YEAR" or "TO_YEAR" or "LISTED_ON"
                || (element.Parent!.Name.LocalName == "NATIONALITY" && entry.Nationalities.Count > 0)
                || (element.Name.LocalName is "ISSUING_COUNTRY" or "COUNTRY_OF_ISSUE" && entry.Documents.Any(d => d.IssuingState is not null))
                || (element.Parent!.Name.LocalName == "INDIVIDUAL_DATE_OF_BIRTH" && entry.BirthDates.Count > 0);
            if (!isCoded && !Says(entry).Contains(text.Trim('(', ')', ':', ' '), StringComparison.Ordinal))
                lost.Add($"{entry.Reference} {element.Name}: {text}");
        }
        Assert.Empty(lost);
    }

    [Fact]
    public void Words_for_States_become_codes()
    {
        var words = List.Entries.SelectMany(e => e.Nationalities).Where(n => n.Length != 3).Distinct().Order(StringComparer.Ordinal).ToArray();
        output.WriteLine($"[measure] UN list, nationalities that are words, not codes: {string.Join(", ", words)}");
        Assert.Equal(["former Soviet Union"], words);
    }

    private static string Says(WatchlistEntry entry) => string.Join(
        '\n',
        [
            entry.Reference, entry.Programme, entry.Remarks, .. entry.Names[0].Text.Split(' '), .. entry.Names.Select(n => n.Text), .. entry.Designations, .. entry.BirthPlaces, .. entry.Addresses,
            .. entry.Documents.Select(d => $"{d.Type} {d.Number}"),
        ]);

    private static WatchlistEntry Of(XElement part) => ByReference.Value[Text(part.AncestorsAndSelf().Single(a => a.Name.LocalName is "INDIVIDUAL" or "ENTITY"), "REFERENCE_NUMBER")];

    private static readonly Lazy<Dictionary<string, WatchlistEntry>> ByReference = new(() => List.Entries.ToDictionary(e => e.Reference));

    private static string Name(XElement entry) =>
        string.Join(' ', new[] { "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME" }.Select(n => Text(entry, n)).Where(t => t.Length > 0));

    private static string Text(XElement parent, string child) => Clean(parent.Element(child)?.Value ?? "");

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
