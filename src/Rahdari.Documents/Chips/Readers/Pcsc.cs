using System.Runtime.InteropServices;

namespace Rahdari.Documents.Chips.Readers;

/// <summary>The functions of PC/SC (pcsclite's winscard.h) that readers need; numbers as wide as the machine's words.</summary>
internal static partial class Pcsc
{
    public const uint Success = 0;
    public const uint Timeout = 0x8010000A;
    public const uint NoCard = 0x8010000C;
    public const uint NotTransacted = 0x80100016;
    public const uint ReaderUnavailable = 0x80100017;
    public const uint NoService = 0x8010001D;
    public const uint ServiceStopped = 0x8010001E;
    public const uint NoReaders = 0x8010002E;
    public const uint CommunicationError = 0x8010002F;
    public const uint Unresponsive = 0x80100066;
    public const uint Unpowered = 0x80100067;
    public const uint ResetCard = 0x80100068;
    public const uint RemovedCard = 0x80100069;

    public const nuint SystemScope = 2;
    public const nuint Exclusive = 1;
    public const nuint AnyProtocol = 3;
    public const nuint ResetOnLeaving = 1;
    public const nuint StatePresent = 0x20;
    public const nuint StateUnaware = 0;

    private const string Library = "libpcsclite.so.1";

    [LibraryImport(Library, EntryPoint = "SCardEstablishContext")]
    public static partial nint EstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [LibraryImport(Library, EntryPoint = "SCardReleaseContext")]
    public static partial nint ReleaseContext(nint context);

    [LibraryImport(Library, EntryPoint = "SCardListReaders")]
    public static partial nint ListReaders(nint context, nint groups, byte[]? readers, ref nuint length);

    [LibraryImport(Library, EntryPoint = "SCardGetStatusChange")]
    public static partial nint GetStatusChange(nint context, nuint timeout, ref ReaderState state, nuint count);

    [LibraryImport(Library, EntryPoint = "SCardConnect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Connect(nint context, string reader, nuint shareMode, nuint protocols, out nint card, out nuint protocol);

    [LibraryImport(Library, EntryPoint = "SCardDisconnect")]
    public static partial nint Disconnect(nint card, nuint disposition);

    [LibraryImport(Library, EntryPoint = "SCardTransmit")]
    public static partial nint Transmit(nint card, in IoRequest send, byte[] command, nuint commandLength, nint receive, byte[] answer, ref nuint answerLength);

    /// <summary>A result as the header writes it: 32 bits.</summary>
    public static uint Code(nint result) => unchecked((uint)result);

    /// <summary>SCARD_IO_REQUEST.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct IoRequest
    {
        public nuint Protocol;
        public nuint Length;
    }

    /// <summary>SCARD_READERSTATE.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct ReaderState
    {
        public nint Reader;
        public nint UserData;
        public nuint CurrentState;
        public nuint EventState;
        public nuint AnswerToResetLength;
        public fixed byte AnswerToReset[33];
    }
}
