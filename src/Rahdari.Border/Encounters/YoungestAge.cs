using Rahdari.Dates;

namespace Rahdari.Border.Encounters;

/// <summary>How old somebody is at least. Where the date of birth is partial, the youngest possible age counts: who is known by this year alone is an infant.</summary>
internal static class YoungestAge
{
    /// <summary>Whole years on a day; null where not even the year of birth is known.</summary>
    public static int? On(DateOnly day, PartialDate dateOfBirth)
    {
        if (dateOfBirth.Latest() is not { } born)
            return null;
        var years = day.Year - born.Year;
        return Math.Max(0, years > 0 && born.AddYears(years) > day ? years - 1 : years);
    }
}
