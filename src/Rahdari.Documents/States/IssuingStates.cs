using System.Collections.Frozen;

namespace Rahdari.Documents.States;

/// <summary>The codes of issuing States, organizations and nationalities (Doc 9303-3 §5). Thread-safe.</summary>
public static class IssuingStates
{
    /// <summary>The code of the specimens' State.</summary>
    public const string Utopia = "UTO";

    private static readonly FrozenDictionary<string, IssuingState> States = Load();

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<IssuingState> All => States.Values;

    /// <summary>The State of a code as read (no fillers), or null where the standard knows none.</summary>
    public static IssuingState? Find(string code) => States.GetValueOrDefault(code);

    /// <summary>The ISO 3166-1 alpha-3 code of the country (<c>D</c> gives <c>DEU</c>, <c>GBN</c> gives <c>GBR</c>); null where there is none.</summary>
    public static string? ToIso3166Alpha3(string code) => Find(code)?.Iso3166Alpha3;

    private static FrozenDictionary<string, IssuingState> Load()
    {
        using var stream = typeof(IssuingStates).Assembly.GetManifestResourceStream("Rahdari.Documents.States.issuing-states.tsv")!;
        using var reader = new StreamReader(stream);
        var states = new Dictionary<string, IssuingState>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var parts = line.Split('\t');
            states.Add(parts[0], new IssuingState(parts[0], parts[1].Length == 0 ? null : parts[1], parts[2], Issues: parts.Length < 4));
        }
        return states.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
