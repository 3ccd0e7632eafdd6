using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Inspection;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Reports of documents that do not exist.</summary>
public class LostDocumentsTests
{
    internal const string Csv = """
        Issuing State,Document Number,Type,Reported on,Reason,Reference,Office
        UTO,U00000001,Passport,2026-02-01,Stolen,SP-1,Utopolis
        Pakistan,SP 123456-7,Identity card,14/01/2026,lost by the holder,,
        DE,C01X00T47,,2025-12-31,Stolen blank,SP-3,
        PAK,SP9000001,Passport,2025-12-31,Revoked,SP-4,

        """;

    [Fact]
    public void A_row_becomes_a_reported_document()
    {
        var list = Read(Csv).Usable();
        Assert.Equal(("lost", 4), (list.Code, list.Entries.Count));
        var entry = list.Entry("SP-1");
        Assert.Equal((WatchlistEntryKind.Document, ReportKind.Stolen, new DateOnly(2026, 2, 1), "Office: Utopolis"), (entry.Kind, entry.Report, entry.ListedOn, entry.Remarks));
        Assert.Equal((new ListedDocument("Passport", "U00000001", "UTO"), "UTO U00000001"), (Assert.Single(entry.Documents), entry.Names[0].Text));
        Assert.Null(entry.ToListedPerson("lost"));
        Assert.Equal(
            [
                new("UTO", "U00000001", ReportKind.Stolen, new DateOnly(2026, 2, 1)), new("PAK", "SP 123456-7", ReportKind.Lost, new DateOnly(2026, 1, 14)),
                new("DEU", "C01X00T47", ReportKind.StolenBlank, new DateOnly(2025, 12, 31)), new("PAK", "SP9000001", ReportKind.Revoked, new DateOnly(2025, 12, 31)),
            ],
            list.Entries.Select(e => e.ToReportedDocument()));
        Assert.Equal("PAK SP 123456-7", list.Entries[1].Reference);
    }

    [Fact]
    public void Columns_are_known_in_Urdu() =>
        Assert.Equal(
            new ReportedDocument("PAK", "SP9000001", ReportKind.Stolen, new DateOnly(2026, 1, 14)),
            Read("جاری کنندہ ملک;دستاویز نمبر;تاریخ;وجہ\nPAK;SP9000001;14/01/2026;چوری\n").Usable().Entries.Single().ToReportedDocument());

    [Theory]
    [InlineData("UTO,U00000001", "XQX,U00000001", "LIST_VALUE_UNKNOWN", "Issuing State")]
    [InlineData("UTO,U00000001", "UTO,۱۲۳", "LIST_NUMBER_MISSING", "Document Number")]
    [InlineData(",Stolen,", ",found,", "LIST_VALUE_UNKNOWN", "Reason")]
    [InlineData("2026-02-01", "2026-02", "LIST_DATE_INVALID", "Reported on")]
    [InlineData("SP-1,", "SP-3,", "LIST_REFERENCE_DUPLICATE", "Reference")]
    public void A_row_that_names_no_document_is_told_and_the_rest_can_be_imported(string valid, string broken, string code, string field)
    {
        var reading = Read(Csv.Replace(valid, broken, StringComparison.Ordinal));
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field), (error.Code, error.Field));
        ListSentenceTests.AssertTold(error);
        Assert.Equal(3, reading.Usable(allowRejects: true)!.Entries.Count);
    }

    [Fact]
    public void A_table_without_a_column_that_is_needed_is_refused()
    {
        var error = Assert.Single(Read("Issuing State,Number,Reported on\nUTO,U1,2026-02-01\n").Errors);
        Assert.Equal(("LIST_COLUMN_MISSING", "Reason"), (error.Code, error.Problem.Evidence["column"]));
        Assert.Equal("LIST_EMPTY", Assert.Single(Read("Issuing State,Number,Reported on,Reason\n").Errors).Code);
    }

    [Fact]
    public void A_mapped_table_cannot_make_documents_that_are_reported_as_nothing()
    {
        ListReading Mapped(string mapping, string table) => TableList.Read([("a.csv", new MemoryStream(Encoding.UTF8.GetBytes(table))), ("a.json", new MemoryStream(Encoding.UTF8.GetBytes(mapping)))]);
        Assert.Equal("LIST_KIND_UNKNOWN", Assert.Single(Mapped("""{"list":"specimens","columns":{"reference":"No","name":"Name","kind":"Kind"}}""", "No,Name,Kind\n1,A,document\n").Errors).Code);
        Assert.Equal("LIST_MAPPING_VALUE", Assert.Single(Mapped("""{"list":"specimens","kind":"document","columns":{"reference":"No","name":"Name"}}""", "No,Name\n1,A\n").Errors).Code);
    }

    internal static ListReading Read(string csv)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return ListForm.Find("lost")!.Read([("lost.csv", stream)]);
    }
}
