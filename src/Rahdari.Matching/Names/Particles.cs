using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>
/// Words that many names carry and few are told apart by: articles, patronymic words, honorifics, titles of office and generation words.
/// A word that is the whole of many people's name as well (Khan, Shah, Malik, Chaudhry, Mirza, Sahib) is no particle: who leaves it
/// out leaves out a name. Such words weigh little by <see cref="CommonNames"/>. In the form of <see cref="UsualWords"/>.
/// </summary>
internal static class Particles
{
    private static readonly FrozenSet<string> Words = string.Join(' ',
        // articles and patronymics (Arabic, Persian, Turkic, European)
        "AL EL UL AS AD AR AZ ASH ESH UD UR US UZ BIN BINT OULD ZADA OGLU KYZY",
        "DE DEL DELA DI DA DOS DAS LA LE LOS VAN VON DER DEN TEN TER Y E",
        // religious and social honorifics
        "HAJI HAJ MULLAH MAULANA MAULVI SHEIKH SYED SYEDA QARI HAFIZ HAFIZA USTAD MUFTI ALLAMA AYATOLLAH BIBI BEGUM SHRI SRI SHRIMATI SMT JANAB",
        // titles of office and learning
        "DR DOCTOR MR MRS MS MISS PROF PROFESSOR ENG ENGR ENGINEER ADV ADVOCATE",
        "GEN GENERAL COL COLONEL MAJ BRIG BRIGADIER CAPT CAPTAIN LT SGT CDR COMMANDER",
        // generations
        "JR SR JNR SNR II III IV").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that carries little weight.</summary>
    public static bool Contains(string token) => Words.Contains(token);
}
