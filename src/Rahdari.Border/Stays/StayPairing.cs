using Rahdari.Border.Crossings;
using Rahdari.Border.Permissions;
using Rahdari.Border.Sites;

namespace Rahdari.Border.Stays;

/// <summary>
/// Pairs a traveller's entries and exits into stays, whatever documents and ports they used. What comes of it depends on when they crossed and not on the order in
/// which the records arrived: a record that an offline port sends late ends the stay that it ended.
/// </summary>
internal static class StayPairing
{
    /// <summary>The stays, newest first. Each crossing is a leg of one; refusals are none.</summary>
    /// <param name="crossings">All of one traveller, in any order; one that comes twice counts once.</param>
    /// <param name="extensions">Those granted on the traveller's documents; each lengthens the stay in which it was decided.</param>
    /// <param name="today">Until when an open stay is counted, at the port.</param>
    /// <param name="settings">The port's time.</param>
    public static IReadOnlyList<RecordedStay> Of(IEnumerable<Crossing> crossings, IReadOnlyList<StayExtension> extensions, DateOnly today, SiteSettings settings)
    {
        var stays = new List<RecordedStay>();
        Crossing? entry = null;
        foreach (var crossing in crossings.Where(c => c.Outcome is CrossingOutcome.Admitted or CrossingOutcome.Departed).DistinctBy(c => c.Id).OrderBy(c => c.At).ThenBy(c => c.Id))
        {
            if (crossing.Outcome == CrossingOutcome.Departed)
            {
                stays.Add(entry is null ? EntryMissing(crossing) : Stay(entry, crossing, StayState.Ended, settings.LocalDay(crossing.At), extensions, settings));
                entry = null;
                continue;
            }
            if (entry is not null)
                stays.Add(Stay(entry, null, StayState.ExitMissing, null, [.. extensions.Where(x => x.DecidedOn < settings.LocalDay(crossing.At))], settings));
            entry = crossing;
        }
        if (entry is not null)
            stays.Add(Stay(entry, null, StayState.Open, today, extensions, settings));
        stays.Reverse();
        return stays;
    }

    private static RecordedStay EntryMissing(Crossing exit) => new()
    {
        State = StayState.EntryMissing,
        Entry = null,
        Exit = StayLeg.Of(exit),
        EnteredBy = null,
        ExtendedBy = null,
        PermittedUntil = null,
        Days = null,
        DaysOver = 0,
    };

    private static RecordedStay Stay(Crossing entry, Crossing? exit, StayState state, DateOnly? last, IReadOnlyList<StayExtension> extensions, SiteSettings settings)
    {
        var first = settings.LocalDay(entry.At);
        var (until, extension) = PermittedStay.Of(entry.PermittedUntil, extensions.Where(x => x.DecidedOn >= first && !(x.DecidedOn > last)));
        return new()
        {
            State = state,
            Entry = StayLeg.Of(entry),
            Exit = exit is null ? null : StayLeg.Of(exit),
            EnteredBy = entry.Permission,
            ExtendedBy = extension is null ? null : PermittedStay.Name(extension),
            PermittedUntil = until,
            // A clock that was put back may have the exit a day before the entry: it was a day all the same.
            Days = last is { } day ? Math.Max(1, day.DayNumber - first.DayNumber + 1) : null,
            DaysOver = last is { } end && until is { } permitted ? Math.Max(0, end.DayNumber - permitted.DayNumber) : 0,
        };
    }
}
