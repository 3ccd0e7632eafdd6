namespace Rahdari.Casework.Shelter.Organisations;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind
{
#pragma warning disable CS1591 // The names are those of the field.
    Shelter,
    Medical,
    Psychological,
    LegalAid,
    ChildProtection,
    ReturnAndReintegration,
    Embassy,
    Other,
#pragma warning restore CS1591
}
