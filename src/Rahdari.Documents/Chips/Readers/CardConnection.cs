namespace Rahdari.Documents.Chips.Readers;

/// <summary>A chip on a reader, ours alone until it is let go. One command at a time.</summary>
public sealed class CardConnection : IChipTransport, IDisposable
{
    // The longest extended answer and its status.
    private const int LongestAnswer = 65538;

    private readonly nint context;
    private readonly nint card;
    private readonly Pcsc.IoRequest request;
    private bool isDisposed;

    internal unsafe CardConnection(nint context, nint card, nuint protocol) =>
        (this.context, this.card, request) = (context, card, new Pcsc.IoRequest { Protocol = protocol, Length = (nuint)sizeof(Pcsc.IoRequest) });

    /// <inheritdoc/>
    /// <exception cref="IOException">The reader's service failed otherwise.</exception>
    public async ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellation.ThrowIfCancellationRequested();
        return await Task.Run(() => Transmit(command.ToArray()), cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        _ = Pcsc.Disconnect(card, Pcsc.ResetOnLeaving);
        _ = Pcsc.ReleaseContext(context);
    }

    private byte[] Transmit(byte[] command)
    {
        var answer = new byte[LongestAnswer];
        nuint length = LongestAnswer;
        CardReader.Check(Pcsc.Transmit(card, request, command, (nuint)command.Length, 0, answer, ref length));
        // Every answer has a status; some drivers give an empty one for a chip that is gone.
        return length >= 2 ? answer[..(int)length] : throw new ChipRemovedException();
    }
}
