using System.Globalization;
using System.Text.RegularExpressions;
using Rahdari.Dates;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>Dates as lists write them in words: <c>02 Mar 1961</c>, <c>August 1961</c>, <c>circa 1979-1982</c>, <c>between 1963 and 1965</c>.</summary>
internal static class ListDates
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Approximate = new(@"^(circa|approximately|approx\.?|about|around|c\.|ca\.)\s*(?<rest>.*)$", Linear);

    private static readonly Regex Two = new(@"^(between\s+(?<from>.+)\s+and\s+(?<to>.+)|(from\s+)?(?<from>.+)\s+to\s+(?<to>.+)|(?<from>\d{4})\s*[-–/]\s*(?<to>\d{4}))$", Linear);

    /// <summary>A day, a month or a year, in the orders and marks that were met.</summary>
    private static readonly Regex[] One =
    [
        new(@"^(?<y>\d{4})(-(?<m>\d{2})(-(?<d>\d{2}))?)?$", Linear),
        new(@"^((?<d>\d{1,2})(st|nd|rd|th)?[\s-]+)?(?<month>\p{L}{3,9})\.?[,\s-]+(?<y>\d{4})$", Linear),
        new(@"^(?<month>\p{L}{3,9})\.?\s+(?<d>\d{1,2}),?\s+(?<y>\d{4})$", Linear),
    ];

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0)];

    /// <summary>The date or span that the words say, or null where they are none. Never a guess.</summary>
    public static DateSpan? Read(string words)
    {
        var text = words.TrimEnd('.', ' ');
        var circa = Approximate.Match(text);
        if (circa.Success)
            text = circa.Groups["rest"].Value;
        if (Single(text) is { } single)
            return new DateSpan(single, circa.Success);
        var two = Two.Match(text);
        if (!two.Success || Single(two.Groups["from"].Value) is not { } from || Single(two.Groups["to"].Value) is not { } to)
            return null;
        return Span(from, to, circa.Success);
    }

    /// <summary>A span, or null where its end comes before its beginning.</summary>
    public static DateSpan? Span(PartialDate from, PartialDate to, bool circa) =>
        to.Latest() < from.Earliest() ? null : new DateSpan(from, to, circa);

    /// <summary>One date, however partial.</summary>
    public static PartialDate? Single(string text)
    {
        foreach (var form in One)
        {
            if (form.Match(text) is { Success: true } match && Create(match.Groups) is { } date)
                return date;
        }
        return null;
    }

    /// <summary>A day as XML schemas write it; a time or zone behind it says nothing about the day.</summary>
    public static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && (text.Length == 10 || text[10] is 'T' or 'Z' or '+' or '-')
            ? day
            : null;

    /// <summary>1 to 12, of a month's English name or its beginning of three letters or more; null of anything else.</summary>
    public static int? Month(string name)
    {
        var text = name.TrimEnd('.');
        var index = text.Length < 3 ? -1 : Array.FindIndex(Months, m => m.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    private static PartialDate? Create(GroupCollection parts)
    {
        int? month = parts["m"].Success ? Number(parts["m"]) : null;
        if (parts["month"].Success && (month = Month(parts["month"].Value)) is null)
            return null;
        int? day = parts["d"].Success ? Number(parts["d"]) : null;
        return PartialDate.TryCreate(Number(parts["y"]), month, day, out var date) ? date : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
