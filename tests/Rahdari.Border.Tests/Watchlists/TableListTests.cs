using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>A table of anybody's, read by a mapping.</summary>
public class TableListTests
{
    internal const string Mapping = """
        {
          "list": "national-wanted", "programme": "Wanted", "delimiter": ";", "separator": "|", "dates": ["dd/MM/yyyy", "yyyy"],
          "columns": {
            "reference": ["No"], "name": ["Given", "Family"], "aliases": "Also known as", "weakAliases": "Nicknames", "originalScript": "نام",
            "birthDate": "Born", "nationality": "Nationality", "sex": "Sex", "listedOn": "Since"
          },
          "sexes": {"Mann": "M", "Frau": "F"},
          "documents": [{"type": "Passport", "number": "Passport", "issuerColumn": "Issued by"}, {"type": "CNIC", "number": "CNIC", "issuer": "PAK"}],
          "ignore": ["Clerk"]
        }
        """;

    internal const string Table = """
        No;Given;Family;Also known as;Nicknames;نام;Born;Nationality;Sex;Since;Passport;Issued by;CNIC;Clerk;Why
        1;Olof;SPECIMENSSON;Olle Specimensson | O. Specimensson;Olle;;13/01/1958;Sweden;Mann;01/02/2024;SP1|SP2;se;;abc;Invented
        2;Namuna;SPECIMENZADA;;;نمونہ;1961;PK;F;;;;42101-0000000-0;abc;

        """;

    [Fact]
    public void A_row_becomes_what_the_mapping_says()
    {
        var list = Read(Table).Usable();
        Assert.Equal(("national-wanted", 2), (list.Code, list.Entries.Count));
        var entry = list.Entry("1");
        Assert.Equal(
            [
                new ListedName("Olof SPECIMENSSON", ListedNameKind.Primary), new("Olle Specimensson", ListedNameKind.GoodAlias), new("O. Specimensson", ListedNameKind.GoodAlias), new("Olle", ListedNameKind.LowAlias),
            ],
            entry.Names);
        Assert.Equal((DateSpan.Parse("1958-01-13"), "SWE", 'M', "Wanted", new DateOnly(2024, 2, 1)), (entry.BirthDates[0], entry.Nationalities[0], entry.Sex, entry.Programme, entry.ListedOn));
        Assert.Equal([new ListedDocument("Passport", "SP1", "SWE"), new("Passport", "SP2", "SWE")], entry.Documents);
        Assert.Equal("Why: Invented", entry.Remarks);
        var other = list.Entry("2");
        Assert.Equal((new ListedName("نمونہ", ListedNameKind.OriginalScript), "1961", "PAK", 'F'), (other.Names[1], $"{other.BirthDates[0]}", other.Nationalities[0], other.Sex));
        Assert.Equal(new ListedDocument("CNIC", "42101-0000000-0", "PAK"), Assert.Single(other.Documents));
    }

