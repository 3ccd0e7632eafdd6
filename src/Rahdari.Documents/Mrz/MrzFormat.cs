namespace Rahdari.Documents.Mrz;

/// <summary>The machine readable zone formats of ICAO Doc 9303.</summary>
public enum MrzFormat
{
    /// <summary>Three lines of 30: identity cards (Doc 9303-5).</summary>
    TD1,

    /// <summary>Two lines of 36: larger identity cards (Doc 9303-6).</summary>
    TD2,

    /// <summary>Two lines of 44: passports (Doc 9303-4).</summary>
    TD3,

    /// <summary>Two lines of 44: full-size visas (Doc 9303-7).</summary>
    MRVA,

    /// <summary>Two lines of 36: small visas (Doc 9303-7).</summary>
    MRVB,

    /// <summary>Two lines of 36: the French identity card of 1988 to 2021.</summary>
    FrenchIdentityCard,

    /// <summary>Lines of 9, 30 and 30: the Swiss driving licence.</summary>
    SwissDrivingLicence,

    /// <summary>One line of 30: the French driving licence.</summary>
    FrenchDrivingLicence,

    /// <summary>One line of 30: the Dutch driving licence; it names nobody.</summary>
    DutchDrivingLicence,

    /// <summary>Two lines of 44: the Russian internal passport; names letter by letter from Cyrillic (<c>SMIRNOV</c>, <c>2JIKOV</c>).</summary>
    RussianInternalPassport,
}
