using System.Globalization;
using Rahdari.Bench.Screening.Quality;
using Rahdari.Dates;

namespace Rahdari.Bench.Screening.Noise;

/// <summary>How a document's date of birth differs from the listed one.</summary>
internal static class DateNoise
{
    /// <summary>The shares, for the report.</summary>
    public const string Model = "exact 70 %, day and month swapped 5 %, one digit off 5 %, year alone 8 %, 1 January 5 %, a year off 4 %, wrong 3 %";

    /// <summary>The date as a traveller shows it; what cannot be done to a date (a swap with day 20) leaves it exact.</summary>
    public static PartialDate Of(DateOnly born, Dice dice) => dice.Share() switch
    {
        < 0.70 => PartialDate.From(born),
        < 0.75 => PartialDate.TryCreate(born.Year, born.Day, born.Month, out var swapped) ? swapped : PartialDate.From(born),
        < 0.80 => OneDigitOff(born, dice),
        < 0.88 => PartialDate.Of(born.Year),
        < 0.93 => PartialDate.Of(born.Year, 1, 1),
        < 0.97 => PartialDate.From(born.AddYears(dice.Chance(0.5) ? 1 : -1)),
        _ => Travellers.Birth(dice),
    };

    private static PartialDate OneDigitOff(DateOnly born, Dice dice)
    {
        var digits = born.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        for (var tries = 0; tries < 50; tries++)
        {
            var at = 2 + dice.Next(6); // The century is not mistaken.
            var changed = $"{digits[..at]}{(char)('0' + dice.Next(10))}{digits[(at + 1)..]}";
            if (changed != digits && DateOnly.TryParseExact(changed, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other))
                return PartialDate.From(other);
        }
        return PartialDate.From(born);
    }
}
