using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Invented entries in the forms of the UK Sanctions List (XML) and of ConList.csv.</summary>
public class UkListTests
{
    internal const string Xml = """
        <?xml version="1.0" encoding="utf-8"?>
        <Designations><DateGenerated>15/01/2026</DateGenerated>
        <Designation><LastUpdated>14/01/2026</LastUpdated><DateDesignated>06/05/2020</DateDesignated><UniqueID>SPC0001</UniqueID><OFSIGroupID>99001</OFSIGroupID>
        <Names><Name><Name6>SPECIMENZADA</Name6><Name1>NUMUNA</Name1><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
        <Name><Name6>SPECIMENZADA</Name6><Name1>NAMUNA</Name1><Name2>UTOPIUS</Name2><NameType>Primary Name</NameType></Name></Names>
        <NonLatinNames><NonLatinName><NameNonLatinScript>نمونہ</NameNonLatinScript></NonLatinName></NonLatinNames>
        <Titles><Title>Mr</Title></Titles><RegimeName>The Specimen Regime</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
        <DesignationSource>UK</DesignationSource><OtherInformation>Invented.</OtherInformation>
        <Addresses><Address><AddressLine1>1 Specimen Street</AddressLine1><AddressCountry>Utopia</AddressCountry></Address></Addresses>
        <IndividualDetails><Individual><DOBs><DOB>13/01/1958</DOB><DOB>dd/mm/1959</DOB><DOB>unknown</DOB></DOBs><Nationalities><Nationality>Pakistan</Nationality></Nationalities>
        <NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>SP-1</NationalIdentifierNumber></NationalIdentifier></NationalIdentifierDetails>
        <PassportDetails><Passport><PassportNumber>SPC900101</PassportNumber><PassportAdditionalInformation>Issued in Utopia</PassportAdditionalInformation></Passport></PassportDetails>
        <Positions><Position>Specimen Officer</Position></Positions><BirthDetails><Location><TownOfBirth>Utopolis</TownOfBirth><CountryOfBirth>Utopia</CountryOfBirth></Location></BirthDetails>
        <Genders><Gender>Male</Gender></Genders></Individual></IndividualDetails></Designation>
        <Designation><UniqueID>SPC0002</UniqueID><Names><Name><Name6>SPECIMEN STAR</Name6><NameType>Primary Name</NameType></Name></Names><IndividualEntityShip>Ship</IndividualEntityShip></Designation>
        </Designations>
        """;

    internal const string Csv = """
        Last Updated,15/01/2026
        Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID
        SPECIMENZADA,NUMUNA,,,,,,,,,00/00/1959,Utopolis,Utopia,Pakistan,(1) SPC900101 (2) SPC900102,(1) Old,SP-1,,(1) Officer (2) Clerk,1 Specimen Street,,,,,,,Utopia,Invented.,Individual,AKA,Low quality,Specimen,06/05/2020,06/05/2020,14/01/2026,99001
        SPECIMENZADA,NAMUNA,UTOPIUS,,,,Mr,نمونہ,,,13/01/1958,Utopolis,Utopia,Pakistan,,,,,,,,,,,,,,Invented.,Individual,Primary name,,Specimen,06/05/2020,06/05/2020,14/01/2026,99001
        SPECIMEN STAR,,,,,,,,,,,,,,,,,,,,,,,,,,,,Ship,Primary name,,Specimen,06/05/2020,,14/01/2026,99002

        """;

