using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>Collects what is wrong with the lines, in the order of the checks.</summary>
internal sealed class MrzCheck(IReadOnlyList<string> lines)
{
    private const string Digits = "0–9 <";
    private const string Letters = "A–Z <";

    /// <summary>Characters outside the alphabet that are named one by one; more add nothing.</summary>
    private const int MostCharacters = 20;

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Every character is of the zone's alphabet, and of its field's.</summary>
    public void Alphabets(MrzLayout layout)
    {
        // A national document is known by how it begins: its code may have a digit (D1).
        if (layout.Opening is null)
            Alphabet("DocumentCode", layout.DocumentCode, Letters, IsLetter);
        Alphabet("IssuingState", layout.IssuingState, Letters, IsLetter);
        if (!layout.NameHasDigits)
        {
            Alphabet("Name", layout.Name, Letters, IsLetter);
            Alphabet("Name", layout.GivenNames, Letters, IsLetter);
        }
        Alphabet("Nationality", layout.Nationality, Letters, IsLetter);
        Alphabet("DateOfBirth", layout.DateOfBirth, Digits, IsDigit);
        Alphabet("DateOfExpiry", layout.DateOfExpiry, Digits, IsDigit);
        Alphabet("Sex", layout.Sex, "M F <", c => c is 'M' or 'F' or '<');
        foreach (var place in layout.Fillers)
            Alphabet("Filler", place, "<", c => c == '<');
        for (var line = 0; line < lines.Count; line++)
        {
            for (var column = 0; column < lines[line].Length && findings.Count < MostCharacters; column++)
            {
                if (CheckDigit.Value(lines[line][column]) is null)
                    findings.Add(FindingCatalogue.Character.Found(null, $"{line + 1}", $"{column + 1}", Shown(lines[line][column])));
            }
        }
    }

    /// <summary>A check digit.</summary>
    public void Digit(MrzDigit digit)
    {
        var text = digit.Text(lines);
        if (!(digit.FillerWhenEmpty && digit.At.In(lines) == "<" && text.Trim('<').Length == 0))
            Digit(digit.Rule, digit.Field, text, digit.At);
    }

    /// <summary>A check digit over characters that stand in no one place.</summary>
    public void Digit(FindingRule rule, string field, string text, FieldPlace check)
    {
        var found = check.In(lines)[0];
        // Where a character has no value no digit can be right: the character's own finding says so.
        if (CheckDigit.Of(text) is { } expected && expected != found)
            findings.Add(rule.Found(field, $"{check.Line + 1}", $"{check.Start + 1}", $"{expected}", Shown(found)));
    }

    /// <summary>The characters are no date.</summary>
    public void Date(string field, FieldPlace place) =>
        findings.Add(FindingCatalogue.Date.Found(field, $"{place.Line + 1}", $"{place.Start + 1}", place.In(lines)));

    /// <summary>The name's form.</summary>
    public void Name(FieldPlace place, MrzNameField name)
    {
        if (name.Primary.Length == 0)
            findings.Add(FindingCatalogue.NameMissing.Found("PrimaryIdentifier"));
        if (name.StrayFiller is { } stray)
            findings.Add(FindingCatalogue.Filler.Found("Name", $"{place.Line + 1}", $"{place.Start + stray + 1}"));
        if (name.IsFull)
            findings.Add(FindingCatalogue.NameTruncated.Found("Name", $"{name.Primary} {name.Secondary}".Trim()));
    }

    /// <summary>The document number is there and begins at the left (Doc 9303-3 §4.10).</summary>
    public void Number(FieldPlace place, MrzNumber number)
    {
        if (number.Number.Length == 0)
            findings.Add(FindingCatalogue.NumberMissing.Found("DocumentNumber"));
        else if (number.Number[0] == '<')
            findings.Add(FindingCatalogue.Filler.Found("DocumentNumber", $"{place.Line + 1}", $"{place.Start + 1}"));
    }

    private static bool IsLetter(char c) => c is '<' or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is '<' or (>= '0' and <= '9');

    private static string Shown(char c) => char.IsSurrogate(c) || char.IsControl(c) ? $"U+{(int)c:X4}" : c.ToString();

    private void Alphabet(string field, FieldPlace? at, string allowed, Func<char, bool> isAllowed)
    {
        if (at is not { } place)
            return;
        for (var i = 0; i < place.Length; i++)
        {
            var character = lines[place.Line][place.Start + i];
            if (CheckDigit.Value(character) is not null && !isAllowed(character))
                findings.Add(FindingCatalogue.Alphabet.Found(field, $"{place.Line + 1}", $"{place.Start + i + 1}", Shown(character), allowed));
        }
    }
}
