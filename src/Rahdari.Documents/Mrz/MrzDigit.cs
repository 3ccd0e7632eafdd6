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

    /// <summary>Whether it is right, or not to be told; of lines that are being corrected, thousands of times.</summary>
    public bool Holds(char[][] lines)
    {
        var (sum, weight, empty) = (0, 0, true);
        for (var i = 0; i < Over.Count; i++)
        {
            var place = Over[i];
            foreach (var character in lines[place.Line].AsSpan(place.Start, place.Length))
            {
                if (CheckDigit.Value(character) is not { } value)
                    return true;
                sum += value * CheckDigit.Weight(weight++);
                empty &= character == '<';
            }
        }
        var found = lines[At.Line][At.Start];
        return found == '0' + sum % 10 || (FillerWhenEmpty && empty && found == '<');
    }

    /// <summary>The digit of a field, right after it.</summary>
    public static MrzDigit After(FindingRule rule, string field, FieldPlace place, bool fillerWhenEmpty = false) =>
        new(rule, field, new FieldPlace(place.Line, place.Start + place.Length, 1), fillerWhenEmpty, place);
}
