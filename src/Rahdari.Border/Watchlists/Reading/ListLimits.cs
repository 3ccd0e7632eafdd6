namespace Rahdari.Border.Watchlists.Reading;

/// <summary>
/// How much a published list may hold: many times what the largest holds today, so that a file made to exhaust a
/// machine is refused long before it does.
/// </summary>
internal static class ListLimits
{
    /// <summary>Characters in one value.</summary>
    public const int LongestValue = 64 * 1024;

    /// <summary>Characters of a programme put together of several.</summary>
    public const int LongestShort = 256;

    /// <summary>Characters in one entry, or bytes in one line of a table.</summary>
    public const int LargestEntry = 1024 * 1024;

    /// <summary>Elements within elements.</summary>
    public const int DeepestElement = 32;

    /// <summary>Characters of XML, or bytes of CSV, in one file.</summary>
    public const long LargestFile = 512L * 1024 * 1024;

    /// <summary>Entries in a list, or lines in a table.</summary>
    public const int MostEntries = 1_000_000;

    /// <summary>Errors kept; reading stops there.</summary>
    public const int MostErrors = 100;

    /// <summary>What an error says of the limits of a file.</summary>
    public static (string Name, object? Value)[] OfFile => [("entries", MostEntries), ("size", LargestFile)];

    /// <summary>What an error says of the limits of an entry.</summary>
    public static (string Name, object? Value)[] OfEntry => [("size", LargestEntry), ("depth", DeepestElement)];
}
