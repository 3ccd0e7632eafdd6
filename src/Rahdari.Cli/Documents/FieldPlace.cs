using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Documents;

/// <summary>Where in a zone a field stands.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Length">Characters.</param>
internal sealed record FieldPlace(int Line, int Column, int Length)
{
    // Doc 9303-4 §4.2, -5 §4.2, -6 §4.2, -7 §4.2: the data elements' positions.
    private static readonly Dictionary<(MrzFormat Format, string Field), FieldPlace> Places = new()
    {
        [(MrzFormat.TD3, "DocumentCode")] = new(1, 1, 2),
        [(MrzFormat.TD3, "IssuingState")] = new(1, 3, 3),
        [(MrzFormat.TD3, "Name")] = new(1, 6, 39),
        [(MrzFormat.TD3, "DocumentNumber")] = new(2, 1, 9),
        [(MrzFormat.TD3, "Nationality")] = new(2, 11, 3),
        [(MrzFormat.TD3, "DateOfBirth")] = new(2, 14, 6),
        [(MrzFormat.TD3, "Sex")] = new(2, 21, 1),
        [(MrzFormat.TD3, "DateOfExpiry")] = new(2, 22, 6),
        [(MrzFormat.TD3, "OptionalData")] = new(2, 29, 14),
        [(MrzFormat.MRVA, "DocumentCode")] = new(1, 1, 2),
        [(MrzFormat.MRVA, "IssuingState")] = new(1, 3, 3),
        [(MrzFormat.MRVA, "Name")] = new(1, 6, 39),
        [(MrzFormat.MRVA, "DocumentNumber")] = new(2, 1, 9),
        [(MrzFormat.MRVA, "Nationality")] = new(2, 11, 3),
        [(MrzFormat.MRVA, "DateOfBirth")] = new(2, 14, 6),
        [(MrzFormat.MRVA, "Sex")] = new(2, 21, 1),
        [(MrzFormat.MRVA, "DateOfExpiry")] = new(2, 22, 6),
        [(MrzFormat.MRVA, "OptionalData")] = new(2, 29, 16),
        [(MrzFormat.TD2, "DocumentCode")] = new(1, 1, 2),
        [(MrzFormat.TD2, "IssuingState")] = new(1, 3, 3),
        [(MrzFormat.TD2, "Name")] = new(1, 6, 31),
        [(MrzFormat.TD2, "DocumentNumber")] = new(2, 1, 9),
        [(MrzFormat.TD2, "Nationality")] = new(2, 11, 3),
        [(MrzFormat.TD2, "DateOfBirth")] = new(2, 14, 6),
        [(MrzFormat.TD2, "Sex")] = new(2, 21, 1),
        [(MrzFormat.TD2, "DateOfExpiry")] = new(2, 22, 6),
        [(MrzFormat.TD2, "OptionalData")] = new(2, 29, 7),
        [(MrzFormat.MRVB, "DocumentCode")] = new(1, 1, 2),
        [(MrzFormat.MRVB, "IssuingState")] = new(1, 3, 3),
        [(MrzFormat.MRVB, "Name")] = new(1, 6, 31),
        [(MrzFormat.MRVB, "DocumentNumber")] = new(2, 1, 9),
        [(MrzFormat.MRVB, "Nationality")] = new(2, 11, 3),
        [(MrzFormat.MRVB, "DateOfBirth")] = new(2, 14, 6),
        [(MrzFormat.MRVB, "Sex")] = new(2, 21, 1),
        [(MrzFormat.MRVB, "DateOfExpiry")] = new(2, 22, 6),
        [(MrzFormat.MRVB, "OptionalData")] = new(2, 29, 8),
        [(MrzFormat.TD1, "DocumentCode")] = new(1, 1, 2),
        [(MrzFormat.TD1, "IssuingState")] = new(1, 3, 3),
        [(MrzFormat.TD1, "DocumentNumber")] = new(1, 6, 9),
        [(MrzFormat.TD1, "OptionalData")] = new(1, 16, 15),
        [(MrzFormat.TD1, "DateOfBirth")] = new(2, 1, 6),
        [(MrzFormat.TD1, "Sex")] = new(2, 8, 1),
        [(MrzFormat.TD1, "DateOfExpiry")] = new(2, 9, 6),
        [(MrzFormat.TD1, "Nationality")] = new(2, 16, 3),
        [(MrzFormat.TD1, "Name")] = new(3, 1, 30),
    };

    /// <summary>The place that the finding itself names, otherwise that of its field, otherwise null.</summary>
    public static FieldPlace? Of(MrzFormat format, Finding finding)
    {
        if (Number(finding, "line") is { } line && (Number(finding, "position") ?? Number(finding, "column")) is { } column)
            return new FieldPlace(line, column, Number(finding, "length") ?? 1);
        return finding.Field is { } field ? Places.GetValueOrDefault((format, field)) : null;
    }

    private static int? Number(Finding finding, string name) =>
        finding.Evidence.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100
            ? number
            : null;
}
