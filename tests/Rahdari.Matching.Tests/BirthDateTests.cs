using Rahdari.Dates;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Tests;

/// <summary>Dates of birth that passed from one calendar into another, and that whoever has one is met. Days that history knows by both calendars.</summary>
public class BirthDateTests
{
    [Theory]
    [InlineData("1971-08-30", "1971-09-01", Evidence.NearDay)] // by another table
    [InlineData("1970-12-31", "1971-01-02", Evidence.NearDay)] // of another year too
    [InlineData("1971-08-14", "1971-08-16", Evidence.NearDay)] // a digit off as well
    [InlineData("1971-08-14", "1971-08-17", Evidence.OneDigitOff)]
    [InlineData("1971-08-29", "1971-09-01", Evidence.OtherDay)]
    [InlineData("1970-12-31", "1971-01-01", Evidence.NextYear)] // 1 January stands for its year
    [InlineData("1971-02-03", "1971-03-02", Evidence.SwappedDay)]
    [InlineData("1395-03-12", "1975-03-25", Evidence.SameHijriDay)] // 12 Rabi al-Awwal 1395, when King Faisal was killed; the table says a day before
    [InlineData("1395-03-12", "1975-03-24", Evidence.SameHijriDay)]
    [InlineData("1395-03-12", "1975-03-28", Evidence.OtherDay)]
    [InlineData("1357-02-07", "1978-04-27", Evidence.SameHijriDay)] // 7 Saur 1357, the coup in Kabul
    [InlineData("1357-11-22", "1979-02-11", Evidence.SameHijriDay)] // 22 Bahman 1357, the revolution in Tehran
    [InlineData("1357-11-22", "1985-02-11", Evidence.OtherYear)]
    [InlineData("1395-03-12", "1975-01-01", Evidence.SameYear)]
    [InlineData("1395-03-12", "1975-03", Evidence.SameYear)]
    [InlineData("1395-03", "1975-03-25", Evidence.SameYear)]
    [InlineData("1395", "1975-06-01", Evidence.SameYear)]
    [InlineData("1395-01-01", "1975-06-01", Evidence.SameYear)] // what is written where only the year is known
    [InlineData("1395", "1976-06-01", Evidence.OtherDay)] // which the year 1395 touches
    [InlineData("1395", "1978-06-01", Evidence.OtherYear)]
    [InlineData("1393/1397", "1975-06-01", 3.4)] // five lunar years
    [InlineData("1395-03-12", "1395-03-12", Evidence.SameDay)] // both as it was given
    [InlineData("1975-03-12", "1975-03-25", Evidence.KeptHijriDay)] // the year alone was converted
    [InlineData("1975-03-20", "1975-08-25", Evidence.OtherDay)]
    [InlineData("1310-05-12", "1892-12-01", Evidence.SameHijriDay)] // before the tables of Umm al-Qura begin
    public void Dates_of_two_calendars_are_compared_as_the_days_that_they_may_be(string listed, string queried, double points)
    {
        var index = ScreeningIndex.Build([Person("b/1", "Numunawala Specimenzai", listed)]);
        Assert.Equal(points, Part(index.Compare(Query(queried), "b/1")!).Points, 0.15);
        if (DateSpan.Parse(listed) is not { IsSingle: true, From: var from })
            return;
        // Either side may have it.
        index = ScreeningIndex.Build([Person("b/1", "Numunawala Specimenzai", queried)]);
        Assert.Equal(points, Part(index.Compare(Query("XXXX") with { DateOfBirth = from }, "b/1")!).Points, 0.15);
    }

