using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_README_compiles_and_does_what_it_says()
    {
        ReadmeExample.StandsIn("src/Rahdari.Matching/README.md", "tests/Rahdari.Matching.Tests/ReadmeTests.cs");

        var listed = new ListedPerson(
            "list/1", [new ListedName("Abdul Qadeer Specimenzai", ListedNameKind.Primary)], [DateSpan.Parse("1971")], ["PAK"], 'M', []);
        var index = ScreeningIndex.Build([listed]);
        var query = new PersonQuery("SPECIMENZAI ABDUL QADIR") { DateOfBirth = PartialDate.Of(1971, 8, 14), Nationality = "PAK" };
        foreach (var hit in index.Search(query)) // worth an officer's attention, best first
        {
            Console.WriteLine($"{hit.Person.Key} {hit.Score:P0}"); // how probable, where one traveller in a thousand is listed
            foreach (var part in hit.Parts)
                Console.WriteLine($"{part.Kind} {part.Agreement} {part.Points:+0.0;-0.0} {part.Queried} {part.Listed}");
        }

        Assert.Equal("list/1", Assert.Single(index.Search(query)).Person.Key);
    }
}
