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

    private static readonly FrozenDictionary<char, string> Table = LetterTable.Read(Latin, Cyrillic);

    /// <summary>The Latin spelling of an upper-case letter (empty where it is silent), or null where the table does not name it.</summary>
    public static string? Of(char letter) => Table.GetValueOrDefault(letter);
}
