using System.Globalization;
using System.Text;
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
        var lines = text.Split('\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029').Select(Clean).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0)
            return ([], null, [FindingCatalogue.Empty.Found(null)]);
        if (Zone(lines) is { } zone)
            return (zone.Lines, zone.Layout, []);
        // A reader may send the lines as one, or break them elsewhere.
        if (Split(string.Concat(lines)) is { } split && Zone(split) is { } joined)
            return (joined.Lines, joined.Layout, []);
        return (lines, null, Misshapen(lines));
    }

    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            // Readers frame lines with control characters; a clipboard brings marks of direction, above all where the interface is Urdu.
            if (char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format)
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

    /// <summary>The last lines that have a format's shape: a recognized page has other text above. One line alone only where no two or three are a zone.</summary>
    private static (string[] Lines, MrzLayout Layout)? Zone(string[] lines) => Zone(lines, 2, 3) ?? Zone(lines, 1, 1);

    private static (string[] Lines, MrzLayout Layout)? Zone(string[] lines, int fewest, int most)
    {
        for (var end = lines.Length; end >= fewest; end--)
        {
            for (var count = Math.Min(most, end); count >= fewest; count--)
            {
                var zone = lines[(end - count)..end];
                if (MrzLayout.For(zone) is { } layout)
                    return (zone, layout);
            }
        }
        return null;
    }

    private static string[]? Split(string text) => text.Length switch
    {
        88 => [text[..44], text[44..]],
        72 => [text[..36], text[36..]],
        90 => [text[..30], text[30..60], text[60..]],
        69 => [text[..9], text[9..39], text[39..]],
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
