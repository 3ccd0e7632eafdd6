using System.Text.Json;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>Reads a mapping, a JSON file of some lines; whatever it says that nothing is known of is an error, for a slip of the pen would lose a column.</summary>
internal sealed class MappingReader(string file, ListErrors errors)
{
    /// <summary>Bytes.</summary>
    private const int Largest = 64 * 1024;

    private static readonly string[] Fields = ["list", "programme", "kind", "delimiter", "encoding", "dates", "separator", "columns", "sexes", "documents", "ignore"];

    private static readonly string[] Needed = ["reference", "name"];

    private static readonly string[] OfDocument = ["type", "typeColumn", "number", "issuer", "issuerColumn"];

    /// <summary>The mapping, or null where it cannot be used: the errors are told.</summary>
    /// <param name="json">The file.</param>
    public TableMapping? Read(Stream json)
    {
        var bytes = new byte[Largest + 1];
        var length = json.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return MappingJson.Read(file, bytes.AsMemory(0, length), Largest, errors, (reader, root) => new Mapped(reader).Mapping(root));
    }

    private sealed class Mapped(MappingJson reader)
    {
        public TableMapping? Mapping(JsonElement json)
        {
            if (!reader.IsObject(json, null, Fields))
                return null;
            var list = JsonText.Text(json, "list");
            if (!ListName.IsFree(list))
                reader.Wrong("list", list, "national-wanted");
            var columns = Columns(json);
            foreach (var needed in Needed.Where(n => columns.GetValueOrDefault(n) is not { Count: > 0 }))
                reader.Wrong($"columns.{needed}", "–", "…");
            return new TableMapping
            {
                List = list,
                Programme = JsonText.Text(json, "programme"),
                Kind = Kind(JsonText.Text(json, "kind")),
                Delimiter = reader.Delimiter(json),
                Encoding = reader.EncodingOf(json),
                Dates = reader.Dates(json),
                Separator = json.TryGetProperty("separator", out var separator) && separator.ValueKind == JsonValueKind.String && separator.GetString() is { Length: > 0 } text ? text : null,
                Columns = columns,
                Sexes = Sexes(json),
                Documents = Documents(json),
                Ignore = [.. JsonText.Texts(json, "ignore")],
            };
        }

        private Dictionary<string, IReadOnlyList<string>> Columns(JsonElement json)
        {
            var columns = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            if (!json.TryGetProperty("columns", out var named))
                reader.Wrong("columns", "–", "{…}");
            else if (reader.IsObject(named, "columns", TableMapping.Parts))
            {
                foreach (var part in named.EnumerateObject().Select(p => p.Name).Distinct())
                    columns[part] = [.. JsonText.Texts(named, part)];
            }
            return columns;
        }

        private WatchlistEntryKind Kind(string text)
        {
            var kind = WatchlistEntryKind.Individual;
            if (text.Length > 0 && (!text.All(char.IsLetter) || !Enum.TryParse(text, ignoreCase: true, out kind) || kind == WatchlistEntryKind.Document))
                reader.Wrong("kind", text, "individual");
            return kind;
        }

        private Dictionary<string, char> Sexes(JsonElement json)
        {
            var sexes = new Dictionary<string, char>(StringComparer.OrdinalIgnoreCase);
            if (!json.TryGetProperty("sexes", out var words) || !reader.IsObject(words, "sexes", null))
                return sexes;
            foreach (var word in words.EnumerateObject())
            {
                if (JsonText.Text(word.Value) is "M" or "F")
                    sexes[word.Name] = word.Value.GetString()![0];
                else
                    reader.Wrong("sexes", JsonText.Text(word.Value), "M, F");
            }
            return sexes;
        }

        private List<TableDocument> Documents(JsonElement json)
        {
            var documents = new List<TableDocument>();
            if (!json.TryGetProperty("documents", out var all))
                return documents;
            if (all.ValueKind != JsonValueKind.Array)
            {
                reader.Wrong("documents", $"{all.ValueKind}", "[…]");
                return documents;
            }
            foreach (var one in all.EnumerateArray().Where(d => reader.IsObject(d, "documents", OfDocument)))
            {
                var (number, issuer) = (JsonText.Text(one, "number"), JsonText.Text(one, "issuer"));
                if (number.Length == 0)
                    reader.Wrong("documents.number", "–", "…");
                if (issuer.Length is not (0 or 3))
                    reader.Wrong("documents.issuer", issuer, "PAK");
                documents.Add(new TableDocument(
                    JsonText.Text(one, "type") is { Length: > 0 } type ? type : number,
                    Column(one, "typeColumn"),
                    number,
                    issuer.Length == 3 ? issuer.ToUpperInvariant() : null,
                    Column(one, "issuerColumn")));
            }
            return documents;
        }

        private static string? Column(JsonElement document, string property) => JsonText.Text(document, property) is { Length: > 0 } column ? column : null;
    }
}
