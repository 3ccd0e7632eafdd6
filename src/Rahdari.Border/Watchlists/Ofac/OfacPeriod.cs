using System.Globalization;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>
/// A DatePeriod: a beginning and an end, each somewhere from one day to another. A year is written as one that begins on its first day
/// and ends on its last; a span of years as one that begins at any time of the first and ends at any time of the last.
/// </summary>
internal static class OfacPeriod
{
    /// <summary>The span, no more exact than the list says it; null where it is none.</summary>
    public static DateSpan? Read(ListElement period)
    {
        if (period.Children("Start").FirstOrDefault() is not { } beginning || Boundary.Of(beginning) is not { } start)
            return null;
        if ((period.Children("End").FirstOrDefault() is { } ending ? Boundary.Of(ending) : start) is not { } end)
            return null;
        var circa = start.IsApproximate || end.IsApproximate;
        if (start.IsPoint && end.IsPoint && Whole(start.First, end.Last) is { } one)
            return new DateSpan(one, circa);
        return Whole(start.First, start.Last) is { } from && Whole(end.First, end.Last) is { } to
            ? ListDates.Span(from, to, circa)
            : ListDates.Span(PartialDate.From(start.First), PartialDate.From(end.Last), circa);
    }

    /// <summary>A point in time: a year, with or without its month and day; null where it is none.</summary>
    public static PartialDate? Point(ListElement point) =>
        PartialDate.TryCreate(Number(point, "Year"), Number(point, "Month"), Number(point, "Day"), out var date) && date.Year is not null ? date : null;

    /// <summary>The day, month or year that lasts from the one day to the other; null where none does.</summary>
    private static PartialDate? Whole(DateOnly first, DateOnly last)
    {
        PartialDate[] parts = [PartialDate.From(first), PartialDate.Of(first.Year, first.Month), PartialDate.Of(first.Year)];
        return parts.Select(p => (PartialDate?)p).FirstOrDefault(p => p!.Value.Earliest() == first && p.Value.Latest() == last);
    }

    private static int? Number(ListElement point, string name) =>
        int.TryParse(point.Peek(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>Where a period begins or ends: from its first day to its last possible one.</summary>
    private readonly record struct Boundary(DateOnly First, DateOnly Last, bool IsPoint, bool IsApproximate)
    {
        public static Boundary? Of(ListElement boundary)
        {
            if (boundary.Children("From").FirstOrDefault() is not { } first || Point(first) is not { } from)
                return null;
            var to = boundary.Children("To").FirstOrDefault() is { } last ? Point(last) : from;
            if (from.Earliest() is not { } earliest || to?.Latest() is not { } latest || latest < earliest)
                return null;
            return new Boundary(earliest, latest, from == to, boundary.Peek("Approximate") == "true");
        }
    }
}
