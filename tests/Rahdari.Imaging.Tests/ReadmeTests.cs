using System.Globalization;
using Rahdari.Imaging.Tests.Captures;

namespace Rahdari.Imaging.Tests;

public class ReadmeTests
{
    [Fact]
    public async Task The_example_of_the_README_compiles_and_does_what_it_says()
    {
        ReadmeExample.StandsIn("src/Rahdari.Imaging/README.md", "tests/Rahdari.Imaging.Tests/ReadmeTests.cs");
        Pictures.NeedFont();
        var file = Pictures.Take(Pictures.Holder(), Pictures.Clean);
        var today = InventedDocument.Day;

        var reading = await ImageReader.ReadAsync(file, today, ImageTools.OfMachine);
        var number = reading.Zone?.Fields?.DocumentNumber;
        foreach (var finding in reading.Findings) // what was read uncertainly, with line and column
            Console.WriteLine(ImagingSentences.Of(finding, CultureInfo.GetCultureInfo("ur")));

        Assert.Equal(Pictures.Holder().DocumentNumber, number);
    }
}
