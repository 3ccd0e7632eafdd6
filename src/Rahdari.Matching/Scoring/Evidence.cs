namespace Rahdari.Matching.Scoring;

/// <summary>
/// What agreements and disagreements weigh, in bits (log-odds, base 2), after Fellegi and Sunter: how much oftener one person's records compare
/// so than two people's do. Set on principle; what comes of it is measured: docs/measurements/screening.md.
/// </summary>
internal static class Evidence
{
    /// <summary>One traveller in a thousand is taken to be listed.</summary>
    public const double ListedTraveller = -10;

    /// <summary>A shorter list names fewer travellers, and each entry as seldom.</summary>
    public const int FewestEntries = 4096;

    /// <summary>What a list calls a weak alias speaks for less.</summary>
    public const double LowAlias = -5;

    /// <summary>A whole name that is equal, where nothing contradicts, is told though it be so many bits less probable.</summary>
    public const double WholeName = 13;

    /// <summary>On a larger list it is told less readily, a bit for each doubling: somebody on it has every common name.</summary>
    public const int EntriesOfWholeName = 8192;

    /// <summary>Other names, each on either side, contradict.</summary>
    public const double Contradiction = -4.5;

    /// <summary>A part that one side leaves out: its own weight times this.</summary>
    public const double Omission = -0.3;

    /// <summary>The least and the most that a token weighs: one part of a name alone proves little, for families share it.</summary>
    public const double LightestToken = 2, HeaviestToken = 14;

    /// <summary>The most that an initial earns: one name in ten begins with it.</summary>
    public const double Initial = 3;

    /// <summary>A particle or honorific.</summary>
    public const double Particle = 0.4;

    /// <summary>However different two names are.</summary>
    public const double WorstName = -10;

    /// <summary>One day in some 60 years: 14.4 bits by chance, less what typing errors and invented dates take.</summary>
    public const double SameDay = 13;

    /// <summary>1 January is what is written where only the year is known: a year, and that both wrote it so.</summary>
    public const double SameFirstOfJanuary = 6.5;

    /// <summary>Both know only the year, or year and month; a day that a list calls approximate.</summary>
    public const double SameYear = 5, SameMonth = 8, SameCircaDay = 9;

    /// <summary>Day and month exchanged, or one digit off.</summary>
    public const double SwappedDay = 9, OneDigitOff = 5;

    /// <summary>"Beside" is a day or two: tables of a Hijri calendar differ by as many, and its days begin at sunset.</summary>
    public const int DaysOfConversion = 2;

    /// <summary>A day or two beside: four of 22,000 days, 12.4 bits by chance; one record in eighty is converted or mistyped so.</summary>
    public const double NearDay = 6;

    /// <summary>A day in a Hijri calendar, lunar or solar, that is the other's, or beside it: six days of 22,000, 11.8 bits by chance, less what typing errors take as from <see cref="SameDay"/>.</summary>
    public const double SameHijriDay = 10;

    /// <summary>Day and month of the lunar calendar beside a year that was converted: six days, 11.8 bits by chance; one record in four hundred may be so.</summary>
    public const double KeptHijriDay = 3;

    /// <summary>Another day of the year, a day of the year beside it, of a year further off.</summary>
    public const double OtherDay = -1.5, NextYear = -2, OtherYear = -5;

    /// <summary>"Circa" allows this many years on either side.</summary>
    public const int CircaYears = 2;

    /// <summary>
    /// The same town or province: one person in 25 of a region by chance, and three records of one person in five, for one names the village and another the State.
    /// The same State, where one side knows no more; another place.
    /// </summary>
    public const double SameBirthPlace = 4, SameStateOfBirth = 1, OtherBirthPlace = -1.5;

    /// <summary>Nationalities agree among neighbours, and people have several.</summary>
    public const double SameNationality = 2, OtherNationality = -2;

    /// <summary>Most listed persons are men, so agreement says little.</summary>
    public const double SameSex = 0.3, OtherSex = -6;

    /// <summary>A number of one State, which gives none twice: told whatever else is said; of a State that does not fit; one too short to be rare.</summary>
    public const double SameNumber = 40, SameNumberOtherState = 18, ShortNumber = 9;

    /// <summary>One side leaves out a check digit, the last digit of an identity number, or leading zeros: one number in ten ends so by chance.</summary>
    public const double DigitLeftOut = -3.3;

    /// <summary>
    /// Another Pakistani identity number. It is given for life, but of one person in ten a record has a second one, a relative's or none of theirs. Another
    /// number of a passport weighs nothing: it is renewed.
    /// </summary>
    public const double OtherCnic = -3;

    // Years of birth that are about as common as each other.
    private const double CommonYears = 50;

    /// <summary>A probability in bits.</summary>
    public static double Bits(double probability) => Math.Log2(probability / Math.Max(1 - probability, 1e-15));

    /// <summary>The prior among so many entries: which of them, is one in as many.</summary>
    public static double PriorOf(int entries) => ListedTraveller - Math.Log2(Math.Max(FewestEntries, entries));

    /// <summary>How much less probable a whole name may be among so many entries.</summary>
    public static double WholeNameOf(int entries) => Math.Max(0, WholeName - Math.Log2(Math.Max(1, entries / (double)EntriesOfWholeName)));

    /// <summary>A date within so many years that a list gives: the more of them, the less.</summary>
    public static double WithinSpan(double years) => Math.Clamp(Math.Log2(CommonYears / Math.Max(years, 1)), 0, SameYear);
}
