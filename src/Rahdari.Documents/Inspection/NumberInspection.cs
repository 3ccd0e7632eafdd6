using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>Whether the number is one that the State gives.</summary>
internal static class NumberInspection
{
    private const string Field = nameof(MrzFields.DocumentNumber);
    private const int ShortestJudged = 5;

    public static IEnumerable<Finding> Of(MrzFields fields)
    {
        var number = fields.DocumentNumber;
        if (number.TrimStart('<').Contains('<', StringComparison.Ordinal))
            yield return DocumentRules.NumberFiller.Found(Field, number);
        // Utopia's own documents say that they are specimens.
        if (fields.IssuingState == IssuingStates.Utopia)
            yield break;
        if (PublishedSpecimens.HasNumber(number))
            yield return DocumentRules.SpecimenNumber.Found(Field, number);
        if (IsUniform(number))
            yield return DocumentRules.NumberUniform.Found(Field, number);
        if (fields.Format == MrzFormat.TD3 && DocumentCodes.KindOfPassport(fields.DocumentCode) == "ordinary"
            && PassportNumbers.Of(fields.IssuingState) is { } forms && !forms.Any(form => PassportNumbers.Fits(number, form)))
            yield return DocumentRules.NumberForm.Found(Field, number, fields.IssuingState, string.Join(", ", forms).ToUpperInvariant());
    }

    /// <summary>One character over and over, or digits that count up.</summary>
    private static bool IsUniform(string number)
    {
        if (number.Length < ShortestJudged)
            return false;
        var steps = number.Zip(number.Skip(1), (a, b) => b - a).Distinct().ToArray();
        return steps is [0] || (steps is [1] && char.IsAsciiDigit(number[0]));
    }
}
