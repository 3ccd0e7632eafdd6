using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Lists of the UN's form, of people who do not exist.</summary>
public class UnSpecimenTests
{
    private static readonly PublishedList List = SpecimenLists.ReadUn(SpecimenLists.Un).Usable();

    [Fact]
    public void A_person_is_read_with_everything_that_the_list_says()
    {
        var entry = List.Entry("SPi.101");
        Assert.Equal(("un", new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero)), (List.Code, List.PublishedAt));
        Assert.Equal((WatchlistEntryKind.Individual, "Specimen", 'M', new DateOnly(2019, 3, 4)), (entry.Kind, entry.Programme, entry.Sex, entry.ListedOn));
        Assert.Equal(
            [
                new("QASIMUDDIN NAMUNAWALA SPECIMENZADA", ListedNameKind.Primary),
                new("قاسم الدین نمونہ والا", ListedNameKind.OriginalScript),
                new("Zarbakht Namunawala", ListedNameKind.GoodAlias),
                new("Kasim Uddin Namoonawala; Qasem Namoonavala", ListedNameKind.GoodAlias),
                new("Kasim Uddin Namoonawala", ListedNameKind.GoodAlias),
                new("Qasem Namoonavala", ListedNameKind.GoodAlias),
                new("Abu Numuna (ابو نمونہ)", ListedNameKind.LowAlias),
                new("Abu Numuna", ListedNameKind.LowAlias),
                new("ابو نمونہ", ListedNameKind.LowAlias),
            ],
            entry.Names);
        Assert.Equal([DateSpan.Parse("1964-02-29")], entry.BirthDates);
        Assert.Equal(["Utopolis, Utopia"], entry.BirthPlaces);
        Assert.Equal(["UTO"], entry.Nationalities);
        Assert.Equal([new("Passport", "SPC900101", null), new("National Identification Number (CNIC)", "00000-0000101-0", "PAK")], entry.Documents);
        Assert.Equal(["1 Specimen Street, Utopolis, Specimen Province, 00000, Utopia (as of January 2020)"], entry.Addresses);
        Assert.Equal(["Specimen Maulana", "Treasurer of the Specimen Brotherhood", "Former teacher"], entry.Designations);
        foreach (var said in new[] { "A specimen: nobody", "nom de guerre", "2014-09-10", "expired on 9 Sep. 2024", "9900001", "2020-05-06; 2024-07-08", "UN List" })
            Assert.Contains(said, entry.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_of_birth_of_every_form_are_read_and_the_others_kept_in_words()
    {
        var entry = List.Entry("SPi.102");
        Assert.Equal(["1959-06-07", "1958-09", "1960~", "1955~/1961~", "1957-08"], entry.BirthDates.Select(d => d.ToString()));
        Assert.Contains("24/06/1402 (Hijri calendar)", entry.Remarks, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2018, 11, 12), entry.ListedOn);
        Assert.Equal(["RUS", "former Specimen Union"], entry.Nationalities);
        Assert.Contains(new ListedName("Образец", ListedNameKind.LowAlias), entry.Names);
        Assert.Equal(["Utopian diplomatic passport no. SPC900102", "SPC900102"], entry.Documents.Select(d => d.Number));
    }

    [Fact]
    public void An_entity_is_kept_and_no_person_to_screen()
    {
        var entry = List.Entry("SPe.101");
        Assert.Equal([ListedNameKind.Primary, ListedNameKind.OriginalScript, ListedNameKind.GoodAlias, ListedNameKind.FormerName], entry.Names.Select(n => n.Kind));
        Assert.Null(entry.ToListedPerson("un"));
        Assert.Equal("un/SPi.101", List.Entry("SPi.101").ToListedPerson("un")!.Key);
    }

