namespace Rahdari.Documents.Mrz;

/// <summary>Reads the machine readable zones of ICAO Doc 9303 parts 4 to 7. Pure and thread-safe; never throws on any text.</summary>
public static class MrzReader
{
    /// <summary>Reads the lines of a zone, separated by line breaks, or run together as a keyboard-wedge reader may send them.</summary>
    /// <param name="text">Any text; at most a few hundred characters are looked at.</param>
    /// <param name="today">The day of reading: it settles the century of birth.</param>
    public static MrzReading Read(string text, DateOnly today) => throw new NotImplementedException();
}