    [Fact]
    public void A_designation_becomes_an_entry()
    {
        var list = ReadXml(Xml).Usable();
        Assert.Equal(("uk", new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), 2), (list.Code, list.PublishedAt, list.Entries.Count));
        var entry = list.Entry("SPC0001");
        Assert.Equal(
            [
                new ListedName("NAMUNA UTOPIUS SPECIMENZADA", ListedNameKind.Primary), new("NUMUNA SPECIMENZADA", ListedNameKind.LowAlias), new("نمونہ", ListedNameKind.OriginalScript),
            ],
            entry.Names);
        Assert.Equal([DateSpan.Parse("1958-01-13"), DateSpan.Parse("1959")], entry.BirthDates);
        Assert.Equal((WatchlistEntryKind.Individual, 'M', "The Specimen Regime", new DateOnly(2020, 5, 6)), (entry.Kind, entry.Sex, entry.Programme, entry.ListedOn));
        Assert.Equal(("PAK", "Utopolis, Utopia", "1 Specimen Street, Utopia"), (Assert.Single(entry.Nationalities), Assert.Single(entry.BirthPlaces), Assert.Single(entry.Addresses)));
        Assert.Equal([new ListedDocument("National identifier", "SP-1", null), new("Passport", "SPC900101", null)], entry.Documents.OrderBy(d => d.Type));
        foreach (var told in new[] { "Invented.", "unknown", "Issued in Utopia", "99001" })
            Assert.Contains(told, entry.Remarks, StringComparison.Ordinal);
        Assert.Equal(WatchlistEntryKind.Vessel, list.Entry("SPC0002").Kind);
    }

    [Fact]
    public void The_lines_of_a_group_become_one_entry()
    {
        var list = ReadCsv(Csv).Usable();
        Assert.Equal(("ofsi", new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), 2), (list.Code, list.PublishedAt, list.Entries.Count));
        var entry = list.Entry("99001");
        Assert.Equal(
            [
                new ListedName("NAMUNA UTOPIUS SPECIMENZADA", ListedNameKind.Primary), new("NUMUNA SPECIMENZADA", ListedNameKind.LowAlias), new("نمونہ", ListedNameKind.OriginalScript),
            ],
            entry.Names);
        Assert.Equal([DateSpan.Parse("1959"), DateSpan.Parse("1958-01-13")], entry.BirthDates);
        Assert.Equal(("Specimen", new DateOnly(2020, 5, 6), "PAK"), (entry.Programme, entry.ListedOn, Assert.Single(entry.Nationalities)));
        Assert.Equal(["SPC900101", "SPC900102", "SP-1"], entry.Documents.Select(d => d.Number));
        Assert.Equal(["Officer", "Clerk", "Mr"], entry.Designations);
        Assert.Equal("Passport Details: (1) Old\nOther Information: Invented.", entry.Remarks);
        Assert.Equal(WatchlistEntryKind.Vessel, list.Entry("99002").Kind);
    }

    [Theory]
    [InlineData("SPC0002", "", "LIST_REFERENCE_MISSING", "UniqueID")]
    [InlineData("SPC0002", "SPC0001", "LIST_REFERENCE_DUPLICATE", "UniqueID")]
    [InlineData(">Ship<", ">Ghost<", "LIST_KIND_UNKNOWN", "IndividualEntityShip")]
    [InlineData("SPECIMEN STAR", "-", "LIST_NAME_MISSING", "Names")]
    public void A_designation_that_cannot_be_used_is_told_with_its_place(string text, string instead, string code, string field)
    {
        var reading = ReadXml(Xml.Replace(text, instead, StringComparison.Ordinal));
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, 15L), (error.Code, error.Field, error.Line));
        ListSentenceTests.AssertTold(error);
        Assert.Equal("SPC0001", Assert.Single(reading.Rest!.Entries).Reference);
    }

    [Theory]
    [InlineData(",99002", ",", "LIST_REFERENCE_MISSING", "Group ID", 5)]
    [InlineData(",Ship,", ",Ghost,", "LIST_KIND_UNKNOWN", "Group Type", 5)]
    [InlineData("SPECIMEN STAR", "-", "LIST_NAME_MISSING", "Name 6", 5)]
    [InlineData("SPECIMEN STAR,", "", "LIST_CSV_FIELD_COUNT", null, 5)]
    [InlineData("Group Type", "Group Sort", "LIST_COLUMN_MISSING", null, 1)]
    [InlineData("SPECIMEN STAR", "\"SPECIMEN STAR", "LIST_CSV_MALFORMED", null, 5)]
    public void A_line_that_cannot_be_used_is_told_with_its_place(string text, string instead, string code, string? field, int line)
    {
        var error = Assert.Single(ReadCsv(Csv.Replace(text, instead, StringComparison.Ordinal)).Errors);
        Assert.Equal((code, field, line), (error.Code, error.Field, error.Line));
        ListSentenceTests.AssertTold(error);
    }

    private static ListReading ReadXml(string xml) => UkSanctionsList.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "uk.xml");

    private static ListReading ReadCsv(string csv) => OfsiList.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "ConList.csv");
}
