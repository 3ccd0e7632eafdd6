using System.Diagnostics.CodeAnalysis;

namespace Rahdari.Dates;

/// <summary>
/// When something happened as far as a list knows: one partial date, or any day between two of them, possibly "circa".
/// Lists say "1971", "circa 1960", "between 1968 and 1970".
/// </summary>
/// <remarks>
/// Immutable and thread-safe. The text form follows ISO 8601-2: <c>1971</c>, <c>1960~</c> (circa), <c>1968/1970</c>,
/// <c>1968~/1970~</c>.
/// </remarks>
/// <param name="From">The first (or only) date.</param>
/// <param name="To">The last date; equal to <paramref name="From"/> for a single date.</param>
/// <param name="Circa">True where the source calls the date approximate.</param>
public readonly record struct DateSpan(PartialDate From, PartialDate To, bool Circa)
{
    /// <summary>A single date.</summary>
    public DateSpan(PartialDate date, bool circa = false)
        : this(date, date, circa)
    {
    }

    /// <summary>True where the span is one (partial) date.</summary>
    public bool IsSingle => From == To;

    /// <summary>The earliest day of the span, without any allowance for "circa"; null where the year is unknown.</summary>
    public DateOnly? Earliest() => From.Earliest();

    /// <summary>The latest day of the span, without any allowance for "circa"; null where the year is unknown.</summary>
    public DateOnly? Latest() => To.Latest();

    /// <summary>The ISO 8601-2 text.</summary>
    public override string ToString()
    {
        var mark = Circa ? "~" : "";
        return IsSingle ? $"{From}{mark}" : $"{From}{mark}/{To}{mark}";
    }

    /// <summary>Reads the text form that <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateSpan span)
    {
        span = default;
        if (text is null)
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? text : text[..slash];
        var second = slash < 0 ? first : text[(slash + 1)..];
        var circa = first.EndsWith('~') || second.EndsWith('~');
        if (!PartialDate.TryParse(first.TrimEnd('~'), out var from) || !PartialDate.TryParse(second.TrimEnd('~'), out var to))
            return false;
        span = new DateSpan(from, to, circa);
        return true;
    }

    /// <summary>Reads the text form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no such span.</exception>
    public static DateSpan Parse(string text) =>
        TryParse(text, out var span) ? span : throw new FormatException($"'{text}' is not a date span like 1971, 1960~ or 1968/1970.");
}
