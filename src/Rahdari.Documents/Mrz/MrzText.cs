using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>From what a reader, a keyboard or a clipboard gives to the lines of a zone.</summary>
internal static class MrzText
{
    /// <summary>Longer texts are refused unread; the longest zone has 90 characters.</summary>
    public const int Longest = 1000;

    /// <summary>The lines in upper case without blanks, and their layout or why there is none.</summary>
    public static (IReadOnlyList<string> Lines, MrzLayout? Layout, IReadOnlyList<Finding> Findings) Lines(string text)
    {
        if (text.Length > Longest)
            return ([], null, [FindingCatalogue.TooLong.Found(null, $"{text.Length}", $"{Longest}")]);
        var lines = text.Split('\n', '\r', '\u2028', '\u2029').Select(Clean).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0)
            return ([], null, [FindingCatalogue.Empty.Found(null)]);
        if (Layout(lines) is { } layout)
            return (lines, layout, []);
        // A reader may send the lines as one, or break them elsewhere.
        if (Split(string.Concat(lines)) is { } split && Layout(split) is { } ofSplit)
            return (split, ofSplit, []);
        return (lines, null, Misshapen(lines));
    }

    private static string Clean(string line)
    {
        var clean = new System.Text.StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character) || character is '\uFEFF' or '\u200B' or '\u200E' or '\u200F')
                continue;
            switch (character)
            {
                case '«' or '≪': // Two fillers, as character recognition often takes them.
                    clean.Append("<<");
                    break;
                case '‹' or '〈' or '＜' or '˂':
                    clean.Append('<');
                    break;
                default:
                    clean.Append(char.ToUpperInvariant(character));
                    break;
            }
        }
        return clean.ToString();
    }

    private static MrzLayout? Layout(string[] lines) =>
        lines.All(line => line.Length == lines[0].Length) ? MrzLayout.For(lines.Length, lines[0].Length, lines[0][0]) : null;

    private static string[]? Split(string text) => text.Length switch
    {
        88 => [text[..44], text[44..]],
        72 => [text[..36], text[36..]],
        90 => [text[..30], text[30..60], text[60..]],
        _ => null,
    };

    private static List<Finding> Misshapen(string[] lines)
    {
        int[]? expected = lines.Length switch
        {
            3 => [30],
            2 => lines.Any(l => l.Length == 36) ? [36] : lines.Any(l => l.Length == 44) ? [44] : [36, 44],
            _ => null,
        };
        if (expected is null)
            return [FindingCatalogue.Shape.Found(null, $"{lines.Length}", string.Join(", ", lines.Take(9).Select(l => l.Length)))];
        var findings = new List<Finding>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!expected.Contains(lines[i].Length) || expected.Length > 1)
                findings.Add(FindingCatalogue.LineLength.Found(null, $"{i + 1}", $"{lines[i].Length}", string.Join(" / ", expected)));
        }
        return findings;
    }
}
