using System.Text;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.Tests.AdvanceInformation;

public class EdifactReaderTests
{
    [Fact]
    public void Segments_elements_and_components_have_their_places()
    {
        var (segments, codes) = Read("UNB+UNOB:4+A+B+260301:0910+R'\r\nUNH+1+PAXLST:D:02B:UN:IATA'\r\nNAD+FL+++SPECIMEN:O?'ANNA:?+?:??'UNT+3+1'UNZ+1+R'");
        Assert.Empty(codes);
        Assert.Equal(["UNB", "UNH", "NAD", "UNT", "UNZ"], segments.Select(s => s.Tag));
        var name = segments[2];
        Assert.Equal((3, 61, 4), (name.Number, name.Position, name.Elements));
        Assert.Equal(["SPECIMEN", "O'ANNA", "+:?"], name.Components(3));
        Assert.Equal("SPECIMEN:O?'ANNA:?+?:??", name.Element(3));
        Assert.Equal(("", "", "FL"), (name[1], name[9, 9], name[0]));
    }

    [Theory]
    [InlineData("UNA:+.? '", "+", ":", "?", "'")]
    [InlineData("UNA*|.\\ ~", "|", "*", "\\", "~")]
    [InlineData("UNA:+.? \n", "+", ":", "?", "\n")]
    [InlineData("UNA\u001f\u001d.\u001b \u001c", "\u001d", "\u001f", "\u001b", "\u001c")]
    public void Any_service_characters_are_followed(string advice, string element, string component, string release, string terminator)
    {
        string[] parts = ["UNB", $"UNOB{component}4", "A", "B", $"260301{component}0910", "R"];
        var text = advice + string.Join(element, parts) + terminator
            + string.Join(element, "UNH", "1", $"PAXLST{component}D") + terminator
            + string.Join(element, "FTX", $"A{release}{element}B{component}{release}{terminator}{release}{release}") + terminator
            + string.Join(element, "UNT", "3", "1") + terminator + string.Join(element, "UNZ", "1", "R") + terminator;
        var (segments, codes) = Read(text);
        // Service characters that are controls may part the text, and as a part of it they are in no character set.
        Assert.Equal(char.IsControl(element[0]) ? "EDIFACT_CHARACTER" : "", string.Join(' ', codes));
        // An end of line that is released is still one, and no part of a value.
        Assert.Equal([$"A{element}B", (terminator == "\n" ? "" : terminator) + release], segments[2].Components(0));
    }

    [Fact]
    public void Without_a_release_character_a_question_mark_is_one()
    {
        var (segments, _) = Read("UNA:+.  'UNB+UNOB:4+A+B+260301:0910+R'UNH+1+PAXLST'FTX+WHO?+ME'UNT+3+1'UNZ+1+R'");
        Assert.Equal(("WHO?", "ME"), (segments[2][0], segments[2][1]));
    }

    [Theory]
    [InlineData("UNOC", 0xC9, "É")]
    [InlineData("UNOE", 0xB6, "Ж")]
    [InlineData("UNOI", 0xC8, "ب")]
    public void Letters_are_read_by_the_character_set_of_the_interchange(string set, byte letter, string read)
    {
        var bytes = Encoding.Latin1.GetBytes($"UNB+{set}:4+A+B+260301:0910+R'UNH+1+PAXLST'FTX+{(char)letter}'UNT+3+1'UNZ+1+R'");
        var (segments, codes) = Read(bytes);
        Assert.Empty(codes);
        Assert.Equal(read, segments[2][0]);
    }

