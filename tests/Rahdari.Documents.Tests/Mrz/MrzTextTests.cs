namespace Rahdari.Documents.Tests.Mrz;

/// <summary>What keyboard-wedge readers, clipboards and character recognition make of a zone's lines.</summary>
public class MrzTextTests
{
    private static readonly string[] Zone = Specimens.TD3;

    public static TheoryData<string, string> Forms => new()
    {
        { "lines of a file", $"{Zone[0]}\r\n{Zone[1]}\r\n" },
        { "lines of an old Mac", $"{Zone[0]}\r{Zone[1]}" },
        { "a blank line between", $"\n{Zone[0]}\n\n{Zone[1]}\n\n" },
        { "line separators of Unicode", $"{Zone[0]}\u2028{Zone[1]}\u0085" },
        { "run together by a wedge", Zone[0] + Zone[1] },
        { "parted by a tab", $"{Zone[0]}\t{Zone[1]}\t" },
        { "framed by a serial reader", $"\u0002{Zone[0]}\r{Zone[1]}\r\u0003" },
        { "broken elsewhere", $"{Zone[0][..30]}\n{Zone[0][30..]}{Zone[1][..10]}\n{Zone[1][10..]}" },
        { "lower case", $"{Zone[0]}\n{Zone[1]}".ToLowerInvariant() },
        { "blanks within", string.Join(' ', $"{Zone[0]}\n{Zone[1]}".Select(c => c)) },
        { "byte order mark", $"\uFEFF{Zone[0]}\n{Zone[1]}" },
        { "marks of direction", $"\u200E{Zone[0]}\u200E\n\u202A{Zone[1]}\u202C" },
        { "isolates of an Urdu page", $"\u2066{Zone[0]}\u2069\n\u2066{Zone[1]}\u2069" },
        { "soft hyphens and joiners", $"{Zone[0][..9]}\u00AD{Zone[0][9..]}\n{Zone[1][..9]}\u200C\u2060{Zone[1][9..]}" },
        { "fillers as angle quotes", $"{Zone[0]}\n{Zone[1]}".Replace("<<", "«").Replace('<', '‹') },
        { "full-width fillers", $"{Zone[0]}\n{Zone[1]}".Replace('<', '＜') },
        { "a recognized page", $"PASSPORT\nUTOPIA\nEriksson\nAnna Maria\n12 AUG/AOUT 74\n{Zone[0]}\n{Zone[1]}" },
        { "text after it", $"{Zone[0]}\n{Zone[1]}\npage 2" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_zone_is_read_however_it_arrives(string form, string text)
    {
        _ = form;
        var reading = Specimens.Read(text);
        Assert.Empty(reading.Findings);
        Assert.Equal(Zone, reading.Lines);
    }

    [Theory]
    [InlineData("", "MRZ_EMPTY")]
    [InlineData(" \r\n\t\uFEFF", "MRZ_EMPTY")]
    [InlineData("P<UTO", "MRZ_SHAPE")]
    [InlineData("one\ntwo\nthree\nfour", "MRZ_SHAPE")]
    [InlineData("one\ntwo", "MRZ_LINE_LENGTH")]
    [InlineData("one\ntwo\nthree", "MRZ_LINE_LENGTH")]
    public void What_is_no_zone_says_why(string text, string code)
    {
        var reading = Specimens.Read(text);
        Assert.Null(reading.Fields);
        Assert.All(reading.Findings, f => Assert.Equal(code, f.Code));
        Assert.NotEmpty(reading.Findings);
    }

    [Theory]
    [InlineData(0, "44")]
    [InlineData(1, "44")]
    public void A_line_that_lost_a_character_is_named_with_its_length(int line, string expected)
    {
        var lines = Zone.Select((text, i) => i == line ? text[..^1] : text).ToArray();
        var found = Assert.Single(Specimens.Read(lines).Findings);
        Assert.Equal("MRZ_LINE_LENGTH", found.Code);
        Assert.Equal(($"{line + 1}", "43", expected), (found.Evidence["line"], found.Evidence["length"], found.Evidence["expected"]));
    }

    [Fact]
    public void Text_longer_than_a_thousand_characters_is_refused_unread()
    {
        Assert.Equal("MRZ_TOO_LONG", Assert.Single(Specimens.Read(new string('<', 1001)).Findings).Code);
        Assert.Equal("MRZ_SHAPE", Assert.Single(Specimens.Read(new string('<', 1000)).Findings).Code);
    }

    [Theory]
    [InlineData('É', "É")]
    [InlineData('\uD83D', "U+D83D")]
    [InlineData('۵', "۵")]
    [InlineData('-', "-")]
    public void A_character_that_no_zone_has_is_named_with_its_place(char character, string shown)
    {
        var found = Specimens.Read(Zone[0], Zone[1][..20] + character + Zone[1][21..]).Findings;
        var finding = Assert.Single(found, f => f.Code == "MRZ_CHARACTER");
        Assert.Equal(("2", "21", shown), (finding.Evidence["line"], finding.Evidence["column"], finding.Evidence["character"]));
    }

    [Theory]
    [InlineData(0, 0, '7', "DocumentCode")]
    [InlineData(0, 3, '0', "IssuingState")]
    [InlineData(0, 9, '5', "Name")]
    [InlineData(1, 10, '0', "Nationality")]
    [InlineData(1, 13, 'T', "DateOfBirth")]
    [InlineData(1, 20, 'X', "Sex")] // X is the page's, the zone has a filler (Doc 9303-4 §4.2.2.2, note p)
    [InlineData(1, 21, 'I', "DateOfExpiry")]
    public void Each_field_has_its_own_alphabet(int line, int column, char character, string field)
    {
        var lines = Zone.Select((text, i) => i == line ? text[..column] + character + text[(column + 1)..] : text).ToArray();
        var found = Specimens.Read(lines).Findings.Where(f => f.Code == "MRZ_ALPHABET").ToArray();
        Assert.Equal((field, $"{line + 1}", $"{column + 1}"), (Assert.Single(found).Field, found[0].Evidence["line"], found[0].Evidence["column"]));
    }

    [Fact]
    public void A_page_of_foreign_characters_is_answered_in_a_few_findings() =>
        Assert.InRange(Specimens.Read(new string('Ж', 44), new string('Ж', 44)).Findings.Count, 1, 30);

    [Fact]
    public void A_number_begins_at_the_left()
    {
        // Doc 9303-3 §4.10. The value of a filler is 0, so that no check digit sees it.
        var found = Specimens.Read(Specimens.TD2[0], "<" + "D23145894UTO7408122F1204159<<<<<<<8").Findings;
        var finding = Assert.Single(found, f => f.Code == "MRZ_FILLER");
        Assert.Equal(("DocumentNumber", "2", "1"), (finding.Field, finding.Evidence["line"], finding.Evidence["column"]));
    }

    [Fact]
    public void A_zone_without_a_number_or_a_name_says_so()
    {
        var found = Specimens.Read("P<UTO" + new string('<', 39), "<<<<<<<<<0UTO7408122F1204159<<<<<<<<<<<<<<00").Findings;
        Assert.Equal(["MRZ_DOCUMENT_NUMBER_MISSING", "MRZ_NAME_MISSING"], found.Select(f => f.Code).Order());
    }
}
