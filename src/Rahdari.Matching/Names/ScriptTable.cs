using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Letters of other scripts in their usual Latin spelling (not ICAO's, which marks letters with X): ALA-LC and BGN/PCGN
/// without marks. Short vowels are not written in Arabic script; the skeleton does without them.
/// </summary>
internal static class ScriptTable
{
    /// <summary>Latin letters that are no plain letter with a mark.</summary>
    private const string Latin = "Æ AE Œ OE Ø O Đ D Ð D Þ TH ß SS ẞ SS Ł L Ħ H ı I Ŋ N Ŧ T Ə A ʿ - ʾ - ʻ - ʼ -";

    /// <summary>BGN/PCGN for Russian, Ukrainian, Serbian and Central Asian letters.</summary>
    private const string Cyrillic =
        "А A Б B В V Г G Д D Ђ DJ Е E Ё E Є E Ж ZH З Z И I І I Ї I Й I Ј J К K Л L Љ L М M Н N Њ N О O П P Р R С S Т T Ћ C У U Ў U Ф F Х KH "
        + "Ц TS Ч CH Џ DZH Ш SH Щ SHCH Ъ - Ы Y Ь - Э E Ю YU Я YA Ґ G Ғ G Қ K Ң N Ө O Ү U Ұ U Һ H Ҳ H Ҷ J Ӣ I Ӯ U Ә A";

    /// <summary>Arabic, Persian, Pashto and Urdu.</summary>
    private const string Arabic =
        "ء - آ A أ A ؤ U إ I ئ I ا A ٱ A ب B پ P ت T ٹ T ټ T ث S ج J چ CH ځ DZ څ TS ح H خ KH د D ڈ D ډ D ذ Z ر R ڑ R ړ R ز Z ژ ZH ږ ZH س S ش SH ښ SH "
        + "ص S ض Z ط T ظ Z ع A غ GH ف F ڤ V ق Q ك K ک K ګ G گ G ڭ G ل L م M ن N ں N ڼ N ه H ہ H ھ H ة A ۃ A ۀ A ۂ A و W ى A ي Y ی Y ې E ۍ Y ے E ۓ E ـ -";

    private static readonly FrozenDictionary<char, string> Table = Read(Latin).Concat(Read(Cyrillic)).Concat(Read(Arabic))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The Latin spelling of an upper-case letter (empty where it is silent), or null where the table does not name it.</summary>
    public static string? Of(char letter) => Table.GetValueOrDefault(letter);

    private static IEnumerable<KeyValuePair<char, string>> Read(string table)
    {
        var parts = table.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i += 2)
            yield return new KeyValuePair<char, string>(parts[i][0], parts[i + 1] == "-" ? "" : parts[i + 1]);
    }
}
