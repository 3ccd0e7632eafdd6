using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Words of names that are written in many ways, each with the one that stands for all: the commonest name and its abbreviations,
/// patronymic words, titles, and what compounds begin with.
/// </summary>
internal static class UsualWords
{
    /// <summary>The usual form, then those that it stands for.</summary>
    private static readonly string[] Forms =
    [
        "MUHAMMAD MOHD MUHD MHD MOHMD MD",
        "ABD ABDUL ABDEL ABDAL ABDOL ABDIL ABDOUL ABDULL ABDELL ABDUR ABDER ABDAR ABDOR ABDUS ABDES ABDAS ABDOS ABDUN ABDEN ABDUZ ABDEZ ABDUD ABDED ABDUT ABDET ABDUSH ABDESH ABDECH EBD",
        "ABDULLAH ABDALLAH ABDALLA ABDULLA ABDOLLAH ABDOLLA ABDELLAH ABDELLA ABDILLAH ABDOULLAH ABDULLOH ABDULAH ABDALAH ABDULA ABDULLAHI ABDALLAHI ABDILLAHI ABDULAHI",
        "ABU ABOU ABO ABUL ABOUL ABOL",
        "UMM UM OUM OUMM",
        "BIN IBN BEN IBNE IBNI EBN EBNE",
        "BINT BENT BINTE BINTI BINTU",
        "OULD WALAD WALD WULD WELD OUELD ULD VALAD",
        "ZADA ZADEH ZADE ZADAH",
        "ZAI ZAY ZEY",
        "POUR POOR",
        "OGLU OGLY OGLI OGLOU OGHLU OGHLI OGHLY UGLI UGLU UGHLI OUGLY",
        "KYZY KIZI QIZI QYZY GYZY KYZI GIZI",
        "SYED SAYED SAYYED SAYYID SEYED SEYYED SEYYID",
        "SHEIKH SHAIKH SHAYKH SHEIK SHAIK SHEYKH SHEEKH CHEIKH CHEIK",
        "HAJI HAJJI ALHAJI ALHAJJI HADJI HACI",
        "HAJ HAJJ ALHAJ ALHAJJ HADJ ELHADJ ELHADJI",
        "MULLAH MULLA MOLLA MOLLAH",
        "MAULVI MAULAVI MAWLAWI MAWLAVI MOLVI MOULVI MOLAVI MOWLAVI MULVI MOULAVI",
        "MAULANA MAWLANA MOULANA MOLANA",
        "QARI QARY QAREE",
        "USTAD USTAZ OSTAD USTADH",
        "BEGUM BEGAM BEGOM",
        "MUFTI MUFTY MOFTI",
    ];

    private static readonly FrozenDictionary<string, string> Usual = Forms.Select(f => f.Split(' '))
        .SelectMany(words => words.Skip(1).Select(word => KeyValuePair.Create(word, words[0]))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bakr = "BAKR BAKAR BAKER BAKIR BACAR BACKER BEKR BAKKAR".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AbuBakr = "ABUBAKR ABUBKR ABUBAKAR ABUBAKER ABUBAKIR ABUBACAR ABUBACKER ABUBEKR ABUBAKKAR ABOUBAKR ABOUBAKAR ABOUBAKER ABOUBACAR ABOBAKR ABOBAKAR ABOBAKER ABOUBEKR"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The word that stands for it; itself where none does.</summary>
    public static string Of(string word) => Usual.GetValueOrDefault(word, word);

    /// <summary>True for Abu Bakr in one word.</summary>
    public static bool IsAbuBakr(string word) => AbuBakr.Contains(word);

    /// <summary>True for how Bakr is written behind Abu.</summary>
    public static bool IsBakr(string word) => Bakr.Contains(word);
}
