using System.Text;

namespace Rahdari.Matching.Names;

/// <summary>A script whose words are spelt as wholes: what a letter is depends on its neighbours.</summary>
/// <param name="Contains">True for its letters and marks.</param>
/// <param name="Append">Appends a word in Latin capitals.</param>
internal sealed record Scripts(Func<char, bool> Contains, Scripts.Speller Append)
{
    private static readonly Scripts[] All =
    [
        new(GreekSpelling.Contains, GreekSpelling.Append),
        new(ArabicSpelling.Contains, ArabicSpelling.Append),
        new(HebrewSpelling.Contains, HebrewSpelling.Append),
        new(IndicSpelling.Contains, IndicSpelling.Append),
        new(HanSpelling.Contains, HanSpelling.Append),
        new(HangulSpelling.Contains, HangulSpelling.Append),
        new(KanaSpelling.Contains, KanaSpelling.Append),
    ];

    /// <summary>Spells a word.</summary>
    public delegate void Speller(ReadOnlySpan<char> word, StringBuilder result);

    /// <summary>The script of a letter, or null where letters are spelt one by one.</summary>
    public static Scripts? Of(char letter)
    {
        if (letter < '\u0370')
            return null;
        foreach (var script in All)
        {
            if (script.Contains(letter))
                return script;
        }
        return null;
    }
}
