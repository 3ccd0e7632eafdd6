namespace Rahdari.Documents.Chips;

/// <summary>The way to one chip: a reader with a document on it, or a chip in software. One command at a time.</summary>
public interface IChipTransport
{
    /// <summary>Sends a command (ISO/IEC 7816-4 §5) and takes the answer: data, then two octets of status.</summary>
    /// <exception cref="ChipRemovedException">The document was taken away, or the reader.</exception>
    ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation);
}
