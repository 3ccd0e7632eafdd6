using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Documents.Names;

/// <summary>
/// The letters of the Russian internal passport's zone: one Latin letter or digit for each Cyrillic letter, so that the name
/// can be read back. Source: Ministry of the Interior, order 773 of 16 November 2020, appendix 24. Pure and thread-safe.
/// </summary>
public static class RussianLetters
{
    private const string Cyrillic = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    private const string Zone = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";

    private static readonly FrozenDictionary<char, char> ToZone = Cyrillic.Zip(Zone).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
    private static readonly FrozenDictionary<char, char> ToCyrillic = Cyrillic.Zip(Zone).ToFrozenDictionary(pair => pair.Second, pair => pair.First);

    /// <summary>
    /// The name as the zone carries it: Cyrillic letters by the table, Latin letters and digits of the zone as they are,
    /// components separated by a space; all else is left out.
    /// </summary>
    public static string Encode(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var upper = char.ToUpperInvariant(character);
            if (ToZone.TryGetValue(upper, out var letter))
                result.Append(letter);
            else if (upper is >= 'A' and <= 'Z' or >= '0' and <= '9')
                result.Append(upper);
            else if (char.IsWhiteSpace(upper) || upper == '-')
                result.Append(' ');
        }
        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The Cyrillic name of a zone's (<c>2JIKOV</c> gives <c>ЁЖИКОВ</c>); characters that the table lacks stay.</summary>
    public static string Decode(string name) => string.Concat(name.Select(c => ToCyrillic.GetValueOrDefault(c, c)));
}