    [Theory]
    [InlineData("", "EDIFACT_ABSENT")]
    [InlineData("ISA*00*SPECIMEN", "EDIFACT_ABSENT")]
    [InlineData("UNA:+", "EDIFACT_SERVICE_STRING")]
    [InlineData("UNA++.? 'UNB+UNOA:4+A+B+260301:0910+R'UNZ+0+R'", "EDIFACT_SERVICE_STRING")]
    [InlineData("QD UTOAIR\r\n.UTO 010910\r\n\u0002UNB+UNOA:4+A+B+260301:0910+R'UNZ+0+R'\r\n\u0003", "EDIFACT_HEADING")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'nad+FL'UNT+3+1'UNZ+1+R'", "EDIFACT_TAG")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'+'UNT+3+1'UNZ+1+R'", "EDIFACT_TAG")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'FTX+é'UNT+3+1'UNZ+1+R'", "EDIFACT_CHARACTER")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'FTX+small'FTX+small'UNT+4+1'UNZ+1+R'", "EDIFACT_CHARACTER")]
    [InlineData("UNB+QQQQ:4+A+B+260301:0910+R'UNZ+0+R'", "EDIFACT_CHARACTER_SET")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'NAD+FL'UNZ+0+R'", "EDIFACT_SEGMENT_OUTSIDE")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNT+1+1'UNZ+0+R'", "EDIFACT_HEADER_MISSING")]
    [InlineData("UNH+1+X'UNT+2+1'", "EDIFACT_HEADER_MISSING")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'UNT+2+2'UNZ+1+R'", "EDIFACT_REFERENCE")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'UNT+3+1'UNZ+1+R'", "EDIFACT_COUNT")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'UNT+Q+1'UNZ+1+R'", "EDIFACT_COUNT")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'UNH+2+X'UNT+2+2'UNZ+2+R'", "EDIFACT_TRAILER_MISSING")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'UNT+2+1'", "EDIFACT_TRAILER_MISSING")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNG+X+A+B+260301:0910+G'UNH+1+X'UNT+2+1'UNE+1+G'UNZ+1+R'", "")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNG+X+A+B+260301:0910+G'UNH+1+X'UNT+2+1'UNE+2+H'UNZ+1+R'", "EDIFACT_COUNT EDIFACT_REFERENCE")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNZ+0+R'UNA:*.? $UNB*UNOA:4*A*B*260301:0910*S$UNZ*0*S$", "")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNZ+0+R'UNZ", "EDIFACT_SEGMENT_UNFINISHED")]
    [InlineData("UNB+UNOA:4+A+B+260301:0910+R'UNZ+0+R?'", "EDIFACT_SEGMENT_UNFINISHED EDIFACT_TRAILER_MISSING")]
    public void What_is_broken_is_told_and_the_rest_is_read(string text, string codes) => Assert.Equal(codes, string.Join(' ', Read(text).Codes));

    [Fact]
    public void A_broken_segment_is_left_out_with_its_place_and_the_others_go_on()
    {
        var reader = new EdifactReader(Encoding.Latin1.GetBytes("UNB+UNOA:4+A+B+260301:0910+R'UNH+1+X'?X+1'" + $"FTX+{new string('A', 70_000)}'" + "FTX+B'UNT+5+1'UNZ+1+R'"));
        var tags = new List<string>();
        while (reader.TryRead(out var segment))
            tags.Add(segment.Tag);
        Assert.Equal(["UNB", "UNH", "FTX", "UNT", "UNZ"], tags);
        Assert.Equal(["EDIFACT_TAG 3 38", "EDIFACT_SEGMENT_TOO_LONG 4 43"], reader.Findings.Select(f => $"{f.Code} {f.Evidence["segment"]} {f.Evidence["byte"]}"));
    }

    [Fact]
    public void Findings_are_bounded_and_the_last_says_how_many_more_there_are()
    {
        var (_, codes) = Read("UNB+UNOA:4+A+B+260301:0910+R'" + string.Concat(Enumerable.Repeat("NAD+FL'", 5000)) + "UNZ+0+R'");
        Assert.Equal(1001, codes.Length);
        Assert.Equal("EDIFACT_FURTHER_FINDINGS", codes[^1]);
    }

    private static (List<EdifactSegment> Segments, string[] Codes) Read(string text) => Read(Encoding.Latin1.GetBytes(text));

    private static (List<EdifactSegment> Segments, string[] Codes) Read(byte[] bytes)
    {
        var reader = new EdifactReader(bytes);
        var segments = new List<EdifactSegment>();
        while (reader.TryRead(out var segment))
            segments.Add(segment);
        return (segments, [.. reader.Findings.Select(f => f.Code)]);
    }
}
