using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>
/// A word in Arabic script (Arabic, Persian, Pashto, Urdu) in its usual Latin spelling, short vowels left out. BGN/PCGN without marks, but for
/// what those who write names by ear do: و and ی are consonants only before a vowel or at the beginning, ع is the vowel that it carries.
/// </summary>
internal static class ArabicSpelling
{
    /// <summary>Consonants, and vowels that are nothing else.</summary>
    private const string Table =
        "آ A ٱ A أ A إ I ا A ب B پ P ٻ B ڀ BH ت T ٹ T ټ T ٿ TH ٺ TH ث TH ج J ڄ J ڃ NY چ CH ڇ CHH ځ DZ څ TS ح H خ KH د D ڈ D ډ D ڌ DH ڊ D ڏ D ذ DH ر R ڑ R ړ R ڙ R ز Z ژ ZH ږ ZH "
        + "س S ش SH ښ SH ص S ض D ط T ظ Z غ GH ف F ڤ V ڦ PH ق Q ك K ک K ګ G گ G ڳ G ڱ NG ڭ G ڪ K ل L ڵ L م M ن N ں N ڼ N ڻ N ه H ہ H ھ H ة A ۃ A ۀ A ۂ A ە A ۆ O ۇ U ۈ U ۋ V ې E ۍ AI ے E ۓ E ى A ئ I ؤ U ۉ U";

    private static readonly FrozenDictionary<char, string> Letters = LetterTable.Read(Table);

    /// <summary>Words whose letters tell too little; ي is written ی and ہ ه here.</summary>
    private static readonly FrozenDictionary<string, string> Words = LetterTable.ReadWords(
        "محمد MUHAMMAD احمد AHMAD بن BIN ابن BIN بنت BINT ام UMM ابی ABU بکر BAKR سید SYED سیده SYEDA شیخ SHEIKH حاجی HAJI حاج HAJ ملا MULLAH مولوی MAULVI مولانا MAULANA حافظ HAFIZ قاری QARI "
        + "استاد USTAD استاذ USTAD بیگم BEGUM مفتی MUFTI ڈاکٹر DR دکتر DR بی BI زاده ZADA زی ZAI پور POUR اوغلی OGLU اوغلو OGLU ولد OULD عبد ABD دین DIN");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> OfPersian = SearchValues.Create("یکگپچژےہٹڈڑ");

    /// <summary>True for the letters and marks of the script.</summary>
    public static bool Contains(char letter) => letter is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\u08A0' and <= '\u08FF');

    /// <summary>Appends a word, its article set apart.</summary>
    /// <param name="word">Letters of the script, marks among them or not.</param>
    /// <param name="result">A–Z and blanks are appended.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        Span<char> letters = stackalloc char[Math.Min(word.Length, 300)];
        var count = 0;
        foreach (var letter in word[..letters.Length])
        {
            if (letter is not ('ء' or 'ـ') && char.IsLetter(letter))
                letters[count++] = letter switch { 'ي' => 'ی', 'ہ' => 'ه', 'ك' => 'ک', _ => letter };
        }
        letters = letters[..count];
        if (letters.Length >= 5 && letters.StartsWith("ال") && !IsAllah(letters))
        {
            result.Append("AL ");
            letters = letters[2..];
        }
        if (WordsBySpan.TryGetValue(letters, out var usual))
        {
            result.Append(usual);
            return;
        }
        // Persian, Pashto and Urdu have other letters for these sounds, and say theirs as Z and S.
        var isPersian = word.ContainsAny(OfPersian);
        for (var i = 0; i < letters.Length; i++)
        {
            if (IsAllah(letters[i..]))
            {
                result.Append("ALLAH");
                return;
            }
            Append(letters, i, isPersian, result);
        }
    }

    private static void Append(ReadOnlySpan<char> word, int at, bool isPersian, StringBuilder result)
    {
        var (before, after) = (at > 0 ? word[at - 1] : '\0', at + 1 < word.Length ? word[at + 1] : '\0');
        var letter = word[at];
        switch (letter)
        {
            case 'و':
                result.Append(at == 0 || IsVowel(after) || (after == 'و' && IsVowel(before)) ? "W" : "U");
                break;
            case 'ی':
                result.Append(at == 0 || IsLongVowel(after) ? "Y" : "I");
                break;
            case 'ع':
                // At the end after a vowel, and before one that it only carries, nothing is heard.
                if (after == 'ا' || (after == '\0' && IsVowel(before)) || (after == 'ی' && at + 2 < word.Length && !IsVowel(word[at + 2])))
                    break;
                result.Append('A');
                break;
            case 'ا' when at == 0 && after is 'و' or 'ی' && at + 2 < word.Length && !IsVowel(word[at + 2]):
                break; // the vowel that follows
            case 'ه' when after == '\0' && at > 0 && !IsVowel(before):
                result.Append("AH");
                break;
            case 'ة' or 'ۃ' when after != '\0':
                result.Append('T');
                break;
            case 'ض' or 'ذ' or 'ظ' when isPersian:
                result.Append('Z');
                break;
            case 'ث' when isPersian:
                result.Append('S');
                break;
            case 'ت' when after == 'ش':
                break; // Arabic writes the sound of چ so
            case 'ش' when before == 'ت':
                result.Append("CH");
                break;
            default:
                // A doubled letter is written once; two are two, with a vowel between.
                if (letter == before && !IsVowel(letter))
                    result.Append('A');
                if (Letters.TryGetValue(letter, out var spelling))
                    result.Append(spelling);
                break;
        }
    }

    private static bool IsAllah(ReadOnlySpan<char> rest) => rest is "الله" or "اللھ";

    private static bool IsLongVowel(char letter) => letter is 'ا' or 'آ' or 'أ' or 'و' or 'ى' or 'ة' or 'ۃ' or 'ے' or 'ې';

    private static bool IsVowel(char letter) => IsLongVowel(letter) || letter is 'ی' or 'إ' or 'ئ' or 'ؤ' or 'ۍ';
}
