using Rahdari.Bench.Screening.Names;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>Invented travellers of the region, none of whom is meant to be on a list: every alert for one is false.</summary>
internal static class Travellers
{
    private static readonly DateOnly First = new(1945, 1, 1);
    private static readonly int Days = new DateOnly(2008, 12, 31).DayNumber - First.DayNumber + 1;

    /// <summary>The traveller of a number.</summary>
    public static PersonQuery Of(RegionNames names, int number)
    {
        var dice = Dice.For("traveller", number);
        var nationality = names.Nationality(dice);
        var sex = dice.Chance(0.35) ? 'F' : 'M';
        return new PersonQuery(names.Name(nationality, sex, dice)) { DateOfBirth = Birth(dice), Nationality = nationality, Sex = sex };
    }

    /// <summary>A day between 1945 and 2008; of one in ten, 1 January, as where only the year was known.</summary>
    public static PartialDate Birth(Dice dice)
    {
        var day = First.AddDays(dice.Next(Days));
        return PartialDate.From(dice.Chance(0.1) ? new DateOnly(day.Year, 1, 1) : day);
    }
}
