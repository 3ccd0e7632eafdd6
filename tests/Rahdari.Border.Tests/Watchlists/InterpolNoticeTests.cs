using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Invented notices in the form of INTERPOL's public ones.</summary>
public class InterpolNoticeTests
{
    internal const string One = """
        {"entity_id":"2026/1","forename":"NAMUNA","name":"SPECIMENZADA","date_of_birth":"1958/01/13","nationalities":["PK","XX"],"sex_id":"M","place_of_birth":"Utopolis","country_of_birth_id":"PK",
        "arrest_warrants":[{"issuing_country_id":"PK","charge":"Specimen charge","charge_translation":null}],"distinguishing_marks":"A specimen mark","height":1.8,"_links":{"self":{"href":"x"}}}
        """;

    internal const string Search = """{"total":2,"query":{"page":1},"_embedded":{"notices":[""" + "\n" + One + """,{"entity_id":"2026/2","forename":null,"name":"SPECIMEN","date_of_birth":"1960","nationalities":null,"sex_id":"U"}]},"_links":{"self":{"href":"x"}}}""";

    [Fact]
    public void A_notice_becomes_an_entry()
    {
        var list = Read(Search).Usable();
        Assert.Equal(("interpol", 2), (list.Code, list.Entries.Count));
        var entry = list.Entry("2026/1");
        Assert.Equal(new ListedName("NAMUNA SPECIMENZADA", ListedNameKind.Primary), Assert.Single(entry.Names));
        Assert.Equal(("1958-01-13", 'M', "Utopolis, PK"), ($"{Assert.Single(entry.BirthDates)}", entry.Sex, Assert.Single(entry.BirthPlaces)));
        Assert.Equal(["PAK", "XX"], entry.Nationalities);
        Assert.Equal("Arrest warrant: PK: Specimen charge\ndistinguishing_marks: A specimen mark\nheight: 1.8", entry.Remarks);
        var other = list.Entry("2026/2");
        Assert.Equal(("SPECIMEN", "1960", null), (other.Names[0].Text, $"{other.BirthDates[0]}", other.Sex));
    }

    [Fact]
    public void Notices_may_stand_alone_one_after_another_or_in_an_array()
    {
        var two = One.Replace("2026/1", "2026/3", StringComparison.Ordinal);
        Assert.Single(Read(One).Usable().Entries);
        Assert.Equal(2, Read($"{One}\n{two}").Usable().Entries.Count);
        Assert.Equal(2, Read($"[{One},{two}]").Usable().Entries.Count);
    }

    [Theory]
    [InlineData("2026/2", "", "LIST_REFERENCE_MISSING", "entity_id")]
    [InlineData("2026/2", "2026/1", "LIST_REFERENCE_DUPLICATE", "entity_id")]
    [InlineData("\"SPECIMEN\"", "\"\"", "LIST_NAME_MISSING", "name")]
    [InlineData("\"SPECIMEN\"", "\"\\udc00\"", "LIST_TEXT_INVALID", null)]
    public void A_notice_that_cannot_be_used_is_told_with_its_place(string text, string instead, string code, string? field)
    {
        var reading = Read(Search.Replace(text, instead, StringComparison.Ordinal));
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, 3L), (error.Code, error.Field, error.Line));
        ListSentenceTests.AssertTold(error);
        Assert.Equal("2026/1", Assert.Single(reading.Rest!.Entries).Reference);
    }

    [Theory]
    [InlineData("{\"entity_id\":", "LIST_JSON_MALFORMED")]
    [InlineData("", "LIST_EMPTY")]
    [InlineData("[]", "LIST_EMPTY")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "LIST_JSON_MALFORMED")]
    public void A_file_that_is_no_such_list_is_refused(string json, string code)
    {
        var reading = Read(json);
        Assert.Equal((code, null), (Assert.Single(reading.Errors).Code, reading.Rest));
        ListSentenceTests.AssertTold(reading.Errors[0]);
    }

    private static ListReading Read(string json) => InterpolNotices.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "notices.json");
}
