using System.Collections.Frozen;
using System.Reflection;

namespace Rahdari.Matching.Names;

/// <summary>A place as lists and documents write it, <c>Kandahar, Afghanistan</c>: the words that tell it from others, and the States that it may be in.</summary>
/// <param name="Words">The words that are no State's and not of every place's.</param>
/// <param name="States">ISO 3166-1 alpha-3 codes of the States named; empty where none is.</param>
internal sealed record PlaceName(IReadOnlyList<NameToken> Words, IReadOnlyList<string> States)
{
    /// <summary>A word of more States' names than this says of none.</summary>
    private const int MostStates = 2;

    /// <summary>Sounds of fewer consonants are shared by towns.</summary>
    private const int ShortestSound = 3;

    private const char LastOfLatin = '\u024F';

    private static readonly FrozenSet<string> OfEveryPlace = Folded(
        "PROVINCE DISTRICT CITY TOWN VILLAGE TEHSIL TALUK AREA REGION NEAR COUNTY GOVERNORATE OBLAST DIVISION AGENCY CAMP MUNICIPALITY REPUBLIC STATE UNKNOWN NORTH SOUTH EAST WEST NORTHERN SOUTHERN EASTERN WESTERN CENTRAL NEW OLD UPPER LOWER OF THE AND IN USSR FORMER NOW");

    /// <summary>What States are called beside the names that Doc 9303-3 gives them.</summary>
    private static readonly (string Name, string State)[] AlsoCalled =
    [
        ("Syria", "SYR"), ("Russia", "RUS"), ("Turkey", "TUR"), ("Burma", "MMR"), ("Ivory Coast", "CIV"), ("Vietnam", "VNM"), ("Laos", "LAO"), ("Macedonia", "MKD"),
        ("UAE", "ARE"), ("UK", "GBR"), ("England", "GBR"), ("USA", "USA"), ("KSA", "SAU"), ("DRC", "COD"), ("Azad Kashmir", "PAK"),
    ];

    private static readonly FrozenDictionary<string, string[]> StatesOf = ReadStates();

    /// <summary>The States by how their names sound: in scripts that leave vowels out, or spell a name by ear, no letter need be the same.</summary>
    private static readonly FrozenDictionary<string, string[]> StatesOfSound = StatesOf
        .GroupBy(pair => Skeleton.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal).Where(group => group.Key.Length >= ShortestSound)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(states => states).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The place of a text in any script; one without words where it says nothing.</summary>
    public static PlaceName Of(string text)
    {
        var (words, states) = (new List<NameToken>(), new List<string>());
        var isLatin = !text.AsSpan().ContainsAnyExceptInRange('\0', LastOfLatin);
        foreach (var token in NameFolding.Tokens(text))
        {
            if (StatesOf.TryGetValue(token.Text, out var of) || (!isLatin && StatesOfSound.TryGetValue(token.Skeleton, out of)))
                states.AddRange(of);
            else if (!token.IsParticle && token.Text.Length > 1 && !OfEveryPlace.Contains(token.Text))
                words.Add(token);
        }
        return new PlaceName(words, states);
    }

    private static FrozenDictionary<string, string[]> ReadStates()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("issuing-states.tsv")!;
        using var reader = new StreamReader(stream);
        var words = new List<(string Word, string State)>();
        while (reader.ReadLine() is { } line)
        {
            // Code, ISO code or nothing, name; a fourth where it is no State.
            if (!line.StartsWith('#') && line.Split('\t') is [var code, var iso, var name])
                words.AddRange(NameFolding.Tokens(name).Select(token => token.Text).Append(code).Append(iso).Select(word => (word, iso.Length > 0 ? iso : code)));
        }
        words.AddRange(AlsoCalled.SelectMany(called => NameFolding.Tokens(called.Name).Select(token => (token.Text, called.State))));
        return words.Where(pair => pair.Word.Length > 1 && !OfEveryPlace.Contains(pair.Word)).GroupBy(pair => pair.Word, pair => pair.State, StringComparer.Ordinal)
            .Select(group => (group.Key, States: group.Distinct().ToArray())).Where(word => word.States.Length <= MostStates)
            .ToFrozenDictionary(word => word.Key, word => word.States, StringComparer.Ordinal);
    }

    private static FrozenSet<string> Folded(string words) =>
        words.Split(' ').SelectMany(word => NameFolding.Tokens(word)).Select(token => token.Text).ToFrozenSet(StringComparer.Ordinal);
}
