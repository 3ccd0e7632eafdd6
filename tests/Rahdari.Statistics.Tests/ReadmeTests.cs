using Rahdari.Statistics;

namespace Rahdari.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_README_compiles_and_does_what_it_says()
    {
        ReadmeExample.StandsIn("src/Rahdari.Statistics/README.md", "tests/Rahdari.Statistics.Tests/ReadmeTests.cs");

        Dimension district = new("district", "Quetta", "Gwadar", "Turbat"), sex = new("sex", "female", "male");
        var counts = CountTable.Of([district, sex], [(["Quetta", "female"], 31), (["Quetta", "male"], 12), (["Gwadar", "female"], 3), (["Gwadar", "male"], 17), (["Turbat", "female"], 22), (["Turbat", "male"], 9)]);
        var published = Disclosure.Protect(counts, new DisclosurePolicy { Threshold = 5 });
        foreach (var cell in published.Cells) // totals and all
            Console.WriteLine($"{string.Join(" ", cell.Cell)}: {cell.State} {cell.Value} {cell.Possible?.Least}–{cell.Possible?.Most}"); // the range is for the office, not for print
        Console.WriteLine(published.IsSafe); // every hidden count remains possible as widely as asked
        var rounded = Disclosure.Round(counts, new RoundingPolicy(5, new byte[32]) { AddsUp = true }); // a secret key, of course

        Assert.True(published.IsSafe);
        Assert.Equal(CellState.Primary, published["Gwadar", "female"].State);
        Assert.Equal(["Gwadar|female", "Gwadar|male", "Turbat|female", "Turbat|male"], published.Cells.Where(cell => cell.Value is null).Select(cell => string.Join('|', cell.Cell)));
        Assert.Equal(new FeasibleRange(1, 19, true), published["Gwadar", "female"].Possible);
        Assert.InRange(rounded["*", "*"].Value!.Value, 90, 95);
    }
}
