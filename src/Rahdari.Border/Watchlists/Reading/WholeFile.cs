namespace Rahdari.Border.Watchlists.Reading;

/// <summary>A file that is held whole while it is read.</summary>
internal static class WholeFile
{
    private const int Step = 16 * 1024;

    /// <summary>The file's bytes, or null where there are more than allowed.</summary>
    public static ReadOnlyMemory<byte>? Read(Stream file, int most)
    {
        var buffer = new byte[Step];
        var length = 0;
        for (int read; (read = file.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += read;
            if (length > most)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
        return buffer.AsMemory(0, length);
    }
}
