using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Invented entries in OFAC's advanced form, and the same people in CSV.</summary>
public class OfacAdvancedTests
{
    internal const string Xml = """
        <?xml version="1.0" encoding="utf-8"?>
        <Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML" Version="3">
        <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>1</Month><Day>15</Day></DateOfIssue>
        <ReferenceValueSets>
        <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
        <AreaCodeValues><AreaCode ID="11291" CountryID="11201" Description="undetermined" AreaCodeTypeID="1">xx</AreaCode></AreaCodeValues>
        <CalendarTypeValues><CalendarType ID="1">Gregorian</CalendarType><CalendarType ID="2">Islamic</CalendarType></CalendarTypeValues>
        <CountryValues><Country ID="11082" ISO2="IR">Iran</Country><Country ID="11083" ISO2="CH">Switzerland</Country><Country ID="11084">Utopia</Country></CountryValues>
        <DetailReferenceValues><DetailReference ID="91526">Male</DetailReference><DetailReference ID="705">General Cargo</DetailReference></DetailReferenceValues>
        <FeatureTypeValues><FeatureType ID="2" FeatureTypeGroupID="1">Vessel Type</FeatureType><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
        <FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="11">Citizenship Country</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="26">Title</FeatureType>
        <FeatureType ID="104">Secondary sanctions risk:</FeatureType><FeatureType ID="224">Gender</FeatureType></FeatureTypeValues>
        <IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType></IDRegDocDateTypeValues>
        <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType><IDRegDocType ID="1584">National ID No.</IDRegDocType></IDRegDocTypeValues>
        <LegalBasisValues><LegalBasis ID="1822" LegalBasisShortRef="EO 0">Executive Order 0 (Specimens)</LegalBasis></LegalBasisValues>
        <ListValues><List ID="1550">SDN List</List><List ID="91512">Consolidated List</List></ListValues>
        <LocPartTypeValues><LocPartType ID="1">Unknown</LocPartType><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType><LocPartType ID="1455">STATE/PROVINCE</LocPartType><LocPartType ID="1456">POSTAL CODE</LocPartType></LocPartTypeValues>
        <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
        <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="2" PartyTypeID="4">Aircraft</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
        <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
        <RelationTypeValues><RelationType ID="15001">Acting for or on behalf of</RelationType></RelationTypeValues>
        <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
        <ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script><Script ID="160" ScriptCode="Arab">Arabic</Script></ScriptValues>
        <ValidityValues><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></ValidityValues>
        </ReferenceValueSets>
        <Locations>
        <Location ID="1"><LocationPart LocPartTypeID="1"><LocationPartValue Primary="true"><Comment /><Value>Utopolis, Utopia</Value></LocationPartValue></LocationPart></Location>
        <Location ID="2"><LocationCountry CountryID="11083" CountryRelevanceID="1413" /></Location>
        <Location ID="3"><LocationAreaCode AreaCodeID="11291" /><LocationCountry CountryID="11084" /><LocationPart LocPartTypeID="1454"><LocationPartValue Primary="false"><Value>Old Utopolis</Value></LocationPartValue><LocationPartValue Primary="true"><Value>Utopolis</Value></LocationPartValue></LocationPart>
        <LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true"><Value>1 Specimenweg</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="1456"><LocationPartValue Primary="true"><Value>00000</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="1455"><LocationPartValue Primary="true"><Value>UT</Value></LocationPartValue></LocationPart></Location>
        </Locations>
        <IDRegDocuments>
        <IDRegDocument ID="10" IDRegDocTypeID="1571" IdentityID="7001" IssuedBy-CountryID="11082" ValidityID="1"><Comment /><IDRegistrationNo>SPC 990101</IDRegistrationNo><IssuingAuthority /><DocumentDate IDRegDocDateTypeID="1480"><DatePeriod CalendarTypeID="1"><Start Approximate="false"><From><Year>1999</Year><Month>3</Month><Day>4</Day></From></Start></DatePeriod></DocumentDate></IDRegDocument>
        <IDRegDocument ID="11" IDRegDocTypeID="1584" IdentityID="7001" ValidityID="2"><Comment /><IDRegistrationNo>0000-990101-0</IDRegistrationNo><IssuingAuthority>Ministry of Specimens</IssuingAuthority></IDRegDocument>
        </IDRegDocuments>
        <DistinctParties>
        <DistinctParty FixedRef="990201"><Comment />
        <Profile ID="990201" PartySubTypeID="4">
        <Identity ID="7001" FixedRef="990201" Primary="true" False="false">
        <Alias FixedRef="990201" AliasTypeID="1400" Primary="false" LowQuality="false"><DocumentedName ID="1" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="215" ScriptStatusID="1" Acronym="false">MUSTERBERG</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="4" ScriptID="215">Gerardo</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <Alias FixedRef="990201" AliasTypeID="1401" Primary="false" LowQuality="false"><DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="5" ScriptID="215">MUSTERKNABE</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <Alias FixedRef="990201" AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="3"><DocumentedNamePart><NamePartValue NamePartGroupID="6" ScriptID="215">GERDI</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <Alias FixedRef="990201" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="4" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="7" ScriptID="160">نمونہ</NamePartValue></DocumentedNamePart></DocumentedName><DocumentedName ID="5" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">SPECIMENBERG</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215">Gerhardt Musterius</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520" /></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521" /></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="1520" /><NamePartGroup ID="4" NamePartTypeID="1521" /></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="5" NamePartTypeID="1520" /><NamePartGroup ID="6" NamePartTypeID="1520" /><NamePartGroup ID="7" NamePartTypeID="1520" /></MasterNamePartGroup></NamePartGroups>
        </Identity>
        <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1" ReliabilityID="1"><Comment /><DatePeriod CalendarTypeID="1"><Start Approximate="false"><From><Year>1953</Year><Month>11</Month><Day>17</Day></From><To><Year>1953</Year><Month>11</Month><Day>17</Day></To></Start><End Approximate="false"><From><Year>1953</Year><Month>11</Month><Day>17</Day></From><To><Year>1953</Year><Month>11</Month><Day>17</Day></To></End></DatePeriod><VersionDetail DetailTypeID="1430" /></FeatureVersion></Feature>
        <Feature ID="2" FeatureTypeID="8"><FeatureVersion ID="2"><DatePeriod CalendarTypeID="2"><Start><From><Year>1377</Year></From></Start></DatePeriod></FeatureVersion></Feature>
        <Feature ID="3" FeatureTypeID="9"><FeatureVersion ID="3"><VersionLocation LocationID="1" /></FeatureVersion></Feature>
        <Feature ID="4" FeatureTypeID="10"><FeatureVersion ID="4"><VersionLocation LocationID="2" /></FeatureVersion></Feature>
        <Feature ID="5" FeatureTypeID="25"><FeatureVersion ID="5"><VersionLocation LocationID="3" /></FeatureVersion></Feature>
        <Feature ID="6" FeatureTypeID="26"><FeatureVersion ID="6"><VersionDetail DetailTypeID="1432">Director; Minister of Specimens</VersionDetail></FeatureVersion></Feature>
        <Feature ID="7" FeatureTypeID="104"><FeatureVersion ID="7"><Comment>as of 2020</Comment><VersionDetail DetailTypeID="1432">section 1</VersionDetail></FeatureVersion></Feature>
        <Feature ID="8" FeatureTypeID="224"><FeatureVersion ID="8"><VersionDetail DetailTypeID="1431" DetailReferenceID="91526" /></FeatureVersion><IdentityReference IdentityID="7001" IdentityFeatureLinkTypeID="1" /></Feature>
        </Profile></DistinctParty>
        <DistinctParty FixedRef="990202"><Profile ID="990202" PartySubTypeID="1"><Identity ID="7002" Primary="true"><Alias AliasTypeID="1403" Primary="true"><DocumentedName ID="6"><DocumentedNamePart><NamePartValue NamePartGroupID="8" ScriptID="215">SPECIMEN STAR</NamePartValue></DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="8" NamePartTypeID="1526" /></MasterNamePartGroup></NamePartGroups></Identity>
        <Feature ID="9" FeatureTypeID="2"><FeatureVersion ID="9"><VersionDetail DetailTypeID="1431" DetailReferenceID="705" /></FeatureVersion></Feature></Profile></DistinctParty>
        <DistinctParty FixedRef="990203"><Profile ID="990203" PartySubTypeID="3"><Identity ID="7003"><Alias AliasTypeID="1403" Primary="true"><DocumentedName><DocumentedNamePart><NamePartValue>SPECIMEN, MUSTER AND COMPANY</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
        </DistinctParties>
        <ProfileRelationships><ProfileRelationship ID="1" From-ProfileID="990201" To-ProfileID="990203" RelationTypeID="15001" RelationQualityID="1" Former="false" SanctionsEntryID="1"><Comment /></ProfileRelationship></ProfileRelationships>
        <SanctionsEntries>
        <SanctionsEntry ID="1" ProfileID="990201" ListID="1550"><EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="1822"><Comment /><Date CalendarTypeID="1"><Year>2019</Year><Month>3</Month><Day>4</Day></Date></EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1705"><Comment /></SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure><SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>SPECIMEN</Comment></SanctionsMeasure></SanctionsEntry>
        <SanctionsEntry ID="2" ProfileID="990203" ListID="91512"><SanctionsMeasure ID="4" SanctionsTypeID="1"><Comment>SPECIMEN</Comment></SanctionsMeasure></SanctionsEntry>
        </SanctionsEntries>
        </Sanctions>
        """;

