using System.Globalization;
using Rahdari.Dates;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>
/// How dates are written in one table: <c>dd/MM/yyyy</c>, <c>yyyyMMdd</c>, <c>MMM yyyy</c>. A day or month that is written as
/// zeros, or as the letters themselves (<c>dd/mm/1950</c>), is unknown.
/// </summary>
internal sealed class DateForm
{
    private readonly IReadOnlyList<(char Part, int Length)> parts;

    private DateForm(string text, IReadOnlyList<(char Part, int Length)> parts) => (Text, this.parts) = (text, parts);

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>The form of a pattern of d, dd, M, MM, MMM, MMMM and yyyy; null where it is none: there must be one year, and a day only with a month.</summary>
    public static DateForm? Create(string text)
    {
        var parts = new List<(char Part, int Length)>();
        foreach (var character in text)
        {
            if (char.IsLetter(character) && parts.Count > 0 && parts[^1].Part == character)
                parts[^1] = (character, parts[^1].Length + 1);
            else
                parts.Add((character, 1));
        }
        var isForm = parts.Count(p => p is { Part: 'y', Length: 4 }) == 1
            && parts.Count(p => p is { Part: 'M', Length: <= 4 }) <= 1
            && parts.Count(p => p is { Part: 'd', Length: <= 2 }) <= parts.Count(p => p.Part == 'M')
            && parts.All(p => p is { Part: 'y', Length: 4 } or { Part: 'M', Length: <= 4 } or { Part: 'd', Length: <= 2 } || !char.IsLetterOrDigit(p.Part));
        return isForm ? new DateForm(text, parts) : null;
    }

    /// <summary>The date, or null where the text is none of the form.</summary>
    public PartialDate? Read(string text)
    {
        var at = 0;
        int? year = null, month = null, day = null;
        foreach (var (part, length) in parts)
        {
            var read = part switch
            {
                'y' => Number(text, ref at, 4, 4, out year),
                'M' when length > 2 => Month(text, ref at, out month),
                'M' => Number(text, ref at, length, 2, out month) || Letters(text, ref at, 'm'),
                'd' => Number(text, ref at, length, 2, out day) || Letters(text, ref at, 'd'),
                _ => at < text.Length && text[at] == part && ++at > 0,
            };
            if (!read)
                return null;
        }
        return at == text.Length && year is not null && PartialDate.TryCreate(year, month, day, out var date) ? date : null;
    }

    /// <summary>The first of several forms that fits.</summary>
    public static PartialDate? Read(IReadOnlyList<DateForm> forms, string text) => forms.Select(f => f.Read(text)).FirstOrDefault(d => d is not null);

    private static bool Number(string text, ref int at, int fewest, int most, out int? number)
    {
        var end = at;
        while (end < text.Length && end - at < most && char.IsAsciiDigit(text[end]))
            end++;
        number = null;
        if (end - at < fewest)
            return false;
        var value = int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
        number = value == 0 ? null : value;
        at = end;
        return true;
    }

    private static bool Letters(string text, ref int at, char letter)
    {
        if (text.Length < at + 2 || char.ToLowerInvariant(text[at]) != letter || char.ToLowerInvariant(text[at + 1]) != letter)
            return false;
        at += 2;
        return true;
    }

    private static bool Month(string text, ref int at, out int? month)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        month = ListDates.Month(text[at..end]);
        at = end;
        return month is not null;
    }
}
