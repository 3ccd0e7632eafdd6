using Rahdari.Dates;

namespace Rahdari.Matching.Tests;

/// <summary>The index beside the comparison of every listed name with the same scorer: what the ways in, and who is not compared letter by letter, lose.</summary>
public class OracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(ScreeningIndex.AlertThreshold)]
    [InlineData(ScreeningIndex.AlertThreshold / 10)]
    public void The_index_finds_what_comparing_every_name_finds(double threshold)
    {
        var persons = UnIndividuals.All;
        var index = ScreeningIndex.Build(persons);
        var random = new Random(20260301);
        var (found, lost) = (0, new List<string>());
        for (var i = 0; i < 1500; i++)
        {
            var query = Query(persons[random.Next(persons.Count)], random);
            var hits = index.Search(query, threshold).ToDictionary(h => h.Person.Key, h => h.Points);
            var all = index.SearchAll(query, threshold);
            found += all.Count;
            lost.AddRange(all.Where(h => !hits.TryGetValue(h.Person.Key, out var points) || points < h.Points - 1e-9).Select(h => $"{query.Name} | {h.Name.Text} {h.Score:F3}"));
            Assert.All(hits.Keys, key => Assert.Contains(all, h => h.Person.Key == key));
        }
        output.WriteLine($"[measure] at {threshold}: {found - lost.Count} of {found} that comparing every name finds");
        foreach (var one in lost.Take(20))
            output.WriteLine(one);
        Assert.True(found >= 1000, $"Only {found} were found at all.");
        Assert.True(lost.Count == 0, $"{lost.Count} of {found} were lost.");
    }

    [Theory]
    [InlineData("Haji Ustad", null)] // a name of particles, which others have as particles
    [InlineData("Kosntantim Ivanov", null)] // a swap across what two edits leave alone
    [InlineData("Abdallahi Diarra", "AFG")] // two listed parts in one
    public void What_comparing_every_name_finds_is_found_in_names_that_are_hard_to_meet(string name, string? nationality)
    {
        var index = ScreeningIndex.Build(
        [
            Person("a/1", ListedNameKind.Primary, "Haji Rahim Gul"), Person("a/2", ListedNameKind.LowAlias, "Haji Ustad"), Person("a/3", ListedNameKind.Primary, "Ustad Karim"),
            Person("a/4", ListedNameKind.Primary, "Konstantin Ivanov"), Person("a/5", ListedNameKind.LowAlias, "Abd Allah Diarra"),
        ]);
        var query = new PersonQuery(name) { Nationality = nationality };
        const double Low = 0.0001;
        var all = index.SearchAll(query, Low);
        Assert.NotEmpty(all);
        Assert.Equal(all.Select(h => (h.Person.Key, h.Points)), index.Search(query, Low).Select(h => (h.Person.Key, h.Points)));

        static ListedPerson Person(string key, ListedNameKind kind, string name) => new(key, [new ListedName(name, kind)], [], ["PAK"], null, []);
    }

    /// <summary>A listed person as a traveller may be written: parts left out, exchanged, joined, misspelt, cut; the day of birth right, misread or unknown.</summary>
    private static PersonQuery Query(ListedPerson person, Random random)
    {
        var parts = person.Names[random.Next(person.Names.Count)].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count > 2 && random.Next(3) == 0)
            parts.RemoveAt(random.Next(parts.Count));
        if (random.Next(3) == 0)
            parts.Reverse();
        if (parts.Count > 1 && random.Next(6) == 0)
            (parts[0], parts[1]) = (parts[0] + parts[1], "");
        for (var edits = random.Next(4); edits > 0; edits--)
        {
            var at = random.Next(parts.Count);
            parts[at] = Misspelt(parts[at], random);
        }
        var born = person.BirthDates.Count > 0 && person.BirthDates[0].IsSingle ? person.BirthDates[0].From : PartialDate.Unknown;
        if (born.IsComplete && random.Next(3) == 0 && PartialDate.TryCreate(born.Year, born.Day, born.Month, out var swapped))
            born = swapped;
        return new PersonQuery(string.Join(' ', parts))
        {
            DateOfBirth = random.Next(2) == 0 ? born : PartialDate.Unknown,
            PlaceOfBirth = random.Next(2) == 0 && (random.Next(2) == 0 ? person : UnIndividuals.All[random.Next(UnIndividuals.All.Count)]).BirthPlaces is [var place, ..] ? place : null,
            Sex = random.Next(2) == 0 ? 'M' : null,
            NameMayBeTruncated = random.Next(4) == 0,
        };
    }

    private static string Misspelt(string part, Random random)
    {
        if (part.Length < 3)
            return part;
        var at = random.Next(part.Length - 1);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => part.Remove(at, 1),
            1 => part.Insert(at, $"{letter}"),
            2 => $"{part[..at]}{part[at + 1]}{part[at]}{part[(at + 2)..]}",
            _ => $"{part[..at]}{letter}{part[(at + 1)..]}",
        };
    }
}
