using Rahdari.Documents.Names;

namespace Rahdari.Documents.Mrz;

/// <summary>Composes a machine readable zone from its fields: the inverse of <see cref="MrzReader"/>. Pure and thread-safe.</summary>
public static class MrzComposer
{
    private const int PrincipalNumber = 9;

    /// <summary>
    /// The lines, check digits computed, names transliterated (Doc 9303-3 §6) and truncated (§4.6). A number longer than
    /// nine characters goes on in the first optional data of TD1 (to 22 characters) and TD2 (to 14).
    /// </summary>
    /// <exception cref="ArgumentException">A field does not fit its place, or holds a character that no zone has.</exception>
    public static IReadOnlyList<string> Compose(MrzFields fields)
    {
        var layout = MrzLayout.Of(fields.Format);
        // The first letter alone tells a visa from a passport or card of its size.
        if (fields.DocumentCode.StartsWith('V') != layout.IsVisa)
            throw Unfit(nameof(fields.DocumentCode), fields.DocumentCode);
        var lines = Enumerable.Range(0, layout.Lines).Select(_ => Enumerable.Repeat('<', layout.Width).ToArray()).ToArray();
        Put(lines, MrzLayout.DocumentCode, fields.DocumentCode, nameof(fields.DocumentCode));
        Put(lines, MrzLayout.IssuingState, fields.IssuingState, nameof(fields.IssuingState));
        Put(lines, layout.Name, MrzName.Compose(fields.PrimaryIdentifier, fields.SecondaryIdentifier, layout.Name.Length), "Name");
        Put(lines, layout.Nationality, fields.Nationality, nameof(fields.Nationality));
        Put(lines, layout.Sex, fields.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => "<" }, nameof(fields.Sex));
        PutChecked(lines, layout.DateOfBirth, MrzDates.Write(fields.DateOfBirth), nameof(fields.DateOfBirth));
        PutChecked(lines, layout.DateOfExpiry, MrzDates.Write(fields.DateOfExpiry), nameof(fields.DateOfExpiry));
        PutNumber(lines, layout, fields);
        for (var i = 1; i < Math.Min(layout.OptionalData.Count, fields.OptionalData.Count); i++)
            Put(lines, layout.OptionalData[i], fields.OptionalData[i], nameof(fields.OptionalData));
        if (layout.OptionalDataCheck is { } optionalCheck)
            lines[optionalCheck.Line][optionalCheck.Start] = Digit(lines, [layout.OptionalData[0]]);
        if (layout.Composite is { } composite)
            lines[composite.Line][composite.Start] = Digit(lines, layout.CompositeOver);
        return [.. lines.Select(line => new string(line))];
    }

    private static void PutNumber(char[][] lines, MrzLayout layout, MrzFields fields)
    {
        var number = fields.DocumentNumber;
        var optional = fields.OptionalData.Count > 0 ? fields.OptionalData[0] : "";
        if (number.Length > PrincipalNumber && layout.HasLongNumbers)
        {
            Put(lines, layout.DocumentNumber, number[..PrincipalNumber], nameof(fields.DocumentNumber));
            var check = CheckDigit.Of(number) ?? throw Unfit(nameof(fields.DocumentNumber), number);
            Put(lines, layout.OptionalData[0], $"{number[PrincipalNumber..]}{check}<{optional}", nameof(fields.DocumentNumber));
            return;
        }
        PutChecked(lines, layout.DocumentNumber, number, nameof(fields.DocumentNumber));
        Put(lines, layout.OptionalData[0], optional, nameof(fields.OptionalData));
    }

    private static void PutChecked(char[][] lines, FieldPlace place, string value, string field)
    {
        Put(lines, place, value, field);
        var check = MrzLayout.CheckOf(place);
        lines[check.Line][check.Start] = Digit(lines, [place]);
    }

    private static void Put(char[][] lines, FieldPlace place, string value, string field)
    {
        if (value.Length > place.Length || value.Any(c => CheckDigit.Value(c) is null))
            throw Unfit(field, value);
        value.CopyTo(lines[place.Line].AsSpan(place.Start));
    }

    private static char Digit(char[][] lines, IReadOnlyList<FieldPlace> places) =>
        CheckDigit.Of(string.Concat(places.Select(p => new string(lines[p.Line], p.Start, p.Length))))!.Value;

    private static ArgumentException Unfit(string field, string value) => new($"'{value}' does not fit the field {field}.", field);
}
