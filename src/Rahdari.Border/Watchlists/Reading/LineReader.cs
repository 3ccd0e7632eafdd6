namespace Rahdari.Border.Watchlists.Reading;

/// <summary>Reads a file line by line, holding no more than one line, and that no longer than an entry may be.</summary>
internal sealed class LineReader(Stream bytes)
{
    private const int FirstBuffer = 16 * 1024;

    private byte[] buffer = new byte[FirstBuffer];
    private int start;
    private int end;
    private bool hasEnded;

    /// <summary>The line without its end; valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>1-based.</summary>
    public long Number { get; private set; }

    /// <summary>True where the line is longer than an entry may be; <see cref="Line"/> is empty then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Bytes read from the file.</summary>
    public long Read { get; private set; }

    /// <summary>Moves to the next line; false at the end of the file.</summary>
    public bool Next()
    {
        (Line, IsTooLong) = (default, false);
        var searched = start;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                Take(searched + at);
                start = searched + at + 1;
                return true;
            }
            if (hasEnded && start == end && !IsTooLong)
                return false;
            if (hasEnded)
            {
                Take(end);
                start = end;
                return true;
            }
            // Of a line that is too long only its end is still looked for.
            if (end - start > ListLimits.LargestEntry)
                (IsTooLong, start) = (true, end);
            var read = Fill();
            searched = end - read;
        }
    }

    private void Take(int lineEnd)
    {
        Number++;
        if (!IsTooLong)
            Line = buffer.AsMemory(start, lineEnd - start);
    }

    /// <summary>Reads on; how many bytes came.</summary>
    private int Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = bytes.Read(buffer, end, buffer.Length - end);
        hasEnded = read == 0;
        end += read;
        Read += read;
        return read;
    }
}