    [Theory]
    [InlineData("3;;;;;;;;;;;;;;", "LIST_NAME_MISSING", "Given")]
    [InlineData(";Specimen;;;;;;;;;;;;;", "LIST_REFERENCE_MISSING", "No")]
    [InlineData("3;Specimen;;;;;1958-01-13;;;;;;;;", "LIST_DATE_INVALID", "Born")]
    [InlineData("3;Specimen;;;;;;;;31/02/2024;;;;;", "LIST_DATE_INVALID", "Since")]
    [InlineData("3;Specimen;;;;;;;unknown;;;;;;", "LIST_VALUE_UNKNOWN", "Sex")]
    [InlineData("2;Specimen;;;;;;;;;;;;;", "LIST_REFERENCE_DUPLICATE", "No")]
    [InlineData("3;Specimen", "LIST_CSV_FIELD_COUNT", null)]
    public void A_row_that_cannot_be_used_is_told_by_its_line_and_column(string row, string code, string? field)
    {
        var reading = Read(Table + row + "\n4;Another;SPECIMEN;;;;;;;;;;;;\n");
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, 4L, "wanted.csv"), (error.Code, error.Field, error.Line, error.File));
        ListSentenceTests.AssertTold(error);
        Assert.Null(reading.List);
        Assert.Equal((3, 1), (reading.Rest!.Entries.Count, reading.Rest.Rejected));
    }

    [Theory]
    [InlineData("\"list\": \"national-wanted\"", "\"list\": \"un\"", "LIST_MAPPING_VALUE", "list")]
    [InlineData("\"list\": \"national-wanted\"", "\"list\": \"No Such\"", "LIST_MAPPING_VALUE", "list")]
    [InlineData("\"reference\": [\"No\"],", "", "LIST_MAPPING_VALUE", "columns.reference")]
    [InlineData("\"birthDate\"", "\"birthday\"", "LIST_MAPPING_UNKNOWN", "columns")]
    [InlineData("\"dates\": [\"dd/MM/yyyy\", \"yyyy\"]", "\"dates\": \"dd/yy\"", "LIST_MAPPING_VALUE", "dates")]
    [InlineData("\"delimiter\": \";\"", "\"delimiter\": \"ab\"", "LIST_MAPPING_VALUE", "delimiter")]
    [InlineData("\"programme\": \"Wanted\"", "\"encoding\": \"klingon\"", "LIST_MAPPING_VALUE", "encoding")]
    [InlineData("\"Clerk\"", "\"Nobody\"", "LIST_COLUMN_MISSING", "ignore")]
    [InlineData("\"Mann\": \"M\"", "\"Mann\": \"X\"", "LIST_MAPPING_VALUE", "sexes")]
    [InlineData("\"issuer\": \"PAK\"", "\"issuer\": \"Pakistan\"", "LIST_MAPPING_VALUE", "documents.issuer")]
    [InlineData("\"list\"", "list", "LIST_JSON_MALFORMED", null)]
    [InlineData("{\n  \"list\"", "[{\n  \"list\"", null, null)]
    public void A_mapping_that_cannot_be_used_is_told(string text, string instead, string? code, string? field)
    {
        var reading = Read(Table, Mapping.Replace(text, instead, StringComparison.Ordinal));
        Assert.NotEmpty(reading.Errors);
        Assert.All(reading.Errors, ListSentenceTests.AssertTold);
        Assert.Null(reading.Rest);
        if (code is not null)
            Assert.Equal((code, field), (reading.Errors[0].Code, reading.Errors[0].Field));
    }

    [Fact]
    public void A_mapping_and_a_table_are_needed_and_no_more()
    {
        (string Name, Stream Bytes) File(string name, string text) => (name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal("LIST_MAPPING_MISSING", Assert.Single(TableList.Read([File("a.csv", Table)]).Errors).Code);
        Assert.Equal("LIST_EMPTY", Assert.Single(TableList.Read([File("a.json", Mapping)]).Errors).Code);
        Assert.Equal("LIST_FILE_TWICE", TableList.Read([File("a.csv", Table), File("b.csv", Table)]).Errors[0].Code);
    }

    [Fact]
    public void A_table_may_be_written_in_an_older_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mapping = Mapping.Replace("\"programme\"", "\"encoding\": \"windows-1256\", \"programme\"", StringComparison.Ordinal);
        var table = Encoding.GetEncoding(1256).GetBytes(Table);
        var reading = TableList.Read([("wanted.csv", new MemoryStream(table)), ("wanted.json", new MemoryStream(Encoding.UTF8.GetBytes(mapping)))]);
        Assert.Contains(reading.Usable().Entry("2").Names, n => n.Kind == ListedNameKind.OriginalScript);
    }

    private static ListReading Read(string table, string mapping = Mapping) =>
        TableList.Read([("wanted.csv", new MemoryStream(Encoding.UTF8.GetBytes(table))), ("wanted.json", new MemoryStream(Encoding.UTF8.GetBytes(mapping)))]);
}
