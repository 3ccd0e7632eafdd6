using CsCheck;
using Rahdari.Statistics;

namespace Rahdari.Tests;

public class DisclosureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_hidden_cell_of_a_table_of_one_or_two_dimensions_can_be_told_more_closely_than_asked_and_the_audit_is_exact(bool showsZeros)
    {
        var policy = new DisclosurePolicy { Threshold = 3, ShowsZeros = showsZeros };
        var tried = 0;
        Gen.OneOf(Tables.Of(9, 3), Tables.Of(7, 2, 2), Tables.Of(7, 2, 3), Tables.Of(5, 3, 3)).Sample(
            table =>
            {
                var published = Disclosure.Protect(table, policy);
                Assert.True(published.IsSafe);
                if (BruteForce.Ranges(published, most: 24, policy.ShowsZeros ? 1 : 0) is not { } ranges)
                    return;
                Interlocked.Increment(ref tried);
                foreach (var cell in published.Cells.Where(cell => cell.Possible is not null))
                {
                    var (least, most) = ranges[string.Join('|', cell.Cell)];
                    Assert.True(most - least >= 3, $"{string.Join('|', cell.Cell)}: {least} to {most}");
                    Assert.True(cell.Possible!.IsExact);
                    Assert.Equal(least, cell.Possible.Least);
                    if (cell.Possible.Most is { } end)
                        Assert.Equal(end, most);
                    else
                        Assert.True(most >= 24);
                }
            },
            iter: 300, threads: 1);
        Assert.InRange(tried, 100, 300);
    }

    [Fact]
    public void No_hidden_cell_of_three_dimensions_can_be_told_more_closely_than_asked()
    {
        var policy = new DisclosurePolicy { Threshold = 3 };
        var (tried, hidden, compared) = (0, 0, 0);
        Gen.OneOf(Tables.Of(8, 2, 2, 2), Tables.Of(16, 2, 2, 3)).Sample(
            table =>
            {
                var published = Disclosure.Protect(table, policy);
                Assert.True(published.IsSafe);
                if (BruteForce.Ranges(published, most: 50, least: 1) is not { } ranges)
                    return;
                tried++;
                foreach (var cell in published.Cells.Where(cell => cell.Possible is not null))
                {
                    hidden++;
                    var (least, most) = ranges[string.Join('|', cell.Cell)];
                    Assert.True(most - least >= 3, $"{string.Join('|', cell.Cell)}: {least} to {most}");
                    // What is told to be possible is; unless a cell has no end, for then not every table was tried.
                    if (ranges.Values.All(range => range.Most < 50))
                    {
                        compared++;
                        Assert.True(least <= cell.Possible!.Least && cell.Possible.Most <= most, $"{string.Join('|', cell.Cell)}: {least} to {most}, {cell.Possible}");
                    }
                }
            },
            iter: 150, threads: 1);
        Assert.InRange(tried, 30, 150);
        Assert.InRange(hidden, 100, int.MaxValue);
        Assert.InRange(compared, 50, hidden);
    }

    [Fact]
    public void Two_tables_of_the_same_data_are_protected_against_both_together()
    {
        var policy = new DisclosurePolicy { Threshold = 3 };
        var (tried, hidden) = (0, 0);
        Tables.Of(4, 2, 2, 2).Sample(
            table =>
            {
                var published = Disclosure.Protect(table, policy, ["d0", "d1"], ["d0", "d2"]);
                Assert.True(published.IsSafe);
                Assert.All(published.Cells, cell => Assert.Equal(cell.State == CellState.Unpublished, cell.Cell[1] != CountTable.Total && cell.Cell[2] != CountTable.Total));
                if (BruteForce.Ranges(published, most: 12, least: 1) is not { } ranges)
                    return;
                tried++;
                foreach (var cell in published.Cells.Where(cell => cell.Possible is not null))
                {
                    hidden++;
                    var (least, most) = ranges[string.Join('|', cell.Cell)];
                    Assert.True(most - least >= 3, $"{string.Join('|', cell.Cell)}: {least} to {most}");
                }
            },
            iter: 100, threads: 1);
        Assert.InRange(tried, 20, 100);
        Assert.InRange(hidden, 20, int.MaxValue);
    }

    [Fact]
    public void What_is_shown_is_true_and_what_is_small_is_hidden() => Gen.OneOf(Tables.Of(12, 5), Tables.Of(30, 4, 5), Tables.Of(40, 3, 4, 3), Tables.Of(60, 2, 3, 2, 3)).Sample(
        table =>
        {
            var published = Disclosure.Protect(table, new DisclosurePolicy());
            Assert.True(published.IsSafe);
            foreach (var cell in published.Cells)
            {
                var value = table[[.. cell.Cell]];
                Assert.Equal(value is > 0 and < 5, cell.State == CellState.Primary);
                Assert.Equal(cell.State == CellState.Shown ? value : null, cell.Value);
                if (cell.Possible is { } possible)
                    Assert.True(possible.Least <= value && value <= (possible.Most ?? long.MaxValue) && possible.IsAtLeast(5));
                if (value == 0)
                    Assert.Equal(CellState.Shown, cell.State);
            }
            Assert.Equal(published.Cells.Select(cell => cell.State), Disclosure.Protect(table, new DisclosurePolicy()).Cells.Select(cell => cell.State));
        },
        iter: 200, threads: 1);

    [Fact]
    public void A_table_without_small_counts_is_published_as_it_is() => Gen.OneOf(
        Gen.Int[5, 60].Array[6].Select(counts => Tables.Of([2, 3], counts)), Gen.Int[5, 60].Array[12].Select(counts => Tables.Of([2, 2, 3], counts))).Sample(
        table => Assert.All(Disclosure.Protect(table, new DisclosurePolicy()).Cells, cell => Assert.Equal((CellState.Shown, table[[.. cell.Cell]]), (cell.State, cell.Value!.Value))),
        iter: 100, threads: 1);

    [Fact]
    public void Zeros_are_hidden_where_they_shall_be()
    {
        var table = Tables.Of([2, 2], [0, 20, 20, 20]);
        Assert.Equal(0, Disclosure.Protect(table, new DisclosurePolicy()).Hidden);
        var hidden = Disclosure.Protect(table, new DisclosurePolicy { ShowsZeros = false });
        Assert.Equal(CellState.Primary, hidden["a0", "b0"].State);
        Assert.Equal(4, hidden.Hidden);
        Assert.Equal(new FeasibleRange(0, 20, true), hidden["a0", "b0"].Possible);
    }

    [Fact]
    public void A_wider_range_hides_more()
    {
        var table = Tables.Of([3, 3], [3, 6, 40, 7, 8, 50, 30, 60, 70]);
        var narrow = Disclosure.Protect(table, new DisclosurePolicy());
        var wide = Disclosure.Protect(table, new DisclosurePolicy { Width = 30 });
        Assert.Equal([("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")], narrow.Cells.Where(cell => cell.Value is null).Select(cell => (cell.Cell[0], cell.Cell[1])));
        Assert.True(wide.IsSafe);
        Assert.True(wide["a0", "b0"].Possible!.IsAtLeast(30));
    }

    [Fact]
    public void A_table_of_hardly_anybody_tells_nothing_but_zeros()
    {
        var table = Tables.Of([2, 2], [1, 0, 0, 0]);
        var published = Disclosure.Protect(table, new DisclosurePolicy());
        Assert.All(published.Cells, cell => Assert.Equal(table[[.. cell.Cell]] == 0, cell.Value == 0));
        Assert.Null(published["*", "*"].Value);
        Assert.Null(published["*", "*"].Possible!.Most);
    }

    [Fact]
    public void People_are_counted_with_their_totals()
    {
        var table = CountTable.Count([new("sex", "f", "m"), new("age", "child", "adult")], [["f", "child"], ["f", "child"], ["m", "adult"]]);
        Assert.Equal((2, 0, 2, 3), (table["f", "child"], table["f", "adult"], table["f", "*"], table["*", "*"]));
    }

    [Fact]
    public void What_is_no_table_or_no_policy_is_refused()
    {
        Dimension sex = new("sex", "f", "m");
        Assert.Throws<ArgumentException>(() => CountTable.Of([], []));
        Assert.Throws<ArgumentException>(() => CountTable.Of([sex, sex], []));
        Assert.Throws<ArgumentException>(() => CountTable.Of([new("sex", "f", "f")], []));
        Assert.Throws<ArgumentException>(() => CountTable.Of([new("sex", "*")], []));
        Assert.Throws<ArgumentException>(() => CountTable.Of([new Dimension("sex", (IReadOnlyList<string>)[])], []));
        Assert.Throws<ArgumentException>(() => CountTable.Of([sex], [(["x"], 1)]));
        Assert.Throws<ArgumentException>(() => CountTable.Of([sex], [(["*"], 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTable.Of([sex], [(["f"], -1)]));
        Assert.Throws<OverflowException>(() => CountTable.Of([sex], [(["f"], long.MaxValue), (["m"], 1)]));
        var table = CountTable.Of([sex], [(["f"], 1)]);
        Assert.Throws<ArgumentException>(() => table["f", "f"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Disclosure.Protect(table, new DisclosurePolicy { Threshold = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Disclosure.Protect(table, new DisclosurePolicy { Width = 0 }));
        Assert.Throws<ArgumentException>(() => Disclosure.Protect(table, new DisclosurePolicy(), [["age"]]));
    }
}
