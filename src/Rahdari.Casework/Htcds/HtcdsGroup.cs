namespace Rahdari.Casework.Htcds;

/// <summary>Where a field of the standard stands: once in a case, or in something of which a case has many.</summary>
public enum HtcdsGroup
{
    /// <summary>The case itself and its one victim.</summary>
    Case,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A perpetrator: the fields of a person and the roles in the process.</summary>
    Perpetrator,

    /// <summary>A referral to another organisation; the standard says that there may be several.</summary>
    Referral,

    /// <summary>What a caseworker noted.</summary>
    Comment,

    /// <summary>Something that happened: recruitment, transit, exploitation.</summary>
    Event,

    /// <summary>A plan of support.</summary>
    Plan,
}
