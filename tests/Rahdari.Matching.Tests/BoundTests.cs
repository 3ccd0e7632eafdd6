using Rahdari.Dates;

namespace Rahdari.Matching.Tests;

/// <summary>
/// Nobody may be left out by a bound that errs downwards: names of few words, so that initials, particles, halves, cut parts and near spellings meet
/// in every way, dates of every kind, thresholds from low to high.
/// </summary>
public class BoundTests(ITestOutputHelper output)
{
    private static readonly string[] Words =
    [
        "MUHAMMAD", "MOHAMMED", "KHAN", "KHAM", "ALI", "ALY", "S", "R", "K", "AL", "BIN", "HAJI", "ZARGUL", "SHERDAD", "ZARGULSHERDAD", "NOOR", "NOORA", "BINA",
        "SPECIMENZAI", "SPECIMENZAY", "KARIM", "KAREEM", "KARIMI", "RAHIM", "RAHIMKHAN", "MUSTERMANI", "MU", "SHER", "E", "Y",
        "MUHAMMADKARIM", "MUHAMADKARM", "MUHAMMADALY", "KHANMUSTERMANI", "KHANMUSTRMANY", "AMUSTERMANI", "MUHAMMADA", "KHNZARGIL", "KHAZNARGIL", "SHRIMATI", "SHRI", "MATI", "OMAR", "HASAN", "OMRHASEN",
    ];

    [Theory]
    [InlineData(300, 0)] // a list by itself
    [InlineData(300, 20_000)] // in a population that bears some of the names often
    [InlineData(6000, 20_000)] // a list so large that a chance likeness must be reckoned with
    public void The_index_finds_exactly_what_comparing_every_name_finds(int entries, int population)
    {
        var random = new Random(20261127);
        var persons = Enumerable.Range(0, entries).Select(i => new ListedPerson($"b/{i}", Names(random), Dates(random), random.Next(3) == 0 ? [] : ["PAK"], Sex(random), [])).ToList();
        var index = ScreeningIndex.Build(persons, population == 0 ? null : NamePopulation.Count(Enumerable.Range(0, population).Select(_ => Name(random))));
        var (found, lost) = (0, new List<string>());
        for (var i = 0; i < 1_200_000 / entries; i++)
        {
            var query = new PersonQuery(Name(random))
            {
                DateOfBirth = random.Next(4) == 0 ? PartialDate.Unknown : Date(random),
                Nationality = random.Next(2) == 0 ? "PAK" : null,
                Sex = Sex(random),
                NameMayBeTruncated = random.Next(4) == 0,
            };
            double[] thresholds = [ScreeningIndex.AlertThreshold / 10, ScreeningIndex.AlertThreshold, 0.3, 0.9];
            var threshold = thresholds[random.Next(thresholds.Length)];
            var hits = index.Search(query, threshold).ToDictionary(h => h.Person.Key, h => (h.Points, h.IsWholeName));
            var all = index.SearchAll(query, threshold);
            found += all.Count(SharesAPart);
            lost.AddRange(all.Where(SharesAPart).Where(h => !hits.TryGetValue(h.Person.Key, out var hit) || Math.Abs(hit.Points - h.Points) > 1e-9 || (ScreeningIndex.TellsWholeNames(threshold) && hit.IsWholeName != h.IsWholeName))
                .Select(h => $"{query.Name} {query.DateOfBirth} {query.NameMayBeTruncated} | {h.Name.Text} {string.Join(',', h.Person.BirthDates)} {h.Points:F2} at {threshold}, {hits.GetValueOrDefault(h.Person.Key)} found"));
            Assert.All(hits.Keys, key => Assert.Contains(all, h => h.Person.Key == key));
        }
        output.WriteLine($"[measure] bounds, {entries} entries: {found - lost.Count} of {found} that share a part and comparing every name finds");
        Assert.True(found > 200, $"Only {found} were found at all.");
        Assert.True(lost.Count == 0, $"{lost.Count} of {found} were lost: {string.Join('\n', lost.Take(8))}");
    }

    /// <summary>An initial, a particle or the year alone leads to nobody.</summary>
    private static bool SharesAPart(Hit hit) => hit.Alignment.Any(p => p is { Agreement: Agreement.Equal or Agreement.Near, Queried.Length: > 2, Listed.Length: > 2, Points: > 1 });

    private static string Name(Random random) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))]));

    private static ListedName[] Names(Random random) => [.. Enumerable.Range(0, 1 + random.Next(2)).Select(i => new ListedName(Name(random), i == 0 ? ListedNameKind.Primary : random.Next(2) == 0 ? ListedNameKind.GoodAlias : ListedNameKind.LowAlias))];

    private static char? Sex(Random random) => random.Next(4) switch
    {
        0 or 1 => 'M',
        2 => 'F',
        _ => null,
    };

    private static PartialDate Date(Random random) => random.Next(8) switch
    {
        0 => Hijri(random.Next(2) == 0 ? 1348 : 1389, random), // 1969 by the solar and by the lunar calendar
        _ => Gregorian(random),
    };

    private static PartialDate Hijri(int first, Random random) => PartialDate.Of(first + random.Next(4), random.Next(4) == 0 ? null : 1 + random.Next(12)) is { Month: { } month, Year: { } year } && random.Next(3) > 0
        ? PartialDate.Of(year, month, 1 + random.Next(28))
        : PartialDate.Of(first + random.Next(4));

    private static PartialDate Gregorian(Random random) =>
        PartialDate.Of(1969 + random.Next(4), random.Next(5) == 0 ? null : 1 + random.Next(12)) is { Month: { } month, Year: { } year } known && random.Next(4) > 0
            ? PartialDate.Of(year, month, 1 + random.Next(28))
            : PartialDate.Of(1969 + random.Next(4), random.Next(2) == 0 ? null : 1 + random.Next(12));

    private static DateSpan[] Dates(Random random) => random.Next(5) switch
    {
        0 => [],
        1 => [new DateSpan(Date(random), circa: true)],
        2 => [new DateSpan(Date(random)), new DateSpan(Date(random))],
        _ => [new DateSpan(Date(random))],
    };
}