    [Theory]
    [InlineData("UTF-8", "utf-8", true)]
    [InlineData("UTF-8", "utf-8", false)]
    [InlineData("UTF-16", "utf-16", true)]
    [InlineData("UTF-16BE", "utf-16BE", true)]
    public void Any_encoding_that_XML_declares_gives_the_same_list(string declared, string encoding, bool mark)
    {
        var text = SpecimenLists.UnText.Replace("UTF-8", declared, StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        var bytes = Encoding.GetEncoding(encoding) is var codec && mark ? [.. codec.GetPreamble(), .. codec.GetBytes(text)] : codec.GetBytes(text);
        Assert.Equal(List.Entries.Select(e => e.ContentHash()), SpecimenLists.ReadUn(bytes).Usable().Entries.Select(e => e.ContentHash()));
    }

    [Theory]
    [InlineData("windows-1251", "Образцов")]
    [InlineData("windows-1252", "Müßtermann")]
    [InlineData("windows-1256", "نمونه")]
    [InlineData("ISO-8859-1", "Spécimen")]
    public void Code_pages_are_read_as_declared(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var xml = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Minimal($"<FIRST_NAME>{name}</FIRST_NAME>")}";
        Assert.Equal(name, SpecimenLists.ReadUn(Encoding.GetEncoding(encoding).GetBytes(xml)).Usable().Entries.Single().Names.Single().Text);
    }

