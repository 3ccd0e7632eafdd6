using System.Collections.Frozen;

namespace Rahdari.Documents.States;

/// <summary>The forms of ordinary passports' numbers, by issuing State. Thread-safe.</summary>
/// <remarks>In a form <c>A</c> is any letter, <c>9</c> any digit, <c>X</c> either; a small letter is itself in capital.</remarks>
public static class PassportNumbers
{
    private static readonly FrozenDictionary<string, string[]> Forms = DataTable.Rows("States.passport-numbers.tsv").ToFrozenDictionary(row => row[0], row => row[1].Split(' '));

    /// <summary>The States whose forms are known.</summary>
    public static IReadOnlyCollection<string> States => Forms.Keys;

    /// <summary>The forms of a State, or null where they are not known.</summary>
    public static IReadOnlyList<string>? Of(string state) => Forms.GetValueOrDefault(state);

    /// <summary>Whether a number has a form.</summary>
    public static bool Fits(string number, string form)
    {
        if (number.Length != form.Length)
            return false;
        for (var i = 0; i < form.Length; i++)
        {
            var fits = form[i] switch
            {
                'A' => char.IsAsciiLetterUpper(number[i]),
                '9' => char.IsAsciiDigit(number[i]),
                'X' => char.IsAsciiLetterUpper(number[i]) || char.IsAsciiDigit(number[i]),
                var itself => number[i] == char.ToUpperInvariant(itself),
            };
            if (!fits)
                return false;
        }
        return true;
    }
}
