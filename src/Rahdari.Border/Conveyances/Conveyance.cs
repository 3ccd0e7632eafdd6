using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Crossings;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Conveyances;

/// <summary>By what a traveller came or goes.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Number">The flight, the ship, the train, the registration; null where nobody asked.</param>
public sealed record Conveyance(ConveyanceKind Kind, string? Number = null)
{
    /// <summary>The day of its coming or going at the port; null where that is the day of the crossing.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The rule that it breaks, or null. As it is kept: upper case, the number without blanks and hyphens (a ship's name keeps them), a flight's without zeros before it.</summary>
    /// <param name="given">As told; null where nobody told.</param>
    /// <param name="crossing">The day of the crossing: nobody waits longer than <see cref="DaysAbout"/> days about it.</param>
    /// <param name="kept">As it is kept.</param>
    public static Finding? Check(Conveyance? given, DateOnly crossing, out Conveyance? kept)
    {
        kept = given;
        if (given is null)
            return null;
        if (given.Day is { } day && Math.Abs(day.DayNumber - crossing.DayNumber) > DaysAbout)
            return BorderRule.ConveyanceDay.Broken("conveyance.day", ("day", $"{day:yyyy-MM-dd}"), ("days", $"{DaysAbout}"));
        var text = (given.Number ?? "").Trim().ToUpperInvariant();
        if (!Enum.IsDefined(given.Kind) || text.Length > LongestNumber)
            return Wrong(given.Kind, text);
        if (text.Length == 0)
        {
            kept = given with { Number = null };
            return null;
        }
        var number = given.Kind switch
        {
            ConveyanceKind.Flight => FlightOf(Joined(text)),
            ConveyanceKind.Vessel => VesselOf(text),
            ConveyanceKind.Foot => null,
            _ => Joined(text) is { Length: > 0 and <= LongestRegistration } joined && joined.All(char.IsLetterOrDigit) ? joined : null,
        };
        kept = given with { Number = number };
        return number is null ? Wrong(given.Kind, text) : null;
    }

    /// <summary>
    /// By what the traveller of an encounter comes or goes: the flight on which the carrier announced the very document, and otherwise what the
    /// counter works on.
    /// </summary>
    internal static Conveyance? Of(Conveyance? given, AnnouncedSeen? announced, Direction direction, string port)
    {
        if (announced is not { Flight.Length: > 0, Boarding: not Boarding.NotOnBoard } || given is { Kind: not ConveyanceKind.Flight } || !announced.IsOf(direction, port))
            return given;
        return new Conveyance(ConveyanceKind.Flight, announced.Flight) { Day = direction == Direction.Entry ? announced.Day : null };
    }

    /// <summary>Told where the counter works on another flight than the one on which the traveller was announced: boarding passes are swapped in transit halls.</summary>
    internal static IEnumerable<Finding> Differing(Conveyance? given, Conveyance? taken)
    {
        if (given?.Number is { } worked && taken?.Number is { } announced && worked != announced)
            yield return BorderRule.ConveyanceOther.Broken(null, ("announced", announced), ("worked", worked));
    }

    /// <summary>Days about a conveyance's day in which its travellers cross: they wait in queues and in transit halls.</summary>
    internal const int DaysAbout = 2;

    private const int LongestNumber = 40;
    private const int LongestRegistration = 15;

    private static Finding Wrong(ConveyanceKind kind, string text) => BorderRule.ConveyanceInvalid.Broken("conveyance.number", ("kind", $"{kind}"), ("number", text.Length > LongestNumber ? text[..LongestNumber] : text));

    private static string Joined(string text) => string.Concat(text.Where(c => c is not (' ' or '-' or '\u00A0')));

    /// <summary>IATA's two characters, of which one is a letter, or ICAO's three letters; one to four digits; perhaps a letter.</summary>
    private static string? FlightOf(string text)
    {
        var carrier = text.Length > 2 && char.IsAsciiLetter(text[2]) ? 3 : 2;
        if (text.Length <= carrier || !text[..carrier].All(char.IsAsciiLetterOrDigit) || !text[..2].Any(char.IsAsciiLetter) || (carrier == 3 && !text[..3].All(char.IsAsciiLetter)))
            return null;
        var number = char.IsAsciiLetter(text[^1]) ? text[carrier..^1] : text[carrier..];
        return number.Length is >= 1 and <= 4 && number.All(char.IsAsciiDigit) ? Announcement.FlightNumber(text) : null;
    }

    /// <summary>A name, or <c>IMO</c> with the seven digits of which the last proves the others (IMO resolution A.1117(30)).</summary>
    private static string? VesselOf(string text)
    {
        var joined = Joined(text);
        var digits = joined.StartsWith("IMO", StringComparison.Ordinal) ? joined[3..] : joined;
        if (digits.Length > 0 && digits.All(char.IsAsciiDigit))
            return digits.Length == 7 && Enumerable.Range(0, 6).Sum(i => (digits[i] - '0') * (7 - i)) % 10 == digits[6] - '0' ? $"IMO{digits}" : null;
        return text.Any(char.IsLetter) && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '\'') ? string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;
    }
}
