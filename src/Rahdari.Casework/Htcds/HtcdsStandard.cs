using System.Collections.Frozen;

namespace Rahdari.Casework.Htcds;

/// <summary>
/// Every field and option that the Human Trafficking Case Data Standard 2.0 names, in its order: of the field standards and of the XLSForm. Thread-safe.
/// </summary>
/// <remarks>The standard is the International Organization for Migration's, under CC BY 4.0; labels are the standard's, descriptions are paraphrased.</remarks>
public static class HtcdsStandard
{
    private static readonly IReadOnlyList<(HtcdsGroup Group, HtcdsField Field)> Rows = ReadFields();

    private static readonly FrozenDictionary<string, FrozenSet<string>> Codes =
        Options.ToFrozenDictionary(list => list.Key, list => list.Value.Select(option => option.Code).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenDictionary<HtcdsGroup, IReadOnlyList<HtcdsField>> ByGroup = Enum.GetValues<HtcdsGroup>().ToFrozenDictionary(
        group => group,
        group => (IReadOnlyList<HtcdsField>)[.. Rows.Where(row => row.Group == group || (group == HtcdsGroup.Perpetrator && row.Field.Name.StartsWith("prs_", StringComparison.Ordinal))).Select(row => row.Field)]);

    private static readonly FrozenDictionary<HtcdsGroup, FrozenDictionary<string, HtcdsField>> Names = Enum.GetValues<HtcdsGroup>().ToFrozenDictionary(group => group, Named);

    /// <summary>The lists by name, each with its options in the standard's order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<HtcdsOption>> Options => ListsOfOptions.All;

    /// <summary>Every field that the standard names, once.</summary>
    public static IReadOnlyList<HtcdsField> Fields { get; } = [.. Rows.Select(row => row.Field)];

    /// <summary>The fields of a group; a perpetrator has those of a person too.</summary>
    public static IReadOnlyList<HtcdsField> FieldsOf(HtcdsGroup group) => ByGroup[group];

    /// <summary>The field of a group by its name in the field standards or in the form; null where there is none.</summary>
    public static HtcdsField? Find(HtcdsGroup group, string name) => Names[group].GetValueOrDefault(name);

    internal static bool Has(string list, string code) => Codes[list].Contains(code);

    /// <summary>What is in the room's table of that name: tab-separated, comments after a hash sign.</summary>
    internal static IEnumerable<string[]> Table(string name)
    {
        using var stream = typeof(HtcdsStandard).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    private static List<(HtcdsGroup Group, HtcdsField Field)> ReadFields() =>
    [
        .. Table("Htcds.fields.tsv").Select(row => (
            Enum.Parse<HtcdsGroup>(row[0]),
            new HtcdsField(row[1], Told(row[2]), row[3], Enum.Parse<HtcdsType>(row[4]), Told(row[5]), Enum.Parse<HtcdsStatus>(row[6]), row[7] == "Core", row[8]))),
    ];

    private static FrozenDictionary<string, HtcdsField> Named(HtcdsGroup group)
    {
        var names = new Dictionary<string, HtcdsField>(StringComparer.Ordinal);
        foreach (var field in FieldsOf(group))
        {
            names[field.Name] = field;
            if (field.FormName is { } form)
                names[form] = field;
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string? Told(string text) => text.Length == 0 ? null : text;

    private static class ListsOfOptions
    {
        public static readonly FrozenDictionary<string, IReadOnlyList<HtcdsOption>> All = Table("Htcds.options.tsv")
            .GroupBy(row => row[0], row => new HtcdsOption(row[1], row[2]), StringComparer.Ordinal)
            .ToFrozenDictionary(list => list.Key, list => (IReadOnlyList<HtcdsOption>)[.. list], StringComparer.Ordinal);
    }
}
