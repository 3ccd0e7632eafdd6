using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Invented persons under invented orders.</summary>
public class ExitControlTests
{
    internal const string Csv = """
        ECL No,Name,Father's Name,CNIC No.,Passport No,Date of Birth,Order No,Date of Order,Authority
        SP/1,NAMUNA SPECIMENZADA,Musa Specimenzada,42101-0000000-0,SP900101,13/01/1958,Order 7/2026,01-Feb-2026,Specimen Office
        ,NUMUNA MUSTERZADA,,42101-0000001-1,,1961,Order 8/2026,2026-02-02,

        """;

    [Fact]
    public void A_row_becomes_an_entry()
    {
        var list = Read(Csv).Usable();
        Assert.Equal(("ecl", 2), (list.Code, list.Entries.Count));
        var entry = list.Entry("SP/1");
        Assert.Equal(("NAMUNA SPECIMENZADA", "1958-01-13", "Order 7/2026", new DateOnly(2026, 2, 1)), (entry.Names[0].Text, $"{entry.BirthDates[0]}", entry.Programme, entry.ListedOn));
        Assert.Equal([new ListedDocument("CNIC", "42101-0000000-0", "PAK"), new("Passport", "SP900101", null)], entry.Documents);
        Assert.Equal("Father's Name: Musa Specimenzada", entry.Remarks);
        Assert.Equal(("Specimen Office", "Order 7/2026", null, null), (entry.Order!.Authority, entry.Order.AuthorityReference, entry.Order.ValidFrom, entry.Order.ValidTo));
        Assert.Equal("NUMUNA MUSTERZADA", list.Entry("42101-0000001-1").Names[0].Text);
    }

    [Fact]
    public void The_columns_may_be_named_in_Urdu_and_divided_by_semicolons()
    {
        var entry = Assert.Single(Read("نام;ولدیت;شناختی کارڈ نمبر;تاریخ پیدائش;جنس\nنمونہ;موسیٰ;42101-0000000-0;13.01.1958;عورت\n").Usable().Entries);
        Assert.Equal(("نمونہ", "1958-01-13", 'F', "ولدیت: موسیٰ"), (entry.Names[0].Text, $"{entry.BirthDates[0]}", entry.Sex, entry.Remarks));
    }

    [Theory]
    [InlineData("1961", "61", "LIST_DATE_INVALID", "Date of Birth")]
    [InlineData("42101-0000001-1", "", "LIST_REFERENCE_MISSING", "ECL No")]
    [InlineData("NUMUNA MUSTERZADA", "", "LIST_NAME_MISSING", "Name")]
    public void A_row_that_cannot_be_used_is_told_with_its_place(string text, string instead, string code, string field)
    {
        var reading = Read(Csv.Replace(text, instead, StringComparison.Ordinal));
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, 3L), (error.Code, error.Field, error.Line));
        ListSentenceTests.AssertTold(error);
        Assert.Single(reading.Rest!.Entries);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "LIST_COLUMN_MISSING", 2)]
    [InlineData("", "LIST_EMPTY", 1)]
    public void A_table_without_names_or_references_is_refused(string csv, string code, int errors)
    {
        var reading = Read(csv);
        Assert.Equal(errors, reading.Errors.Count);
        Assert.All(reading.Errors, e => Assert.Equal(code, e.Code));
        Assert.All(reading.Errors, ListSentenceTests.AssertTold);
    }

    private static ListReading Read(string csv) => ExitControlList.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "ecl.csv");
}
