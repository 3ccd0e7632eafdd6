namespace Rahdari.Matching.Tests;

/// <summary>Numbers of documents and persons: when two are one, when another number says something, and that whoever has one is met.</summary>
public class NumberTests
{
    private const string Specimen = "L898902C3"; // Doc 9303-4, appendix B; its check digit is 6.

    private const string Cnic = "00000-0000101-0";

    [Theory]
    [InlineData(Specimen, "L898902C3", Agreement.Equal)]
    [InlineData(Specimen, "l 898-902 c3", Agreement.Equal)]
    [InlineData(Specimen, "1B98902C3", Agreement.Equal)] // letters read for digits and digits for letters
    [InlineData(Specimen, "L898902C36", Agreement.Near)] // with its check digit
    [InlineData(Specimen, "1B9B9O2C36", Agreement.Near)] // and misread: the check digit is of what the list has
    [InlineData("L898902C36", Specimen, Agreement.Near)] // the list has it with
    [InlineData(Specimen, "L898902C35", Agreement.Missing)] // no check digit
    [InlineData(Specimen, "L898902C", Agreement.Near)] // of which 3 is the check digit
    [InlineData("AB1234568", "AB123456", Agreement.Missing)]
    [InlineData("00123456", "123456", Agreement.Near)] // a number that a table took for one
    [InlineData("123456", "00123456", Agreement.Near)]
    [InlineData("0012345", "012345", Agreement.Near)]
    [InlineData("D1234567", "1234567", Agreement.Missing)] // a letter is no zero left out
    [InlineData("A0123456", "A123456", Agreement.Missing)] // nor is a zero within
    [InlineData("012345", "12345", Agreement.Missing)] // too short
    [InlineData("000000", "0000000", Agreement.Missing)] // what lists write where they know none
    [InlineData(Cnic, "0000000001010", Agreement.Equal)]
    [InlineData(Cnic, "٠٠٠٠٠-۰۰۰۰۱۰۱-۰", Agreement.Equal)]
    [InlineData(Cnic, "00000-0000101", Agreement.Near)] // without the digit that tells the sex
    [InlineData("000000000101", Cnic, Agreement.Near)]
    [InlineData("10000-0000101-8", "00000-0000101", Agreement.Missing)]
    public void Numbers_are_one_however_they_are_written(string listed, string queried, Agreement agreement)
    {
        var index = ScreeningIndex.Build([Person("n/1", listed)]);
        var query = new PersonQuery("Entirely Other") { DocumentNumber = queried, IssuingState = "PAK" };
        Assert.Equal(agreement, Part(index.Compare(query, "n/1")!).Agreement);
        Assert.Equal(agreement == Agreement.Missing ? 0 : 1, index.Search(query).Count);
        Assert.Equal(agreement == Agreement.Missing ? 0 : 1, index.Search(query with { DocumentNumber = null, PersonalNumber = queried }).Count);
    }

    [Theory]
    [InlineData("PAK", 'F', true)] // the last digit is even
    [InlineData(null, null, true)]
    [InlineData("PAK", 'M', false)]
    [InlineData("THA", 'F', false)] // also thirteen digits, of which the last is a check digit of its own
    public void An_identity_number_without_its_last_digit_is_one_of_Pakistan_and_of_the_sex(string? state, char? sex, bool isOne)
    {
        var index = ScreeningIndex.Build([Person("n/1", Cnic, state)]);
        var query = new PersonQuery("Entirely Other") { PersonalNumber = "000000000101", IssuingState = state, Sex = sex };
        Assert.Equal(isOne ? 1 : 0, index.Search(query).Count);
    }

    [Fact]
    public void A_check_digit_more_weighs_less_than_the_number_itself()
    {
        var index = ScreeningIndex.Build([Person("n/1", Specimen)]);
        double Points(string number, string? state = "PAK") => Part(index.Compare(new PersonQuery("Entirely Other") { DocumentNumber = number, IssuingState = state }, "n/1")!).Points;
        Assert.True(Points(Specimen) > Points($"{Specimen}6") && Points($"{Specimen}6") > Points(Specimen, "AFG") && Points(Specimen, "AFG") > Points($"{Specimen}6", "AFG"));
    }

    [Fact]
    public void Another_number_of_a_passport_says_nothing_for_it_may_be_the_renewed_one()
    {
        var index = ScreeningIndex.Build([Person("n/1", ["AB1234567", "AB7654321", Cnic])]);
        var renewed = new PersonQuery("Numunawala Specimenzai") { DocumentNumber = "CD1112223", IssuingState = "PAK" };
        Assert.Equal((Agreement.Missing, 0), (Part(index.Compare(renewed, "n/1")!).Agreement, Part(index.Compare(renewed, "n/1")!).Points));
        Assert.Equal(index.Compare(renewed with { DocumentNumber = null }, "n/1")!.Points, index.Compare(renewed, "n/1")!.Points);
        // Any one of several is enough, and the personal number stays.
        Assert.Single(index.Search(new PersonQuery("Entirely Other") { DocumentNumber = "AB7654321", IssuingState = "PAK" }));
        Assert.Single(index.Search(renewed with { Name = "Entirely Other", PersonalNumber = "0000000001010" }));
    }

