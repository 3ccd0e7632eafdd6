using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>How much a chip gives at once: 256 octets in a short answer, more where it says so (EF.ATR/INFO, Doc 9303-10 §3.11) and its reader passes it on.</summary>
internal static class AnswerLength
{
    /// <summary>The longest short answer: 256 octets and the status.</summary>
    public const int Short = 258;

    /// <summary>The longest that is asked for: it saves the most, and the progress is still seen to move.</summary>
    private const int Longest = 4096;

    private const int Capabilities = 0x47;
    private const int ExtendedLengths = 0x7F66;
    private const byte KnowsExtended = 0x40;

    /// <summary>Asks the chip before it is opened: in the clear a refusal breaks nothing.</summary>
    /// <returns>The octets of the longest answer, status included.</returns>
    /// <exception cref="ChipRemovedException">The document was taken away.</exception>
    public static async ValueTask<int> FindAsync(ChipSession session, CancellationToken cancellation)
    {
        var id = new[] { (byte)(ElementaryFile.Information.FileId >> 8), (byte)ElementaryFile.Information.FileId };
        if (!(await session.SendAsync(new CommandApdu(0x00, 0xA4, 0x02, 0x0C, id), cancellation)).IsSuccess)
            return Short;
        var told = (await session.SendAsync(new CommandApdu(0x00, 0xB0, 0x00, 0x00, default, 256), cancellation)).Data;
        var length = Math.Min(Told(told), Longest);
        if (length <= Short)
            return Short;
        try
        {
            var again = await session.SendAsync(new CommandApdu(0x00, 0xB0, 0x00, 0x00, default, length - 2), cancellation);
            return again.Data.Span.SequenceEqual(told.Span) ? length : Short;
        }
        catch (IOException)
        {
            return Short; // The reader knows short commands alone.
        }
    }

    /// <summary>ISO/IEC 7816-4 §12.1.1.9 and §12.7.1: that extended lengths are known, and the longest command and answer.</summary>
    private static int Told(ReadOnlyMemory<byte> information)
    {
        if (!DataObject.TryRead(information, out var objects)
            || FileReading.Find(objects, Capabilities) is not { Length: >= 3 } capabilities || (capabilities.Span[2] & KnowsExtended) == 0
            || FileReading.Find(objects, ExtendedLengths) is not { } lengths || !DataObject.TryRead(lengths, out var numbers)
            || numbers is not [_, { Tag: 0x02, Value.Length: 1 or 2 or 3 } answer, ..])
            return Short;
        var length = 0;
        foreach (var octet in answer.Value.Span)
            length = (length << 8) | octet;
        return length;
    }
}
