using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>The documents of those who travel together, the holder's own first.</summary>
internal static class GroupInspection
{
    /// <summary>Two may have gone to the passport office together; three of different families were taken there.</summary>
    private const int FewestAlike = 3;

    public static IEnumerable<Finding> Of(IReadOnlyList<MrzFields> group) =>
        group.Count < 2 ? [] : SameNumber(group).Concat(SamePerson(group)).Concat(Consecutive(group)).Concat(SameBirth(group));

    private static IEnumerable<Finding> SameNumber(IReadOnlyList<MrzFields> group) => group
        .Where(d => d.DocumentNumber.Length > 0)
        .GroupBy(d => (d.IssuingState, d.DocumentNumber))
        .Where(same => same.Count() > 1)
        .Select(same => GroupRules.SameNumber.Found(nameof(MrzFields.DocumentNumber), same.Key.DocumentNumber));

    private static IEnumerable<Finding> SamePerson(IReadOnlyList<MrzFields> group) => group
        .Where(d => d.PrimaryIdentifier.Length > 0 && d.DateOfBirth.IsComplete)
        .GroupBy(d => (Name: Words.Name(d), d.DateOfBirth))
        .Where(same => same.Select(d => (d.IssuingState, d.DocumentNumber)).Distinct().Count() > 1)
        .Select(same => GroupRules.SamePerson.Found("Name", same.Key.Name, same.Key.DateOfBirth.ToString()));

    private static IEnumerable<Finding> Consecutive(IReadOnlyList<MrzFields> group)
    {
        var series = group.Select(d => (Document: d, Digits: TrailingDigits(d.DocumentNumber))).Where(d => d.Digits.Length > 0)
            .GroupBy(d => (d.Document.IssuingState, Prefix: d.Document.DocumentNumber[..^d.Digits.Length], d.Digits.Length));
        foreach (var numbers in series)
        {
            var sorted = numbers.OrderBy(d => Value(d.Digits)).ToArray();
            for (int first = 0, next = 1; next <= sorted.Length; next++)
            {
                if (next < sorted.Length && Value(sorted[next].Digits) == Value(sorted[next - 1].Digits) + 1)
                    continue;
                var run = sorted[first..next];
                first = next;
                var surnames = run.Select(d => d.Document.PrimaryIdentifier).Distinct().ToArray();
                if (run.Length >= FewestAlike && surnames.Length > 1)
                    yield return GroupRules.Consecutive.Found(nameof(MrzFields.DocumentNumber), run[0].Document.DocumentNumber, run[^1].Document.DocumentNumber, $"{run.Length}", string.Join(", ", surnames));
            }
        }
    }

    private static IEnumerable<Finding> SameBirth(IReadOnlyList<MrzFields> group) => group
        .Where(d => d.DateOfBirth.IsComplete)
        .GroupBy(d => d.DateOfBirth)
        .Where(same => same.Count() >= FewestAlike && same.Select(d => d.PrimaryIdentifier).Distinct().Count() > 1)
        .Select(same => GroupRules.SameBirth.Found(nameof(MrzFields.DateOfBirth), same.Key.ToString(), $"{same.Count()}"));

    /// <summary>At most fifteen, so that they are a number; a zone's longest number has twenty-two characters.</summary>
    private static string TrailingDigits(string number)
    {
        var start = number.Length;
        while (start > 0 && number.Length - start < 15 && char.IsAsciiDigit(number[start - 1]))
            start--;
        return number[start..];
    }

    private static long Value(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
