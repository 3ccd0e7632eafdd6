using System.Formats.Asn1;

namespace Rahdari.Documents.Chips;

/// <summary>One announcement of a chip (Doc 9303-11 §9.2): an identifier and what goes with it, as encoded. Immutable.</summary>
internal sealed record SecurityInfo(string Oid, ReadOnlyMemory<byte> Required, ReadOnlyMemory<byte> Optional)
{
    /// <summary>The required or the optional part as an identifier in its own right.</summary>
    public string? SecondOid => Try(Optional, reader => reader.ReadObjectIdentifier());

    /// <summary>The required or the optional part as a number.</summary>
    public int? Number(bool second) => Try<int?>(second ? Optional : Required, reader => reader.TryReadInt32(out var number) ? number : null);

    private static T? Try<T>(ReadOnlyMemory<byte> part, Func<AsnReader, T?> read)
    {
        try
        {
            return part.IsEmpty ? default : read(new AsnReader(part, AsnEncodingRules.BER));
        }
        catch (AsnContentException)
        {
            return default;
        }
    }
}
