using System.Text.RegularExpressions;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Un;

/// <summary>
/// One ALIAS_NAME may hold several spellings, divided by semicolons, and the same name in another script, in parentheses
/// or in the note: <c>Musa Namuna; Moosa Namoona (موسیٰ نمونہ)</c>.
/// </summary>
internal static class UnSpellings
{
    /// <summary>A semicolon, or a letter that counts: "a) … b) …".</summary>
    private static readonly Regex Between = new(@";|\s[a-z]\)\s", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private enum Script
    {
        None,
        Latin,
        Other,
    }

    /// <summary>The name as the list writes it, then each spelling in it where there are several.</summary>
    public static IEnumerable<string> Of(string name, string note)
    {
        yield return name;
        var (outside, inside) = Apart(name);
        var script = ScriptOf(outside);
        var spellings = Between.Split(outside).Concat(inside.SelectMany(i => Runs(i, script)));
        // A note tells in Latin script; what stands there in another is the name.
        foreach (var spelling in spellings.Concat(Runs(note, Script.Latin)).Select(s => ListText.Clean(s).Trim(',', ' ')).Where(s => s.Length > 1 && s != name))
            yield return spelling;
    }

    /// <summary>What stands outside parentheses, and what in each.</summary>
    private static (string Outside, IReadOnlyList<string> Inside) Apart(string name)
    {
        var parts = name.Split('(', ')');
        return parts.Length < 3 ? (name, []) : (string.Concat(parts.Where((_, i) => i % 2 == 0)), [.. parts.Where((_, i) => i % 2 == 1)]);
    }

    /// <summary>The spellings in a text that are of the other script than the one given.</summary>
    private static IEnumerable<string> Runs(string text, Script than)
    {
        foreach (var piece in text.Split(';', ':', '(', ')', '.', ',').Select(p => p.Trim()))
        {
            if (ScriptOf(piece) is var script && script != Script.None && script != than)
                yield return piece;
        }
    }

    /// <summary>The script of most letters.</summary>
    private static Script ScriptOf(string text)
    {
        var latin = text.Count(c => c < 'ɐ' && char.IsLetter(c));
        var other = text.Count(c => c >= 'Ͱ' && char.IsLetter(c));
        return latin + other == 0 ? Script.None : latin >= other ? Script.Latin : Script.Other;
    }
}
