namespace Rahdari.Bench.Screening.Noise;

/// <summary>Slips of a hand or a reader within a name in capitals.</summary>
internal static class Slips
{
    private static readonly string[] Rows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];

    /// <summary>What optical reading takes for what, both ways.</summary>
    private static readonly (string Read, string For)[] Confusions =
    [
        ("0", "O"), ("1", "I"), ("1", "L"), ("L", "I"), ("I", "L"), ("5", "S"), ("8", "B"), ("M", "RN"), ("RN", "M"),
    ];

    /// <summary>One letter replaced by a neighbour on the keyboard.</summary>
    public static string? Keyboard(string name, Dice dice)
    {
        var at = Letter(name, dice);
        if (at < 0 || Neighbours(name[at]) is not { Count: > 0 } near)
            return null;
        return $"{name[..at]}{dice.Pick(near)}{name[(at + 1)..]}";
    }

    /// <summary>One confusion of optical reading, where the name has a letter that is confused.</summary>
    public static string? Optical(string name, Dice dice)
    {
        var places = Confusions.SelectMany(c => Places(name, c.For).Select(at => (At: at, Confusion: c))).ToList();
        if (places.Count == 0)
            return null;
        var (at, confusion) = dice.Pick(places);
        return $"{name[..at]}{confusion.Read}{name[(at + confusion.For.Length)..]}";
    }

    /// <summary>A letter left out, put in, replaced, or swapped with the next.</summary>
    public static string? Edit(string name, Dice dice)
    {
        var at = Letter(name, dice);
        if (at < 0)
            return null;
        var letter = (char)('A' + dice.Next(26));
        return dice.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letter.ToString()),
            2 when at + 1 < name.Length && name[at + 1] != ' ' && name[at + 1] != name[at] => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            _ => $"{name[..at]}{(letter == name[at] ? Other(letter) : letter)}{name[(at + 1)..]}",
        };
    }

    private static char Other(char letter) => letter == 'Z' ? 'A' : (char)(letter + 1);

    /// <summary>The place of a letter in a part of three or more; -1 where there is none.</summary>
    private static int Letter(string name, Dice dice)
    {
        var places = new List<int>();
        var begin = 0;
        foreach (var part in name.Split(' '))
        {
            if (part.Length >= 3)
                places.AddRange(Enumerable.Range(begin, part.Length));
            begin += part.Length + 1;
        }
        return places.Count == 0 ? -1 : dice.Pick(places);
    }

    private static IEnumerable<int> Places(string name, string part)
    {
        for (var at = name.IndexOf(part, StringComparison.Ordinal); at >= 0; at = name.IndexOf(part, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static List<char> Neighbours(char letter)
    {
        var near = new List<char>();
        for (var row = 0; row < Rows.Length; row++)
        {
            var at = Rows[row].IndexOf(letter, StringComparison.Ordinal);
            if (at < 0)
                continue;
            near.AddRange(Keys(row, at - 1, at + 1).Where(k => k != letter));
            near.AddRange(Keys(row - 1, at, at + 1));
            near.AddRange(Keys(row + 1, at - 1, at));
        }
        return near;
    }

    private static IEnumerable<char> Keys(int row, int from, int to)
    {
        for (var at = from; at <= to; at++)
        {
            if (row >= 0 && row < Rows.Length && at >= 0 && at < Rows[row].Length)
                yield return Rows[row][at];
        }
    }
}
