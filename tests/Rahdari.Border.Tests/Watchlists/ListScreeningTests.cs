using Rahdari.Border.Watchlists;
using Rahdari.Documents.Names;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Whoever is on a real list is found by the list's own names, also as a machine readable zone carries them.</summary>
public class ListScreeningTests(ITestOutputHelper output)
{
    private const int NameField = 39;

    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    private static readonly Lazy<(PublishedList List, ScreeningIndex Index)> Un = new(() => Indexed(() =>
    {
        using var file = File.OpenRead(SharedData.Path("watchlists", "un-consolidated.xml"));
        return UnConsolidatedList.Read(file, "un").Usable();
    }));

    private static readonly Lazy<(PublishedList List, ScreeningIndex Index)> Ofac = new(() => Indexed(() =>
    {
        using var sdn = File.OpenRead(SharedData.Path("watchlists", "ofac", "sdn.csv"));
        using var alt = File.OpenRead(SharedData.Path("watchlists", "ofac", "alt.csv"));
        return OfacList.Read([("sdn.csv", sdn), ("alt.csv", alt)]).Usable();
    }));

    [Fact]
    public void Every_individual_of_the_UN_list_is_found_by_its_primary_name() =>
        AllFound(Un.Value, "UN list, primary names", e => [new PersonQuery(e.Names[0].Text)]);

    [Fact]
    public void Every_individual_of_the_UN_list_is_found_by_each_good_alias() =>
        AllFound(Un.Value, "UN list, good aliases", e => e.Names.Where(n => n.Kind == ListedNameKind.GoodAlias).Select(n => new PersonQuery(n.Text)));

    [Fact]
    public void Every_individual_of_the_UN_list_is_found_by_its_name_in_original_script() =>
        AllFound(Un.Value, "UN list, names in original script", e => e.Names.Where(n => n.Kind == ListedNameKind.OriginalScript).Select(n => new PersonQuery(n.Text)));

    [Fact]
    public void Every_individual_of_the_UN_list_is_found_as_a_machine_readable_zone_carries_its_name()
    {
        var parts = System.Xml.Linq.XDocument.Load(SharedData.Path("watchlists", "un-consolidated.xml")).Descendants("INDIVIDUAL").ToDictionary(
            i => i.Element("REFERENCE_NUMBER")!.Value.Trim(),
            i => NameParts.Select(n => i.Element(n)?.Value.Trim() ?? "").Where(p => p.Length > 0).ToArray());
        AllFound(Un.Value, "UN list, as a machine readable zone carries it", e => [Zone(parts[e.Reference][^1], string.Join(' ', parts[e.Reference][..^1]))]);
    }

    [Fact]
    public void Every_good_alias_of_the_UN_list_is_found_as_a_machine_readable_zone_carries_it() =>
        AllFound(Un.Value, "UN list, good aliases as a machine readable zone carries them", e => e.Names
            .Where(n => n.Kind == ListedNameKind.GoodAlias && IsLatin(n.Text) && !n.Text.AsSpan().ContainsAny(';', '('))
            .Select(n => Zone(n.Text.Split(' ')[^1], string.Join(' ', n.Text.Split(' ')[..^1]))));

    [Fact]
    public void Every_individual_of_the_OFAC_list_is_found_by_its_primary_name() =>
        AllFound(Ofac.Value, "OFAC list, primary names", e => [new PersonQuery(e.Names[0].Text)]);

    [Fact]
    public void Every_individual_of_the_OFAC_list_is_found_as_a_machine_readable_zone_carries_its_name()
    {
        var names = File.ReadLines(SharedData.Path("watchlists", "ofac", "sdn.csv")).Select(line => line.Split('"')).Where(p => p.Length > 1)
            .ToDictionary(p => p[0].Trim(','), p => p[1].Split(',', 2, StringSplitOptions.TrimEntries));
        AllFound(Ofac.Value, "OFAC list, as a machine readable zone carries it", e => [Zone(names[e.Reference][0], names[e.Reference].ElementAtOrDefault(1) ?? "")]);
    }

    private static bool IsLatin(string name) => name.All(c => !char.IsLetter(c) || c < 'ɐ');

    /// <summary>What a reader reads of the name field of a TD3 (Doc 9303-3 §4.6).</summary>
    private static PersonQuery Zone(string primary, string secondary)
    {
        var field = MrzName.Compose(primary, secondary, NameField);
        return new PersonQuery(string.Join(' ', field.Split('<', StringSplitOptions.RemoveEmptyEntries))) { NameMayBeTruncated = field[^1] != '<' };
    }

    private static (PublishedList List, ScreeningIndex Index) Indexed(Func<PublishedList> read)
    {
        var list = read();
        return (list, ScreeningIndex.Build(list.Entries.Select(e => e.ToListedPerson(list.Code)).OfType<ListedPerson>()));
    }

    private void AllFound((PublishedList List, ScreeningIndex Index) screened, string what, Func<WatchlistEntry, IEnumerable<PersonQuery>> queries)
    {
        var total = 0;
        var missed = new List<string>();
        foreach (var entry in screened.List.Entries.Where(e => e.Kind == WatchlistEntryKind.Individual))
        {
            foreach (var query in queries(entry))
            {
                total++;
                if (!screened.Index.Search(query).Any(h => h.Person.Key == $"{screened.List.Code}/{entry.Reference}"))
                    missed.Add($"{entry.Reference} {query.Name}");
            }
        }
        output.WriteLine($"[measure] {what}: {total - missed.Count} of {total}");
        Assert.True(total > 300, $"Only {total} names were tried.");
        Assert.Empty(missed);
    }
}
