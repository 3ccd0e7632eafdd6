using System.Text;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Tests.AdvanceInformation;

/// <summary>For every code of advance passenger information an input that raises it.</summary>
internal static class AdvanceCases
{
    private const string Head = "UNB+UNOA:4+A+B+260301:0910+R'";

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["EDIFACT_TOO_LARGE"] = () => AdvanceReader.Read(new byte[EdifactReader.LargestBytes + 1], Messages.Day).Findings,
        ["EDIFACT_ABSENT"] = () => Text("ISA*00*SPECIMEN"),
        ["EDIFACT_HEADING"] = () => Text($"QD UTOAIR\r\n\u0002{Head}UNZ+0+R'"),
        ["EDIFACT_SERVICE_STRING"] = () => Text($"UNA++.? '{Head}UNZ+0+R'"),
        ["EDIFACT_SEGMENT_UNFINISHED"] = () => Text($"{Head}UNZ+0+R'UNZ"),
        ["EDIFACT_SEGMENT_TOO_LONG"] = () => Text($"{Head}UNH+1+X'FTX+{new string('A', 70_000)}'UNT+3+1'UNZ+1+R'"),
        ["EDIFACT_TAG"] = () => Text($"{Head}UNH+1+X'nad+FL'UNT+3+1'UNZ+1+R'"),
        ["EDIFACT_TAG_SPACED"] = () => Text($"{Head}UNZ +0+R'"),
        ["EDIFACT_CHARACTER"] = () => Text($"{Head}UNH+1+X'FTX+é'UNT+3+1'UNZ+1+R'"),
        ["EDIFACT_CHARACTER_SET"] = () => Text("UNB+QQQQ:4+A+B+260301:0910+R'UNZ+0+R'"),
        ["EDIFACT_SEGMENT_OUTSIDE"] = () => Text($"{Head}NAD+FL'UNZ+0+R'"),
        ["EDIFACT_HEADER_MISSING"] = () => Text($"{Head}UNT+1+1'UNZ+0+R'"),
        ["EDIFACT_TRAILER_MISSING"] = () => Text($"{Head}UNH+1+X'UNT+2+1'"),
        ["EDIFACT_COUNT"] = () => Text($"{Head}UNH+1+X'UNT+3+1'UNZ+1+R'"),
        ["EDIFACT_REFERENCE"] = () => Text($"{Head}UNH+1+X'UNT+2+2'UNZ+1+R'"),
        ["EDIFACT_FURTHER_FINDINGS"] = () => Text(Head + string.Concat(Enumerable.Repeat("NAD+FL'", 5000)) + "UNZ+0+R'"),
        ["API_MESSAGE_UNKNOWN"] = () => List("PAXLST", "PAXLSX"),
        ["API_TOO_MANY_SEGMENTS"] = () => Text($"{Head}UNH+1+X'" + string.Concat(Enumerable.Repeat("FTX'", AdvanceReader.MostSegments))),
        ["API_LIST_KIND_UNKNOWN"] = () => List("BGM+745", "BGM+999"),
        ["API_LIST_FUNCTION_UNKNOWN"] = () => List("BGM+745", "BGM+266+QQ"),
        ["API_FLIGHT_MISSING"] = () => List("TDT+20", "FTX+20"),
        ["API_ROUTE_MISSING"] = () => List("LOC+125+DXB", "FTX+125+DXB"),
        ["API_ARRIVAL_CONTRADICTS_DEPARTURE"] = () => List("DTM+232:2603011640:201", "DTM+232:2602271640:201"),
        ["API_DATE_IMPOSSIBLE"] = () => List("DTM+36:300415", "DTM+36:301315"),
        ["API_ROLE_UNKNOWN"] = () => List("NAD+FL+++SPECIMEN", "NAD+QQ+++SPECIMEN"),
        ["API_NAME_MISSING"] = () => List("NAD+FL+++SPECIMEN:O?'ANNA", "NAD+FL"),
        ["API_SEX_UNKNOWN"] = () => List("ATT+2++M", "ATT+2++Q"),
        ["API_DATE_OF_BIRTH_MISSING"] = () => List("DTM+329:740812", "FTX+329"),
        ["API_BORN_AFTER_TODAY"] = () => List("DTM+329:20190302", "DTM+329:20260302"),
        ["API_NATIONALITY_MISSING"] = () => List("NAT+2+UTO", "FTX+2"),
        ["API_NATIONALITY_UNKNOWN"] = () => List("NAT+2+UTO", "NAT+2+QQQ"),
        ["API_DOCUMENT_MISSING"] = () => List("DOC+P:110:111+L898902C3'\nDTM+36:300415'\nLOC+91+UTO'\n", ""),
        ["API_DOCUMENT_NUMBER_MISSING"] = () => List("DOC+P:110:111+L898902C3", "DOC+P:110:111"),
        ["API_ISSUING_STATE_MISSING"] = () => List("DTM+36:300415'\nLOC+91+UTO'", "DTM+36:300415'"),
        ["API_ISSUING_STATE_UNKNOWN"] = () => List("LOC+91+PAK", "LOC+91+QQQ"),
        ["API_DATE_OF_EXPIRY_MISSING"] = () => List("DTM+36:300415'\n", ""),
        ["API_DOCUMENT_EXPIRED"] = () => List("DTM+36:300415", "DTM+36:260228"),
        ["API_TRAVELLER_TWICE"] = () => Changed(Messages.Passengers.Replace("SPECIMEN2", "L898902C3", StringComparison.Ordinal), "NAD+FL+++SPECIMEN:O?'ANNA'\nATT+2++M'\nDTM+329:20190302'", "NAD+FL+++ERIKSSON:ANNA:MARIA'\nATT+2++F'\nDTM+329:740812'"),
        ["API_COUNT_DIFFERS"] = () => List("CNT+42:2", "CNT+42:3"),
        ["API_PARTS_MISSING"] = () => List("01:F", "02:F"),
        ["API_SERVICE_REQUEST_UNREADABLE"] = () => Bookings("/P/UTO/L898902C3/UTO/12AUG74", "/P/UTO/L898902C3/UTO/99XXX74"),
        ["API_RECORD_LOCATOR_MISSING"] = () => Bookings("RCI+UT:SPC002'", "FTX'"),
        ["API_ANSWER_UNKNOWN"] = () => Text($"{Head}UNH+1+CUSRES:D:02B:UN:IATA'BGM+962'ERP+2'ERC+9ZZ'UNT+5+1'UNZ+1+R'"),
    };

    private static IEnumerable<Finding> Text(string text) => AdvanceReader.Read(Encoding.Latin1.GetBytes(text), Messages.Day).Findings;

    private static IEnumerable<Finding> List(string right, string wrong) => Changed(Messages.Passengers, right, wrong);

    private static IEnumerable<Finding> Bookings(string right, string wrong) => Changed(Messages.Bookings, right, wrong);

    private static IEnumerable<Finding> Changed(string text, string right, string wrong)
    {
        var lines = text.ReplaceLineEndings("\n");
        Assert.Contains(right, lines, StringComparison.Ordinal);
        return Messages.Read(lines.Replace(right, wrong, StringComparison.Ordinal)).Findings;
    }
}
