using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;

namespace Rahdari.Border.Watchlists.Un;

/// <summary>An INDIVIDUAL_DATE_OF_BIRTH: a day, a year, two years, or words in a note. What the date does not say stays in the element.</summary>
internal static class UnBirthDate
{
    /// <summary>The date, or null where the element gives none that can be read.</summary>
    public static DateSpan? Read(ListElement part)
    {
        var type = part.Peek("TYPE_OF_DATE");
        var note = part.Peek("NOTE");
        var isApproximateNote = note.Equals("approximately", StringComparison.OrdinalIgnoreCase);
        var circa = isApproximateNote || type.StartsWith("APPROX", StringComparison.OrdinalIgnoreCase);
        var date = Day(part, circa) ?? Year(part, note, circa) ?? Years(part, circa) ?? Words(part, note, circa);
        if (date is null)
            return null;
        part.Take("TYPE_OF_DATE");
        if (isApproximateNote)
            part.Take("NOTE");
        return date;
    }

    private static DateSpan? Day(ListElement part, bool circa)
    {
        var text = part.Peek("DATE");
        var date = ListDates.Day(text) is { } day ? PartialDate.From(day) : ListDates.Single(text);
        if (date is null)
            return null;
        part.Take("DATE");
        return new DateSpan(date.Value, circa);
    }

    private static DateSpan? Year(ListElement part, string note, bool circa)
    {
        if (ListDates.Single(part.Peek("YEAR")) is not { } year)
            return null;
        part.Take("YEAR");
        // The form has no field for a month: it is written in the note.
        if (year.Month is null && ListDates.Month(note) is { } month)
        {
            part.Take("NOTE");
            year = PartialDate.Of(year.Year, month);
        }
        return new DateSpan(year, circa);
    }

    private static DateSpan? Years(ListElement part, bool circa)
    {
        if (ListDates.Single(part.Peek("FROM_YEAR")) is not { } from || ListDates.Single(part.Peek("TO_YEAR")) is not { } to || ListDates.Span(from, to, circa) is not { } span)
            return null;
        part.Take("FROM_YEAR");
        part.Take("TO_YEAR");
        return span;
    }

    private static DateSpan? Words(ListElement part, string note, bool circa)
    {
        if (ListDates.Read(note) is not { } date)
            return null;
        part.Take("NOTE");
        return date with { Circa = date.Circa || circa };
    }
}
