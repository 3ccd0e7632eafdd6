using System.Globalization;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Scoring;

/// <summary>
/// A document or personal number as it is compared: letters and digits alone, upper case, digits of any script as 0 to 9. Two numbers may be one
/// although they are not written alike.
/// </summary>
internal readonly ref struct WrittenNumber
{
    /// <summary>Of a longer one so much counts.</summary>
    public const int Longest = 64;

    /// <summary>The number as it is, without its last digit, and with each of ten more.</summary>
    public const int MostKeys = 12;

    private const int Shortest = 4;

    /// <summary>So many are left where leading zeros or a last digit are taken away: fewer are too common.</summary>
    private const int ShortestRare = 6;

    private const int LongestCnic = 13;

    private readonly ReadOnlySpan<char> characters;

    private WrittenNumber(ReadOnlySpan<char> characters) => this.characters = characters;

    /// <summary>True where so few are left that others have the same.</summary>
    public bool IsShort => characters.Length < ShortestRare;

    /// <summary>True where a number has the form of a Pakistani identity number, <c>00000-0000101-0</c>: it is given for life, and its last digit tells the sex.</summary>
    public bool IsCnic => characters.Length == LongestCnic && IsDigits(characters);

    /// <summary>Reads a number.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="buffer">Takes what counts of it: <see cref="Longest"/> characters.</param>
    /// <param name="number">The number.</param>
    /// <returns>False where fewer than four characters count, or all are the same: lists write 00000000 where they know none.</returns>
    public static bool TryRead(string? text, Span<char> buffer, out WrittenNumber number)
    {
        var length = 0;
        foreach (var character in text ?? "")
        {
            if (length == Longest)
                break;
            if (char.IsAsciiLetterOrDigit(character))
                buffer[length++] = char.ToUpperInvariant(character);
            else if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
                buffer[length++] = (char)('0' + digit);
        }
        number = new WrittenNumber(buffer[..length]);
        return length >= Shortest && !IsUniform(number.characters);
    }

    /// <summary>What an index knows the number by: whatever <see cref="Compare"/> takes for the same without its last digit has the same key.</summary>
    public ulong Key() => Key(characters, default);

    /// <summary>The keys of all numbers that <see cref="Compare"/> may take for this one.</summary>
    /// <param name="keys">Takes them: <see cref="MostKeys"/>.</param>
    /// <returns>Those taken.</returns>
    public ReadOnlySpan<ulong> Keys(Span<ulong> keys)
    {
        var count = 0;
        keys[count++] = Key();
        if (characters.Length > ShortestRare)
            keys[count++] = Key(characters[..^1], default);
        for (var digit = '0'; digit <= '9' && !IsShort; digit++)
            keys[count++] = Key(characters, [digit]);
        return keys[..count];
    }

    /// <summary>Whether two numbers are one, read or written otherwise.</summary>
    /// <param name="other">The other number.</param>
    /// <param name="mayBeCnic">Whether both may be Pakistani identity numbers.</param>
    /// <param name="sexes">The sexes known of who has them: <c>M</c> and <c>F</c>; others are left out.</param>
    public NumberLikeness Compare(WrittenNumber other, bool mayBeCnic, ReadOnlySpan<char> sexes)
    {
        if (AreOne(characters, other.characters))
            return NumberLikeness.Same;
        var isLonger = characters.Length > other.characters.Length;
        var longer = isLonger ? characters : other.characters;
        var shorter = isLonger ? other.characters : characters;
        var more = longer.Length - shorter.Length;
        if (more == 0 || shorter.Length < ShortestRare)
            return NumberLikeness.Other;
        return (more == 1 && AreOne(longer[..^1], shorter) && (IsCheckDigit(longer[^1], shorter) || IsCheckDigit(longer[^1], longer[..^1]) || (mayBeCnic && IsSexDigit(longer, sexes))))
            || (IsDigits(shorter) && longer[..more].IndexOfAnyExcept('0') < 0 && AreOne(longer[more..], shorter))
            ? NumberLikeness.OneLeftOut
            : NumberLikeness.Other;
    }

    /// <summary>In how many places two numbers of one length differ.</summary>
    public int Differences(WrittenNumber other)
    {
        var differences = 0;
        for (var i = 0; i < characters.Length; i++)
            differences += Folded(characters[i]) == Folded(other.characters[i]) ? 0 : 1;
        return differences;
    }

    /// <summary>Leading zeros left out as far as enough is left, confusable characters as one.</summary>
    private static ulong Key(ReadOnlySpan<char> characters, ReadOnlySpan<char> last)
    {
        Span<char> key = stackalloc char[Longest + 1];
        var length = 0;
        foreach (var character in characters)
            key[length++] = Folded(character);
        foreach (var character in last)
            key[length++] = character;
        var start = 0;
        while (length - start > ShortestRare && key[start] == '0')
            start++;
        return TokenHash.Of(key[start..length]);
    }

    /// <summary>Letters and digits that are read for each other as one: 0/O/D/Q, 1/I/L, 2/Z, 5/S, 8/B.</summary>
    private static char Folded(char character) => character switch
    {
        'O' or 'D' or 'Q' => '0',
        'I' or 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        _ => character,
    };

    private static bool AreOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (Folded(a[i]) != Folded(b[i]))
                return false;
        }
        return true;
    }

    private static bool IsUniform(ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
        {
            if (Folded(character) != Folded(characters[0]))
                return false;
        }
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> characters) => characters.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Doc 9303-3 §4.9: weights 7, 3, 1 over the values 0–9 and A = 10 to Z = 35, modulo 10.</summary>
    private static bool IsCheckDigit(char last, ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
            sum += (char.IsAsciiDigit(number[i]) ? number[i] - '0' : number[i] - 'A' + 10) * ((i % 3) switch { 0 => 7, 1 => 3, _ => 1 });
        return Folded(last) == '0' + (sum % 10);
    }

    /// <summary>The last digit of a Pakistani identity number is no check digit: it is odd for men, even for women.</summary>
    private static bool IsSexDigit(ReadOnlySpan<char> cnic, ReadOnlySpan<char> sexes) =>
        cnic.Length == LongestCnic && IsDigits(cnic) && !sexes.Contains((cnic[^1] - '0') % 2 == 0 ? 'M' : 'F');
}

/// <summary>Whether two numbers are one.</summary>
internal enum NumberLikeness
{
    /// <summary>They are not, as far as can be told.</summary>
    Other,

    /// <summary>They are, but for characters that are read for each other.</summary>
    Same,

    /// <summary>One has a digit that the other left out: the check digit of a machine readable zone, leading zeros, the last digit of a Pakistani identity number.</summary>
    OneLeftOut,
}
