using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>
/// A word that a machine readable zone carries by the table for Arabic letters (Doc 9303-3 §6 C: MXHMD is محمد), read back to its letters. The table marks
/// letters that Latin has not with X, and writes no short vowels; other names have an X too (Maxim, Xhevat) and are not touched.
/// </summary>
internal static class IcaoSpelling
{
    private const int LongestCode = 3;

    /// <summary>Codes that Latin words hardly have.</summary>
    private static readonly FrozenDictionary<string, char> Marked = Read(
        "XTA ة XAH ة XTH ث XH ح XKH خ XDH ذ XSH ش XSS ص XDZ ض XTT ط XZZ ظ XAY ى XXA ٱ XXT ٹ XRT ټ XKE ځ XXH څ XXD ڈ XDR ډ XXR ڑ XRR ړ XRX ږ XJ ژ XXS ښ XF ڥ XKK ک XXK ګ XNG ڭ "
        + "XGG گ XNN ں XXN ڼ XDO ھ XYH ۀ XXG ہ XGE ۂ XTG ۃ XYA ی XXY ۍ XYB ے XBE ۓ");

    /// <summary>Codes that Latin words have as well: alone they prove nothing.</summary>
    private static readonly FrozenDictionary<string, char> Others = Read(
        "XE ء XAA آ XAE أ XI ئ XC چ A ا B ب T ت J ج D د R ر Z ز S س E ع G غ F ف Q ق K ك L ل M م N ن H ه W و Y ي U ؤ I إ P پ");

    /// <summary>The word in Arabic script, or null where it is not written by the table.</summary>
    /// <param name="word">A–Z.</param>
    public static string? Decode(string word)
    {
        if (!word.Contains('X', StringComparison.Ordinal))
            return null;
        var result = new StringBuilder(word.Length);
        var (marked, vowels) = (0, 0);
        for (var at = 0; at < word.Length;)
        {
            var length = word[at] == 'X' ? LongestCode : 1;
            while (length > 0 && !Append(word, at, length, result, ref marked))
                length--;
            if (length == 0)
                return null;
            vowels += length == 1 && word[at] is 'A' or 'E' or 'I' or 'U' ? 1 : 0;
            at += length;
        }
        // Arabic writes few vowels; where it is one code alone, fewer than a Latin name has.
        return marked > 0 && result.Length >= 2 && (marked > 1 || vowels * 3 < word.Length) ? result.ToString() : null;
    }

    private static bool Append(string word, int at, int length, StringBuilder result, ref int marked)
    {
        if (at + length > word.Length)
            return false;
        var code = word.Substring(at, length);
        if (Marked.TryGetValue(code, out var letter))
            marked++;
        else if (!Others.TryGetValue(code, out letter))
            return false;
        result.Append(letter);
        return true;
    }

    private static FrozenDictionary<string, char> Read(string table) =>
        table.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1][0], StringComparer.Ordinal);
}
