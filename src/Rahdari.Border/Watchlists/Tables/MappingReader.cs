using System.Text;
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
        if (length > Largest)
        {
            errors.Add(ListRule.FileTooLarge.Broken(file, 0, 0, null, ("entries", 1), ("size", Largest)));
            return null;
        }
        var text = bytes.AsMemory(0, length);
        if (text.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            text = text[3..];
        using var document = JsonText.Parse(text, file, 1, errors);
        if (document is null)
            return null;
        try
        {
            var mapping = Mapping(document.RootElement);
            return errors.Any ? null : mapping;
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character, which is the only thing that a parsed text can still lack.
            errors.Add(ListRule.TextInvalid.Broken(file, 0, 0, null));
            return null;
        }
    }

    private TableMapping? Mapping(JsonElement json)
    {
        if (!IsObject(json, null, Fields))
            return null;
        var list = JsonText.Text(json, "list");
        if (!ListName.IsFree(list))
            Wrong("list", list, "national-wanted");
        var columns = Columns(json);
        foreach (var needed in Needed.Where(n => columns.GetValueOrDefault(n) is not { Count: > 0 }))
            Wrong($"columns.{needed}", "–", "…");
        return new TableMapping
        {
            List = list,
            Programme = JsonText.Text(json, "programme"),
            Kind = Kind(JsonText.Text(json, "kind")),
            Delimiter = Delimiter(json),
            Encoding = EncodingOf(JsonText.Text(json, "encoding")),
            Dates = Dates(json),
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
            Wrong("columns", "–", "{…}");
        else if (IsObject(named, "columns", TableMapping.Parts))
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
            Wrong("kind", text, "individual");
        return kind;
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
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            Wrong("encoding", name, "utf-8, windows-1256, windows-1252");
            return null;
        }
    }

    private List<DateForm> Dates(JsonElement json)
    {
        var forms = new List<DateForm>();
        foreach (var text in JsonText.Texts(json, "dates"))
        {
            if (DateForm.Create(text) is { } form)
                forms.Add(form);
            else
                Wrong("dates", text, "dd/MM/yyyy, MM/yyyy, yyyy");
        }
        return forms;
    }

    private Dictionary<string, char> Sexes(JsonElement json)
    {
        var sexes = new Dictionary<string, char>(StringComparer.OrdinalIgnoreCase);
        if (!json.TryGetProperty("sexes", out var words) || !IsObject(words, "sexes", null))
            return sexes;
        foreach (var word in words.EnumerateObject())
        {
            if (JsonText.Text(word.Value) is "M" or "F")
                sexes[word.Name] = word.Value.GetString()![0];
            else
                Wrong("sexes", JsonText.Text(word.Value), "M, F");
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
            Wrong("documents", $"{all.ValueKind}", "[…]");
            return documents;
        }
        foreach (var one in all.EnumerateArray().Where(d => IsObject(d, "documents", OfDocument)))
        {
            var (number, issuer) = (JsonText.Text(one, "number"), JsonText.Text(one, "issuer"));
            if (number.Length == 0)
                Wrong("documents.number", "–", "…");
            if (issuer.Length is not (0 or 3))
                Wrong("documents.issuer", issuer, "PAK");
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
