using System.Collections.Frozen;
using System.Globalization;

namespace Rahdari.Documents.States;

/// <summary>States that have ended (ISO 3166-3). Thread-safe.</summary>
public static class FormerStates
{
    private static readonly FrozenDictionary<string, FormerState> States = DataTable.Rows("States.former-states.tsv")
        .Select(row => new FormerState(row[0], row[1], DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture), row[3]))
        .ToFrozenDictionary(state => state.Code);

    /// <summary>Every one.</summary>
    public static IReadOnlyCollection<FormerState> All => States.Values;

    /// <summary>The former State of a code, or null.</summary>
    public static FormerState? Find(string code) => States.GetValueOrDefault(code);
}
