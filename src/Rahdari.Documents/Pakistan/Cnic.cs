using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Pakistan;

/// <summary>
/// A Pakistani identity number: thirteen digits, the same for the CNIC, SNIC, NICOP and POC. The first tells the province of
/// registration, the first two the division; the last is odd for men and even for women. It has no check digit.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Cnic
{
    /// <summary>Digits of a number.</summary>
    public const int Length = 13;

    private static readonly FrozenDictionary<string, (string Province, string Division)> Regions =
        DataTable.Rows("Pakistan.cnic-regions.tsv").ToFrozenDictionary(row => row[0], row => (row[1], row[2]));

    private Cnic(string digits) => Digits = digits;

    /// <summary>The thirteen digits.</summary>
    public string Digits { get; }

    /// <summary>The province or territory, or null where the first digit stands for none.</summary>
    public string? Province => Regions.TryGetValue(Digits[..1], out var region) ? region.Province : null;

    /// <summary>The division, or null where the first two digits stand for none.</summary>
    public string? Division => Regions.TryGetValue(Digits[..2], out var region) ? region.Division : null;

    /// <summary>The sex that the last digit tells.</summary>
    public Sex Sex => (Digits[^1] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Reads <c>12345-1234567-1</c> or thirteen digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Cnic? number)
    {
        number = null;
        if (text is null || text.Length > Length + 2)
            return false;
        var digits = text is [_, _, _, _, _, '-', _, _, _, _, _, _, _, '-', _] ? text[..5] + text[6..13] + text[14..] : text;
        if (digits.Length != Length || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        number = new Cnic(digits);
        return true;
    }

    /// <summary>As printed: <c>12345-1234567-1</c>.</summary>
    public override string ToString() => $"{Digits[..5]}-{Digits[5..12]}-{Digits[12..]}";
}
