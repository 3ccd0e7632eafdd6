using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Invented entries in the form of the Financial Sanctions Files, version 1.1.</summary>
public class EuListTests
{
    internal const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-01-15T10:00:00.000+01:00" globalFileId="1">
        <sanctionEntity designationDetails="" unitedNationId="SPi.1" euReferenceNumber="EU.SP.1" logicalId="1">
        <regulation regulationType="amendment" organisationType="council" publicationDate="2020-05-06" entryIntoForceDate="2020-05-07" numberTitle="2020/1 (OJ L1)" programme="SPEC" logicalId="2"><publicationUrl>http://example.org</publicationUrl></regulation>
        <remark>Invented.</remark>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias firstName="Olof" middleName="" lastName="Specimensson" wholeName="Olof Specimensson" function="Director" gender="M" title="Mr" nameLanguage="" strong="true" regulationLanguage="en" logicalId="3"><regulationSummary numberTitle="x"/></nameAlias>
        <nameAlias firstName="" middleName="" lastName="" wholeName="Олоф Образец" function="" gender="" title="" nameLanguage="RU" strong="true" logicalId="4"/>
        <nameAlias firstName="Olle" middleName="" lastName="Specimensson" wholeName="" strong="false" logicalId="5"/>
        <birthdate circa="false" calendarType="GREGORIAN" city="Utopolis" zipCode="" birthdate="1958-01-13" dayOfMonth="13" monthOfYear="1" year="1958" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="6"/>
        <birthdate circa="true" calendarType="GREGORIAN" yearRangeFrom="1950" yearRangeTo="1952" logicalId="7"/>
        <birthdate circa="false" calendarType="ISLAMIC" year="1377" logicalId="8"/>
        <citizenship region="" countryIso2Code="SE" countryDescription="SWEDEN" logicalId="9"/>
        <identification diplomatic="false" knownExpired="true" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="" latinNumber="" nameOnDocument="" number="SP900101" region="" countryIso2Code="SE" countryDescription="SWEDEN" identificationTypeCode="passport" identificationTypeDescription="National passport" logicalId="10"><remark>(passport)</remark></identification>
        <address city="Utopolis" street="1 Specimen Street" poBox="" zipCode="123" region="" place="" asAtListingTime="true" countryIso2Code="SE" countryDescription="SWEDEN" logicalId="11"/>
        </sanctionEntity>
        <sanctionEntity euReferenceNumber="EU.SP.2" logicalId="12"><subjectType code="enterprise" classificationCode="E"/><nameAlias wholeName="Specimen Trading" strong="true"/></sanctionEntity>
        </export>
        """;

    [Fact]
    public void An_entity_becomes_an_entry_and_what_no_field_holds_its_remarks()
    {
        var list = Read(Xml).Usable();
        Assert.Equal(("eu", new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero), 2), (list.Code, list.PublishedAt, list.Entries.Count));
        var entry = list.Entry("EU.SP.1");
        Assert.Equal(
            [
                new ListedName("Olof Specimensson", ListedNameKind.Primary), new("Олоф Образец", ListedNameKind.OriginalScript), new("Olle Specimensson", ListedNameKind.LowAlias),
            ],
            entry.Names);
        Assert.Equal([DateSpan.Parse("1958-01-13"), DateSpan.Parse("1950~/1952~")], entry.BirthDates);
        Assert.Equal((WatchlistEntryKind.Individual, 'M', "SPEC", new DateOnly(2020, 5, 6)), (entry.Kind, entry.Sex, entry.Programme, entry.ListedOn));
        Assert.Equal(("SWE", "Utopolis", "1 Specimen Street, Utopolis, 123, SWEDEN"), (Assert.Single(entry.Nationalities), Assert.Single(entry.BirthPlaces), Assert.Single(entry.Addresses)));
        Assert.Equal(new ListedDocument("National passport", "SP900101", "SWE"), Assert.Single(entry.Documents));
        Assert.Equal(["Mr", "Director"], entry.Designations);
        foreach (var told in new[] { "Invented.", "ISLAMIC", "1377", "knownExpired: true", "SPi.1", "2020/1 (OJ L1)" })
            Assert.Contains(told, entry.Remarks, StringComparison.Ordinal);
        Assert.DoesNotContain("logicalId", entry.Remarks, StringComparison.Ordinal);
        Assert.Equal(WatchlistEntryKind.Entity, list.Entry("EU.SP.2").Kind);
    }

    [Theory]
    [InlineData("euReferenceNumber=\"EU.SP.2\" logicalId=\"12\"", "", "LIST_REFERENCE_MISSING", "euReferenceNumber")]
    [InlineData("EU.SP.2", "EU.SP.1", "LIST_REFERENCE_DUPLICATE", "euReferenceNumber")]
    [InlineData("code=\"enterprise\"", "code=\"ghost\"", "LIST_KIND_UNKNOWN", "subjectType")]
    [InlineData("wholeName=\"Specimen Trading\"", "wholeName=\"-\"", "LIST_NAME_MISSING", "nameAlias")]
    public void An_entity_that_cannot_be_used_is_told_with_its_place(string text, string instead, string code, string field)
    {
        var reading = Read(Xml.Replace(text, instead, StringComparison.Ordinal));
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, 17L), (error.Code, error.Field, error.Line));
        ListSentenceTests.AssertTold(error);
        Assert.Equal("EU.SP.1", Assert.Single(reading.Rest!.Entries).Reference);
    }

    [Theory]
    [InlineData("<CONSOLIDATED_LIST/>", "LIST_XML_ROOT")]
    [InlineData("<!DOCTYPE export [<!ENTITY a 'b'>]><export>&a;</export>", "LIST_XML_DTD")]
    [InlineData("<export><sanctionEntity>", "LIST_XML_MALFORMED")]
    [InlineData("<export/>", "LIST_EMPTY")]
    public void A_file_that_is_no_such_list_is_refused(string xml, string code)
    {
        var reading = Read(xml);
        ListSentenceTests.AssertTold(Assert.Single(reading.Errors));
        Assert.Equal((code, null), (reading.Errors[0].Code, reading.Rest));
    }

    private static ListReading Read(string xml) => EuFinancialSanctions.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "eu.xml");
}
