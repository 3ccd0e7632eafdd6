using System.Text;
using System.Text.Json;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>How a legacy system writes its file: a JSON file of some lines, docs/guides/administrator.md tells its fields. Everything may be left out.</summary>
internal sealed record LegacyMapping
{
    private const int Largest = 256 * 1024;

    public static readonly LegacyMapping None = new();

    /// <summary>The heading of each part that has another than those known.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What divides the columns of a CSV; null where its first lines tell.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null for what the file's first bytes say, otherwise UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How dates are written; none for ISO 8601 and dates in English words.</summary>
    public IReadOnlyList<DateForm> Dates { get; init; } = [];

    /// <summary>The file's words for F and M, entry and exit, admitted and refused, the kinds of conveyances, a document's code, a port.</summary>
    public IReadOnlyDictionary<string, string> Sexes { get; init; } = Empty;

    public IReadOnlyDictionary<string, string> Directions { get; init; } = Empty;

    public IReadOnlyDictionary<string, string> Outcomes { get; init; } = Empty;

    public IReadOnlyDictionary<string, string> Conveyances { get; init; } = Empty;

    public IReadOnlyDictionary<string, string> Documents { get; init; } = Empty;

    public IReadOnlyDictionary<string, string> Ports { get; init; } = Empty;

    private static Dictionary<string, string> Empty => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a mapping; whatever it says that nothing is known of is an error, for a slip of the pen would lose a column.</summary>
    public static LegacyMapping? Read(string file, ReadOnlyMemory<byte> json, ListErrors errors) =>
        MappingJson.Read(file, json, Largest, errors, (reader, root) => new Mapped(reader).Mapping(root));

    private sealed class Mapped(MappingJson reader)
    {
        private static readonly string[] Fields = ["columns", "delimiter", "encoding", "dates", "sexes", "directions", "outcomes", "conveyances", "documents", "ports"];

        public LegacyMapping? Mapping(JsonElement json)
        {
            if (!reader.IsObject(json, null, Fields))
                return null;
            var columns = new Dictionary<string, string>(StringComparer.Ordinal);
            if (json.TryGetProperty("columns", out var named) && reader.IsObject(named, "columns", [.. LegacyColumns.Headings.Keys]))
            {
                foreach (var column in named.EnumerateObject())
                    columns[column.Name] = JsonText.Text(column.Value);
            }
            foreach (var empty in columns.Where(c => c.Value.Length == 0))
                reader.Wrong($"columns.{empty.Key}", "–", "…");
            return new LegacyMapping
            {
                Columns = columns,
                Delimiter = reader.Delimiter(json),
                Encoding = reader.EncodingOf(json),
                Dates = reader.Dates(json),
                Sexes = Words(json, "sexes", "F", "M", "X"),
                Directions = Words(json, "directions", "entry", "exit"),
                Outcomes = Words(json, "outcomes", "passed", "refused"),
                Conveyances = Words(json, "conveyances", "flight", "vessel", "train", "bus", "vehicle", "foot"),
                Documents = Words(json, "documents"),
                Ports = Words(json, "ports"),
            };
        }

        private Dictionary<string, string> Words(JsonElement json, string field, params string[] known)
        {
            var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            if (!json.TryGetProperty(field, out var all) || !reader.IsObject(all, field, null))
                return words;
            foreach (var word in all.EnumerateObject())
            {
                var meant = JsonText.Text(word.Value);
                var isKnown = field switch
                {
                    "ports" => LegacyCrossingReader.IsPort(meant),
                    "documents" => LegacyCrossingReader.IsDocumentCode(meant),
                    _ => known.Contains(meant),
                };
                if (isKnown)
                    words[word.Name.Trim()] = meant;
                else
                    reader.Wrong(field, meant, field == "ports" ? "PKKHI" : field == "documents" ? "P" : string.Join(", ", known));
            }
            return words;
        }
    }
}
