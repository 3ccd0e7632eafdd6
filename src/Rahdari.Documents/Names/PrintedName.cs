using System.Globalization;
using System.Text;

namespace Rahdari.Documents.Names;

/// <summary>A name as printed: for each letter, what can stand for it in a zone.</summary>
internal sealed class PrintedName
{
    private const char Shadda = '\u0651';
    private const int None = -1;

    private readonly List<(char Letter, IReadOnlyList<string> Forms, TransliterationTable? Table)> letters;

    private PrintedName(string text)
    {
        Text = text;
        var all = new List<(char, IReadOnlyList<string>, TransliterationTable?)>(text.Length);
        IReadOnlyList<string> before = [""];
        foreach (var character in text)
        {
            var (forms, table) = Forms(character);
            // §6, table C: shadda doubles its letter; whoever writes by sound may leave it out.
            if (character == Shadda)
                (forms, table) = ([.. before, ""], TransliterationTable.Arabic);
            else
                before = forms;
            all.Add((character, forms, table));
        }
        letters = all;
    }

    /// <summary>Upper case, blanks single.</summary>
    public string Text { get; }

    public bool IsEmpty => Text.Length == 0;

    public static PrintedName Of(string name)
    {
        // Runes replace broken surrogates, at which Normalize throws.
        var text = string.Concat(name.EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        return new PrintedName(string.Join(' ', text.Split([' ', ',', '،', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The names one by one; a hyphen separates too.</summary>
    public IReadOnlyList<PrintedName> Components()
    {
        var text = string.Concat(Text.Select(c => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? ' ' : c));
        return [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => new PrintedName(part))];
    }

    /// <summary>The fewest tables by which this is the zone's text, or null where it is not.</summary>
    public IReadOnlyList<TransliterationTable>? Match(string zone) =>
        Reach(zone)[letters.Count][zone.Length] is var used && used == None ? null : [.. Enum.GetValues<TransliterationTable>().Where(t => (used & (1 << (int)t)) != 0)];

    /// <summary>Whether the zone's text is all of this or its beginning.</summary>
    public bool BeginsWith(string zone)
    {
        var reach = Reach(zone);
        for (var i = 0; i <= letters.Count; i++)
        {
            if (reach[i][zone.Length] != None)
                return true;
            // The cut may fall within what stands for one letter: ATS to AT.
            for (var j = 0; i < letters.Count && j < zone.Length; j++)
            {
                if (reach[i][j] != None && letters[i].Forms.Any(form => form.StartsWith(zone[j..], StringComparison.Ordinal)))
                    return true;
            }
        }
        return false;
    }

    /// <summary>For each number of letters taken and each place in the zone, the tables used to come there, as bits.</summary>
    private int[][] Reach(string zone)
    {
        var reach = new int[letters.Count + 1][];
        for (var i = 0; i <= letters.Count; i++)
        {
            reach[i] = new int[zone.Length + 1];
            Array.Fill(reach[i], None);
        }
        reach[0][0] = 0;
        for (var i = 0; i < letters.Count; i++)
        {
            var (_, forms, table) = letters[i];
            for (var j = 0; j <= zone.Length; j++)
            {
                if (reach[i][j] == None)
                    continue;
                foreach (var form in forms)
                {
                    if (string.CompareOrdinal(zone, j, form, 0, form.Length) != 0 || j + form.Length > zone.Length)
                        continue;
                    var used = reach[i][j] | (table is { } t ? 1 << (int)t : 0);
                    ref var there = ref reach[i + 1][j + form.Length];
                    if (there == None || int.PopCount(used) < int.PopCount(there))
                        there = used;
                }
            }
        }
        return reach;
    }

    private static (IReadOnlyList<string> Forms, TransliterationTable? Table) Forms(char character)
    {
        if (character is >= 'A' and <= 'Z')
            return ([character.ToString()], null);
        if (character == ' ')
            return ([" "], null);
        var category = char.GetUnicodeCategory(character);
        // §4.6: a hyphen becomes a filler, an apostrophe nothing; States join the parts too.
        if (category == UnicodeCategory.DashPunctuation)
            return ([" ", ""], null);
        // The letter itself too: names of two pages, or of a zone decoded, are compared as they stand.
        if (Transliteration.Find(character) is { } letter)
            return ([.. letter.Forms, character.ToString()], letter.Table);
        if (!char.IsLetter(character))
            return ([""], null);
        var bare = char.ToUpperInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]);
        return bare is >= 'A' and <= 'Z' ? ([bare.ToString(), character.ToString()], TransliterationTable.Latin) : ([character.ToString()], null);
    }
}
