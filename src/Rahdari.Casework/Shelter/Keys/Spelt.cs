using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Casework.Shelter.Keys;

/// <summary>Random signs that people copy and read aloud: 32 of them, none that looks like another, in groups of four. Pure and thread-safe.</summary>
internal static class Spelt
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: no I, L, O, U

    /// <summary>So many random signs, five bits each.</summary>
    public static string Random(int length) => Of(RandomNumberGenerator.GetBytes(length), length, perByte: true);

    /// <summary>The first bits of bytes as signs, five bits each.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, int length) => Of(bytes, length, perByte: false);

    /// <summary>As it was meant: upper case, without blanks and dashes, O read as 0, I and L as 1.</summary>
    public static string Meant(string? text)
    {
        var meant = new StringBuilder();
        foreach (var c in (text ?? "").ToUpperInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                meant.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }
        return meant.ToString();
    }

    private static string Of(ReadOnlySpan<byte> bytes, int length, bool perByte)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            if (i > 0 && i % 4 == 0)
                text.Append('-');
            var bit = i * 5;
            var value = perByte ? bytes[i] & 31 : (((bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0)) >> (11 - bit % 8)) & 31;
            text.Append(Alphabet[value]);
        }
        return text.ToString();
    }
}
