using Rahdari.Documents.Findings;

namespace Rahdari.Border.Distribution;

/// <summary>Reads an unpacked update line by line, of any bytes: no line and no whole longer than it may be. Not thread-safe.</summary>
/// <param name="content">The unpacked bytes; left open.</param>
/// <param name="size">How many there must be.</param>
internal sealed class UpdateLines(Stream content, long size)
{
    private byte[] buffer = new byte[64 * 1024];
    private int begin;
    private int end;
    private bool isAtEnd;

    /// <summary>Why the last line was null; null at the proper end.</summary>
    public Finding? Problem { get; private set; }

    /// <summary>Bytes read.</summary>
    public long Read { get; private set; }

    public int Lines { get; private set; }

    /// <summary>The next line without its end, until the next is asked for; null at the end and where <see cref="Problem"/> says why.</summary>
    public async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellation)
    {
        var sought = begin;
        while (Problem is null)
        {
            var length = buffer.AsSpan(sought, end - sought).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsMemory(begin, sought + length - begin);
                begin = sought + length + 1;
                return ++Lines <= DistributionLimits.MostLines ? line : Fail($"≤ {DistributionLimits.MostLines}");
            }
            if (isAtEnd)
                return end > begin ? Fail("line end") : Read != size ? Fail($"{size}") : null;
            sought = end - begin;
            MakeRoom();
            if (Problem is null)
                await FillAsync(cancellation);
            sought += begin;
        }
        return null;
    }

    public ReadOnlyMemory<byte>? Fail(string rule)
    {
        Problem ??= SignedReader.Malformed($"lines[{Lines}]", Read - (end - begin), rule);
        return null;
    }

    private void MakeRoom()
    {
        if (end - begin > DistributionLimits.LongestLine)
        {
            Fail($"≤ {DistributionLimits.LongestLine}");
            return;
        }
        if (end - begin > buffer.Length / 2)
        {
            var larger = new byte[buffer.Length * 2];
            buffer.AsSpan(begin, end - begin).CopyTo(larger);
            buffer = larger;
        }
        else
        {
            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
        }
        (begin, end) = (0, end - begin);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        try
        {
            var read = await content.ReadAsync(buffer.AsMemory(end), cancellation);
            (end, Read, isAtEnd) = (end + read, Read + read, read == 0);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            Fail("Brotli");
        }
        if (Read > size)
            Fail($"{size}");
    }
}
