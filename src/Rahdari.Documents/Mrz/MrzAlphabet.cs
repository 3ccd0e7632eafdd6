namespace Rahdari.Documents.Mrz;

/// <summary>Which characters may stand where in a zone (Doc 9303 parts 4 to 7 §4.2.2). Pure and thread-safe.</summary>
public static class MrzAlphabet
{
    /// <summary>Whether a format allows a character at a place.</summary>
    /// <param name="format">The format.</param>
    /// <param name="line">0-based line.</param>
    /// <param name="column">0-based column.</param>
    /// <param name="character">Any character.</param>
    public static bool Allows(MrzFormat format, int line, int column, char character) => At(MrzLayout.Of(format), line, column)(character);

    /// <summary>Whether a check digit covers a place, so that most misreadings there are found; names, States and sex have none.</summary>
    /// <inheritdoc cref="Allows"/>
    public static bool IsChecked(MrzFormat format, int line, int column)
    {
        var layout = MrzLayout.Of(format);
        return layout.Digits.Append(layout.NumberDigit).OfType<MrzDigit>().Any(digit => Holds(digit.At) || digit.Over.Any(Holds));

        bool Holds(FieldPlace place) => place.Line == line && column >= place.Start && column < place.Start + place.Length;
    }

    /// <summary>What is allowed at a place of a layout.</summary>
    internal static Func<char, bool> At(MrzLayout layout, int line, int column)
    {
        if (layout.Fillers.Any(Holds))
            return c => c == '<';
        if (layout.DateOfBirth is { } birth && Holds(birth) || layout.DateOfExpiry is { } expiry && Holds(expiry))
            return c => c is '<' or (>= '0' and <= '9');
        if (layout.Sex is { } sex && Holds(sex))
            return c => c is '<' or 'M' or 'F';
        if (layout.NumberDigit is { } digit && Holds(digit.At) || layout.Digits.Any(d => Holds(d.At)))
            return c => c is '<' or (>= '0' and <= '9');
        if (layout.Opening is null && Holds(layout.DocumentCode) || Holds(layout.IssuingState) || layout.Nationality is { } nationality && Holds(nationality))
            return c => c is '<' or (>= 'A' and <= 'Z');
        if (!layout.NameHasDigits && (layout.Name is { } name && Holds(name) || layout.GivenNames is { } given && Holds(given)))
            return c => c is '<' or (>= 'A' and <= 'Z');
        if (layout.Opening is not null && Holds(layout.DocumentCode))
            return _ => true;
        return c => CheckDigit.Value(c) is not null;

        bool Holds(FieldPlace place) => place.Line == line && column >= place.Start && column < place.Start + place.Length;
    }
}
