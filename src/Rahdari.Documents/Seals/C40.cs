using System.Text;

namespace Rahdari.Documents.Seals;

/// <summary>Text of capitals, digits and blanks, three characters in two bytes (Doc 9303-13 §2.6.1; ISO/IEC 16022 §5.2.5). Pure.</summary>
public static class C40
{
    private const string Basic = "\0\0\0 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Back to plain encoding, for one last character.</summary>
    private const byte Unlatch = 0xFE;

    /// <summary>The text, or null where the bytes are none.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0)
            return null;
        var text = new StringBuilder(bytes.Length * 3 / 2);
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var last = i + 2 == bytes.Length;
            if (bytes[i] == Unlatch)
            {
                if (!last || !Basic.Contains((char)(bytes[i + 1] - 1), StringComparison.Ordinal) || bytes[i + 1] < 2)
                    return null;
                text.Append((char)(bytes[i + 1] - 1));
                continue;
            }
            var value = (bytes[i] << 8 | bytes[i + 1]) - 1;
            if (value is < 0 or >= 40 * 1600)
                return null;
            int[] places = [value / 1600, value / 40 % 40, value % 40];
            for (var p = 0; p < 3; p++)
            {
                if (places[p] >= 3)
                    text.Append(Basic[places[p]]);
                else if (!(last && p == 2 && places[p] == 0)) // a pad; the other shifts have no use in a seal
                    return null;
            }
        }
        return text.ToString();
    }

    /// <summary>The bytes of a text of capitals, digits, blanks and fillers (which are written as blanks); null for any other.</summary>
    public static byte[]? Encode(string text)
    {
        var places = text.Select(c => Basic.IndexOf(c == '<' ? ' ' : c, 3)).ToArray();
        if (places.Contains(-1))
            return null;
        var bytes = new List<byte>();
        for (var i = 0; i < places.Length; i += 3)
        {
            if (i + 1 == places.Length)
            {
                bytes.AddRange([Unlatch, (byte)(Basic[places[i]] + 1)]);
                break;
            }
            var value = 1600 * places[i] + 40 * places[i + 1] + (i + 2 < places.Length ? places[i + 2] : 0) + 1;
            bytes.AddRange([(byte)(value >> 8), (byte)value]);
        }
        return [.. bytes];
    }
}
