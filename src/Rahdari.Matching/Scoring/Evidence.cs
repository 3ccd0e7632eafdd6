using System.Numerics;

namespace Rahdari.Matching.Scoring;

/// <summary>
/// What agreements and disagreements weigh, in bits (log-odds, base 2), after Fellegi and Sunter. Set on principle: how
/// often two different people agree by chance, how often one person's records disagree.
/// </summary>
internal static class Evidence
{
    /// <summary>A person taken at random is hardly ever a given entry; names and the rest must make up for it.</summary>
    public const double Prior = -9;

    /// <summary>For so many entries; each doubling beyond makes a chance likeness twice as likely.</summary>
    public const int EntriesOfPrior = 4096;

    /// <summary>What a list calls a weak alias speaks for less.</summary>
    public const double LowAlias = -5;

    /// <summary>A whole name, equal, is worth an officer's attention by itself, but where a list is as large as a country's.</summary>
    public const double WholeName = 10;

    /// <summary>Other names, each on either side, contradict.</summary>
    public const double Contradiction = -4;

    /// <summary>A part that one side leaves out: its own weight times this.</summary>
    public const double Omission = -0.2;

    /// <summary>The least that a token can weigh.</summary>
    public const double LightestToken = 2;

    /// <summary>The most that a token can weigh, beyond what the prior takes: one part of a name alone proves little.</summary>
    public const double HeaviestTokenBeyondPrior = 2;

    /// <summary>The most that an initial earns: one name in ten begins with it.</summary>
    public const double Initial = 3;

    /// <summary>A particle or honorific.</summary>
    public const double Particle = 0.4;

    /// <summary>However different two names are.</summary>
    public const double WorstName = -10;

    /// <summary>One day in some 60 years: 14.4 bits by chance, less what typing errors and invented dates take.</summary>
    public const double SameDay = 11;

    /// <summary>Both know only the year, or year and month.</summary>
    public const double SameYear = 4, SameMonth = 7.5;

    /// <summary>Day and month exchanged, or one digit off.</summary>
    public const double SwappedDay = 8, OneDigitOff = 5;

    /// <summary>A day within what a list calls approximate or a span of years.</summary>
    public const double WithinSpan = 2.5;

    /// <summary>A year beside the listed one; years apart.</summary>
    public const double NextYear = -1.5, OtherDay = -3, OtherYear = -7;

    /// <summary>"Circa" allows this many years on either side.</summary>
    public const int CircaYears = 2;

    /// <summary>Nationalities agree among neighbours, and people have several.</summary>
    public const double SameNationality = 2, OtherNationality = -1;

    /// <summary>Most listed persons are men, so agreement says little.</summary>
    public const double SameSex = 0.3, OtherSex = -6;

    /// <summary>A number of one State; of a State that does not fit; one too short to be rare.</summary>
    public const double SameNumber = 20, SameNumberOtherState = 9, ShortNumber = 5;

    /// <summary>The prior among so many entries.</summary>
    public static double PriorOf(int entries) => Prior - Math.Max(0, BitOperations.Log2((uint)Math.Max(1, entries)) - BitOperations.Log2(EntriesOfPrior));
}
