using Rahdari.Dates;
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
        var lines = layout.Widths.Select(width => Enumerable.Repeat('<', width).ToArray()).ToArray();
        Put(lines, layout.DocumentCode, fields.DocumentCode, nameof(fields.DocumentCode));
        Put(lines, layout.IssuingState, fields.IssuingState, nameof(fields.IssuingState));
        if (!ReferenceEquals(MrzLayout.For([.. lines.Select(line => new string(line))]), layout))
            throw Unfit(nameof(fields.DocumentCode), fields.DocumentCode + fields.IssuingState);
        PutName(lines, layout, fields);
        Put(lines, layout.Nationality, fields.Nationality, nameof(fields.Nationality));
        Put(lines, layout.Sex, fields.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => "" }, nameof(fields.Sex));
        Put(lines, layout.DateOfBirth, Written(fields.DateOfBirth), nameof(fields.DateOfBirth));
        Put(lines, layout.DateOfExpiry, Written(fields.DateOfExpiry), nameof(fields.DateOfExpiry));
        PutNumber(lines, layout, fields);
        for (var i = 1; i < fields.OptionalData.Count; i++)
            Put(lines, i < layout.OptionalData.Count ? layout.OptionalData[i] : null, fields.OptionalData[i], nameof(fields.OptionalData));
        foreach (var digit in layout.Digits)
            PutDigit(lines, digit);
        return [.. lines.Select(line => new string(line))];
    }

    private static void PutName(char[][] lines, MrzLayout layout, MrzFields fields)
    {
        if (layout.Name is not { } place)
        {
            Put(lines, null, fields.PrimaryIdentifier + fields.SecondaryIdentifier, "Name");
            return;
        }
        var (primary, secondary) = layout.NameHasDigits
            ? (RussianLetters.Encode(fields.PrimaryIdentifier), RussianLetters.Encode(fields.SecondaryIdentifier))
            : (MrzName.Transliterate(fields.PrimaryIdentifier), MrzName.Transliterate(fields.SecondaryIdentifier));
        if (layout.GivenNames is { } given)
        {
            var names = secondary.Replace(" ", "<<", StringComparison.Ordinal);
            Put(lines, given, names[..Math.Min(names.Length, given.Length)], "Name");
            secondary = "";
        }
        Put(lines, place, MrzName.Fit(primary, secondary, place.Length), "Name");
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
        Put(lines, layout.DocumentNumber, number, nameof(fields.DocumentNumber));
        Put(lines, layout.OptionalData.Count > 0 ? layout.OptionalData[0] : null, optional, nameof(fields.OptionalData));
        if (layout.NumberDigit is { } digit)
            PutDigit(lines, digit);
    }

    private static string Written(PartialDate date) => date.IsUnknown ? "" : MrzDates.Write(date);

    private static void PutDigit(char[][] lines, MrzDigit digit)
    {
        var text = string.Concat(digit.Over.Select(place => new string(lines[place.Line], place.Start, place.Length)));
        // The Russian internal passport never expires and has no digit there; the standard's own examples have 0 for empty optional data.
        var empty = digit.FillerWhenEmpty && digit.Field == nameof(MrzFields.DateOfExpiry) && text.Trim('<').Length == 0;
        lines[digit.At.Line][digit.At.Start] = empty ? '<' : CheckDigit.Of(text)!.Value;
    }

    /// <summary>Writes a value to its place; where the format has none, only an empty value fits.</summary>
    private static void Put(char[][] lines, FieldPlace? at, string value, string field)
    {
        var longest = at?.Length ?? 0;
        if (value.Length > longest || value.Any(c => CheckDigit.Value(c) is null))
            throw Unfit(field, value);
        if (at is { } place)
            value.CopyTo(lines[place.Line].AsSpan(place.Start));
    }

    private static ArgumentException Unfit(string field, string value) => new($"'{value}' does not fit the field {field}.", field);
}
