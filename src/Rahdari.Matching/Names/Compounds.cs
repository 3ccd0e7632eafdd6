using System.Buffers;
using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Names of two words that are also written as one, brought to one form: the servant's (Abdul Qadeer, Abd al-Qadir, Abdulqadir are ABD QADIR),
/// God's (Nasrullah, Nasr Ullah, Nasr Allah are NASR ALLAH), the faith's (Salahuddin, Salah ud Din, Salah al-Din are SALAH DIN); the
/// father's (Abul Hasan, Abu al-Hasan are ABU HASAN). Abdullah, which is written as one nearly everywhere, stays one.
/// </summary>
internal static class Compounds
{
    private const string Servant = "ABD", ServantOfGod = "ABDULLAH", God = "ALLAH", Faith = "DIN", Father = "ABU";

    /// <summary>Every pass that changes something makes words fewer or shorter; names have few.</summary>
    private const int MostPasses = 24;

    /// <summary>Letters that the Arabic article becomes when it stands before them: ar-Rahman, ud-Din, as-Salam.</summary>
    private const string SunLetters = "TDRZSNL";

    private static readonly string[] ServantPrefixes = ["ABD", "EBD"];
    private static readonly string[] GodEndings = ["OULLAH", "ULLAH", "ALLAH", "OLLAH", "ILLAH", "ULLOH", "ULLA", "OLLA"];

    /// <summary>With the article and its vowel; of one D only where the vowel is one that no other language has there.</summary>
    private static readonly string[] FaithEndings =
    [
        "UDDIN", "UDDEEN", "UDDINE", "UDDEN", "OUDDIN", "OUDDINE", "ODDIN", "ODDEEN", "EDDIN", "EDDINE", "EDDEEN", "IDDIN", "IDDEEN", "ADDIN", "ADDEEN",
        "ULDIN", "OLDIN", "ELDIN", "ELDINE", "ELDEEN", "ILDIN", "ALDIN", "ALDEEN", "ALDYN", "UDIN", "UDEEN", "OUDINE", "ODIN",
    ];

    private static readonly FrozenSet<string> FaithWords = Set("UDDIN UDDEEN EDDINE EDDIN EDDEEN ODDIN ADDIN ADDEEN ALDIN ALDEEN ELDIN ELDEEN ELDINE ULDIN UDIN UDEEN DEEN DINE");

    private static readonly FrozenSet<string> GodWords = Set("ULLAH OLLAH OULLAH ULLA OLLA ALLA ULAH ULLOH");

    private static readonly FrozenSet<string> Articles = Set("AL EL UL OL IL LE AD ED UD OD AR ER UR OR AS ES US OS AZ EZ UZ OZ AN EN UN AT ET UT ASH ESH USH ECH L");

    /// <summary>Of these the vowel is a grammatical ending: they stand between two words only.</summary>
    private static readonly FrozenSet<string> BoundArticles = Set("UL UR UD US UZ USH OL");

    /// <summary>What stands behind the servant without an article is not the servant's: Abdali, Abdullaev.</summary>
    private static readonly FrozenSet<string> NoServants = Set("ALA ALAH ALLA ALLAH ALLAHI ELLAH ELLA ILLAH ILLAHI ILLAHIM OLLAH OLLAHI OLLA OULLAH OULLA OULAYE OULAHI ULA ULAH ULLA ULLAH ULLAHI ULLOH");

    /// <summary>Second words of names of two, that the first is joined to with its ending (Anwarul Haq, Mujibur Rahman).</summary>
    private static readonly FrozenSet<string> SecondWords =
        Set("RAHMAN REHMAN RAHAMAN RAHIM RASHID RAZZAQ HAQ HAQUE HUQ HOQUE HAQQ HASAN HASSAN HUDA ISLAM ALAM AMIN ANAM AREFIN ARIFIN ABIDIN ABEDIN ABEDEEN KARIM KABIR BARI AZIZ AZAM MULK MALIK ZAMAN GHANI BASHAR HADI AHAD ABRAR");

    private static readonly SearchValues<char> Consonants = SearchValues.Create("BCDFGHJKLMNPQRSTVWXZ");

    /// <summary>Whole names that end so.</summary>
    private static readonly FrozenSet<string> NoFirstWords = Set("MAQBUL BULBUL MANSUR GHAFUR SHAKUR TAIMUR MANZUR MASRUR GHAYUR MAHJUR ZUHUR");

    /// <summary>Family names of two words that a family word ends.</summary>
    private static readonly FrozenDictionary<string, string> FamilyEndings =
        LetterTable.ReadWords("ZADEH ZADA ZADE ZADA ZADAH ZADA ZAY ZAI ZEY ZAI POOR POUR OGHLU OGLU OGLOU OGLU");

