using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Crossings;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Encounters;

/// <summary>What the border itself finds, beside the document's inspection and the watchlists.</summary>
internal static class CounterRules
{
    /// <summary>The stay: overstayed, never entered, never left. Nationals have no stay to count.</summary>
    public static IEnumerable<Finding> OfStay(Direction direction, MrzFields document, Stay? stay, SiteSettings settings)
    {
        var alien = document.Nationality != settings.Country;
        if (stay is { DaysOver: > 0 })
            yield return BorderRule.Overstayed.Broken(null, ("days", $"{stay.DaysOver}"), ("permittedUntil", $"{stay.PermittedUntil:yyyy-MM-dd}"));
        if (stay is { ExtendedBy: { } extension })
            yield return BorderRule.StayExtended.Broken(null, ("until", $"{stay.PermittedUntil:yyyy-MM-dd}"), ("extension", extension));
        if (direction == Direction.Entry && stay is not null)
            yield return BorderRule.AlreadyInside.Broken(null, ("port", stay.EntryPort), ("entered", $"{settings.LocalDay(stay.EnteredAt):yyyy-MM-dd}"));
        if (direction == Direction.Exit && stay is null && alien)
            yield return BorderRule.NoEntry.Broken();
    }

    /// <summary>A minor without a responsible adult. Where the date of birth is partial, the youngest possible age counts.</summary>
    public static IEnumerable<Finding> OfMinor(MrzFields document, bool accompanied, DateOnly today, SiteSettings settings)
    {
        if (!accompanied && YoungestAge.On(today, document.DateOfBirth) is { } age && age < settings.AgeOfMajority)
            yield return BorderRule.MinorAlone.Broken("DateOfBirth", ("age", $"{age}"));
    }

    /// <summary>On which flight the holder was announced, and that the carrier said otherwise afterwards.</summary>
    public static IEnumerable<Finding> OfAnnouncement(AnnouncedSeen? announced)
    {
        if (announced is { Boarding: Boarding.NotOnBoard })
            yield return BorderRule.AnnouncedAbsent.Broken(null, ("flight", announced.Flight), ("day", $"{announced.Day:yyyy-MM-dd}"));
        else if (announced is not null)
            yield return BorderRule.Announced.Broken(null, ("flight", announced.Flight), ("day", $"{announced.Day:yyyy-MM-dd}"), ("seat", announced.Seat.Length == 0 ? "–" : announced.Seat));
    }

    /// <summary>Nobody was screened where no list of persons is in force, or the policy screens none; the officer must know.</summary>
    public static IEnumerable<Finding> OfScreening(Screened screened)
    {
        if (!screened.HasPersons)
            yield return BorderRule.NoWatchlist.Broken();
    }
}
