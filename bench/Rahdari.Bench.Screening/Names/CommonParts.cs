namespace Rahdari.Bench.Screening.Names;

/// <summary>
/// The parts that most names of the region are made of, by rough frequency. The published tables of names by country are
/// short and flat; without these an invented traveller would share too little with others and with the lists.
/// </summary>
internal static class CommonParts
{
    /// <summary>Given names of men and parts that stand with them.</summary>
    public static readonly (string Part, double Weight)[] Men =
    [
        ("MUHAMMAD", 100), ("AHMED", 34), ("ALI", 34), ("MOHAMMAD", 22), ("HUSSAIN", 20), ("ABDUL", 20), ("AHMAD", 18), ("HASSAN", 14), ("MOHAMMED", 14), ("GHULAM", 14),
        ("SYED", 12), ("IMRAN", 9), ("USMAN", 9), ("BILAL", 9), ("UMAR", 8), ("ABDULLAH", 8), ("TARIQ", 7), ("ASIF", 7), ("RASHID", 7), ("SAJID", 7), ("NASIR", 7), ("IBRAHIM", 7),
        ("YOUSAF", 6), ("KHALID", 6), ("SHAHID", 6), ("ARSHAD", 6), ("NADEEM", 6), ("ZAHID", 5), ("SALEEM", 5), ("IRFAN", 5), ("HAMZA", 5), ("WAQAS", 5), ("FAISAL", 5),
        ("ABDUL RAHMAN", 5), ("ABDUL REHMAN", 4), ("ISMAIL", 4), ("SAEED", 4), ("AMIR", 4), ("ADNAN", 4), ("KAMRAN", 4), ("MUSTAFA", 4), ("OMAR", 4), ("MAHMOUD", 4), ("NAJIBULLAH", 3),
        ("ABDUL GHAFFAR", 3), ("ABDUL AZIZ", 3), ("ABDUL HAMEED", 3), ("RAHMATULLAH", 3), ("HABIBULLAH", 3), ("SANAULLAH", 3), ("REZA", 3), ("MEHDI", 3), ("KARIM", 3), ("RAHIM", 3),
        ("GUL", 3), ("SHER", 3), ("NOOR", 3), ("ZIA", 2), ("ZAHIR", 2), ("DAUD", 2), ("MANSOOR", 2), ("HAMID", 2), ("HAROON", 2), ("JAMSHED", 2), ("FAZAL", 2), ("AKBAR", 2),
    ];

    /// <summary>Given names of women and parts that stand with them.</summary>
    public static readonly (string Part, double Weight)[] Women =
    [
        ("FATIMA", 20), ("BIBI", 20), ("AYESHA", 14), ("MARYAM", 12), ("ZAINAB", 10), ("SHAZIA", 8), ("NAZIA", 7), ("SAIMA", 7), ("RUKHSANA", 7), ("SADIA", 7), ("KHADIJA", 7), ("NASREEN", 6),
        ("SUMAIRA", 5), ("SHABANA", 5), ("ROBINA", 5), ("AMINA", 5), ("HINA", 5), ("SANA", 5), ("ZAHRA", 5), ("KHALIDA", 4), ("SHAHNAZ", 4), ("GUL", 3), ("NOOR", 3), ("PARVEEN", 9),
    ];

    /// <summary>Last parts.</summary>
    public static readonly (string Part, double Weight)[] Last =
    [
        ("KHAN", 60), ("AHMED", 24), ("ALI", 24), ("HUSSAIN", 20), ("SHAH", 14), ("MALIK", 11), ("AHMAD", 10), ("IQBAL", 8), ("ULLAH", 7), ("BUTT", 6), ("CHAUDHRY", 5), ("MAHMOOD", 6),
        ("ASLAM", 5), ("AKRAM", 5), ("ANWAR", 5), ("AKHTAR", 5), ("RAZA", 5), ("ABBAS", 5), ("SHEIKH", 4), ("QURESHI", 4), ("MUGHAL", 3), ("BALOCH", 3), ("AFRIDI", 3), ("BHATTI", 3), ("JAN", 3),
        ("AWAN", 3), ("SIDDIQUI", 3), ("HASHMI", 2), ("RANA", 2), ("MIRZA", 2), ("AHMADI", 3), ("MOHAMMADI", 3), ("HOSSEINI", 2), ("NOORI", 2), ("HAIDARI", 2), ("KARIMI", 2), ("RAHIMI", 2),
        ("STANEKZAI", 2), ("YOUSAFZAI", 2), ("POPALZAI", 1), ("ACHAKZAI", 2), ("AL HASHIMI", 1), ("AL SAEED", 1), ("AL QAHTANI", 1), ("SINGH", 3), ("KUMAR", 3), ("HASAN", 3), ("ISLAM", 4),
    ];

    /// <summary>Last parts of women besides.</summary>
    public static readonly (string Part, double Weight)[] LastOfWomen = [("BIBI", 30), ("BEGUM", 16), ("KHATOON", 8), ("PARVEEN", 8), ("KAUSAR", 4), ("AKHTAR", 6)];
}
