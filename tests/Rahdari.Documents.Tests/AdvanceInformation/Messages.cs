using System.Text;
using Rahdari.Documents.AdvanceInformation;

namespace Rahdari.Documents.Tests.AdvanceInformation;

/// <summary>Messages of our own, with specimen travellers of Utopia.</summary>
internal static class Messages
{
    /// <summary>A day on which the documents of the specimens hold.</summary>
    public static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>A flight of two specimen passengers: all is right.</summary>
    public const string Passengers = """
        UNA:+.? '
        UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260301:0910+REF1++APIS'
        UNH+M1+PAXLST:D:02B:UN:IATA+UT123/260301+01:F'
        BGM+745'
        RFF+TN:UT0001'
        NAD+MS+++SPECIMEN DESK'
        COM+000 000:TE'
        TDT+20+UT123+++UT'
        LOC+125+DXB'
        DTM+189:2603011340:201'
        LOC+87+KHI'
        DTM+232:2603011640:201'
        NAD+FL+++ERIKSSON:ANNA:MARIA+SPECIMEN STREET 1+UTOPOLIS++12345+UTO'
        ATT+2++F'
        DTM+329:740812'
        MEA+CT++:2'
        GEI+4+173'
        FTX+BAG+++UT987654:2'
        LOC+22+KHI'
        LOC+178+DXB'
        LOC+179+KHI'
        LOC+180+UTO:::ZENITH'
        NAT+2+UTO'
        RFF+AVF:SPC001'
        RFF+ABO:UT0001-1'
        RFF+SEA:12A'
        DOC+P:110:111+L898902C3'
        DTM+36:300415'
        LOC+91+UTO'
        NAD+FL+++SPECIMEN:O?'ANNA'
        ATT+2++M'
        DTM+329:20190302'
        NAT+2+UTO'
        RFF+AVF:SPC001'
        DOC+P:110:111+SPECIMEN2'
        DTM+36:20300101'
        LOC+91+UTO'
        DOC+V:110:111+V0000001'
        LOC+91+PAK'
        CNT+42:2'
        UNT+39+M1'
        UNZ+1+REF1'
        """;

    public static AdvanceReading Read(string text, DateOnly? day = null) => AdvanceReader.Read(Encoding.Latin1.GetBytes(text), day ?? Day);

    public static string[] Codes(AdvanceReading reading) => [.. reading.Findings.Select(f => f.Code)];
}
