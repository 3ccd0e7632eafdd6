using Rahdari.Dates;
using Rahdari.Tests;

namespace Rahdari.Matching.Tests;

/// <summary>The names of the UN Security Council Consolidated List.</summary>
public class UnListTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_individual_is_found_by_the_primary_name_alone() => AllFound(person => person.Names.Take(1), "primary names");

    [Fact]
    public void Every_individual_is_found_by_each_good_alias_alone() =>
        AllFound(person => person.Names.Where(n => n.Kind == ListedNameKind.GoodAlias), "good aliases");

    [Fact]
    public void Clean_travellers_are_seldom_stopped()
    {
        var index = ScreeningIndex.Build(UnIndividuals.All);
        var travellers = Travellers(3000);
        var alerts = travellers.Count(t => index.Search(t).Count > 0);
        output.WriteLine($"[measure] clean travellers of the region stopped: {alerts} of {travellers.Count}");
        Assert.InRange(alerts, 0, travellers.Count / 1000);
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

    private void AllFound(Func<ListedPerson, IEnumerable<ListedName>> names, string what)
    {
        var index = ScreeningIndex.Build(UnIndividuals.All);
        var total = 0;
        var missed = new List<string>();
        foreach (var person in UnIndividuals.All)
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
