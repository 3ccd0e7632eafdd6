using Rahdari.Dates;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>Reads the machine readable zones of ICAO Doc 9303 parts 4 to 7 and of the national documents of <see cref="MrzFormat"/>. Pure and thread-safe; never throws on any text.</summary>
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
        return Read(layout, lines, today);
    }

    /// <summary>Reads lines of a layout.</summary>
    internal static MrzReading Read(MrzLayout layout, IReadOnlyList<string> lines, DateOnly today)
    {
        var check = new MrzCheck(lines);
        check.Alphabets(layout);

        var number = MrzNumber.Read(layout, lines);
        if (number.Check is { } digit)
            check.Digit(FindingCatalogue.CheckDigitNumber, "DocumentNumber", number.CheckedText, digit);
        foreach (var other in layout.Digits)
            check.Digit(other);

        var born = PartialDate.Unknown;
        if (layout.DateOfBirth is { } birth && !MrzDates.TryReadBirth(birth.In(lines), today, out born))
            check.Date("DateOfBirth", birth);
        var expires = PartialDate.Unknown;
        if (layout.DateOfExpiry is { } expiry && !MrzDates.TryReadExpiry(expiry.In(lines), out expires))
            check.Date("DateOfExpiry", expiry);
        var issued = PartialDate.Unknown;
        if (layout.MonthOfIssue is { } issue && !MrzDates.TryReadExpiry(issue.In(lines) + "<<", out issued))
            check.Date("DateOfIssue", issue);

        var name = MrzNameField.Read(layout, lines);
        if (layout.Name is { } namePlace)
            check.Name(namePlace, name);
        check.Number(layout.DocumentNumber, number);

        var fields = new MrzFields
        {
            Format = layout.Format,
            DocumentCode = layout.DocumentCode.In(lines).TrimEnd('<'),
            IssuingState = layout.IssuingState.In(lines).TrimEnd('<'),
            PrimaryIdentifier = name.Primary,
            SecondaryIdentifier = name.Secondary,
            NameMayBeTruncated = name.IsFull,
            DocumentNumber = number.Number,
            Nationality = layout.Nationality?.In(lines).TrimEnd('<') ?? "",
            DateOfBirth = born,
            Sex = layout.Sex?.In(lines) switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unspecified },
            DateOfExpiry = expires,
            DateOfIssue = issued,
            OptionalData = [.. layout.OptionalData.Select((place, i) => (i == 0 ? number.OptionalData ?? place.In(lines) : place.In(lines)).TrimEnd('<'))],
        };
        return new MrzReading(lines, fields, check.Findings);
    }
}