    /// <summary>Brings words to one form. What it answers with, it leaves as it is.</summary>
    public static List<string> Fold(List<string> words)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var apart = new List<string>(words.Count + 2);
            foreach (var word in words)
                Split(word, apart);
            var together = Arranged(apart);
            if (together.SequenceEqual(words))
                break;
            words = together;
        }
        return words;
    }

    private static void Split(string word, List<string> result)
    {
        if (UsualWords.IsAbuBakr(word))
            result.AddRange(Father, "BAKR");
        else if (IcaoSpelling.Decode(word) is { } letters)
            result.AddRange(LatinSpelling.Words(letters));
        else if (AreInitials(word))
            result.AddRange(word[..1], word[1..]);
        else if (word.Length < 4)
            result.Add(UsualWords.Of(word));
        else if (word[0] is 'A' or 'E' && Servants(word) is { } servant)
            result.AddRange(Servant, servant);
        else if (word[0] == 'A' && Fathers(word) is { } son)
            result.AddRange(Father, son);
        else if (Before(word, GodEndings) is { } ofGod && word != "AYATOLLAH" && !ofGod.StartsWith(Servant, StringComparison.Ordinal))
            result.AddRange(ofGod, God);
        else if (FaithWords.Contains(word))
            result.Add(Faith);
        else if (GodWords.Contains(word))
            result.Add(God);
        else if (Before(word, FaithEndings) is { } ofFaith)
            result.AddRange(ofFaith, Faith);
        else if (Article(word) is { } named)
            result.AddRange("AL", named);
        else
            result.Add(UsualWords.Of(Family(word)));
    }

    /// <summary>A machine readable zone leaves full stops out: S.M. becomes SM. Ng is a surname.</summary>
    private static bool AreInitials(string word) =>
        word.Length == 2 && word != "NG" && !word.AsSpan().ContainsAnyExcept(Consonants) && UsualWords.Of(word) == word && !Particles.Contains(word);

    /// <summary>What stands behind the servant and the article, or null.</summary>
    private static string? Servants(string word)
    {
        if (!word.StartsWith(ServantPrefixes[0], StringComparison.Ordinal) && !word.StartsWith(ServantPrefixes[1], StringComparison.Ordinal))
            return null;
        var rest = word.AsSpan(3);
        if (rest.Length == 0 || NoServants.Contains(rest.ToString()) || IsSlavic(rest))
            return null;
        var vowels = 0;
        while (vowels < 2 && vowels < rest.Length && rest[vowels] is 'A' or 'E' or 'I' or 'O' or 'U')
            vowels++;
        rest = rest[vowels..];
        // The article, as it is or as what follows: Abdulqadir, Abdurrahman, Abdushshakur.
        if (vowels > 0 && rest.Length >= 4 && rest[0] == 'L')
            return rest[1..].ToString();
        if (vowels > 0 && rest.Length >= 5 && rest[0] == rest[1] && SunLetters.Contains(rest[0]))
            return rest[1..].ToString();
        if (vowels > 0 && rest.Length >= 6 && rest[..2].SequenceEqual(rest[2..4]) && rest[..2] is "SH" or "CH" or "TH" or "DH")
            return rest[2..].ToString();
        // Somali and Central Asia join without it: Abdirahman, Abdumalik, Abdrahman.
        if ((vowels > 0 && rest.Length >= 5) || (vowels == 1 && rest.Length >= 4 && SunLetters.Contains(rest[0])) || (vowels == 0 && rest.Length >= 5))
            return rest.ToString();
        return null;
    }

    /// <summary>A family name made of it (Abdrahmanov) is not a servant's.</summary>
    private static bool IsSlavic(ReadOnlySpan<char> word) =>
        word.EndsWith("OV") || word.EndsWith("EV") || word.EndsWith("OVA") || word.EndsWith("EVA") || word.EndsWith("OFF") || word.EndsWith("VICH") || word.EndsWith("VNA");

    private static string? Fathers(string word)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["ABUAL", "ABUL", "ABOUL", "ABOL"])
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal) && word.Length >= prefix.Length + 4)
                return word[prefix.Length..];
        }
        return null;
    }

    private static string? Before(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }
        return null;
    }

    /// <summary>What an article is joined to in Latin letters, where the sound that follows is one that European names do not have there.</summary>
    private static string? Article(string word)
    {
        if (word.Length < 7 || !(word.StartsWith("AL", StringComparison.Ordinal) || word.StartsWith("EL", StringComparison.Ordinal)))
            return null;
        var rest = word.AsSpan(2);
        return rest[0] is 'Q' or 'J' || (rest[0] is 'H' or 'Z' && rest[1] is 'A' or 'U' or 'I') || (rest[1] == 'H' && rest[0] is 'K' or 'G' or 'S' or 'D') ? rest.ToString() : null;
    }

    private static string Family(string word)
    {
        foreach (var length in (ReadOnlySpan<int>)[5, 4, 3])
        {
            if (word.Length >= length + 3 && FamilyEndings.TryGetValue(word[^length..], out var usual))
                return string.Concat(word.AsSpan(0, word.Length - length), usual);
        }
        return word;
    }

    /// <summary>Leaves out articles inside compounds, and joins what is written as one.</summary>
    private static List<string> Arranged(List<string> words)
    {
        var result = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var (before, after) = (result.Count > 0 ? result[^1] : "", i + 1 < words.Count ? words[i + 1] : "");
            if (after.Length > 0 && before.Length > 0 && (BoundArticles.Contains(word) || (Articles.Contains(word) && (before is Servant or Father || after is Faith or God))))
                continue;
            if (before == Servant && word is God or "LAH" or "LLAH")
                result[^1] = ServantOfGod;
            else if (before == Father && UsualWords.IsBakr(word))
                result.Add("BAKR");
            else if (before.Length >= 3 && word is "ZADA" or "ZAI" or "POUR" && before is not (God or Faith))
                result[^1] = before + word;
            else if (word.Length >= 6 && IsJoined(word, words))
                result.Add(word[..^2]);
            else
                result.Add(word);
        }
        return result;
    }

    /// <summary>True for a first word with the article of the second at its end; a zone may have the second before it (RAHMAN MUJIBUR).</summary>
    private static bool IsJoined(string word, List<string> words)
    {
        var (isUl, isUr) = (word.EndsWith("UL", StringComparison.Ordinal), word.EndsWith("UR", StringComparison.Ordinal));
        return (isUl || isUr) && !NoFirstWords.Contains(word) && words.Exists(w => (isUl || w[0] == 'R') && SecondWords.Contains(w));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
