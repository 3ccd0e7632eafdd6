using Rahdari.Dates;

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

/// <summary>Age groups from dates of birth.</summary>
public static class AgeGroups
{
    /// <summary>The group on a day: the youngest that is possible, and not known where not even the year of birth is.</summary>
    public static AgeGroup On(DateOnly day, PartialDate dateOfBirth)
    {
        if (dateOfBirth.Latest() is not { } born)
            return AgeGroup.Unknown;
        bool IsUnder(int years) => born.AddYears(years) > day;
        return IsUnder(12) ? AgeGroup.Child : IsUnder(18) ? AgeGroup.Adolescent : IsUnder(30) ? AgeGroup.YoungAdult : AgeGroup.Adult;
    }
}
