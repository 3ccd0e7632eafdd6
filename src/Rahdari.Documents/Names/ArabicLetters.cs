using System.Collections.Frozen;
using System.Text;

namespace Rahdari.Documents.Names;

/// <summary>Reads a zone's name back to Arabic, Persian, Pashto and Urdu letters (Doc 9303-3 §6 C and appendix B). Pure and thread-safe.</summary>
public static class ArabicLetters
{
    private const int LongestForm = 3;

    // Y stands for yeh and for the Pashto ې: the first in the table is the common one.
    private static readonly FrozenDictionary<string, char> Letters = Transliteration.All
        .Where(letter => letter.Table == TransliterationTable.Arabic)
        .SelectMany(letter => letter.Forms.Select(form => (Form: form, letter.Letter)))
        .GroupBy(pair => pair.Form, pair => pair.Letter)
        .ToFrozenDictionary(group => group.Key, group => group.Contains('ي') ? 'ي' : group.First());

    /// <summary>
    /// The letters of a name (<c>AXHMD</c> gives <c>احمد</c>), or null where it is not written by the table: its X-sequences
    /// are no letters, or it has a letter that no Arabic one gives (O), as names written by sound have. Doubled letters stay
    /// two: the zone does not tell shadda from two letters.
    /// </summary>
    /// <param name="name">A–Z and blanks, as <see cref="Mrz.MrzFields.PrimaryIdentifier"/>.</param>
    public static string? Decode(string name)
    {
        var result = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            if (name[at] == ' ')
            {
                result.Append(' ');
                at++;
                continue;
            }
            // X begins a code of two or three letters, of which none begins another.
            var length = name[at] == 'X' ? 2 : 1;
            while (length <= LongestForm && at + length <= name.Length && !Letters.ContainsKey(name.Substring(at, length)))
                length++;
            if (length > LongestForm || at + length > name.Length)
                return null;
            result.Append(Letters[name.Substring(at, length)]);
            at += length;
        }
        return result.ToString();
    }
}
