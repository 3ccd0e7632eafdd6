namespace Rahdari.Documents.Chips;

/// <summary>An answer of a chip (ISO/IEC 7816-4 §5.1).</summary>
/// <param name="Data">Empty where there are none.</param>
/// <param name="Status">The two octets of status: 0x9000.</param>
internal readonly record struct ResponseApdu(ReadOnlyMemory<byte> Data, ushort Status)
{
    public const ushort Success = 0x9000;
    public const ushort EndOfFile = 0x6282;
    public const ushort AuthenticationFailed = 0x6300;
    public const ushort WrongLength = 0x6700;
    public const ushort SecurityNotSatisfied = 0x6982;
    public const ushort ConditionsNotSatisfied = 0x6985;
    public const ushort MessagingObjectsMissing = 0x6987;
    public const ushort MessagingObjectsIncorrect = 0x6988;
    public const ushort WrongData = 0x6A80;
    public const ushort FileNotFound = 0x6A82;
    public const ushort WrongParameters = 0x6A86;
    public const ushort ReferencedDataNotFound = 0x6A88;
    public const ushort OffsetOutside = 0x6B00;
    public const ushort InstructionUnknown = 0x6D00;

    public bool IsSuccess => Status == Success;

    /// <summary>Reads an answer; a chip that says nothing of its status counts as having failed.</summary>
    public static ResponseApdu Decode(ReadOnlyMemory<byte> encoded) =>
        encoded.Length < 2 ? new ResponseApdu(default, 0) : new ResponseApdu(encoded[..^2], (ushort)((encoded.Span[^2] << 8) | encoded.Span[^1]));

    public byte[] Encode() => [.. Data.Span, (byte)(Status >> 8), (byte)Status];
}
