using System.Globalization;
using System.Text;
using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Networks;

/// <summary>When two values are the same thing.</summary>
public static class NetworkKey
{
    private const string Pakistan = "92";

    /// <summary>A value without blanks, punctuation marks of writing and case; of a telephone its digits with the country's code, Pakistan's where none is told. Null where nothing is left.</summary>
    public static string? Of(LeadKind kind, string value)
    {
        var plain = Plain(value);
        return plain.Length == 0 ? null : kind == LeadKind.Telephone ? Telephone(plain) : plain;
    }

    /// <summary>A document's number, or null where nothing is left.</summary>
    public static string? OfDocument(string? number) => number is null ? null : Of(LeadKind.Document, number);

    private static string Plain(string value)
    {
        var whole = new StringBuilder();
        foreach (var rune in value.EnumerateRunes()) // A lone surrogate becomes U+FFFD, so that it can be normalised.
            whole.Append(rune);
        var plain = new StringBuilder();
        foreach (var sign in whole.ToString().Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var digit)
                plain.Append((char)('0' + digit));
            else if (!IsLeftOut(sign))
                plain.Append(sign);
        }
        return plain.ToString();
    }

    private static bool IsLeftOut(char sign) => char.IsWhiteSpace(sign) || sign is '.' or '۔' || CharUnicodeInfo.GetUnicodeCategory(sign)
        is UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.Format;

    private static string Telephone(string plain)
    {
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        if (digits.Length == 0)
            return plain;
        var isWhole = plain[0] == '+' || digits.StartsWith("00", StringComparison.Ordinal);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        if (digits.StartsWith(Pakistan, StringComparison.Ordinal) && (isWhole || digits.Length >= 11))
            return Pakistan + WithoutZero(digits[Pakistan.Length..]);
        return isWhole ? digits : digits[0] == '0' || (digits.Length == 10 && digits[0] == '3') ? Pakistan + WithoutZero(digits) : digits;
    }

    private static string WithoutZero(string digits) => digits.StartsWith('0') ? digits[1..] : digits;
}
