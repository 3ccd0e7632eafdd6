using CsCheck;
using Rahdari.Dates;

namespace Rahdari.Matching.Tests;

/// <summary>People are invented; their names are the region's.</summary>
public class ScreeningIndexTests
{
    private static readonly ScreeningIndex Index = ScreeningIndex.Build(
    [
        Person("a/1", "Abdul Qadeer Specimenzai", "1971-08-14", "PAK", 'M', "AB1234560"),
        Person("a/2", "Muhammad Hussain Mustermani", "1965", "AFG", 'M', null),
        Person("a/3", "Olga Ivanovna Obrazcova", "1980-05-06", "RUS", 'F', null, (ListedNameKind.OriginalScript, "Ольга Ивановна Образцова")),
        Person("a/4", "Jürgen Müßtermann", "1955~", "DEU", 'M', null),
        Person("a/5", "Specimenov Bashar", "1968/1970", "SYR", 'M', null, (ListedNameKind.GoodAlias, "Abu Numuna"), (ListedNameKind.LowAlias, "Ahmed")),
        Person("a/6", "Khalid", null, null, null, null),
        Person("a/7", "Abdurrahman Numunawala", "1977-03-04", null, null, null),
    ]);

    [Theory]
    [InlineData("Abdul Kadir Specimenzai", "a/1")] // by ear
    [InlineData("SPECIMENZAI ABDUL QADIR", "a/1")] // order
    [InlineData("Abdulqadeer Specimenzai", "a/1")] // joined
    [InlineData("Specimenzai Qadeer", "a/1")] // a part left out
    [InlineData("Abdul Qadeer Spceimenzai", "a/1")] // neighbours swapped
    [InlineData("Mohd Husein Mustermani", "a/2")] // abbreviated, by ear
    [InlineData("Haji Mohammad Hussein al-Mustermani", "a/2")] // particles
    [InlineData("OBRAZTSOVA OLGA", "a/3")] // another transliteration
    [InlineData("Образцова Ольга Ивановна", "a/3")] // its own script
    [InlineData("MUESSTERMANN JUERGEN", "a/4")] // as a machine readable zone writes it
    [InlineData("Abu Numuna", "a/5")] // an alias
    [InlineData("Khalid", "a/6")] // a name of one part, whole
    [InlineData("Abdul Rehman Numunawala", "a/7")] // split
    public void Spellings_of_a_listed_name_are_hits(string name, string key) =>
        Assert.Contains(Index.Search(new PersonQuery(name)), h => h.Person.Key == key);

    [Theory]
    [InlineData("Khalid Otherman")] // more than the listed name of one part
    [InlineData("Ahmed")] // a weak alias alone
    [InlineData("Muhammad Hussain")] // names that half of the country bears
    [InlineData("Maria Beispiel")]
    [InlineData("")]
    [InlineData("Muhammad")]
    public void Other_people_are_no_hits(string name) =>
        Assert.Empty(Index.Search(new PersonQuery(name)));

    [Fact]
    public void A_weak_alias_is_a_hit_with_the_day_of_birth_beside_it()
    {
        var index = ScreeningIndex.Build([Person("b/1", "Somebody Specimenov", "1970-02-03", null, null, null, (ListedNameKind.LowAlias, "Numunagul"))]);
        Assert.Empty(index.Search(new PersonQuery("Numunagul")));
        Assert.Single(index.Search(new PersonQuery("Numunagul") { DateOfBirth = PartialDate.Parse("1970-02-03") }));
    }

    [Theory]
    [InlineData("1971-08-14", Agreement.Equal)]
    [InlineData("1971-08-15", Agreement.Near)] // one digit off
    [InlineData("1971-08", Agreement.Equal)]
    [InlineData("1971", Agreement.Equal)]
    [InlineData("1971-01-01", Agreement.Near)] // where only the year is known
    [InlineData("1985-02-03", Agreement.Different)]
    public void Dates_of_birth_are_compared_however_partial(string born, Agreement agreement)
    {
        var hit = Search("Abdul Qadeer Specimenzai", born, "a/1");
        Assert.Equal(agreement, hit.Parts.Single(p => p.Kind == ScorePartKind.DateOfBirth).Agreement);
        var without = Search("Abdul Qadeer Specimenzai", "XXXX", "a/1");
        Assert.Equal(agreement == Agreement.Different, hit.Points < without.Points);
    }

