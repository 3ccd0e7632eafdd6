namespace Rahdari.Casework.Consultations;

/// <summary>Whom a consultation asks, and for whom a contributor speaks.</summary>
public enum StakeholderGroup
{
#pragma warning disable CS1591 // The names say it.
    Public,
    Survivors,
    CivilSociety,
    LawEnforcement,
    Prosecution,
    Judiciary,
    Government,
    LocalGovernment,
    Workers,
    Employers,
    Recruiters,
    HealthAndEducation,
    Academia,
    Media,
    CommunityLeaders,
    InternationalOrganisations,
#pragma warning restore CS1591
}
