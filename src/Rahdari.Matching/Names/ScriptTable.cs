using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Letters of other scripts in their usual Latin spelling (not ICAO's, which marks letters with X): ALA-LC and BGN/PCGN
/// without marks. Scripts whose letters depend on their neighbours have a speller each (<see cref="Scripts"/>).
/// </summary>
internal static class ScriptTable
{
    /// <summary>Latin letters that are no plain letter with a mark.</summary>
    private const string Latin = "Æ AE Œ OE Ø O Đ D Ð D Þ TH ß SS ẞ SS Ł L Ħ H ı I Ŋ N Ŧ T Ə A ʿ - ʾ - ʻ - ʼ -";

    /// <summary>BGN/PCGN for Russian, Ukrainian, Serbian and Central Asian letters.</summary>
    private const string Cyrillic =
        "А A Б B В V Г G Д D Ђ DJ Е E Ё E Є E Ж ZH З Z И I І I Ї I Й I Ј J К K Л L Љ L М M Н N Њ N О O П P Р R С S Т T Ћ C У U Ў U Ф F Х KH "
        + "Ц TS Ч CH Џ DZH Ш SH Щ SHCH Ъ - Ы Y Ь - Э E Ю YU Я YA Ґ G Ғ G Қ K Ң N Ө O Ү U Ұ U Һ H Ҳ H Ҷ J Ӣ I Ӯ U Ә A";

    /// <summary>BGN/PCGN for Armenian; Eastern values, and Ւ as the second half of ՈՒ.</summary>
    private const string Armenian =
        "Ա A Բ B Գ G Դ D Ե E Զ Z Է E Ը E Թ T Ժ ZH Ի I Լ L Խ KH Ծ TS Կ K Հ H Ձ DZ Ղ GH Ճ CH Մ M Յ Y Ն N Շ SH Ո O Չ CH Պ P Ջ J Ռ R Ս S Վ V Տ T Ր R Ց TS Ւ U Փ P Ք K Օ O Ֆ F և EV";

    /// <summary>The national system of Georgian (2002), without apostrophes; letters of the head-line alphabet too.</summary>
    private const string Georgian =
        "ა A ბ B გ G დ D ე E ვ V ზ Z თ T ი I კ K ლ L მ M ნ N ო O პ P ჟ ZH რ R ს S ტ T უ U ფ P ქ K ღ GH ყ Q შ SH ჩ CH ც TS ძ DZ წ TS ჭ CH ხ KH ჯ J ჰ H "
        + "Ა A Ბ B Გ G Დ D Ე E Ვ V Ზ Z Თ T Ი I Კ K Ლ L Მ M Ნ N Ო O Პ P Ჟ ZH Რ R Ს S Ტ T Უ U Ფ P Ქ K Ღ GH Ყ Q Შ SH Ჩ CH Ც TS Ძ DZ Წ TS Ჭ CH Ხ KH Ჯ J Ჰ H";

    private static readonly FrozenDictionary<char, string> Table = LetterTable.Read(Latin, Cyrillic, Armenian, Georgian);

    /// <summary>The Latin spelling of an upper-case letter (empty where it is silent), or null where the table does not name it.</summary>
    public static string? Of(char letter) => Table.GetValueOrDefault(letter);
}
