namespace Rahdari.Casework.Cases;

/// <summary>How a case came to be known.</summary>
public enum CaseOrigin
{
    /// <summary>A border officer referred a traveller.</summary>
    Referral,

    /// <summary>A victim, a relative or a witness reported it.</summary>
    Complaint,

    /// <summary>The police or another authority found it.</summary>
    Authority,

    /// <summary>An organisation that helps victims told of it.</summary>
    Organisation,

    /// <summary>A mission abroad or another State told of it.</summary>
    Abroad,

    /// <summary>The circle found it by itself.</summary>
    OwnEnquiry,
}
