using System.Collections.Frozen;

namespace Rahdari.Documents.Names;

/// <summary>The transliteration tables of Doc 9303-3 §6. Letters that are a plain letter with a mark stand in no table: they lose the mark.</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, TransliteratedLetter> Table = Load();

    /// <summary>Every letter of every table.</summary>
    public static IReadOnlyCollection<TransliteratedLetter> All => Table.Values;

    /// <summary>An upper-case letter, or null where the tables do not name it.</summary>
    public static TransliteratedLetter? Find(char letter) => Table.GetValueOrDefault(letter);

    /// <summary>The Latin letters of an upper-case character, or null where the tables do not name it.</summary>
    public static string? Of(char character) => Find(character)?.Forms[0];

    private static FrozenDictionary<char, TransliteratedLetter> Load()
    {
        var letters = new Dictionary<char, TransliteratedLetter>();
        foreach (var row in DataTable.Rows("Names.transliteration.tsv"))
        {
            // "H:be,sr" is a form of single languages; "-" is none.
            var forms = row[2].Split(' ').Select(form => form.Split(':')[0].Replace("-", "", StringComparison.Ordinal)).ToArray();
            letters.Add(row[1][0], new TransliteratedLetter(row[1][0], Enum.Parse<TransliterationTable>(row[0]), forms));
        }
        return letters.ToFrozenDictionary();
    }
}
