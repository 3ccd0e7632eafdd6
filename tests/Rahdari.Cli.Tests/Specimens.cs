namespace Rahdari.Cli.Tests;

/// <summary>The specimens printed in ICAO Doc 9303, parts 4 to 7.</summary>
internal static class Specimens
{
    /// <summary>Doc 9303-4, appendix B.</summary>
    public static readonly string[] TD3 = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

    /// <summary>Doc 9303-5, appendix B.</summary>
    public static readonly string[] TD1 = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

    /// <summary>Doc 9303-6, appendix B.</summary>
    public static readonly string[] TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];

    /// <summary>Doc 9303-7, appendix A.</summary>
    public static readonly string[] MRVA = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];

    /// <summary>Doc 9303-7, appendix A.</summary>
    public static readonly string[] MRVB = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"];
}
