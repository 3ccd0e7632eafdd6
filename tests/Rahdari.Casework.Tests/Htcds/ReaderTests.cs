using System.Text;
using Rahdari.Casework.Htcds;
using Rahdari.Dates;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Tests.Htcds;

public class ReaderTests
{
    [Fact]
    public void An_export_of_a_form_is_read_with_its_groups_its_separator_and_its_split_lists()
    {
        var told = Assert.Single(Table("\uFEFFstart;person/prs_First_Name;con_Consent;vic_TypeOfExploitation;vic_TypeOfExploitation/ForcedLabour;vic_TypeOfExploitation/Servitude;vic_Methods_of_Control/DebtBondage ;_uuid\r\n"
            + "2026-01-31T09:05:00.123+05:00;\"SPECIMEN; \"\"ANNA\"\"\";TRUE;Servitude ForcedLabour;1;1;1;u-1\r\n"));
        var main = told.Case!.Main;
        Assert.Equal("SPECIMEN; \"ANNA\"", main.Text("prs_FirstName"));
        Assert.True(main.Flag("con_Consent"));
        Assert.Equal(["Servitude", "ForcedLabour"], main.Options("vic_TypeOfExploitation"));
        Assert.Equal(["DebtBondage"], main.Options("vic_MethodsOfControl"));
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 9, 5, 0, 123, TimeSpan.FromHours(5)), main.Instant("start"));
        Assert.Equal("u-1", main.Extra["_uuid"]);
        Assert.Equal(("HTCDS_FIELD_UNKNOWN", "_uuid", "2", "8"), Of(Assert.Single(told.Findings)));
    }

    [Theory]
    [InlineData("prs_Gender", "Female", "HTCDS_OPTION")]
    [InlineData("prs_Birthdate", "31/01/1971", "HTCDS_DATE")]
    [InlineData("prs_NumberOfChildren", "1000", "HTCDS_WHOLE")]
    [InlineData("prs_MailingLatitude", "90.5", "HTCDS_NUMBER")]
    [InlineData("prs_MailingLongitude", "1.00000000000000000000000000001", "HTCDS_NUMBER")]
    [InlineData("prs_Deceased", "perhaps", "HTCDS_FLAG")]
    [InlineData("prs_PrimaryLanguage", "Urdu", "HTCDS_LANGUAGE")]
    [InlineData("vic_TypeOfExploitation", "ForcedLabour ForcedLabour", "HTCDS_OPTION_TWICE")]
    [InlineData("start", "2026-01-31", "HTCDS_INSTANT")]
    public void A_value_that_is_none_breaks_the_case_in_JSON_and_in_a_table(string field, string value, string code)
    {
        var json = Assert.Single(Json($$"""{"prs_FirstName":"SPECIMEN",{{"\n"}} "{{field}}":"{{value}}"}"""));
        Assert.Null(json.Case);
        Assert.Equal((code, field, "2", "2"), Of(Assert.Single(json.Findings)));
        var table = Assert.Single(Table($"prs_FirstName,{field}\n\nSPECIMEN,{value}\n"));
        Assert.Null(table.Case);
        Assert.Equal((code, field, "3", "2"), Of(Assert.Single(table.Findings)));
        Assert.DoesNotContain(value, string.Join(' ', table.Findings.SelectMany(finding => finding.Evidence.Values)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"prs_FirstName":5}""", "HTCDS_FIELD_KIND", "prs_FirstName", 1, 2)]
    [InlineData("""{"prs_FirstName":"A","prs_First_Name":"B"}""", "HTCDS_FIELD_TWICE", "prs_FirstName", 1, 22)]
    [InlineData("""{"events":[{"hte_Date":"1971"},{"hte_Date":"71"}]}""", "HTCDS_DATE", "events[1].hte_Date", 1, 33)]
    [InlineData("""{"events":{}}""", "HTCDS_FIELD_KIND", "events", 1, 11)]
    [InlineData("""{"events":[7]}""", "HTCDS_FIELD_KIND", "events[0]", 1, 12)]
    [InlineData("""{"vic_TypeOfExploitation":["Servitude",{"a":[1]}],"prs_Title":"x"}""", "HTCDS_FIELD_KIND", "vic_TypeOfExploitation", 1, 2)]
    [InlineData("""{"_index":"1"}""", "HTCDS_FIELD_NAME", "_index", 1, 2)]
    [InlineData("""{"prs_FirstName":"\uD800"}""", "HTCDS_TEXT", null, 1, 18)]
    [InlineData("""{"prs_FirstName":"A",}""", "HTCDS_MALFORMED", null, 1, 22)]
    [InlineData("""{"prs_FirstName":"A" """, "HTCDS_MALFORMED", null, 1, 1)]
    [InlineData("nothing", "HTCDS_MALFORMED", null, 1, 1)]
    public void What_is_wrong_in_JSON_is_told_with_its_place(string json, string code, string? field, int line, int column)
    {
        var entry = Assert.Single(Json(json));
        Assert.Null(entry.Case);
        Assert.Equal((code, field, $"{line}", $"{column}"), Of(Assert.Single(entry.Findings)));
    }

    [Fact]
    public void A_line_cut_off_costs_no_other()
    {
        var entries = Json("{\"prs_FirstName\":\"SPECIMEN\n{\"prs_FirstName\":\"ANNA\"}\n");
        Assert.Equal(2, entries.Count);
        Assert.Null(entries[0].Case);
        Assert.Equal("ANNA", entries[1].Case!.Main.Text("prs_FirstName"));
    }

    [Fact]
    public void An_array_that_is_not_closed_is_told()
    {
        Assert.Empty(Assert.Single(Json("[{}]")).Findings);
        Assert.Equal("HTCDS_MALFORMED", Assert.Single(Json("[{}")[1].Findings).Code);
    }

    [Fact]
    public void A_case_longer_than_is_taken_costs_no_other()
    {
        var entries = Json($$"""{"prs_FirstName":"{{new string('x', HtcdsEntry.Longest)}}"}{{"\n"}}{"prs_Title":"x"}""");
        Assert.Equal(["HTCDS_TOO_LONG"], entries[0].Findings.Select(finding => finding.Code));
        Assert.NotNull(entries[1].Case);
        entries = Table($"prs_Title,prs_FirstName\n1,{new string('x', HtcdsEntry.Longest)}\nx,\n");
        Assert.Equal(["HTCDS_TOO_LONG"], entries[0].Findings.Select(finding => finding.Code));
        Assert.NotNull(entries[1].Case);
    }

    [Theory]
    [InlineData("prs_FirstName,prs_Title\n\"SPECIMEN\"x,\n", "HTCDS_MALFORMED", null, 2, 1)]
    [InlineData("prs_FirstName,prs_Title\nSPECIMEN\n", "HTCDS_MALFORMED", null, 2, 2)]
    [InlineData("prs_FirstName,prs_Title\n\"SPECIMEN,\n", "HTCDS_MALFORMED", null, 2, 1)]
    [InlineData("prs_FirstName,prs_First_Name\n", "HTCDS_FIELD_TWICE", "prs_FirstName", 1, 2)]
    [InlineData("vic_TypeOfExploitation,vic_TypeOfExploitation/Servitude\nServitude,0\n", "HTCDS_SPLIT_DIFFERS", "vic_TypeOfExploitation", 2, 2)]
    [InlineData("vic_TypeOfExploitation/Servitude,prs_Title\nmaybe,\n", "HTCDS_FLAG", "vic_TypeOfExploitation", 2, 1)]
    [InlineData("vic_TypeOfExploitation/Dancing,prs_Title\n", "HTCDS_FIELD_NAME", null, 1, 1)]
    [InlineData("_index,prs_Title\nx,\n", "HTCDS_PARENT", "_index", 2, 1)]
    public void What_is_wrong_in_a_table_is_told_with_its_place(string table, string code, string? field, int line, int column)
    {
        var entry = Assert.Single(Table(table));
        Assert.Null(entry.Case);
        Assert.Equal((code, field, $"{line}", $"{column}"), Of(Assert.Single(entry.Findings)));
    }

    [Fact]
    public void Rows_go_to_their_cases_and_one_of_no_case_is_told()
    {
        var entries = Table("_index,prs_FirstName\n2,ANNA\n5,SPECIMEN\n", "_parent_index,hte_City,hte_Date\n1,Karachi,\n2,Multan,2026-01\n2,Sukkur,\n5,Gwadar,\n9,Quetta,\n");
        Assert.Equal(["Multan", "Sukkur"], entries[1].Case![HtcdsGroup.Event].Select(record => record.Text("hte_City")));
        Assert.Equal(PartialDate.Of(2026, 1), entries[1].Case![HtcdsGroup.Event][0].Date("hte_Date"));
        Assert.Equal(["Gwadar"], entries[2].Case![HtcdsGroup.Event].Select(record => record.Text("hte_City")));
        Assert.Equal(("HTCDS_PARENT", "_parent_index", "2", "1"), Of(Assert.Single(entries[0].Findings)));
        Assert.Equal(("HTCDS_PARENT", "_parent_index", "6", "1"), Of(Assert.Single(entries[3].Findings)));
    }

    [Fact]
    public void A_case_is_never_taken_in_part()
    {
        var entries = Table("_index,prs_FirstName\n1,ANNA\n2,SPECIMEN\n", "_parent_index,hte_Date\n1,yesterday\n");
        Assert.Null(entries[0].Case);
        Assert.NotNull(entries[1].Case);
        Assert.Equal("HTCDS_PARENT", Assert.Single(Assert.Single(Table("prs_FirstName\nANNA\n", "hte_City,hte_Date\nx,\n")).Findings).Code);
    }

    [Fact]
    public void What_is_no_value_cannot_be_put_into_a_record()
    {
        var record = new HtcdsRecord(HtcdsGroup.Case).With("prs_First_Name", "SPECIMEN").With("prs_Birthdate", PartialDate.Of(1971)).With("prs_Citizenship", ["PK", "AF"]).With("con_Consent", true);
        Assert.Equal(["PK", "AF"], record.Options("prs_Citizenship"));
        Assert.Null(record.With("prs_FirstName", "").Text("prs_FirstName"));
        Assert.Throws<ArgumentException>(() => record.With("prs_Gender", "Female"));
        Assert.Throws<ArgumentException>(() => record.With("hte_City", "Karachi"));
        Assert.Throws<ArgumentException>(() => record.With("prs_FirstName", "\uD800"));
        Assert.Throws<ArgumentException>(() => record.Date("prs_FirstName"));
        Assert.Throws<ArgumentException>(() => record.WithExtra("prs_First_Name", "x"));
        Assert.Throws<ArgumentException>(() => new HtcdsCase(new HtcdsRecord(HtcdsGroup.Event)));
    }

    private static List<HtcdsEntry> Json(string text) => [.. HtcdsJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))];

    private static List<HtcdsEntry> Table(string cases, string? events = null) =>
    [
        .. HtcdsCsvReader.Read(group => group switch
        {
            HtcdsGroup.Case => new MemoryStream(Encoding.UTF8.GetBytes(cases)),
            HtcdsGroup.Event when events is not null => new MemoryStream(Encoding.UTF8.GetBytes(events)),
            _ => null,
        }),
    ];

    private static (string Code, string? Field, string Line, string Column) Of(Finding finding) => (finding.Code, finding.Field, finding.Evidence["line"], finding.Evidence["column"]);
}