    [Theory]
    [InlineData("a/7", "Abdurrahman Numunawala", "1977-04-03", Agreement.Near)] // day and month exchanged
    [InlineData("a/4", "Jurgen Musstermann", "1956-05-05", Agreement.Near)] // circa
    [InlineData("a/5", "Bashar Specimenov", "1969-05-05", Agreement.Near)] // within a span
    [InlineData("a/5", "Bashar Specimenov", "1975-05-05", Agreement.Different)]
    public void Approximate_dates_of_birth_are_compared_as_what_they_are(string key, string name, string born, Agreement agreement) =>
        Assert.Equal(agreement, Search(name, born, key).Parts.Single(p => p.Kind == ScorePartKind.DateOfBirth).Agreement);

    [Theory]
    [InlineData("AB1234560", "PAK")]
    [InlineData("A81Z3456O", "PAK")] // letters read for digits
    [InlineData("ab-123 4560", null)]
    public void A_document_number_leads_to_its_holder_under_any_name(string number, string? state)
    {
        var hit = Assert.Single(Index.Search(new PersonQuery("Entirely Other") { DocumentNumber = number, IssuingState = state }));
        Assert.Equal("a/1", hit.Person.Key);
        Assert.Equal(ScorePartKind.DocumentNumber, hit.Parts.MaxBy(p => p.Points)!.Kind);
    }

    [Theory]
    [InlineData("00000000", "00000000", 0)] // what lists write where they know none
    [InlineData("AB7777770", "AB7777770", 1)]
    public void A_number_leads_to_who_has_no_name_that_can_be_compared(string listed, string queried, int hits)
    {
        var index = ScreeningIndex.Build([Person("d/1", "???", "1971-08-14", "PAK", null, listed), Person("d/2", "Numunawala Mustermani", null, null, null, null)]);
        Assert.Equal(hits, index.Search(new PersonQuery("Numuna Specimenzai") { DocumentNumber = queried, IssuingState = "PAK" }).Count);
        // A day of birth alone proves nothing.
        Assert.Empty(index.Search(new PersonQuery("Rashid Specimenzai") { DateOfBirth = PartialDate.Of(1971, 8, 14), Nationality = "PAK" }));
        Assert.NotNull(index.Compare(new PersonQuery("Rashid Specimenzai"), "d/1"));
    }

    [Theory]
    [InlineData("Muhammad S R", "Muhammad Saleem Rahim")] // initials in the query
    [InlineData("Kamran Zadran", "K Zadran")] // in the list
    [InlineData("Ahmad bin Khalid B", "Ahmad Khalid Bina")] // near a particle, and what an initial stands for
    [InlineData("Haji Rahim Gul Khan", "H Rahim Gul")]
    [InlineData("Zargulsherdad", "Zargul Sherdad")] // two halves
    public void The_bounds_err_upwards(string name, string listed)
    {
        var others = Enumerable.Range(0, 400).Select(i => Person($"o/{i}", $"Kamran Mustermani{(char)('A' + (i % 26))}{(char)('A' + (i / 26))}", null, null, null, null));
        var index = ScreeningIndex.Build([.. others, Person("e/1", listed, "1971", null, null, null)]);
        foreach (var born in new[] { PartialDate.Unknown, PartialDate.Of(1971, 8), PartialDate.Of(1971, 8, 14) })
        {
            var query = new PersonQuery(name) { DateOfBirth = born };
            Assert.NotEmpty(index.SearchAll(query, 0.000001));
            foreach (var threshold in new[] { 0.000001, 0.0001, 0.001, 0.01 })
            {
                Assert.Equal(index.SearchAll(query, threshold).Select(h => (h.Person.Key, h.Points)), index.Search(query, threshold).Select(h => (h.Person.Key, h.Points)));
            }
        }
    }

