namespace Rahdari.Documents.Mrz;

/// <summary>
/// The check digit of Doc 9303-3 §4.9: weights 7, 3, 1 over the characters' values, modulo 10. It sees every change of
/// one digit, but not a change between characters whose values differ by a multiple of 10 (0, A, K and U; filler is 0).
/// </summary>
public static class CheckDigit
{
    /// <summary>The weight of a character by its place in what is checked, from 0.</summary>
    internal static int Weight(int place) => (place % 3) switch { 0 => 7, 1 => 3, _ => 1 };

    /// <summary>The check digit of a text of A–Z, 0–9 and filler, or null where another character stands in it.</summary>
    public static char? Of(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Value(text[i]) is not { } value)
                return null;
            sum += value * Weight(i);
        }
        return (char)('0' + (sum % 10));
    }

    /// <summary>The value of a character: 0–9, A = 10 to Z = 35, filler 0; null for any other.</summary>
    public static int? Value(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        '<' => 0,
        _ => null,
    };
}
