using System.Xml.Linq;
using Rahdari.Dates;
using Rahdari.Tests;

namespace Rahdari.Matching.Tests;

/// <summary>The names of the UN Security Council Consolidated List, read here as plainly as can be.</summary>
public class UnListTests(ITestOutputHelper output)
{
    private static readonly string[] NameElements = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    private static readonly Lazy<IReadOnlyList<ListedPerson>> Persons = new(Read);

    [Fact]
    public void Every_individual_is_found_by_the_primary_name_alone() => AllFound(person => person.Names.Take(1), "primary names");

    [Fact]
    public void Every_individual_is_found_by_each_good_alias_alone() =>
        AllFound(person => person.Names.Where(n => n.Kind == ListedNameKind.GoodAlias), "good aliases");

    [Fact]
    public void Clean_travellers_are_seldom_stopped()
    {
        var index = ScreeningIndex.Build(Persons.Value);
        var travellers = Travellers(3000);
        var alerts = travellers.Count(t => index.Search(t).Count > 0);
        output.WriteLine($"[measure] clean travellers of the region stopped: {alerts} of {travellers.Count}");
        Assert.InRange(alerts, 0, travellers.Count / 50);
    }

    private static List<PersonQuery> Travellers(int count)
    {
        var random = new Random(20260301);
        var given = Romanized("forenames-by-country.csv");
        var family = Romanized("surnames-by-country.csv");
        return [.. Enumerable.Range(0, count).Select(_ => new PersonQuery($"{family[random.Next(family.Count)]} {given[random.Next(given.Count)]}")
        {
            DateOfBirth = PartialDate.From(new DateOnly(1950, 1, 1).AddDays(random.Next(20000))),
            Nationality = "PAK",
        })];
    }

    /// <summary>The romanized names of South and West Asia and North Africa.</summary>
    private static List<string> Romanized(string file)
    {
        string[] countries = ["PK", "AF", "IR", "IN", "BD", "AE", "SA", "EG", "TR", "IQ", "SY", "JO", "LB", "DZ", "MA", "TN", "AZ", "KZ", "UZ", "ID", "MY", "LK", "NP"];
        var lines = File.ReadAllLines(SharedData.Path("names", file));
        var column = Array.IndexOf(lines[0].Split(','), "Romanized Name");
        string[] names = [.. lines.Skip(1).Select(line => line.Split(',')).Where(f => countries.Contains(f[0])).Select(f => f[column].Trim()).Where(n => n.Length > 1 && n.All(c => char.IsLetter(c) || c is ' ' or '-' or '\''))];
        Assert.True(names.Length >= 50, $"{file} has only {names.Length} names of the region.");
        return [.. names];
    }

    private static IReadOnlyList<ListedPerson> Read()
    {
        var list = XDocument.Load(SharedData.Path("watchlists", "un-consolidated.xml"));
        return [.. list.Descendants("INDIVIDUAL").Select(i => new ListedPerson(
            i.Element("REFERENCE_NUMBER")!.Value,
            [
                new ListedName(string.Join(' ', NameElements.Select(n => i.Element(n)?.Value.Trim()).Where(v => !string.IsNullOrEmpty(v))), ListedNameKind.Primary),
                .. i.Elements("INDIVIDUAL_ALIAS").Where(a => a.Element("ALIAS_NAME")?.Value.Trim().Length > 0)
                    .Select(a => new ListedName(a.Element("ALIAS_NAME")!.Value.Trim(), a.Element("QUALITY")!.Value == "Good" ? ListedNameKind.GoodAlias : ListedNameKind.LowAlias)),
            ],
            [.. i.Elements("INDIVIDUAL_DATE_OF_BIRTH").Select(Birth).OfType<DateSpan>()],
            [],
            null,
            []))];
    }

    private static DateSpan? Birth(XElement date)
    {
        if (PartialDate.TryParse(date.Element("DATE")?.Value, out var day) || PartialDate.TryParse(date.Element("YEAR")?.Value, out day))
            return new DateSpan(day, date.Element("TYPE_OF_DATE")?.Value == "APPROXIMATELY");
        return PartialDate.TryParse(date.Element("FROM_YEAR")?.Value, out var from) && PartialDate.TryParse(date.Element("TO_YEAR")?.Value, out var to) ? new DateSpan(from, to, false) : null;
    }

    private void AllFound(Func<ListedPerson, IEnumerable<ListedName>> names, string what)
    {
        var index = ScreeningIndex.Build(Persons.Value);
        var total = 0;
        var missed = new List<string>();
        foreach (var person in Persons.Value)
        {
            foreach (var name in names(person))
            {
                total++;
                if (!index.Search(new PersonQuery(name.Text)).Any(h => h.Person.Key == person.Key))
                    missed.Add($"{person.Key} {name.Text}");
            }
        }
        output.WriteLine($"[measure] UN list, {what} found: {total - missed.Count} of {total}");
        Assert.True(total > 500, $"Only {total} names were tried.");
        Assert.Empty(missed);
    }
}
