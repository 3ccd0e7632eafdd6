using System.Collections.Frozen;

namespace Rahdari.Matching.Names;

/// <summary>Words that many names carry and few are told apart by.</summary>
internal static class Particles
{
    private static readonly FrozenSet<string> Words = new[]
    {
        // articles and patronymics (Arabic, Persian, Turkic, European)
        "AL", "EL", "UL", "AS", "AD", "AR", "AZ", "BIN", "BEN", "IBN", "BINT", "BINTE", "BINTI", "OULD", "WALAD", "WALD", "ZADEH", "OGLU", "OGLY", "KYZY",
        "DE", "DEL", "DELA", "DI", "DA", "DOS", "DAS", "LA", "LE", "LOS", "VAN", "VON", "DER", "DEN", "TEN", "TER", "Y", "E",
        // honorifics and titles
        "HAJI", "HAJJI", "HAJ", "HAJJ", "ALHAJ", "MULLAH", "MULLA", "MAULANA", "MAWLANA", "MAULAVI", "MAULVI", "MAWLAWI", "MAWLAVI", "MOLVI", "SHEIKH",
        "SHAIKH", "SHAYKH", "SHEIK", "SHAIK", "SYED", "SAYED", "SAYYED", "SAYYID", "QARI", "HAFIZ", "USTAD", "USTAZ", "DR", "MR", "MRS", "MS",
        "ENG", "ENGINEER", "GEN", "GENERAL", "COL", "COLONEL", "BIBI", "BEGUM",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that carries little weight.</summary>
    public static bool Contains(string token) => Words.Contains(token);
}
