namespace Rahdari.Casework.Cases;

/// <summary>What somebody is suspected to have done.</summary>
public enum AccusedRole
{
#pragma warning disable CS1591 // The names are those of the field.
    Unknown,
    Recruiter,
    Transporter,
    Harbourer,
    Exploiter,
    Organiser,
    Financier,
    Forger,
    Official,
#pragma warning restore CS1591
}
