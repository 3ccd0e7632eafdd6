using System.Collections.Frozen;
using System.Globalization;

namespace Rahdari.Documents.States;

/// <summary>For how long a State issues ordinary passports.</summary>
/// <param name="AdultYears">Most years for an adult.</param>
/// <param name="ChildYears">Most years for a child.</param>
/// <param name="AdultAge">The age at issue from which one is an adult for this.</param>
/// <param name="AddedMonths">Months that the State may add.</param>
public sealed record PassportValidity(int AdultYears, int ChildYears, int AdultAge, int AddedMonths)
{
    private static readonly FrozenDictionary<string, PassportValidity> States = DataTable.Rows("States.validity.tsv").ToFrozenDictionary(
        row => row[0],
        row => new PassportValidity(Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4])));

    /// <summary>The States that are known.</summary>
    public static IReadOnlyCollection<string> Known => States.Keys;

    /// <summary>A State's, or null where it is not known.</summary>
    public static PassportValidity? Of(string state) => States.GetValueOrDefault(state);

    /// <summary>The latest day to which a passport issued on a day to a holder born on a day can be valid, and the years of the rule.</summary>
    /// <param name="issued">The day of issue.</param>
    /// <param name="born">The earliest day of birth, or null where it is not known: then an adult's.</param>
    public (DateOnly Latest, int Years, bool IsChild) From(DateOnly issued, DateOnly? born)
    {
        var isChild = born is { } day && issued.AddYears(-AdultAge) < day && day <= issued;
        var years = isChild ? ChildYears : AdultYears;
        // The calendar ends with the year 9999.
        return issued.Year + years + 2 > DateOnly.MaxValue.Year ? (DateOnly.MaxValue, years, isChild) : (issued.AddYears(years).AddMonths(AddedMonths), years, isChild);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