    [Fact]
    public void The_days_that_a_date_is_taken_for_are_told()
    {
        var hit = Assert.Single(ScreeningIndex.Build([Person("b/1", "Numunawala Specimenzai", "1395-03-12")]).Search(Query("1975-03-25")));
        Assert.Equal((Agreement.Near, "1975-03-25", "1395-03-12 (1975-03-23/1975-03-25)"), (Part(hit).Agreement, Part(hit).Queried, Part(hit).Listed));
        hit = Assert.Single(ScreeningIndex.Build([Person("b/1", "Numunawala Specimenzai", "1975-03-25")]).Search(Query("1395-03-12")));
        Assert.Equal((Agreement.Near, "1395-03-12 (1975-03-23/1975-03-25)", "1975-03-25"), (Part(hit).Agreement, Part(hit).Queried, Part(hit).Listed));
    }

    [Theory]
    [InlineData("0001-01-02")]
    [InlineData("9999-12-31")]
    [InlineData("1300-01-02")]
    [InlineData("1470-12-29")]
    public void Days_at_the_ends_of_calendars_are_searched(string born) => Assert.Single(ScreeningIndex.Build([Person("b/1", "Numunawala Specimenzai", born)]).Search(Query(born)));

    [Theory]
    [InlineData("9999-12-31", "9999-05-05")]
    [InlineData("0001-01-01", "0001-05-05")]
    [InlineData("0001-05-05", "0001-01-02")]
    public void Another_day_of_the_first_and_the_last_year_is_compared(string listed, string queried) =>
        Assert.NotNull(ScreeningIndex.Build([Person("b/1", "Numunawala Specimenzai", listed)]).Compare(Query(queried), "b/1"));

    /// <summary>The names do not fit: nothing but the day leads to them.</summary>
    [Fact]
    public void Whoever_may_have_the_day_of_birth_is_met()
    {
        var random = new Random(20261127);
        string[] names = ["SHERDAD SPECIMENZAI", "ZARGUL", "QASIM NUMUNAWALA", "OBRAZCOVA"];
        var persons = Enumerable.Range(0, 800).Select(i => Person($"b/{i}", names[random.Next(names.Length)], [.. Enumerable.Range(0, 1 + (random.Next(4) / 3)).Select(_ => Born().ToString() + (random.Next(12) == 0 ? "~" : ""))])).ToArray();
        var index = ScreeningIndex.Build(persons);
        var (near, hijri) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            var query = new PersonQuery(random.Next(2) == 0 ? "BEISPIEL" : "KASEEM MITHAL") { DateOfBirth = Born(), Nationality = "PAK" };
            const double Low = 1e-6;
            var hits = index.Search(query, Low).ToDictionary(h => h.Person.Key, h => h.Points);
            foreach (var hit in index.SearchAll(query, Low).Where(h => Part(h).Points >= Evidence.NearDay))
            {
                Assert.True(hits.TryGetValue(hit.Person.Key, out var points) && Math.Abs(points - hit.Points) < 1e-9, $"{query.Name} {query.DateOfBirth}: {hit.Name.Text} {Part(hit).Listed} {hit.Points}");
                near += Part(hit).Points == Evidence.NearDay ? 1 : 0;
                hijri += Part(hit).Points == Evidence.SameHijriDay ? 1 : 0;
            }
        }
        Assert.True(near > 50 && hijri > 50, $"{near} near, {hijri} converted.");

        PartialDate Born() => random.Next(5) switch
        {
            0 => PartialDate.Of(1395, 1 + random.Next(12), 1 + random.Next(28)), // from 1975 on
            1 => PartialDate.Of(1354, 1 + random.Next(12), 1 + random.Next(28)), // as well, by the solar calendar
            _ => PartialDate.From(new DateOnly(1975, 1, 1).AddDays(random.Next(380))),
        };
    }

    private static ScorePart Part(Hit hit) => hit.Parts.Single(p => p.Kind == ScorePartKind.DateOfBirth);

    private static PersonQuery Query(string born) => new("Numunawala Specimenzai") { DateOfBirth = PartialDate.Parse(born) };

    private static ListedPerson Person(string key, string name, params string[] born) =>
        new(key, [new ListedName(name, ListedNameKind.Primary)], [.. born.Select(DateSpan.Parse)], ["PAK"], null, []);
}
