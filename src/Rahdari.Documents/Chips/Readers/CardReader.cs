using System.Runtime.InteropServices;
using System.Text;

namespace Rahdari.Documents.Chips.Readers;

/// <summary>Readers of the PC/SC service (<c>pcscd</c>) at this machine. Linux, 64 bits. Thread-safe.</summary>
public static class CardReader
{
    private const int LongestList = 1 << 16;

    // The service is asked again so often; cancellation is seen no later.
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(250);

    /// <summary>The readers that are plugged in.</summary>
    public static CardReaderList List()
    {
        try
        {
            var code = Pcsc.Code(Pcsc.EstablishContext(Pcsc.SystemScope, 0, 0, out var context));
            if (code != Pcsc.Success)
                return new CardReaderList([], FaultOf(code), code);
            try
            {
                nuint length = 0;
                code = Pcsc.Code(Pcsc.ListReaders(context, 0, null, ref length));
                if (code != Pcsc.Success || length > LongestList)
                    return new CardReaderList([], FaultOf(code), code);
                var names = new byte[(int)length];
                code = Pcsc.Code(Pcsc.ListReaders(context, 0, names, ref length));
                return code == Pcsc.Success
                    ? new CardReaderList(Encoding.UTF8.GetString(names).Split('\0', StringSplitOptions.RemoveEmptyEntries), CardReaderFault.None)
                    : new CardReaderList([], FaultOf(code), code);
            }
            finally
            {
                _ = Pcsc.ReleaseContext(context);
            }
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return new CardReaderList([], CardReaderFault.LibraryMissing);
        }
    }

    /// <summary>Waits until a document lies on the reader, and connects to its chip.</summary>
    /// <param name="name">The reader, as it is listed.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="IOException">The service or the reader is gone.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Task<CardConnection> ConnectAsync(string name, CancellationToken cancellation) => Task.Run(() => Connect(name, cancellation), cancellation);

    /// <summary>Waits until no document lies on the reader: before the next is asked for, that none is read twice.</summary>
    /// <exception cref="IOException">The service or the reader is gone.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Task WaitForRemovalAsync(string name, CancellationToken cancellation) => Task.Run(
        () =>
        {
            Check(Pcsc.EstablishContext(Pcsc.SystemScope, 0, 0, out var context));
            try
            {
                Await(context, name, isPresent: false, cancellation);
            }
            finally
            {
                _ = Pcsc.ReleaseContext(context);
            }
        },
        cancellation);

    private static CardConnection Connect(string name, CancellationToken cancellation)
    {
        Check(Pcsc.EstablishContext(Pcsc.SystemScope, 0, 0, out var context));
        try
        {
            Await(context, name, isPresent: true, cancellation);
            Check(Pcsc.Connect(context, name, Pcsc.Exclusive, Pcsc.AnyProtocol, out var card, out var protocol));
            return new CardConnection(context, card, protocol);
        }
        catch
        {
            _ = Pcsc.ReleaseContext(context);
            throw;
        }
    }

    private static void Await(nint context, string name, bool isPresent, CancellationToken cancellation)
    {
        var reader = Marshal.StringToCoTaskMemUTF8(name);
        try
        {
            var state = new Pcsc.ReaderState { Reader = reader, CurrentState = Pcsc.StateUnaware };
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var result = Pcsc.GetStatusChange(context, (nuint)Wait.TotalMilliseconds, ref state, 1);
                if (Pcsc.Code(result) != Pcsc.Timeout)
                    Check(result);
                if ((state.EventState & Pcsc.StatePresent) != 0 == isPresent)
                    return;
                state.CurrentState = state.EventState;
            }
        }
        finally
        {
            Marshal.FreeCoTaskMem(reader);
        }
    }

    /// <summary>Turns a result into what a caller can act on.</summary>
    internal static void Check(nint result)
    {
        switch (Pcsc.Code(result))
        {
            case Pcsc.Success:
                return;
            // Which of these comes first when a document is pulled out depends on the reader.
            case Pcsc.RemovedCard or Pcsc.ResetCard or Pcsc.NoCard or Pcsc.ReaderUnavailable or Pcsc.NotTransacted or Pcsc.CommunicationError or Pcsc.Unresponsive or Pcsc.Unpowered:
                throw new ChipRemovedException();
            case var code:
                throw new IOException($"The reader's service answers 0x{code:X8}.");
        }
    }

    private static CardReaderFault FaultOf(uint code) => code switch
    {
        Pcsc.Success => CardReaderFault.None,
        Pcsc.NoService or Pcsc.ServiceStopped => CardReaderFault.ServiceMissing,
        Pcsc.NoReaders => CardReaderFault.NoReader,
        _ => CardReaderFault.Other,
    };
}
