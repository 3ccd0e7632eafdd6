using System.Collections.Frozen;

namespace Rahdari.Documents.Names;

/// <summary>
/// The transliteration tables of Doc 9303-3 §6 as data: of several recommended forms, the first that holds in every
/// language. Letters that are a plain letter with a mark stand in no table: they lose the mark.
/// </summary>
internal static class Transliteration
{
    /// <summary>§6, table A: Latin. Ə (Azerbaijan) and ĸ are not in it.</summary>
    private const string Latin = "Ä AE Å AA Æ AE Ð D Đ D Ħ H ı I ĸ Q Ł L Ŋ N Ö OE Ø OE Œ OE ß SS ẞ SS Þ TH Ŧ T Ü UE Ə E";

    /// <summary>
    /// §6, table B: Cyrillic. Not in it are Ѓ, Ѐ, Ѝ and Ћ, written as their neighbours in it, and the Kazakh, Kyrgyz and Tatar
    /// letters at the end, but for Һ.
    /// </summary>
    private const string Cyrillic =
        "А A Б B В V Г G Д D Ђ D Ѓ G Ё E Е E Ѐ E Є IE Ж ZH З Z Ѕ DZ И I Ѝ I І I Ї I Й I Ј J К K Л L Љ LJ М M Н N Њ NJ О O П P Р R С S Т T "
        + "Ћ C Ќ K У U Ў U Ф F Х KH Ц TS Ч CH Џ DZ Ш SH Щ SHCH Ъ IE Ы Y Э E Ю IU Я IA Ѫ U Ѵ Y Ґ G Ғ G Һ C Қ K Ң N Ө O Ү U Ұ U Ә E";

    /// <summary>
    /// §6, table C: Arabic with the Persian, Pashto and Urdu letters, and the two letters of appendix B.5.4 for foreign names. X
    /// marks a letter that the alphabet lacks. Marks, tatweel and the obsolete letters of B.5.8 are not encoded.
    /// </summary>
    private const string Arabic =
        "ء XE آ XAA أ XAE ؤ U إ I ئ XI ا A ب B ة XTA ت T ث XTH ج J ح XH خ XKH د D ذ XDH ر R ز Z س S ش XSH ص XSS ض XDZ ط XTT ظ XZZ ع E غ G "
        + "ف F ق Q ك K ل L م M ن N ه H و W ى XAY ي Y ٱ XXA ٹ XXT ټ XRT پ P ځ XKE څ XXH چ XC ڈ XXD ډ XDR ڑ XXR ړ XRR ږ XRX ژ XJ ښ XXS ڤ V ڥ XF "
        + "ک XKK ګ XXK ڭ XNG گ XGG ں XNN ڼ XXN ھ XDO ۀ XYH ہ XXG ۂ XGE ۃ XTG ی XYA ۍ XXY ې Y ے XYB ۓ XBE";

    private static readonly FrozenDictionary<char, string> Table = Read(Latin).Concat(Read(Cyrillic)).Concat(Read(Arabic))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The Latin letters of an upper-case character, or null where the tables do not name it.</summary>
    public static string? Of(char character) => Table.GetValueOrDefault(character);

    private static IEnumerable<KeyValuePair<char, string>> Read(string table)
    {
        var parts = table.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i += 2)
            yield return new KeyValuePair<char, string>(parts[i][0], parts[i + 1]);
    }
}
