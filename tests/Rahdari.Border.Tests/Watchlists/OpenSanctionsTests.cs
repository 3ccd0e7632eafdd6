using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Invented entities in the form of https://www.opensanctions.org/docs/bulk/json/.</summary>
public class OpenSanctionsTests
{
    /// <summary>As entities.ftm.json: the paper stands before its holder, the sanction after.</summary>
    internal const string Lines = """
        {"id":"sp-pass-1","caption":"SPC900101","schema":"Passport","properties":{"holder":["sp-1"],"passportNumber":["SPC900101"],"country":["pk"],"endDate":["2030-01-01"]},"target":false}
        {"id":"sp-1","caption":"Namuna Specimenzada","schema":"Person","properties":{"name":["Namuna Specimenzada","نمونہ سپیسیمن زادہ","Namoona Specimenzada"],"alias":["Abu Numuna"],"weakAlias":["Numi"],"previousName":["Namuna Musterzada"],"firstName":["Namuna"],"birthDate":["1961-03","1962"],"birthPlace":["Utopolis"],"nationality":["pk"],"country":["ae"],"gender":["male"],"idNumber":["SP-77"],"position":["Specimen Officer"],"topics":["sanction"],"notes":["Invented."],"modifiedAt":["2026-01-01"]},"target":true}
        {"id":"sp-sanction-1","schema":"Sanction","properties":{"entity":["sp-1"],"program":["Specimen Programme"],"listingDate":["2020-05-06"],"reason":["None at all"]}}
        {"id":"sp-rel","caption":"Specimen Relative","schema":"Person","properties":{"name":["Specimen Relative"]},"target":false}
        {"id":"sp-family","schema":"Family","properties":{"person":["sp-1"],"relative":["sp-rel"]}}
        {"id":"sp-2","caption":"Specimen Trading","schema":"Company","properties":{"name":["Specimen Trading"]},"target":true}
        """;

    /// <summary>As targets.nested.json.</summary>
    internal const string Nested = """
        {"id":"sp-1","caption":"Namuna Specimenzada","schema":"Person","target":true,"properties":{"name":["Namuna Specimenzada"],"passportEntity":[{"id":"p","schema":"Passport","properties":{"passportNumber":["SPC900101"],"country":["pk"]}}],"sanctions":[{"id":"s","schema":"Sanction","properties":{"authority":["Specimen Office"]}}],"addressEntity":[{"id":"a","schema":"Address","properties":{"full":["1 Specimen Street, Utopolis"]}}],"familyPerson":[{"id":"f","schema":"Family","properties":{"relative":[{"id":"r","schema":"Person","properties":{"name":["Specimen Relative"]}}]}}]}}

        """;

    [Fact]
    public void An_entity_with_the_papers_and_sanctions_that_name_it_becomes_one_entry()
    {
        var list = Read(Lines).Usable();
        Assert.Equal(("opensanctions", 2), (list.Code, list.Entries.Count));
        var entry = list.Entry("sp-1");
        Assert.Equal(
            [
                new ListedName("Namuna Specimenzada", ListedNameKind.Primary), new("نمونہ سپیسیمن زادہ", ListedNameKind.OriginalScript), new("Namoona Specimenzada", ListedNameKind.GoodAlias),
                new("Abu Numuna", ListedNameKind.GoodAlias), new("Namuna Musterzada", ListedNameKind.FormerName), new("Numi", ListedNameKind.LowAlias),
            ],
            entry.Names);
        Assert.Equal([DateSpan.Parse("1961-03"), DateSpan.Parse("1962")], entry.BirthDates);
        Assert.Equal((WatchlistEntryKind.Individual, 'M', "sanction, Specimen Programme"), (entry.Kind, entry.Sex, entry.Programme));
        Assert.Equal(["PAK"], entry.Nationalities);
        Assert.Equal([new ListedDocument("Identity number", "SP-77", null), new("Passport", "SPC900101", "PAK")], entry.Documents);
        Assert.Equal((new DateOnly(2020, 5, 6), "Utopolis", "Specimen Officer"), (entry.ListedOn, entry.BirthPlaces[0], entry.Designations[0]));
        // A tie to a State is no nationality.
        Assert.Contains("country: ae", entry.Remarks, StringComparison.Ordinal);
        Assert.Contains("endDate: 2030-01-01", entry.Remarks, StringComparison.Ordinal);
        Assert.Contains("reason: None at all", entry.Remarks, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-01-01", entry.Remarks, StringComparison.Ordinal);
        Assert.Null(list.Entry("sp-2").ToListedPerson("opensanctions"));
    }

    [Fact]
    public void What_stands_within_a_target_is_its_own_but_for_other_persons()
    {
        var entry = Assert.Single(Read(Nested).Usable().Entries);
        Assert.Equal([new ListedDocument("Passport", "SPC900101", "PAK")], entry.Documents);
        Assert.Equal(("Specimen Office", "1 Specimen Street, Utopolis"), (entry.Programme, Assert.Single(entry.Addresses)));
        Assert.Equal("Namuna Specimenzada", Assert.Single(entry.Names).Text);
    }

    [Theory]
    [InlineData("""{"schema":"Person","properties":{"name":["Specimen"]}}""", "LIST_REFERENCE_MISSING", "id")]
    [InlineData("""{"id":"x","schema":"Person","properties":{"name":["-"]}}""", "LIST_NAME_MISSING", "name")]
    [InlineData("""{"id":"x","properties":{"name":["Specimen"]}}""", "LIST_KIND_UNKNOWN", "schema")]
    [InlineData("""{"id":"sp-1","schema":"Person","properties":{"name":["Specimen"]}}""", "LIST_REFERENCE_DUPLICATE", "id")]
    [InlineData("""{"id":"x","schema":"Person","properties":{"name":["\ud800"]}}""", "LIST_TEXT_INVALID", null)]
    public void An_entity_that_cannot_be_used_is_told_and_the_rest_is_at_hand(string line, string code, string? field)
    {
        var reading = Read($"{Lines}\n{line}\n");
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, 7L), (error.Code, error.Field, error.Line));
        ListSentenceTests.AssertTold(error);
        Assert.Null(reading.List);
        Assert.Equal((2, 1), (reading.Rest!.Entries.Count, reading.Rest.Rejected));
        Assert.Equal((null, 2), (reading.Usable(allowRejects: false), reading.Usable(allowRejects: true)?.Entries.Count));
    }

    [Theory]
    [InlineData("{\"id\":\"x\",", "LIST_JSON_MALFORMED", 7)]
    [InlineData("[1]", "LIST_JSON_SHAPE", 7)]
    public void A_line_that_is_no_object_forbids_the_list(string line, string code, int place)
    {
        var reading = Read($"{Lines}\n{line}");
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, place), (error.Code, error.Line));
        ListSentenceTests.AssertTold(error);
        Assert.Null(reading.Rest);
    }

    [Fact]
    public void A_line_longer_than_any_entry_is_passed_over_without_being_held()
    {
        var reading = Read($"{Lines}\n{{\"id\":\"{new string('x', 3_000_000)}\"}}\n{{\"id\":\"sp-3\",\"schema\":\"Person\",\"properties\":{{\"name\":[\"Specimen Three\"]}}}}");
        Assert.Equal(("LIST_ENTRY_TOO_LARGE", 7L), (Assert.Single(reading.Errors).Code, reading.Errors[0].Line));
        Assert.Equal(3, reading.Rest!.Entries.Count);
        Assert.Equal("LIST_EMPTY", Assert.Single(Read("\n \n").Errors).Code);
    }

    private static ListReading Read(string text) => OpenSanctionsList.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "entities.ftm.json");
}
