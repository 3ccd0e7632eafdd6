using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests;

/// <summary>The zones printed in ICAO Doc 9303, parts 4 to 7 and 11.</summary>
internal static class Specimens
{
    /// <summary>Doc 9303-4, appendix B, figure B-1.</summary>
    public static readonly string[] TD3 = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

    /// <summary>Doc 9303-5, appendix B, figure B-1.</summary>
    public static readonly string[] TD1 = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

    /// <summary>Doc 9303-6, appendix B, figure B-1.</summary>
    public static readonly string[] TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];

    /// <summary>Doc 9303-7, appendix B.1.</summary>
    public static readonly string[] MRVA = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];

    /// <summary>Doc 9303-7, appendix B.2.</summary>
    public static readonly string[] MRVB = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"];

    /// <summary>Doc 9303-11, appendix D.2: a TD1 whose document number has twelve characters.</summary>
    public static readonly string[] LongTD1 = ["I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"];

    /// <summary>Doc 9303-11, appendix D.2: the same number in a TD2.</summary>
    public static readonly string[] LongTD2 = ["I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<", "D23145890<UTO3407127M95071227349<<<8"];

    /// <summary>The specimen of the French identity card of 1988 (fr.wikipedia.org/wiki/Carte_nationale_d'identité_en_France).</summary>
    public static readonly string[] FrenchCard = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"];

    /// <summary>The specimen of the Swiss driving licence (tests of npm package mrz).</summary>
    public static readonly string[] SwissLicence = ["AAA001D<<", "FACHE305142128097<<800126<<<<<", "MARCHAND<<FABIENNE<<<<<<<<<<<<"];

    /// <summary>The specimen of the French driving licence (tests of npm package mrz).</summary>
    public static readonly string[] FrenchLicence = ["D1FRA13AA000026181231MARTIN<<9"];

    /// <summary>The specimen of the Dutch driving licence (RDW).</summary>
    public static readonly string[] DutchLicence = ["D1NLD15094962111659VW87Z78NB84"];

    /// <summary>An invented Russian internal passport, digits computed by hand.</summary>
    public static readonly string[] RussianPassport = ["PNRUS2JIKOV<<OBRAZEC<ANDREEVI3<<<<<<<<<<<<<<", "0000000000RUS7408122M<<<<<<<0110815770001<98"];

    /// <summary>A day on which the passport, the cards and their holder are of an age.</summary>
    public static readonly DateOnly Day = new(2011, 8, 14);

    public static MrzReading Read(params string[] lines) => MrzReader.Read(string.Join('\n', lines), Day);

    public static string[] Of(string name) => name switch
    {
        nameof(TD1) => TD1,
        nameof(TD2) => TD2,
        nameof(TD3) => TD3,
        nameof(MRVA) => MRVA,
        nameof(MRVB) => MRVB,
        nameof(LongTD1) => LongTD1,
        nameof(LongTD2) => LongTD2,
        nameof(FrenchCard) => FrenchCard,
        nameof(SwissLicence) => SwissLicence,
        nameof(FrenchLicence) => FrenchLicence,
        nameof(DutchLicence) => DutchLicence,
        nameof(RussianPassport) => RussianPassport,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
