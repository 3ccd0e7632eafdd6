using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Lists of OFAC's form, of people who do not exist.</summary>
public class OfacSpecimenTests
{
    private const string Nulls = "-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-";

    private static readonly PublishedList List =
        SpecimenLists.ReadOfac(("add.csv", SpecimenLists.Add), ("sdn.csv", SpecimenLists.Sdn), ("alt.csv", SpecimenLists.Alt)).Usable();

    [Fact]
    public void A_person_is_read_with_everything_that_the_files_say()
    {
        var entry = List.Entry("990101");
        Assert.Equal(("ofac", (DateTimeOffset?)null), (List.Code, List.PublishedAt));
        Assert.Equal((WatchlistEntryKind.Individual, "SDGT, SPECIMEN", 'M'), (entry.Kind, entry.Programme, entry.Sex));
        Assert.Equal(
            [
                new("Gerhardt Musterius SPECIMENBERG", ListedNameKind.Primary),
                new("Gerardo MUSTERBERG", ListedNameKind.GoodAlias),
                new("Gerardus Specimenbergen", ListedNameKind.GoodAlias),
                new("Gerhardt MUSTERKNABE", ListedNameKind.FormerName),
                new("GERDI", ListedNameKind.LowAlias),
                new("EL MUSTER", ListedNameKind.LowAlias),
            ],
            entry.Names);
        Assert.Equal(["1953-11-17", "1955~", "1952-01-01/1954-12-31", "1956-03"], entry.BirthDates.Select(d => d.ToString()));
        Assert.Equal(["Utopolis, Utopia", "Bern, Switzerland"], entry.BirthPlaces);
        Assert.Equal(["CHE", "Utopia"], entry.Nationalities);
        Assert.Equal(
            [new("Passport", "SPC990101", null), new("Passport", "SP 990111", "CHE"), new("National ID No.", "0000-990101-0", "CHE"), new("SSN", "000-00-0000", "USA")],
            entry.Documents);
        Assert.Equal(["1 Specimenweg, Utopolis 00000, Utopia", "Switzerland"], entry.Addresses);
        Assert.Equal(["Director, Specimen Trading Company", "Former Minister of Specimens"], entry.Designations);
        Assert.Equal(
            [
                "Passport SPC990101 (Utopia) issued 02 Mar 2011 expires 01 Mar 2021", "Linked To: SPECIMEN TRADING COMPANY", "Email Address specimen@example.com", "Something that no rule knows.",
            ],
            entry.Remarks.Split('\n'));
    }

