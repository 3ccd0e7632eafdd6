namespace Rahdari.Casework.Cases;

/// <summary>An age, no more exact than statistics need it.</summary>
public enum AgeGroup
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Under 12 years.</summary>
    Child,

    /// <summary>12 to 17 years.</summary>
    Adolescent,

    /// <summary>18 to 29 years.</summary>
    YoungAdult,

    /// <summary>30 years and older.</summary>
    Adult,
}
