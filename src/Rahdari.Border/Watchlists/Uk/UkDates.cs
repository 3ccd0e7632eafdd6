using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;

namespace Rahdari.Border.Watchlists.Uk;

/// <summary>Dates as both British lists write them: <c>13/01/1958</c>, <c>dd/mm/1958</c>, <c>00/00/1958</c>, <c>1958</c>.</summary>
internal static class UkDates
{
    private static readonly DateForm[] Forms = [.. new[] { "dd/MM/yyyy", "MM/yyyy", "yyyy" }.Select(f => DateForm.Create(f)!)];

    /// <summary>The date, however partial; null where the text is none.</summary>
    public static PartialDate? Read(string text) => DateForm.Read(Forms, text);

    /// <summary>The same where it is a whole day.</summary>
    public static DateOnly? Day(string text) => Read(text)?.ToDateOnly() ?? ListDates.Day(text);
}
