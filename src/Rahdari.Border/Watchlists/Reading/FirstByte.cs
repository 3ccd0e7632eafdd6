namespace Rahdari.Border.Watchlists.Reading;

/// <summary>What kind of file one is, by how it begins.</summary>
internal static class FirstByte
{
    private const int MostBlanks = 256;

    /// <summary>The first byte that is no blank and no mark of the byte order, the file left as it was; null where there is none, and where a file cannot be read twice.</summary>
    public static byte? Of(Stream file)
    {
        if (!file.CanSeek)
            return null;
        var start = file.Position;
        Span<byte> first = stackalloc byte[MostBlanks];
        var read = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        file.Position = start;
        foreach (var one in first[..read])
        {
            // UTF-16 writes a zero beside each of the characters that are meant here.
            if (one is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return one;
        }
        return null;
    }
}
