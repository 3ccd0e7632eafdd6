using System.Collections.Frozen;

namespace Rahdari.Documents.States;

/// <summary>The codes of issuing States, organizations and nationalities (Doc 9303-3 §5). Thread-safe.</summary>
public static class IssuingStates
{
    /// <summary>The code of the specimens' State.</summary>
    public const string Utopia = "UTO";

    private static readonly FrozenDictionary<string, IssuingState> States = Load();

    private static readonly FrozenDictionary<string, string> TwoLetters =
        DataTable.Rows("States.two-letter-codes.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<IssuingState> All => States.Values;

    /// <summary>The State of a code as read (no fillers), or null where the standard knows none.</summary>
    public static IssuingState? Find(string code) => States.GetValueOrDefault(code);

    /// <summary>The ISO 3166-1 alpha-3 code of the country (<c>D</c> gives <c>DEU</c>, <c>GBN</c> gives <c>GBR</c>); null where there is none.</summary>
    public static string? ToIso3166Alpha3(string code) => Find(code)?.Iso3166Alpha3;

    /// <summary>The two letters that certificates carry for the State (<c>D</c> gives <c>DE</c>, <c>UTO</c> gives <c>UT</c>); null where none are known.</summary>
    public static string? ToIso3166Alpha2(string code) => TwoLetters.GetValueOrDefault(code);

    private static FrozenDictionary<string, IssuingState> Load() => DataTable.Rows("States.issuing-states.tsv")
        .Select(row => new IssuingState(row[0], row[1].Length == 0 ? null : row[1], row[2], Issues: row[3] != "holder") { IsOrganization = row[3] == "organization" })
        .ToFrozenDictionary(state => state.Code, StringComparer.Ordinal);
}
