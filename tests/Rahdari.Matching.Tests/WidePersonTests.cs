using Rahdari.Dates;

namespace Rahdari.Matching.Tests;

public class WidePersonTests
{
    [Theory]
    [InlineData("Namunagul")]
    [InlineData("Muhammad Khan")]
    [InlineData("Mohammed Ahmed Ali")]
    [InlineData("al-Specimeni")]
    [InlineData("محمد احمد")]
    public void Whose_names_prove_little_and_of_whom_nothing_else_is_known_is_met_in_very_many(string name) => Assert.True(WidePerson.Is(Person([name])));

    [Theory]
    [InlineData("Muhammad Specimenov")]
    [InlineData("Zarbakht Namunawala")]
    [InlineData("…")]
    public void A_telling_part_or_no_name_at_all_meets_few(string name) => Assert.False(WidePerson.Is(Person([name])));

    [Fact]
    public void One_telling_name_a_year_of_birth_or_a_document_narrows_it()
    {
        Assert.True(WidePerson.Is(Person(["Muhammad", "Khan Ali"])));
        Assert.False(WidePerson.Is(Person(["Muhammad", "Muhammad Specimenov"])));
        Assert.False(WidePerson.Is(Person(["Muhammad"]) with { BirthDates = [DateSpan.Parse("1971~")] }));
        Assert.False(WidePerson.Is(Person(["Muhammad"]) with { Documents = [new ListedDocument("Passport", "SP1234567", null)] }));
    }

    private static ListedPerson Person(string[] names) => new("specimen/1", [.. names.Select(name => new ListedName(name, ListedNameKind.Primary))], [], [], null, []);
}
