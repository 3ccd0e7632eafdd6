using System.Text;
using System.Text.Json;
using Rahdari.Border.Watchlists.Reading;

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
    public static LegacyMapping? Read(string file, ReadOnlyMemory<byte> json, ListErrors errors)
    {
        if (json.Length > Largest)
        {
            errors.Add(ListRule.FileTooLarge.Broken(file, 0, 0, null, ("entries", 1), ("size", Largest)));
            return null;
        }
        using var document = JsonText.Parse(json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json, file, 1, errors);
        if (document is null)
            return null;
        try
        {
            var mapping = new Reader(file, errors).Mapping(document.RootElement);
            return errors.Any ? null : mapping;
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character, which is the only thing that a parsed text can still lack.
            errors.Add(ListRule.TextInvalid.Broken(file, 0, 0, null));
            return null;
        }
    }

    private sealed class Reader(string file, ListErrors errors)
    {
        private static readonly string[] Fields = ["columns", "delimiter", "encoding", "dates", "sexes", "directions", "outcomes", "conveyances", "documents", "ports"];

        public LegacyMapping? Mapping(JsonElement json)
        {
            if (!IsObject(json, null, Fields))
                return null;
            var columns = new Dictionary<string, string>(StringComparer.Ordinal);
            if (json.TryGetProperty("columns", out var named) && IsObject(named, "columns", [.. LegacyColumns.Headings.Keys]))
            {
                foreach (var column in named.EnumerateObject())
                    columns[column.Name] = JsonText.Text(column.Value);
            }
            foreach (var empty in columns.Where(c => c.Value.Length == 0))
                Wrong($"columns.{empty.Key}", "–", "…");
            var dates = new List<DateForm>();
            foreach (var text in JsonText.Texts(json, "dates"))
            {
                if (DateForm.Create(text) is { } form)
                    dates.Add(form);
                else
                    Wrong("dates", text, "dd/MM/yyyy, MM/yyyy, yyyy");
            }
            return new LegacyMapping
            {
                Columns = columns,
                Delimiter = Delimiter(json),
                Encoding = EncodingOf(JsonText.Text(json, "encoding")),
                Dates = dates,
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
            if (!json.TryGetProperty(field, out var all) || !IsObject(all, field, null))
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
                    Wrong(field, meant, field == "ports" ? "PKKHI" : field == "documents" ? "P" : string.Join(", ", known));
            }
            return words;
        }

        private char? Delimiter(JsonElement json)
        {
            if (!json.TryGetProperty("delimiter", out var value))
                return null;
            // Not cleaned: a tab is one.
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            if (text is [var one] && char.IsAscii(one) && !char.IsLetterOrDigit(one) && one is not ('"' or '\r' or '\n' or '\0' or ' '))
                return one;
            Wrong("delimiter", text, ", ; \\t |");
            return null;
        }

        private Encoding? EncodingOf(string name)
        {
            if (name.Length == 0)
                return null;
            System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            try
            {
                return System.Text.Encoding.GetEncoding(name);
            }
            catch (ArgumentException)
            {
                Wrong("encoding", name, "utf-8, windows-1256, windows-1252");
                return null;
            }
        }

        private bool IsObject(JsonElement value, string? field, string[]? known)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                errors.Add(ListRule.JsonShape.Broken(file, 0, 0, field, ("found", value.ValueKind), ("expected", JsonValueKind.Object)));
                return false;
            }
            foreach (var name in value.EnumerateObject().Select(p => p.Name).Where(n => known is not null && !known.Contains(n)))
                errors.Add(ListRule.MappingUnknown.Broken(file, 0, 0, field, ("found", name), ("expected", string.Join(", ", known!))));
            return true;
        }

        private void Wrong(string field, string found, string expected) =>
            errors.Add(ListRule.MappingValue.Broken(file, 0, 0, field, ("found", found.Length == 0 ? "–" : found), ("expected", expected)));
    }
}
