using System.Globalization;
using System.Text;

namespace Rahdari.Border.Retention;

/// <summary>Rising numbers as text: <c>3-9,12</c>.</summary>
internal static class NumberRanges
{
    /// <param name="rising">Each greater than the one before.</param>
    public static string Text(IEnumerable<long> rising)
    {
        var text = new StringBuilder();
        (long From, long To)? open = null;
        foreach (var number in rising)
        {
            if (open is { } range && number == range.To + 1)
                open = (range.From, number);
            else
                (open, _) = ((number, number), Close());
        }
        Close();
        return text.ToString();

        bool Close()
        {
            if (open is not { } range)
                return false;
            text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{range.From}");
            if (range.To > range.From)
                text.Append(CultureInfo.InvariantCulture, $"-{range.To}");
            return true;
        }
    }

    /// <summary>The ranges, both ends inclusive; what is none is left out.</summary>
    public static IEnumerable<(long From, long To)> Of(string text)
    {
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) && long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from <= to)
                yield return (from, to);
        }
    }
}