    private const string Sdn = """
        990201,"SPECIMENBERG, Gerhardt Musterius",individual,"SDGT] [SPECIMEN","Director; Minister of Specimens",-0-,-0-,-0-,-0-,-0-,-0-,"DOB 17 Nov 1953; POB Utopolis, Utopia; nationality Switzerland; Gender Male; Passport SPC 990101 (Iran); National ID No. 0000-990101-0; f.k.a. MUSTERKNABE; a.k.a. 'GERDI'."
        990202,"SPECIMEN STAR",vessel,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-
        990203,"SPECIMEN, MUSTER AND COMPANY",-0-,"SPECIMEN",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-

        """;

    private const string Alt = "990201,1,\"aka\",\"MUSTERBERG, Gerardo\",-0-\n";

    private const string Add = "990201,1,\"1 Specimenweg\",\"Utopolis, UT 00000\",\"Utopia\",-0-\n";

    [Fact]
    public void A_party_becomes_an_entry_and_what_no_field_holds_its_remarks()
    {
        var list = Read(Xml).Usable();
        Assert.Equal(("ofac", new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), true), (list.Code, list.PublishedAt, list.NumbersRise));
        var entry = list.Entry("990201");
        Assert.Equal((WatchlistEntryKind.Individual, 'M', "SDGT, SPECIMEN", new DateOnly(2019, 3, 4)), (entry.Kind, entry.Sex, entry.Programme, entry.ListedOn));
        Assert.Equal(
            [
                new("Gerhardt Musterius SPECIMENBERG", ListedNameKind.Primary), new("Gerardo MUSTERBERG", ListedNameKind.GoodAlias),
                new("MUSTERKNABE", ListedNameKind.FormerName), new("GERDI", ListedNameKind.LowAlias), new("نمونہ", ListedNameKind.OriginalScript),
            ],
            entry.Names);
        Assert.Equal(
            [
                "Passport SPC 990101: Issue Date 1999-03-04", "National ID No. 0000-990101-0: Fraudulent; Ministry of Specimens", "Birthdate: 1377",
                "Secondary sanctions risk: section 1", "Secondary sanctions risk: as of 2020",
                "Acting for or on behalf of: SPECIMEN, MUSTER AND COMPANY", "Legal basis: Executive Order 0 (Specimens)",
            ],
            entry.Remarks.Split('\n'));
        Assert.Equal((WatchlistEntryKind.Vessel, "Vessel Type: General Cargo"), (list.Entry("990202").Kind, list.Entry("990202").Remarks));
        Assert.Equal((WatchlistEntryKind.Entity, "List: Consolidated List"), (list.Entry("990203").Kind, list.Entry("990203").Remarks));
    }

    [Fact]
    public void Both_forms_say_the_same_of_the_same_entry_but_for_what_only_one_of_them_tells()
    {
        var csv = SpecimenLists.ReadOfac(("sdn.csv", Encoding.UTF8.GetBytes(Sdn)), ("alt.csv", Encoding.UTF8.GetBytes(Alt)), ("add.csv", Encoding.UTF8.GetBytes(Add))).Usable();
        var xml = Read(Xml).Usable();
        Assert.Equal(csv.Entries.Select(e => e.Reference), xml.Entries.Select(e => e.Reference));
        foreach (var (before, after) in csv.Entries.Zip(xml.Entries))
        {
            Assert.Equal((before.Kind, before.Programme, before.Sex), (after.Kind, after.Programme, after.Sex));
            Assert.Equal(before.Names.ToHashSet(), after.Names.Where(n => n.Kind != ListedNameKind.OriginalScript).ToHashSet());
            Assert.Equal(before.BirthDates, after.BirthDates);
            Assert.Equal(before.BirthPlaces, after.BirthPlaces);
            Assert.Equal(before.Nationalities, after.Nationalities);
            Assert.Equal(before.Documents, after.Documents);
            Assert.Equal(before.Addresses, after.Addresses);
            Assert.Equal(before.Designations, after.Designations);
        }
    }

    [Fact]
    public async Task The_one_form_follows_the_other_without_a_loss()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var csv = SpecimenLists.ReadOfac(("sdn.csv", Encoding.UTF8.GetBytes(Sdn)), ("alt.csv", Encoding.UTF8.GetBytes(Alt)), ("add.csv", Encoding.UTF8.GetBytes(Add))).Usable();
        Assert.Equal(1, (await site.Get<WatchlistRegister>().ImportAsync(csv, site.ListManager)).Value?.Number);
        var version = (await site.Get<WatchlistRegister>().ImportAsync(Read(Xml).Usable(), site.ListManager)).Value!;
        Assert.Equal((2, 0, 0), (version.Number, version.Added, version.Delisted));
        // By its date alone: the entry with the highest number may have been delisted since.
        var later = Read(Xml.Replace("<Year>2026</Year>", "<Year>2027</Year>", StringComparison.Ordinal)).Usable() with { Entries = [.. Read(Xml).Usable().Entries.Take(2)] };
        Assert.Equal("WATCHLIST_SHRINKS", (await site.Get<WatchlistRegister>().ImportAsync(later, site.ListManager)).Problem?.Code);
        var earlier = Read(Xml.Replace("<Year>2026</Year>", "<Year>2025</Year>", StringComparison.Ordinal)).Usable();
        Assert.Equal("WATCHLIST_OLDER", (await site.Get<WatchlistRegister>().ImportAsync(earlier, site.ListManager)).Problem?.Code);
    }

    [Theory]
    [InlineData("1961-01-01", "1961-01-01", "1961-12-31", "1961-12-31", false, "1961")]
    [InlineData("1948-01-01", "1948-01-01", "1948-12-31", "1948-12-31", true, "1948~")]
    [InlineData("1968-02-01", "1968-02-01", "1968-02-29", "1968-02-29", false, "1968-02")]
    [InlineData("1966-07-07", "1966-07-07", "1966-07-07", "1966-07-07", true, "1966-07-07~")]
    [InlineData("1946-09-26", "1946-09-26", "1946-12-07", "1946-12-07", false, "1946-09-26/1946-12-07")]
    [InlineData("1984-01-01", "1984-12-31", "1986-01-01", "1986-12-31", false, "1984/1986")]
    [InlineData("1984-03-05", "1984-04-06", "1985-01-01", "1985-01-01", false, "1984-03-05/1985-01-01")]
    [InlineData("1984", null, "1984", null, false, "1984")]
    [InlineData("1984-03", null, null, null, false, "1984-03")]
    public void A_period_is_a_date_no_more_exact_than_the_list_says_it(string from, string? to, string? endFrom, string? endTo, bool circa, string date)
    {
        var period = $"<DatePeriod>{Boundary("Start", from, to, circa)}{(endFrom is null ? "" : Boundary("End", endFrom, endTo, circa))}</DatePeriod>";
        Assert.Equal(DateSpan.Parse(date), Assert.Single(WithPeriod(period).BirthDates));
    }

    [Theory]
    [InlineData("<DatePeriod><Start><From><Year>1961</Year><Month>13</Month></From></Start></DatePeriod>", "Birthdate: 1961 13")]
    [InlineData("<DatePeriod><Start><From><Year>1961</Year></From></Start><End><From><Year>1950</Year></From></End></DatePeriod>", "Birthdate: 1961 1950")]
    [InlineData("<DatePeriod><Start /></DatePeriod>", "")]
    public void A_period_that_can_be_no_date_stays_in_words(string period, string remarks)
    {
        var entry = WithPeriod(period);
        Assert.Empty(entry.BirthDates);
        Assert.Equal(remarks, entry.Remarks);
    }

    [Theory]
    [InlineData(" FixedRef=\"990202\"", "", "LIST_REFERENCE_MISSING", "FixedRef")]
    [InlineData(" FixedRef=\"990202\"", " FixedRef=\"SP-1\"", "LIST_REFERENCE_INVALID", "FixedRef")]
    [InlineData(" FixedRef=\"990202\"", " FixedRef=\"990201\"", "LIST_REFERENCE_DUPLICATE", "FixedRef")]
    [InlineData("PartySubTypeID=\"1\"", "PartySubTypeID=\"9\"", "LIST_KIND_UNKNOWN", "PartySubTypeID")]
    [InlineData(">SPECIMEN STAR<", "><", "LIST_NAME_MISSING", "Identity")]
    [InlineData("FeatureTypeID=\"2\"", "FeatureTypeID=\"999\"", "LIST_VALUE_UNDEFINED", "FeatureType")]
    [InlineData("DetailReferenceID=\"705\"", "DetailReferenceID=\"999\"", "LIST_VALUE_UNDEFINED", "DetailReference")]
    [InlineData("<VersionLocation LocationID=\"3\" />", "<VersionLocation LocationID=\"999\" />", "LIST_VALUE_UNDEFINED", "Location")]
    public void An_entry_that_cannot_be_used_is_told_and_the_rest_can_be_imported(string valid, string broken, string code, string field)
    {
        Assert.Contains(valid, Xml, StringComparison.Ordinal);
        var reading = Read(Xml.Replace(valid, broken, StringComparison.Ordinal));
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, field, "sdn_advanced.xml"), (error.Code, error.Field, error.File));
        Assert.InRange(error.Line, 37, 65);
        ListSentenceTests.AssertTold(error);
        Assert.Equal(2, reading.Usable(allowRejects: true)!.Entries.Count);
    }

    [Fact]
    public void Another_file_is_refused()
    {
        Assert.Equal("LIST_XML_ROOT", Assert.Single(Read("<sdnList><sdnEntry><uid>1</uid></sdnEntry></sdnList>").Errors).Code);
        Assert.Equal("LIST_EMPTY", Assert.Single(Read("<Sanctions/>").Errors).Code);
        Assert.Equal("LIST_XML_MALFORMED", Assert.Single(Read(Xml[..^200]).Errors).Code);
        Assert.Equal("LIST_XML_DTD", Assert.Single(Read("<!DOCTYPE a [<!ENTITY b 'c'>]><Sanctions>&b;</Sanctions>").Errors).Code);
        var both = SpecimenLists.ReadOfac(("sdn_advanced.xml", Encoding.UTF8.GetBytes(Xml)), ("alt.csv", SpecimenLists.Alt));
        Assert.Equal("LIST_FILE_SINGLE", Assert.Single(both.Errors).Code);
    }

    private static ListReading Read(string xml) => SpecimenLists.ReadOfac(("sdn_advanced.xml", Encoding.UTF8.GetBytes(xml)));

    private static WatchlistEntry WithPeriod(string period)
    {
        const string Version = "<FeatureVersion ID=\"9\"><VersionDetail DetailTypeID=\"1431\" DetailReferenceID=\"705\" /></FeatureVersion>";
        var xml = Xml.Replace(Version, $"<FeatureVersion ID=\"9\">{period}</FeatureVersion>", StringComparison.Ordinal).Replace("ID=\"9\" FeatureTypeID=\"2\"", "ID=\"9\" FeatureTypeID=\"8\"", StringComparison.Ordinal);
        return Read(xml).Usable().Entry("990202");
    }

    private static string Boundary(string name, string from, string? to, bool circa) =>
        $"<{name} Approximate=\"{(circa ? "true" : "false")}\"><From>{Point(from)}</From>{(to is null ? "" : $"<To>{Point(to)}</To>")}</{name}>";

    private static string Point(string date) =>
        string.Concat(date.Split('-').Zip(["Year", "Month", "Day"]).Select(p => $"<{p.Second}>{p.First.TrimStart('0')}</{p.Second}>"));
}
