using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Casework.Consultations;

/// <summary>The code that a contributor alone holds: 100 random bits in 20 letters and digits, of which none looks like another.</summary>
internal static class ReceiptCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;

    /// <summary>A new one, in groups of five: <c>7K2MQ-…</c>.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(5).Select(part => new string(part)));

    /// <summary>What is kept of a code, however it is written; null of what is none.</summary>
    public static string? Hash(string? code)
    {
        if (code is null or { Length: > 4 * Length })
            return null;
        // Crockford's alphabet: what people take for another is the other.
        var read = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return read.Length == Length && read.All(Letters.Contains) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(read))) : null;
    }
}
