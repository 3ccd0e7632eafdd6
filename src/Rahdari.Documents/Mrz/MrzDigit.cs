using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>A check digit of a layout.</summary>
/// <param name="Rule">The rule that a wrong one breaks.</param>
/// <param name="Field">What it checks.</param>
/// <param name="At">Where it stands.</param>
/// <param name="FillerWhenEmpty">Whether a filler may stand where all that it checks is filler (Doc 9303-4 §4.2.2, position 43).</param>
/// <param name="Over">What it covers, in order.</param>
internal sealed record MrzDigit(FindingRule Rule, string Field, FieldPlace At, bool FillerWhenEmpty, params IReadOnlyList<FieldPlace> Over)
{
    /// <summary>The characters that it covers.</summary>
    public string Text(IReadOnlyList<string> lines) => string.Concat(Over.Select(place => place.In(lines)));

    /// <summary>The digit of a field, right after it.</summary>
    public static MrzDigit After(FindingRule rule, string field, FieldPlace place, bool fillerWhenEmpty = false) =>
        new(rule, field, new FieldPlace(place.Line, place.Start + place.Length, 1), fillerWhenEmpty, place);
}
