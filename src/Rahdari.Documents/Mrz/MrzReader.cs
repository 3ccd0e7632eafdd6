using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>Reads the machine readable zones of ICAO Doc 9303 parts 4 to 7. Pure and thread-safe; never throws on any text.</summary>
public static class MrzReader
{
    /// <summary>Reads the lines of a zone, separated by line breaks, or run together as a keyboard-wedge reader may send them, or below other recognized text.</summary>
    /// <param name="text">Any text; blanks and letter case do not matter. Longer than 1,000 characters is refused.</param>
    /// <param name="today">The day of reading: it settles the century of birth.</param>
    /// <returns>The fields exactly as read, also where a finding says that one is wrong; no fields where the lines have no format's shape.</returns>
    public static MrzReading Read(string text, DateOnly today)
    {
        var (lines, layout, findings) = MrzText.Lines(text);
        if (layout is null)
            return new MrzReading(lines, null, findings);
        var check = new MrzCheck(lines);
        check.Alphabets(layout);

        var number = MrzNumber.Read(layout, lines);
        check.Digit(FindingCatalogue.CheckDigitNumber, "DocumentNumber", number.CheckedText, number.Check);
        check.Digit(FindingCatalogue.CheckDigitBirth, "DateOfBirth", layout.DateOfBirth);
        check.Digit(FindingCatalogue.CheckDigitExpiry, "DateOfExpiry", layout.DateOfExpiry);
        if (layout.OptionalDataCheck is { } optionalCheck)
            check.OptionalDigit(layout.OptionalData[0], optionalCheck);
        if (layout.Composite is { } composite)
            check.Digit(FindingCatalogue.CheckDigitComposite, "Composite", string.Concat(layout.CompositeOver.Select(place => place.In(lines))), composite);

        if (!MrzDates.TryReadBirth(layout.DateOfBirth.In(lines), today, out var born))
            check.Date("DateOfBirth", layout.DateOfBirth);
        if (!MrzDates.TryReadExpiry(layout.DateOfExpiry.In(lines), out var expiry))
            check.Date("DateOfExpiry", layout.DateOfExpiry);

        var name = MrzNameField.Read(layout.Name.In(lines));
        check.Name(layout.Name, name);
        check.Number(layout.DocumentNumber, number);

        var fields = new MrzFields
        {
            Format = layout.Format,
            DocumentCode = MrzLayout.DocumentCode.In(lines).TrimEnd('<'),
            IssuingState = MrzLayout.IssuingState.In(lines).TrimEnd('<'),
            PrimaryIdentifier = name.Primary,
            SecondaryIdentifier = name.Secondary,
            NameMayBeTruncated = name.IsFull,
            DocumentNumber = number.Number,
            Nationality = layout.Nationality.In(lines).TrimEnd('<'),
            DateOfBirth = born,
            Sex = layout.Sex.In(lines) switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unspecified },
            DateOfExpiry = expiry,
            OptionalData = [.. layout.OptionalData.Select((place, i) => (i == 0 ? number.OptionalData ?? place.In(lines) : place.In(lines)).TrimEnd('<'))],
        };
        return new MrzReading(lines, fields, check.Findings);
    }
}