    [Fact]
    public void Entities_vessels_and_aircraft_are_kept_and_no_persons_to_screen()
    {
        Assert.Equal(
            [WatchlistEntryKind.Individual, WatchlistEntryKind.Individual, WatchlistEntryKind.Individual, WatchlistEntryKind.Individual, WatchlistEntryKind.Entity, WatchlistEntryKind.Vessel, WatchlistEntryKind.Aircraft],
            List.Entries.Select(e => e.Kind));
        Assert.All(List.Entries.Skip(4), e => Assert.Null(e.ToListedPerson("ofac")));
        Assert.Contains("Call sign: UTO06\nVessel type: General Cargo\nTonnage: 2597\nGross registered tonnage: 1098\nFlag: Utopia\nOwner: Specimen Trading Company", List.Entry("990106").Remarks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOB 02 Mar 1961", "1961-03-02")]
    [InlineData("DOB 2 March 1961", "1961-03-02")]
    [InlineData("DOB Mar 1961", "1961-03")]
    [InlineData("DOB 1961", "1961")]
    [InlineData("DOB circa 1960", "1960~")]
    [InlineData("DOB circa 07 Jul 1966", "1966-07-07~")]
    [InlineData("DOB circa 1979-1982", "1979~/1982~")]
    [InlineData("DOB 1961 to 1963", "1961/1963")]
    [InlineData("alt. DOB 01 Jan 1980 to 31 Dec 1982", "1980-01-01/1982-12-31")]
    [InlineData("alt. DOB circa Apr 1961", "1961-04~")]
    [InlineData("Alt. DOB: 10 October 1969", "1969-10-10")]
    public void A_date_of_birth_is_read_however_it_is_written(string clause, string date)
    {
        var entry = Remarked(clause);
        Assert.Equal(date, Assert.Single(entry.BirthDates).ToString());
        Assert.Empty(entry.Remarks);
    }

    [Theory]
    [InlineData("DOB 30 Feb 1961")]
    [InlineData("DOB 1963 to 1961")]
    [InlineData("DOB in the spring")]
    public void What_can_be_no_date_stays_in_words(string clause)
    {
        var entry = Remarked(clause);
        Assert.Empty(entry.BirthDates);
        Assert.Equal(clause, entry.Remarks);
    }

    [Theory]
    [InlineData("Passport A1234567 (Iran)", "Passport", "A1234567", "IRN", "")]
    [InlineData("alt. Passport RL 0592 (Lebanon)", "Passport", "RL 0592", "LBN", "")]
    [InlineData("Diplomatic Passport 00017 (Korea, North)", "Diplomatic Passport", "00017", "PRK", "")]
    [InlineData("Cedula No. 00000001 (Colombia)", "Cedula No.", "00000001", "COL", "")]
    [InlineData("NIT # 00000-1 (Colombia)", "NIT #", "00000-1", "COL", "")]
    [InlineData("National ID No. K000000(4) (Hong Kong)", "National ID No.", "K000000(4)", "HKG", "")]
    [InlineData("National ID No. NIC: 00000-00-0 (Pakistan)", "National ID No. NIC", "00000-00-0", "PAK", "")]
    [InlineData("C.U.R.P. # XEXX010101 (Mexico)", "C.U.R.P. #", "XEXX010101", "MEX", "")]
    [InlineData("SSN 000-00-0000 (United States)", "SSN", "000-00-0000", "USA", "")]
    [InlineData("Passport 000001 (Nowhere Land)", "Passport", "000001", null, "Passport 000001 (Nowhere Land)")]
    [InlineData("Passport 000001 expires 2020", "Passport", "000001", null, "Passport 000001 expires 2020")]
    public void A_numbered_document_is_read_with_its_State(string clause, string type, string number, string? state, string remarks)
    {
        var entry = Remarked(clause);
        Assert.Equal(new ListedDocument(type, number, state), Assert.Single(entry.Documents));
        Assert.Equal(remarks, entry.Remarks);
    }

    [Theory]
    [InlineData("Chinese Commercial Code 1728 1696")]
    [InlineData("Phone No. 0000000")]
    [InlineData("arrested 1 Jan 2003")]
    [InlineData("son of Specimen General")]
    [InlineData("Passport issued in Utopolis")]
    public void What_is_no_document_post_or_date_stays_in_words(string clause)
    {
        var entry = Remarked(clause);
        Assert.Equal(clause, entry.Remarks);
        Assert.Empty(entry.Documents);
        Assert.Empty(entry.Designations);
    }

    [Theory]
    [InlineData("SPECIMENSSON, Olof Utopius", "Olof Utopius SPECIMENSSON")]
    [InlineData("DE LOS SPECIMENES, Feliciano, Jr.", "Feliciano DE LOS SPECIMENES Jr.")]
    [InlineData("SPECIMENULLAH", "SPECIMENULLAH")]
    [InlineData("SPECIMENOV,", "SPECIMENOV")]
    public void A_name_is_written_as_it_is_spoken(string published, string name) =>
        Assert.Equal(name, SpecimenLists.ReadOfac($"1,\"{published}\",individual,X,{Nulls}\n").Usable().Entries.Single().Names.Single().Text);

    [Fact]
    public void Weak_aliases_stand_in_quotation_marks()
    {
        var alt = "1,1,aka,\"\"\"NAMUNA, Abu\"\"\",-0-\n1,2,aka,\"'Abd NAMUNA\",-0-\n1,3,aka,MITHAL,weak\n1,4,xyz,SAMPLE,\"as of 2020\"\n"u8.ToArray();
        var entry = SpecimenLists.ReadOfac(("sdn.csv", Encoding.UTF8.GetBytes($"1,A,individual,X,{Nulls}")), ("alt.csv", alt)).Usable().Entries.Single();
        Assert.Equal(
            [new("A", ListedNameKind.Primary), new("Abu NAMUNA", ListedNameKind.LowAlias), new("'Abd NAMUNA", ListedNameKind.GoodAlias), new("MITHAL", ListedNameKind.LowAlias), new("SAMPLE", ListedNameKind.GoodAlias)],
            entry.Names);
        Assert.Contains("SAMPLE: xyz; as of 2020", entry.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_that_overflow_their_column_go_on_in_the_comments()
    {
        var sdn = Encoding.UTF8.GetBytes("1,A,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,\"POB Utopolis, Uto\"\n");
        var comments = "1,\"pia; DOB 1970.\"\n"u8.ToArray();
        var entry = SpecimenLists.ReadOfac(("sdn_comments.csv", comments), ("sdn.csv", sdn)).Usable().Entries.Single();
        Assert.Equal("Utopolis, Utopia", Assert.Single(entry.BirthPlaces));
        Assert.Equal("1970", Assert.Single(entry.BirthDates).ToString());
    }

    [Fact]
    public void Files_are_known_by_their_shape_where_their_names_say_nothing()
    {
        var list = SpecimenLists.ReadOfac(("one.csv", SpecimenLists.Add), ("two.csv", SpecimenLists.Alt), ("three.csv", SpecimenLists.Sdn)).Usable();
        Assert.Equal(List.Entries.Select(e => e.ContentHash()), list.Entries.Select(e => e.ContentHash()));
        list = SpecimenLists.ReadOfac(("CONS_PRIM.CSV", SpecimenLists.Sdn), ("CONS_ALT.CSV", SpecimenLists.Alt), ("CONS_ADD.CSV", SpecimenLists.Add)).Usable();
        Assert.Equal(List.Entries.Select(e => e.ContentHash()), list.Entries.Select(e => e.ContentHash()));
    }

    [Fact]
    public void Line_ends_marks_and_headers_do_not_matter()
    {
        var plain = SpecimenLists.ReadOfac(SpecimenLists.SdnText).Usable().Entries.Select(e => e.ContentHash()).ToArray();
        foreach (var text in new[]
        {
            SpecimenLists.SdnText.ReplaceLineEndings("\r\n"),
            "\uFEFF" + SpecimenLists.SdnText,
            SpecimenLists.SdnText.TrimEnd('\u001a', '\n'),
            SpecimenLists.SdnText.TrimEnd('\u001a', '\n') + "\u001a",
            "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\n" + SpecimenLists.SdnText,
            SpecimenLists.SdnText.Replace("\n", "\n\n", StringComparison.Ordinal),
        })
            Assert.Equal(plain, SpecimenLists.ReadOfac(text).Usable().Entries.Select(e => e.ContentHash()));
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(SpecimenLists.SdnText)];
        Assert.Equal(plain, SpecimenLists.ReadOfac(("sdn.csv", utf16)).Usable().Entries.Select(e => e.ContentHash()));
    }

    [Fact]
    public void Aliases_of_an_entry_that_is_not_there_are_left_out()
    {
        var list = SpecimenLists.ReadOfac(("sdn.csv", Encoding.UTF8.GetBytes($"1,A,individual,X,{Nulls}")), ("alt.csv", SpecimenLists.Alt)).Usable();
        Assert.Single(list.Entries.Single().Names);
    }

    [Theory]
    [InlineData("", "LIST_EMPTY", 0, null)]
    [InlineData("\u001a", "LIST_EMPTY", 0, null)]
    [InlineData("1,A,individual,X\n", "LIST_CSV_FIELD_COUNT", 1, null)]
    [InlineData("1,A,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n2,B,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,more\n", "LIST_CSV_FIELD_COUNT", 2, null)]
    [InlineData("1,A,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n2,\"B,individual,X,-0-,-0-\n3,C,", "LIST_CSV_MALFORMED", 2, null)]
    [InlineData("1,\"A\"B,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_CSV_MALFORMED", 1, null)]
    [InlineData("1,A\"B,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_CSV_MALFORMED", 1, null)]
    [InlineData("-0-,A,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_REFERENCE_MISSING", 1, "ent_num")]
    [InlineData("A,1,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_REFERENCE_INVALID", 1, "ent_num")]
    [InlineData("\n1,-0-,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_NAME_MISSING", 2, "SDN_Name")]
    [InlineData("1,A,spaceship,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_KIND_UNKNOWN", 1, "SDN_Type")]
    [InlineData("1,A,-0-,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n1,A,-0-,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n", "LIST_REFERENCE_DUPLICATE", 2, "ent_num")]
    public void What_makes_a_list_unusable_is_told_with_its_place(string sdn, string code, long line, string? field)
    {
        var reading = SpecimenLists.ReadOfac(sdn);
        Assert.Null(reading.List);
        var error = Assert.Single(reading.Errors);
        Assert.Equal((code, "sdn.csv", line, field), (error.Code, error.File, error.Line, error.Field));
        ListSentenceTests.AssertTold(error);
    }

    [Fact]
    public void The_place_of_a_quotation_mark_is_told_to_the_column()
    {
        var error = Assert.Single(SpecimenLists.ReadOfac("1,A,individual,\"two\nlines\",\"x\"y,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n").Errors);
        Assert.Equal((2, "LIST_CSV_MALFORMED"), (error.Line, error.Code));
        Assert.InRange(error.Column, 8, 12);
    }

    [Fact]
    public void Files_that_cannot_be_are_errors()
    {
        Assert.Equal("LIST_FILE_MISSING", Assert.Single(SpecimenLists.ReadOfac(("alt.csv", SpecimenLists.Alt)).Errors).Code);
        Assert.Equal("LIST_FILE_MISSING", Assert.Single(SpecimenLists.ReadOfac().Errors).Code);
        Assert.Equal("LIST_FILE_TWICE", Assert.Single(SpecimenLists.ReadOfac(("sdn.csv", SpecimenLists.Sdn), ("prim.csv", SpecimenLists.Sdn)).Errors).Code);
        Assert.Equal("LIST_FILE_UNKNOWN", Assert.Single(SpecimenLists.ReadOfac(("x.csv", "a,b,c\n"u8.ToArray())).Errors).Code);
        byte[] latin = [.. "1,A"u8, 0xE9, .. ",individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n"u8];
        var error = Assert.Single(SpecimenLists.ReadOfac(("sdn.csv", latin)).Errors);
        Assert.Equal(("LIST_TEXT_INVALID", "SDN_Name"), (error.Code, error.Field));
    }

    [Fact]
    public void What_no_list_holds_is_refused_before_it_fills_the_memory()
    {
        Assert.Equal("LIST_VALUE_TOO_LONG", Assert.Single(SpecimenLists.ReadOfac($"1,{new string('x', 100_000)},individual,X,{Nulls}\n").Errors).Code);
        Assert.Equal("LIST_ENTRY_TOO_LARGE", Assert.Single(SpecimenLists.ReadOfac($"1,\"{new string('x', 5_000_000)}").Errors).Code);
    }

    [Fact]
    public void Reading_tells_how_far_it_is_and_stops_when_it_is_told_to()
    {
        var shares = new List<double>();
        using var cancellation = new CancellationTokenSource();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 5000).Select(i => $"{i},A,individual,X,{Nulls}\n"))));
        Assert.Equal(5000, OfacList.Read([("sdn.csv", stream)], new Recorder(shares.Add)).Usable().Entries.Count);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
        Assert.True(shares.Count > 10);
        stream.Position = 0;
        Assert.Throws<OperationCanceledException>(() => OfacList.Read([("sdn.csv", stream)], new Recorder(_ => cancellation.Cancel()), cancellation.Token));
    }

    private static WatchlistEntry Remarked(string clause) =>
        SpecimenLists.ReadOfac($"1,A,individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,\"{clause}\"\n").Usable().Entries.Single();
}
