using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>A word in Japanese kana by Hepburn, long vowels written once, as Japanese passports have it.</summary>
internal static class KanaSpelling
{
    private const char Hiragana = '\u3041', LastHiragana = '\u3096', Katakana = '\u30A1';

    private static readonly FrozenDictionary<char, string> Syllables = LetterTable.Read(
        "あ A い I う U え E お O か KA き KI く KU け KE こ KO が GA ぎ GI ぐ GU げ GE ご GO さ SA し SHI す SU せ SE そ SO ざ ZA じ JI ず ZU ぜ ZE ぞ ZO た TA ち CHI つ TSU て TE と TO "
        + "だ DA ぢ JI づ ZU で DE ど DO な NA に NI ぬ NU ね NE の NO は HA ひ HI ふ FU へ HE ほ HO ば BA び BI ぶ BU べ BE ぼ BO ぱ PA ぴ PI ぷ PU ぺ PE ぽ PO ま MA み MI む MU め ME も MO "
        + "や YA ゆ YU よ YO ら RA り RI る RU れ RE ろ RO わ WA ゐ I ゑ E を O ん N ゔ VU ぁ A ぃ I ぅ U ぇ E ぉ O ゃ YA ゅ YU ょ YO ゎ WA ヷ VA ヸ VI ヹ VE ヺ VO");

    /// <summary>True for kana and the mark of a long vowel.</summary>
    public static bool Contains(char letter) => letter is (>= Hiragana and <= LastHiragana) or (>= Katakana and <= '\u30FA') or 'ー';

    /// <summary>Appends a word.</summary>
    /// <param name="word">Kana.</param>
    /// <param name="result">A–Z are appended.</param>
    public static void Append(ReadOnlySpan<char> word, StringBuilder result)
    {
        var start = result.Length;
        var isDoubled = false;
        foreach (var letter in word)
        {
            var kana = letter is >= Katakana and <= '\u30F6' ? (char)(letter - Katakana + Hiragana) : letter;
            if (kana == 'っ')
                isDoubled = true;
            if (!Syllables.TryGetValue(kana, out var syllable))
                continue;
            if (kana is 'ゃ' or 'ゅ' or 'ょ' or 'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' && result.Length > start)
            {
                // A small one takes the place of the vowel before it: KI YA is KYA, SHI YA is SHA, FU A is FA.
                result.Length--;
                if (syllable.Length == 2 && result.Length > start && result[^1] is 'H' or 'J' && (result[^1] == 'J' || (result.Length - 1 > start && result[^2] is 'S' or 'C')))
                    syllable = syllable[1..];
            }
            else if (isDoubled)
            {
                result.Append(syllable[0] == 'C' ? 'T' : syllable[0]);
            }
            isDoubled = false;
            // Satō, Yūko, Ōno: a long O or U is one.
            if (syllable is "U" or "O" && result.Length > start && (result[^1] == syllable[0] || (syllable == "U" && result[^1] == 'O')))
                continue;
            result.Append(syllable);
        }
    }
}