    [Fact]
    public void The_order_of_elements_does_not_matter()
    {
        var document = System.Xml.Linq.XDocument.Parse(SpecimenLists.UnText);
        foreach (var entry in document.Descendants().Where(e => e.Name.LocalName is "INDIVIDUAL" or "ENTITY").ToArray())
            entry.ReplaceNodes(entry.Elements().GroupBy(e => e.Name).Reverse().SelectMany(g => g));
        document.Root!.ReplaceNodes(document.Root.Elements().Reverse());
        var list = SpecimenLists.ReadUn(document.ToString()).Usable();
        Assert.All(List.Entries, e => Assert.Equal(e.Names, list.Entry(e.Reference).Names));
        Assert.All(List.Entries, e => Assert.Equal(e.BirthDates, list.Entry(e.Reference).BirthDates));
        Assert.All(List.Entries, e => Assert.Equal(e.Remarks.Split('\n').Order(StringComparer.Ordinal), list.Entry(e.Reference).Remarks.Split('\n').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void What_is_unknown_is_kept_in_words()
    {
        var entry = SpecimenLists.ReadUn(Minimal("""
            <FIRST_NAME>A</FIRST_NAME><NEW_THING level="high">first <![CDATA[& second]]></NEW_THING><NEW_GROUP><PART>third</PART><VALUE>fourth</VALUE></NEW_GROUP>
            <GENDER>Unknown</GENDER><LISTED_ON>some day</LISTED_ON><NATIONALITY><VALUE>na</VALUE></NATIONALITY>
            <INDIVIDUAL_ALIAS><QUALITY>Middling</QUALITY><ALIAS_NAME>B</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1970</FROM_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
            """)).Usable().Entries.Single();
        foreach (var said in new[] { "high", "first & second", "third", "fourth", "Unknown", "some day", "na", "Middling", "1970" })
            Assert.Contains(said, entry.Remarks, StringComparison.Ordinal);
        Assert.Equal(ListedNameKind.GoodAlias, entry.Names[1].Kind);
        Assert.Empty(entry.BirthDates);
        Assert.Empty(entry.Nationalities);
        Assert.Null(entry.Sex);
    }

    [Theory]
    [InlineData("", "LIST_XML_MALFORMED", 0)]
    [InlineData("no XML at all", "LIST_XML_MALFORMED", 1)]
    [InlineData("<CONSOLIDATED_LIST>\n<INDIVIDUALS>\n<INDIVIDUAL><FIRST_NAME>A", "LIST_XML_MALFORMED", 3)]
    [InlineData("<CONSOLIDATED_LIST>\n<INDIVIDUALS></ENTITIES></CONSOLIDATED_LIST>", "LIST_XML_MALFORMED", 2)]
    [InlineData("<CONSOLIDATED_LIST>\n<A>\u0001</A></CONSOLIDATED_LIST>", "LIST_XML_MALFORMED", 2)]
    [InlineData("<CONSOLIDATED_LIST>\n&undeclared;</CONSOLIDATED_LIST>", "LIST_XML_MALFORMED", 2)]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>", "LIST_XML_DTD", 0)]
    [InlineData("<OTHER_LIST/>", "LIST_XML_ROOT", 1)]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>", "LIST_EMPTY", 0)]
    [InlineData("<CONSOLIDATED_LIST>\n<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>", "LIST_REFERENCE_MISSING", 2)]
    [InlineData("<CONSOLIDATED_LIST>\n<ENTITY><REFERENCE_NUMBER>S.1</REFERENCE_NUMBER><FIRST_NAME>-</FIRST_NAME></ENTITY></CONSOLIDATED_LIST>", "LIST_NAME_MISSING", 2)]
    [InlineData(
        "<CONSOLIDATED_LIST><ENTITY><REFERENCE_NUMBER>S.1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME></ENTITY>\n<INDIVIDUAL><REFERENCE_NUMBER> S.1</REFERENCE_NUMBER><FIRST_NAME>B</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>",
        "LIST_REFERENCE_DUPLICATE",
        2)]
    public void What_makes_a_list_unusable_is_told_with_its_place(string xml, string code, long line)
    {
        var reading = SpecimenLists.ReadUn(xml);
        Assert.Null(reading.List);
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, "un.xml", line), (error.Code, error.File, error.Line));
        ListSentenceTests.AssertTold(error);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_and_encodings_that_nobody_knows_are_errors()
    {
        byte[] broken = [.. "<CONSOLIDATED_LIST><A>"u8, 0xC3, 0x28, .. "</A></CONSOLIDATED_LIST>"u8];
        Assert.Equal("LIST_XML_MALFORMED", Assert.Single(SpecimenLists.ReadUn(broken).Errors).Code);
        Assert.Equal("LIST_XML_MALFORMED", Assert.Single(SpecimenLists.ReadUn("<?xml version=\"1.0\" encoding=\"utf-99\"?><CONSOLIDATED_LIST/>").Errors).Code);
    }

    [Fact]
    public void Every_entry_that_is_wrong_is_told_up_to_a_hundred()
    {
        var xml = $"<CONSOLIDATED_LIST>{string.Concat(Enumerable.Repeat("<ENTITY/>\n", 1000))}</CONSOLIDATED_LIST>";
        var errors = SpecimenLists.ReadUn(xml).Errors;
        Assert.Equal(Enumerable.Range(1, 100), errors.Select(e => (int)e.Line));
    }

    [Fact]
    public void What_no_list_holds_is_refused_before_it_fills_the_memory()
    {
        var value = new string('x', 100_000);
        Assert.Equal("LIST_VALUE_TOO_LONG", Assert.Single(SpecimenLists.ReadUn(Minimal($"<FIRST_NAME>{value}</FIRST_NAME>")).Errors).Code);
        var entry = string.Concat(Enumerable.Repeat($"<A>{new string('x', 60_000)}</A>", 20));
        Assert.Equal("LIST_ENTRY_TOO_LARGE", Assert.Single(SpecimenLists.ReadUn(Minimal(entry)).Errors).Code);
        var elements = string.Concat(Enumerable.Repeat("<A/>", 100_000));
        Assert.Equal("LIST_ENTRY_TOO_LARGE", Assert.Single(SpecimenLists.ReadUn(Minimal(elements)).Errors).Code);
        var deep = string.Concat(Enumerable.Repeat("<A>", 10_000));
        Assert.Equal("LIST_ENTRY_TOO_LARGE", Assert.Single(SpecimenLists.ReadUn(Minimal(deep)).Errors).Code);
    }

    [Fact]
    public void Reading_tells_how_far_it_is_and_stops_when_it_is_told_to()
    {
        var shares = new List<double>();
        using var cancellation = new CancellationTokenSource();
        var xml = $"<CONSOLIDATED_LIST>{string.Concat(Enumerable.Range(1, 5000).Select(i => $"<ENTITY><REFERENCE_NUMBER>{i}</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME></ENTITY>"))}</CONSOLIDATED_LIST>";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        Assert.Equal(5000, UnConsolidatedList.Read(stream, "un", new Recorder(shares.Add)).Usable().Entries.Count);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
        Assert.True(shares.Count > 10);
        stream.Position = 0;
        Assert.Throws<OperationCanceledException>(() => UnConsolidatedList.Read(stream, "un", new Recorder(_ => cancellation.Cancel()), cancellation.Token));
    }

    private static string Minimal(string content) =>
        $"<CONSOLIDATED_LIST><INDIVIDUAL><REFERENCE_NUMBER>SPi.1</REFERENCE_NUMBER>{content}</INDIVIDUAL></CONSOLIDATED_LIST>";
}
