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

    /// <summary>Two bookings: a family with an infant on a lap, and one that is the last of the message.</summary>
    public const string Bookings = """
        UNB+IATA:1+UT+RAHDARI+260301:0910+PNR01'
        UNH+1+PNRGOV:11:1:IA+SPC'
        MSG+:22'
        ORG+UT:UTO+0000001'
        TVL+010326:1340:010326:1640+DXB+KHI+UT+123'
        EQN+2'
        SRC'
        RCI+UT:SPC001::200226:0801'
        SSR+AVML:HK:1:UT'
        SSR+DOCS:HK:1:UT:::::/P/UTO/SPECIMEN2/UTO/02MAR1990/M/01JAN30/SPECIMEN/OTTO/KARL+::2'
        SSR+CTCM:HK:1:UT:::::/00000000000'
        DAT+700:280226:1010'
        IFT+4:28::UT+SPECIMEN'
        ORG+UT:UTO+0000001:ABC+UTP+++UTO:EUR'
        ADD++702:SPECIMEN STREET 1:UTOPOLIS:::UTO:12345:000000000'
        TIF+ERIKSSON+ANNAMRS:A:1'
        FTI+UT:0000000000'
        REF+:UT0001'
        SSR+DOCS:HK:1:UT:::::/P/UTO/L898902C3/UTO/12AUG74/F/15APR30/ERIKSSON/ANNA/MARIA'
        SSR+DOCS:HK:1:UT:::::/P/UTO/SPECIMEN9/UTO/01JAN26/FI/01JAN31/ERIKSSON/EVA'
        SSR+DOCO:HK:1:UT:::::/ZENITH/V/V0000001/UTOPOLIS/01FEB26/PAK'
        SSR+DOCA:HK:1:UT:::::/D/PAK/SPECIMEN ROAD 2/KARACHI/SINDH/00000'
        MON+B:100.00:EUR+T:120.00:EUR'
        FOP+CC:::VI:0000000000001186:0230'
        TIF+SPECIMEN+OTTOMR:A:2'
        TVL+010326:1340::1640+DXB+KHI+UT+123:Y'
        RPI+2+HK'
        SSR+SEAT:HK:2:UT:::DXB:KHI+12A::1+12B::2'
        RCI+XX:OTHER1'
        TRI++108:::1'
        TIF+ERIKSSON+ANNAMRS:A:1'
        TBD++3:40:700++HP+UT:0000000001:3:KHI'
        MSG+8'
        TVL+010326:1500:050326+KHI:SPECIMEN HOTEL++XX+1:ROH'
        ABI+1+:UTORR+UTP++UT'
        DAT+ZT:250226:1010'
        SAC+++X'
        TVL+010226:1340::1640+DXB+KHI+UT+121:Y'
        SRC'
        RCI+UT:SPC002'
        TIF+SINGLE+SPECIMEN:A:1'
        UNT+41+1'
        UNZ+1+PNR01'
        """;

    public static AdvanceReading Read(string text, DateOnly? day = null) => AdvanceReader.Read(Encoding.Latin1.GetBytes(text), day ?? Day);

    public static string[] Codes(AdvanceReading reading) => [.. reading.Findings.Select(f => f.Code)];
}
