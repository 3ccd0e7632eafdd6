using System.Diagnostics.CodeAnalysis;

namespace Rahdari.Links.Messages;

/// <summary>What a text in a message may be: short, without control characters, of which PostgreSQL's text cannot hold the first.</summary>
internal static class SentText
{
    private const int Longest = 400;

    public static bool IsText([NotNullWhen(true)] string? text) => text is { Length: <= Longest } && !text.Any(char.IsControl);

    /// <summary>True where each is a text or is left out.</summary>
    public static bool AreTexts(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && !IsText(text))
                return false;
        }
        return true;
    }

    /// <summary>True where it is a text and says something.</summary>
    public static bool IsName(string? text, int longest) => IsText(text) && text.Length <= longest && !string.IsNullOrWhiteSpace(text);

    /// <summary>True for the name of one of an enumeration's values, and for no number of one.</summary>
    public static bool IsOne<T>(string? name, out T value)
        where T : struct, Enum => Enum.TryParse(name, out value) && Enum.GetName(value) == name;
}
