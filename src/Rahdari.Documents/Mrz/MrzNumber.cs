namespace Rahdari.Documents.Mrz;

/// <summary>The document number with its check digit, wherever it ends.</summary>
/// <param name="Number">The number without fillers at its end.</param>
/// <param name="CheckedText">The characters that the check digit covers.</param>
/// <param name="Check">Where the check digit stands; null where the format has none.</param>
/// <param name="OptionalData">What is left of the first optional data after a long number; null where the number is not long.</param>
internal sealed record MrzNumber(string Number, string CheckedText, FieldPlace? Check, string? OptionalData)
{
    public static MrzNumber Read(MrzLayout layout, IReadOnlyList<string> lines)
    {
        var place = layout.DocumentNumber;
        var principal = place.In(lines);
        var digit = layout.NumberDigit;
        if (layout.HasLongNumbers && digit!.At.In(lines) == "<" && !principal.EndsWith('<'))
        {
            // Doc 9303-5 and -6 §4.2.2: a filler in the check digit's place; the rest of the number, its check digit and
            // a filler begin the optional data.
            var optional = layout.OptionalData[0];
            var rest = optional.In(lines);
            var end = rest.IndexOf('<', StringComparison.Ordinal);
            var length = end < 0 ? rest.Length : end;
            if (length >= 2)
            {
                var number = principal + rest[..(length - 1)];
                return new MrzNumber(number, number, new FieldPlace(optional.Line, optional.Start + length - 1, 1), rest[length..].TrimStart('<'));
            }
        }
        return new MrzNumber(principal.TrimEnd('<'), digit?.Text(lines) ?? principal, digit?.At, null);
    }
}
