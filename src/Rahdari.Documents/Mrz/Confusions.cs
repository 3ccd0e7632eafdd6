namespace Rahdari.Documents.Mrz;

/// <summary>
/// Characters that recognition takes one for the other: OCR-B keeps them apart, worn print and cameras do not.
/// </summary>
internal static class Confusions
{
    private static readonly string[] Groups = ["0ODQ", "1IL", "2Z", "5S", "6G", "8B"];

    /// <summary>A text with every character that is mistaken for others written as the first of them: equal for texts that recognition may take one for the other.</summary>
    public static string Blurred(string text) => string.Concat(text.Select(character => Array.Find(Groups, group => group.Contains(character, StringComparison.Ordinal))?[0] ?? character));

    /// <summary>What a character may have been; empty where it is mistaken for none.</summary>
    public static string Of(char character) => string.Concat(Groups.Where(group => group.Contains(character, StringComparison.Ordinal))).Replace(character.ToString(), "", StringComparison.Ordinal);
}
