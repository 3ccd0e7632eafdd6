using System.Globalization;
using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>A file that is missing, cut off or old is well-formed; what it no longer says gives it away.</summary>
public class ListGuardTests(ITestOutputHelper output)
{
    private static readonly (string Name, byte[] Bytes)[] Specimen = [("sdn.csv", SpecimenLists.Sdn), ("alt.csv", SpecimenLists.Alt), ("add.csv", SpecimenLists.Add)];

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [InlineData("alt.csv", "aliasesLost", 7, 10)]
    [InlineData("add.csv", "addressesLost", 4, 4)]
    public async Task A_file_that_is_missing_is_noticed_by_what_the_list_no_longer_says(string file, string part, int lost, int total)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, Specimen);
        (string Name, byte[] Bytes)[] without = [.. Specimen.Where(f => f.Name != file)];
        var refused = (await TryAsync(site, without)).Problem!;
        Assert.Equal(("WATCHLIST_SHRINKS", $"{lost}", $"{total}", "0"), (refused.Code, refused.Evidence[part], refused.Evidence[part.Replace("Lost", "", StringComparison.Ordinal)], refused.Evidence["delisted"]));
        AssertTold(refused, $"{lost}");
        Assert.Equal("WATCHLIST_SHRINKS", (await TryAsync(site, without, allowOlder: true)).Problem?.Code);
        Assert.Equal(2, (await TryAsync(site, without, allowShrink: true)).Value?.Number);
        // Nothing is lost where the file comes back.
        Assert.Equal(3, (await TryAsync(site, Specimen)).Value?.Number);
    }

    [Fact]
    public async Task A_file_cut_off_between_two_lines_is_noticed_where_a_tenth_is_gone()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var sdn = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 100).Select(i => $"{i},\"SPECIMEN {i}\",individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,\"DOB 1980; Passport U{i} (Utopia)\"\n")));
        byte[] Alt(int rows) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, rows).Select(i => $"{i},{i},aka,\"NAMUNA {i}\",-0-\n")));
        await ImportAsync(site, ("sdn.csv", sdn), ("alt.csv", Alt(100)));
        Assert.Equal(10, (await TryAsync(site, [("sdn.csv", sdn), ("alt.csv", Alt(90))])).Value?.Changed);
        Assert.Equal(9, (await TryAsync(site, [("sdn.csv", sdn), ("alt.csv", Alt(81))])).Value?.Changed);
        var refused = (await TryAsync(site, [("sdn.csv", sdn), ("alt.csv", Alt(72))])).Problem!;
        Assert.Equal(("WATCHLIST_SHRINKS", "9", "81"), (refused.Code, refused.Evidence["aliasesLost"], refused.Evidence["aliases"]));

        // Documents and dates of birth stand in the remarks, which may be cut to their column.
        var poorer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sdn).Replace("; Passport U1", "; Remark U1", StringComparison.Ordinal));
        Assert.Equal("12", (await TryAsync(site, [("sdn.csv", poorer), ("alt.csv", Alt(81))])).Problem?.Evidence["documentsLost"]);
        poorer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sdn).Replace("DOB 1980", "born 1980", StringComparison.Ordinal));
        Assert.Equal("100", (await TryAsync(site, [("sdn.csv", poorer), ("alt.csv", Alt(81))])).Problem?.Evidence["birthDatesLost"]);
    }

    [Fact]
    public async Task A_name_spelt_anew_is_no_loss()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, Specimen);
        var alt = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SpecimenLists.Alt).Replace("MUSTER", "MOSTER", StringComparison.Ordinal).Replace("MUESTRA", "MOESTRA", StringComparison.Ordinal).Replace("Numuna", "Namuna", StringComparison.Ordinal));
        Assert.Equal(3, (await TryAsync(site, [Specimen[0], ("alt.csv", alt), Specimen[2]])).Value?.Changed);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_without_a_date_is_older_where_its_highest_number_is_lower(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        string Row(int i) => $"{i},\"SPECIMEN {i}\",individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n";
        byte[] Sdn(IEnumerable<int> numbers) => Encoding.UTF8.GetBytes(string.Concat(numbers.Select(Row)));
        await ImportAsync(site, ("sdn.csv", Sdn(Enumerable.Range(960, 41))));
        // Two entries fewer, and no more than a tenth gone; 1000 is more than 998 though it comes before it as text.
        (string, byte[])[] older = [("sdn.csv", Sdn(Enumerable.Range(960, 39)))];
        var refused = (await TryAsync(site, older)).Problem!;
        Assert.Equal(("WATCHLIST_NUMBER_LOWER", "998", "1000"), (refused.Code, refused.Evidence["published"], refused.Evidence["inForce"]));
        AssertTold(refused, "998");
        Assert.Equal("WATCHLIST_NUMBER_LOWER", (await TryAsync(site, older, allowShrink: true)).Problem?.Code);
        Assert.Equal((2, 2), (await TryAsync(site, older, allowOlder: true)) is { Value: { } version } ? (version.Number, version.Delisted) : default);
        // A newer one, an entry in its middle gone, is nothing to confirm.
        Assert.Equal(3, (await TryAsync(site, [("sdn.csv", Sdn([.. Enumerable.Range(961, 38), 1001]))])).Value?.Number);
        // The UN's references are no numbers that rise.
        Assert.False(SpecimenLists.ReadUn(SpecimenLists.Un).Usable().NumbersRise);
    }

    [Fact]
    public async Task The_published_list_without_one_of_its_files_is_refused()
    {
        string[] files = ["sdn.csv", "alt.csv", "add.csv"];
        var published = files.Select(f => (f, File.ReadAllBytes(SharedData.Path("watchlists", "ofac", f)))).ToArray();
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, published);
        foreach (var (without, part) in new[] { ("alt.csv", "aliases"), ("add.csv", "addresses") })
        {
            var refused = (await TryAsync(site, [.. published.Where(f => f.f != without)])).Problem!;
            Assert.Equal("WATCHLIST_SHRINKS", refused.Code);
            output.WriteLine($"[measure] OFAC list without {without}: {refused.Evidence[part + "Lost"]} of {refused.Evidence[part]} {part} would be lost; refused");
        }
        var lines = Encoding.UTF8.GetString(published[0].Item2).Split('\n');
        var cut = Encoding.UTF8.GetBytes(string.Join('\n', lines[..^10]) + "\n");
        Assert.Equal("WATCHLIST_NUMBER_LOWER", (await TryAsync(site, [("sdn.csv", cut), .. published[1..]])).Problem?.Code);
    }

    private static void AssertTold(Finding refused, string value)
    {
        foreach (var language in new[] { "en", "ur" })
        {
            var sentence = BorderSentences.Of(refused, CultureInfo.GetCultureInfo(language));
            Assert.Contains(value, sentence, StringComparison.Ordinal);
            Assert.DoesNotContain('{', sentence);
        }
    }

    private static Task<Answer<WatchlistVersion>> TryAsync(TestSite site, (string Name, byte[] Bytes)[] files, bool allowShrink = false, bool allowOlder = false) =>
        site.Get<WatchlistRegister>().ImportAsync(SpecimenLists.ReadOfac(files).Usable(), site.ListManager, allowShrink, allowOlder, cancellation: TestContext.Current.CancellationToken);

    private static async Task ImportAsync(TestSite site, params (string Name, byte[] Bytes)[] files) =>
        Assert.Equal(1, (await TryAsync(site, files)).Value?.Number);
}
