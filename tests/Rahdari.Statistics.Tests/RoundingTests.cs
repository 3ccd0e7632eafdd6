using CsCheck;
using Rahdari.Statistics;

namespace Rahdari.Tests;

public class RoundingTests
{
    private static readonly Gen<byte[]> Key = Gen.Byte.Array[16];

    [Fact]
    public void Every_count_goes_to_a_multiple_beside_it_and_a_multiple_stays() => Gen.Select(Gen.OneOf(Tables.Of(30, 6), Tables.Of(30, 4, 5), Tables.Of(9, 2, 3, 4)), Key, Gen.Int[2, 10]).Sample(
        (table, key, multiple) =>
        {
            foreach (var addsUp in (bool[])[false, true])
            {
                if (addsUp && table.Dimensions.Count > 2)
                    continue;
                var rounded = Disclosure.Round(table, new RoundingPolicy(multiple, key) { AddsUp = addsUp });
                foreach (var cell in rounded.Cells)
                {
                    Assert.Equal(0, cell.Value % multiple);
                    Assert.True(Math.Abs(cell.Value!.Value - table[[.. cell.Cell]]) < multiple);
                }
                Assert.Equal(rounded.Cells.Select(cell => cell.Value), Disclosure.Round(table, new RoundingPolicy(multiple, key) { AddsUp = addsUp }).Cells.Select(cell => cell.Value));
            }
        },
        iter: 200, threads: 1);

    [Fact]
    public void A_table_that_shall_add_up_does() => Gen.Select(Gen.OneOf(Tables.Of(30, 6), Tables.Of(30, 4, 5), Tables.Of(3, 7, 1)), Key, Gen.Int[3, 5]).Sample(
        (table, key, multiple) =>
        {
            var rounded = Disclosure.Round(table, new RoundingPolicy(multiple, key) { AddsUp = true });
            // Made anew of its inner cells, it has the same totals.
            var again = CountTable.Of(table.Dimensions, rounded.Cells.Where(cell => !cell.Cell.Contains(CountTable.Total)).Select(cell => (cell.Cell, cell.Value!.Value)));
            Assert.All(rounded.Cells, cell => Assert.Equal(again[[.. cell.Cell]], cell.Value));
        },
        iter: 300, threads: 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_mean_over_many_keys_is_the_count(bool addsUp)
    {
        const int Keys = 4000;
        var table = Tables.Of([2, 3], [1, 2, 13, 4, 7, 9]);
        var sums = new Dictionary<string, long>();
        for (var i = 0; i < Keys; i++)
        {
            var key = new byte[16];
            BitConverter.TryWriteBytes(key, i);
            foreach (var cell in Disclosure.Round(table, new RoundingPolicy(5, key) { AddsUp = addsUp }).Cells)
                sums[string.Join('|', cell.Cell)] = sums.GetValueOrDefault(string.Join('|', cell.Cell)) + cell.Value!.Value;
        }
        // Five standard errors of the widest: 2.45 / √4000.
        foreach (var (cell, sum) in sums)
            Assert.Equal(table[cell.Split('|')], (double)sum / Keys, 0.2);
    }

    [Fact]
    public void A_cell_is_rounded_the_same_way_in_whatever_table_it_stands()
    {
        Dimension sex = new("sex", "f", "m"), age = new("age", "child", "adult");
        (IReadOnlyList<string>, long)[] counts = [(["f", "child"], 7), (["f", "adult"], 11), (["m", "child"], 3), (["m", "adult"], 9)];
        var one = CountTable.Of([sex, age], counts);
        var other = CountTable.Of([age, sex], counts.Select(told => ((IReadOnlyList<string>)[told.Item1[1], told.Item1[0]], told.Item2)));
        var alone = CountTable.Of([sex], [(["f"], 18), (["m"], 12)]);
        for (var i = 0; i < 50; i++)
        {
            var policy = new RoundingPolicy(5, Enumerable.Repeat((byte)i, 32).ToArray());
            var (first, second, third) = (Disclosure.Round(one, policy), Disclosure.Round(other, policy), Disclosure.Round(alone, policy));
            foreach (var cell in first.Cells)
                Assert.Equal(cell.Value, second[cell.Cell[1], cell.Cell[0]].Value);
            Assert.Equal((first["f", "*"].Value, first["*", "*"].Value), (third["f"].Value, third["*"].Value));
        }
    }

    [Fact]
    public void What_is_no_policy_is_refused()
    {
        var table = Tables.Of([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Throws<ArgumentException>(() => Disclosure.Round(table, new RoundingPolicy(5, new byte[15])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Disclosure.Round(table, new RoundingPolicy(1, new byte[16])));
        Assert.Throws<ArgumentException>(() => Disclosure.Round(table, new RoundingPolicy(5, new byte[16]) { AddsUp = true }));
    }
}