    [Theory]
    [InlineData("00000-0009999-0", "PAK", Agreement.Different)]
    [InlineData("00000-0000107-0", "PAK", Agreement.Missing)] // misread or mistyped
    [InlineData("00000-0009999-0", null, Agreement.Missing)] // whose number that is, nobody said
    [InlineData("00000-0009999", "PAK", Agreement.Missing)] // no whole number
    public void Another_identity_number_of_Pakistan_speaks_against_a_little(string number, string? state, Agreement agreement)
    {
        var index = ScreeningIndex.Build([Person("n/1", ["AB1234567", Cnic])]);
        var query = new PersonQuery("Numunawala Specimenzai") { PersonalNumber = number, IssuingState = state };
        var hit = Assert.Single(index.Search(query));
        Assert.Equal(agreement, Part(hit).Agreement);
        Assert.Equal(agreement == Agreement.Different, Part(hit).Points < 0);
        Assert.Equal(hit.Points, hit.Parts.Sum(p => p.Points));
        Assert.Equal(index.SearchAll(query).Select(h => h.Points), index.Search(query).Select(h => h.Points));
        // The number of the passport agrees: the other is somebody's mistake.
        Assert.Equal(Agreement.Equal, Part(index.Compare(query with { DocumentNumber = "AB1234567" }, "n/1")!).Agreement);
    }

    [Fact]
    public void Whoever_has_a_number_is_met_whatever_else_is_said()
    {
        var random = new Random(20261127);
        string[] names = ["MUHAMMAD KHAN", "ALI SPECIMENZAI", "RAHIM GUL", "NUMUNAWALA", "OLGA OBRAZCOVA"];
        var persons = Enumerable.Range(0, 400).Select(i => Person($"n/{i}", [.. Enumerable.Range(0, random.Next(3)).Select(_ => Number())], random.Next(3) == 0 ? null : "PAK", names[random.Next(names.Length)], random.Next(2) == 0 ? 'M' : null)).ToArray();
        var index = ScreeningIndex.Build(persons);
        var (agreeing, contradicting) = (0, 0);
        for (var i = 0; i < 1500; i++)
        {
            var person = persons[random.Next(persons.Length)];
            var query = new PersonQuery(names[random.Next(names.Length)])
            {
                DocumentNumber = random.Next(3) == 0 ? null : person.Documents.Count == 0 ? Number() : Otherwise(person.Documents[0].Number),
                PersonalNumber = random.Next(2) == 0 ? null : person.Documents.Count < 2 ? Number() : Otherwise(person.Documents[1].Number),
                IssuingState = random.Next(3) == 0 ? null : random.Next(5) == 0 ? "AFG" : "PAK",
                Sex = random.Next(2) == 0 ? 'M' : 'F',
            };
            var threshold = new[] { 0.0001, ScreeningIndex.AlertThreshold, 0.5 }[i % 3];
            var all = index.SearchAll(query, threshold);
            Assert.Equal(all.Select(Told), index.Search(query, threshold).Select(Told));
            agreeing += all.Count(h => Part(h).Points > 0);
            contradicting += all.Count(h => Part(h).Points < 0);
        }
        Assert.True(agreeing > 300 && contradicting > 30, $"{agreeing} agree, {contradicting} contradict.");

        static (string, double, bool) Told(Hit hit) => (hit.Person.Key, Math.Round(hit.Points, 6), hit.IsWholeName);

        // From a few digits, so that numbers are near each other.
        string Number() => random.Next(3) switch
        {
            0 => $"{random.Next(3)}000{random.Next(4)}0000{random.Next(4)}0{random.Next(4)}{random.Next(10)}",
            1 => new string('0', random.Next(3)) + $"{random.Next(10_000, 13_000)}{random.Next(3)}",
            _ => $"{"ABDL"[random.Next(4)]}{"CO"[random.Next(2)]}{random.Next(12_340, 12_350)}{random.Next(100)}",
        };

        string Otherwise(string number) => random.Next(6) switch
        {
            0 => $"{number}{random.Next(10)}",
            1 => number[..^1],
            2 => number.TrimStart('0'),
            3 => $"0{number}",
            4 => number.Replace('0', 'O').Replace('1', 'I'),
            _ => number,
        };
    }

    private static ScorePart Part(Hit hit) => hit.Parts.Single(p => p.Kind == ScorePartKind.DocumentNumber);

    private static ListedPerson Person(string key, string number, string? state = "PAK") => Person(key, [number], state);

    private static ListedPerson Person(string key, string[] numbers, string? state = "PAK", string name = "Numunawala Specimenzai", char? sex = null) =>
        new(key, [new ListedName(name, ListedNameKind.Primary)], [], [], sex, [.. numbers.Select(number => new ListedDocument("Passport", number, state))]);
}
