using System.Diagnostics.CodeAnalysis;

namespace Rahdari.Node.Api;

/// <summary>A word of an enumeration in a query, in any case. Numbers are no words, though the framework takes them for such.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="Value">What the word means.</param>
internal readonly record struct Word<T>(T Value) : IParsable<Word<T>>
    where T : struct, Enum
{
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Word<T> result)
    {
        result = default;
        if (s is null || Array.FindIndex(Enum.GetNames<T>(), name => name.Equals(s, StringComparison.OrdinalIgnoreCase)) is not (>= 0 and var place))
            return false;
        result = new Word<T>(Enum.GetValues<T>()[place]);
        return true;
    }

    public static Word<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var word) ? word : throw new FormatException("No such word.");
}
