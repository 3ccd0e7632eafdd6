using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

/// <summary>Doc 9303-3 §4.8: six digits without a century, fillers for what is unknown.</summary>
public class MrzDateTests
{
    private const string Birth = "740812";
    private const string Expiry = "120415";

    [Theory]
    [InlineData("420712", "2026-01-31", "1942-07-12")] // The standard's example
    [InlineData("260131", "2026-01-31", "2026-01-31")] // born today
    [InlineData("260201", "2026-01-31", "1926-02-01")] // not born tomorrow
    [InlineData("270101", "2026-01-31", "1927-01-01")]
    [InlineData("000229", "2026-01-31", "2000-02-29")]
    [InlineData("240229", "2024-02-28", "1924-02-29")]
    [InlineData("26<<<<", "2026-01-31", "2026")] // may have been born this year
    [InlineData("2602<<", "2026-01-31", "1926-02")]
    [InlineData("2601<<", "2026-01-31", "2026-01")]
    [InlineData("74<<12", "2026-01-31", "1974-XX-12")]
    [InlineData("<<0812", "2026-01-31", "XXXX-08-12")]
    [InlineData("<<<<<<", "2026-01-31", "XXXX")]
    [InlineData("740000", "2026-01-31", "1974")] // zeros for unknown: against the rule, but met
    public void A_date_of_birth_is_the_latest_that_is_not_after_the_day_of_reading(string text, string today, string born)
    {
        var reading = Read(text, Expiry, PartialDate.Parse(today).ToDateOnly()!.Value);
        Assert.DoesNotContain(reading.Findings, f => f.Code == "MRZ_DATE_IMPOSSIBLE");
        Assert.Equal(PartialDate.Parse(born), reading.Fields!.DateOfBirth);
    }

    [Theory]
    [InlineData("991231", "1999-12-31")]
    [InlineData("700101", "1970-01-01")]
    [InlineData("691231", "2069-12-31")]
    [InlineData("000101", "2000-01-01")]
    [InlineData("3105<<", "2031-05")]
    public void A_date_of_expiry_lies_in_1970_to_2069(string text, string expires)
    {
        var reading = Read(Birth, text, Specimens.Day);
        Assert.DoesNotContain(reading.Findings, f => f.Code == "MRZ_DATE_IMPOSSIBLE");
        Assert.Equal(PartialDate.Parse(expires), reading.Fields!.DateOfExpiry);
    }

    [Theory]
    [InlineData("741312")]
    [InlineData("740230")]
    [InlineData("230229")]
    [InlineData("740832")]
    [InlineData("<40812")] // half a part
    [InlineData("74<812")]
    [InlineData("7408<2")]
    [InlineData("74081<")]
    [InlineData("7A0812")]
    [InlineData("٧٤٠٨١٢")]
    [InlineData("<<0230")]
    public void What_is_no_date_in_any_year_is_refused(string text)
    {
        Assert.Equal("DateOfBirth", Assert.Single(Read(text, Expiry, Specimens.Day).Findings, f => f.Code == "MRZ_DATE_IMPOSSIBLE").Field);
        Assert.Equal("DateOfExpiry", Assert.Single(Read(Birth, text, Specimens.Day).Findings, f => f.Code == "MRZ_DATE_IMPOSSIBLE").Field);
    }

    [Fact]
    public void An_impossible_date_is_named_with_its_place_and_leaves_the_field_unknown()
    {
        var reading = Specimens.Read(Specimens.TD3[0], Specimens.TD3[1].Replace("7408122", "7413123"));
        var finding = Assert.Single(reading.Findings, f => f.Code == "MRZ_DATE_IMPOSSIBLE");
        Assert.Equal(("DateOfBirth", "2", "14", "741312"), (finding.Field, finding.Evidence["line"], finding.Evidence["column"], finding.Evidence["date"]));
        Assert.True(reading.Fields!.DateOfBirth.IsUnknown);
    }

    [Fact]
    public void The_first_and_the_last_day_of_the_calendar_read_too()
    {
        Assert.NotNull(MrzReader.Read(string.Join('\n', Specimens.TD3), DateOnly.MinValue).Fields);
        Assert.Equal(9974, MrzReader.Read(string.Join('\n', Specimens.TD3), DateOnly.MaxValue).Fields!.DateOfBirth.Year);
    }

    /// <summary>The card of part 6 with these dates; their check digits do not matter here.</summary>
    private static MrzReading Read(string birth, string expiry, DateOnly today) =>
        MrzReader.Read($"{Specimens.TD2[0]}\nD231458907UTO{birth}2F{expiry}9<<<<<<<6", today);
}
