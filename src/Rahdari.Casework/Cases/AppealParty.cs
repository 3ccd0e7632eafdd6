namespace Rahdari.Casework.Cases;

/// <summary>Who appeals.</summary>
public enum AppealParty
{
    /// <summary>The prosecution.</summary>
    Prosecution,

    /// <summary>The accused.</summary>
    Accused,

    /// <summary>The complainant or the victim.</summary>
    Complainant,
}