    [Fact]
    public void A_truncated_name_is_matched_by_its_beginning()
    {
        var query = new PersonQuery("SPECIMENZAI ABDUL QAD");
        Assert.Contains(Index.Search(query with { NameMayBeTruncated = true }), h => h.Person.Key == "a/1");
        var pair = Index.Search(query with { NameMayBeTruncated = true })[0].Alignment.Single(p => p.Queried == "QAD");
        Assert.Equal("QADEER", pair.Listed);
    }

    [Fact]
    public void The_explanation_shows_which_alias_and_what_was_equal_near_and_different()
    {
        var hit = Search("Abu Numuna", "1969", "a/5");
        Assert.Equal(("Abu Numuna", ListedNameKind.GoodAlias), (hit.Name.Text, hit.Name.Kind));
        hit = Search("Kadir Specimenzai Khan", "1971-08-14", "a/1");
        Assert.Contains(hit.Alignment, p => p is { Queried: "KADIR", Listed: "QADEER", Agreement: Agreement.Near });
        Assert.Contains(hit.Alignment, p => p is { Queried: "SPECIMENZAI", Listed: "SPECIMENZAI", Agreement: Agreement.Equal });
        Assert.Contains(hit.Alignment, p => p is { Queried: "KHAN", Agreement: Agreement.Different });
    }

    [Fact]
    public void On_any_text_the_score_is_a_probability_and_its_parts_sum_to_its_points() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABDULQEKIRMOHSN -'.<"], 0, 60]), Gen.Int[1900, 2030], Gen.Bool).Sample(
            (name, year, truncated) =>
            {
                var query = new PersonQuery(name) { DateOfBirth = PartialDate.Of(year, 8, 14), Nationality = "PAK", Sex = 'M', DocumentNumber = name, NameMayBeTruncated = truncated };
                foreach (var hit in Index.Search(query, threshold: 0))
                {
                    Assert.InRange(hit.Score, 0, 1);
                    Assert.Equal(hit.Points, hit.Parts.Sum(p => p.Points));
                }
            },
            iter: 20_000);

    [Fact]
    public void The_order_of_the_parts_of_a_name_does_not_matter() =>
        Gen.Shuffle(new[] { "Abdul", "Qadeer", "Specimenzai" }.ToList()).Sample(parts =>
            Assert.Equal(Search("Abdul Qadeer Specimenzai", "1971", "a/1").Points, Search(string.Join(' ', parts), "1971", "a/1").Points, 9));

    [Fact]
    public void A_name_of_any_length_costs_no_more_than_its_beginning()
    {
        var oneWord = new PersonQuery(new string('A', 5_000_000));
        var manyWords = new PersonQuery(string.Concat(Enumerable.Repeat("Abdul Qadeer ", 200_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Index.Search(oneWord);
        Index.Search(manyWords);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Building_and_searching_can_be_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => ScreeningIndex.Build([Person("c/1", "Any Body", null, null, null, null)], cancellation: cancelled));
        Assert.Throws<OperationCanceledException>(() => Index.Search(new PersonQuery("Khalid"), cancellation: cancelled));
    }

    private static Hit Search(string name, string born, string key) =>
        Index.Search(new PersonQuery(name) { DateOfBirth = PartialDate.Parse(born) }, threshold: 0).Single(h => h.Person.Key == key);

    private static ListedPerson Person(string key, string name, string? born, string? nationality, char? sex, string? passport, params (ListedNameKind Kind, string Text)[] others) => new(
        key,
        [new ListedName(name, ListedNameKind.Primary), .. others.Select(o => new ListedName(o.Text, o.Kind))],
        born is null ? [] : [DateSpan.Parse(born)],
        nationality is null ? [] : [nationality],
        sex,
        passport is null ? [] : [new ListedDocument("Passport", passport, "PAK")]);
}
