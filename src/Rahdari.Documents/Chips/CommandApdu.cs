using System.Diagnostics.CodeAnalysis;

namespace Rahdari.Documents.Chips;

/// <summary>A command to a chip (ISO/IEC 7816-4 §5.1).</summary>
/// <param name="Class">CLA.</param>
/// <param name="Instruction">INS.</param>
/// <param name="P1">P1.</param>
/// <param name="P2">P2.</param>
/// <param name="Data">Up to 65,535 octets; empty where there are none.</param>
/// <param name="Expected">The most octets that are wanted back, 1 to 65,536; null for none.</param>
internal readonly record struct CommandApdu(byte Class, byte Instruction, byte P1, byte P2, ReadOnlyMemory<byte> Data = default, int? Expected = null)
{
    private const int MostShort = 256;

    public ReadOnlySpan<byte> Header => new[] { Class, Instruction, P1, P2 };

    /// <summary>As sent: lengths in one octet where they fit, otherwise extended.</summary>
    public byte[] Encode()
    {
        var extended = Data.Length >= MostShort || Expected > MostShort;
        List<byte> encoded = [.. Header];
        if (extended)
            encoded.Add(0);
        if (Data.Length > 0)
        {
            if (extended)
                encoded.Add((byte)(Data.Length >> 8));
            encoded.Add((byte)Data.Length);
            encoded.AddRange(Data.Span);
        }
        if (Expected is { } expected)
        {
            if (extended)
                encoded.Add((byte)(expected >> 8));
            encoded.Add((byte)expected);
        }
        return [.. encoded];
    }

    /// <summary>Reads a command as a chip receives it; false where its lengths do not add up.</summary>
    public static bool TryDecode(ReadOnlyMemory<byte> encoded, [NotNullWhen(true)] out CommandApdu? command)
    {
        command = null;
        if (encoded.Length < 4)
            return false;
        var bytes = encoded.Span;
        var rest = encoded[4..];
        var bare = new CommandApdu(bytes[0], bytes[1], bytes[2], bytes[3]);
        if (rest.IsEmpty)
        {
            command = bare;
            return true;
        }
        var extended = rest.Span[0] == 0 && rest.Length >= 3;
        if (extended)
            rest = rest[1..];
        var width = extended ? 2 : 1;
        if (rest.Length == width)
        {
            command = bare with { Expected = Length(rest.Span, width) };
            return true;
        }
        var data = Number(rest.Span, width);
        rest = rest[width..];
        if (data == 0 || rest.Length < data || (rest.Length - data) is not 0 && rest.Length - data != width)
            return false;
        command = bare with { Data = rest[..data], Expected = rest.Length == data ? null : Length(rest.Span[data..], width) };
        return true;
    }

    private static int Number(ReadOnlySpan<byte> bytes, int width) => width == 1 ? bytes[0] : (bytes[0] << 8) | bytes[1];

    /// <summary>Nought stands for the most that the width can say.</summary>
    private static int Length(ReadOnlySpan<byte> bytes, int width) => Number(bytes, width) is > 0 and var number ? number : 1 << (8 * width);
}
