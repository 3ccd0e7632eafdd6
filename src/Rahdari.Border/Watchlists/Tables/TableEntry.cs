using Rahdari.Border.ExitControl;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>From a row to an entry, by the mapping: every column that it gives no meaning becomes a line of the remarks.</summary>
internal sealed class TableEntry(TableMapping mapping, TableHeader header, string file, ListErrors errors)
{
    private static readonly (string Part, ListedNameKind Kind)[] Names =
    [
        ("originalScript", ListedNameKind.OriginalScript), ("aliases", ListedNameKind.GoodAlias), ("formerNames", ListedNameKind.FormerName), ("weakAliases", ListedNameKind.LowAlias),
    ];

    private static readonly Dictionary<string, char> Sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["M"] = 'M',
        ["Male"] = 'M',
        ["مرد"] = 'M',
        ["F"] = 'F',
        ["Female"] = 'F',
        ["عورت"] = 'F',
    };

    private readonly Dictionary<string, int[]> columns = mapping.Columns.ToDictionary(c => c.Key, c => c.Value.Select(header.Find).OfType<int>().ToArray(), StringComparer.Ordinal);

    private readonly HashSet<int> named = [.. mapping.Named().Select(n => header.Find(n.Column)).OfType<int>()];

    /// <summary>The column of the reference, for errors.</summary>
    public string ReferenceColumn => ColumnOf("reference");

    /// <summary>The entry, or null where the row says something that it cannot: the error is told.</summary>
    public WatchlistEntry? Read(HeadedRow row)
    {
        if (Values(row, "reference").FirstOrDefault() is not { } reference)
            return Reject(ListRule.ReferenceMissing, row, "reference");
        var name = string.Join(' ', Columns("name").Select(i => row.Fields[i]).Where(v => v.Length > 0));
        if (!name.Any(char.IsLetterOrDigit))
            return Reject(ListRule.NameMissing, row, "name", ("reference", reference));
        var kind = mapping.Kind;
        if (Values(row, "kind").FirstOrDefault() is { } word && !Enum.TryParse(word, ignoreCase: true, out kind) | !Enum.IsDefined(kind) | kind == WatchlistEntryKind.Document)
            return Reject(ListRule.KindUnknown, row, "kind", ("found", word));
        var entry = new EntryDraft(reference, kind) { Programme = Values(row, "programme").FirstOrDefault() ?? mapping.Programme };
        entry.Name(name, ListedNameKind.Primary);
        foreach (var (part, nameKind) in Names)
            Each(row, part, value => entry.Name(value, nameKind));
        if (!Dates(row, entry) || !Sex(row, entry) || !Order(row, entry))
            return null;
        Each(row, "birthPlace", entry.BirthPlace);
        Each(row, "nationality", value => entry.Nationality(CountryWords.OfAnyCode(value) ?? value));
        Each(row, "designation", entry.Designation);
        Each(row, "address", entry.Address);
        foreach (var document in mapping.Documents)
            Document(row, document, entry);
        foreach (var (index, value) in row.Fields.Index())
        {
            if (value.Length > 0 && !named.Contains(index))
                entry.Remark($"{header.Names[index]}: {value}");
        }
        return entry.ToEntry();
    }

    private bool Dates(HeadedRow row, EntryDraft entry)
    {
        foreach (var value in Values(row, "birthDate"))
        {
            if (Date(value) is not { } date)
                return Reject(ListRule.DateInvalid, row, "birthDate", ("found", value), ("expected", DateForms)) is not null;
            entry.BirthDate(date);
        }
        if (Values(row, "listedOn").FirstOrDefault() is { } day)
        {
            if (Date(day)?.From.ToDateOnly() is not { } listed)
                return Reject(ListRule.DateInvalid, row, "listedOn", ("found", day), ("expected", DateForms)) is not null;
            entry.ListedOn = listed;
        }
        return true;
    }

    /// <summary>The order behind the entry, where the table is of orders. Of a partial date its first day begins it, and its last day ends it.</summary>
    private bool Order(HeadedRow row, EntryDraft entry)
    {
        if (!mapping.IsOfOrders && !TableMapping.OrderParts.Any(part => Columns(part).Length > 0))
            return true;
        DateOnly? from = null, to = null;
        foreach (var part in new[] { "validFrom", "validTo" })
        {
            if (Values(row, part).FirstOrDefault() is not { } day)
                continue;
            if (Date(day) is not { } span || (part == "validFrom" ? span.Earliest() : span.Latest()) is not { } bound)
                return Reject(ListRule.DateInvalid, row, part, ("found", day), ("expected", DateForms)) is not null;
            if (part == "validFrom")
                from = bound;
            else
                to = bound;
        }
        entry.Order = new ListedOrder
        {
            LegalBasis = Values(row, "legalBasis").FirstOrDefault() ?? "",
            Authority = Values(row, "authority").FirstOrDefault() ?? "",
            AuthorityReference = Values(row, "programme").FirstOrDefault() ?? "",
            ValidFrom = from,
            ValidTo = to,
        };
        return true;
    }

    private string DateForms => mapping.Dates.Count == 0 ? "yyyy-MM-dd" : string.Join(", ", mapping.Dates.Select(d => d.Text));

    private DateSpan? Date(string value) =>
        mapping.Dates.Count == 0 ? ListDates.Read(value) : DateForm.Read(mapping.Dates, value) is { } date ? new DateSpan(date) : null;

    private bool Sex(HeadedRow row, EntryDraft entry)
    {
        if (Values(row, "sex").FirstOrDefault() is not { } word)
            return true;
        if (!mapping.Sexes.TryGetValue(word, out var sex) && !Sexes.TryGetValue(word, out sex))
            return Reject(ListRule.ValueUnknown, row, "sex", ("found", word), ("expected", string.Join(", ", mapping.Sexes.Keys.Concat(Sexes.Keys)))) is not null;
        entry.Sex = sex;
        return true;
    }

    private void Document(HeadedRow row, TableDocument document, EntryDraft entry)
    {
        var issuer = Field(row, document.IssuerColumn);
        var state = issuer.Length == 0 ? document.Issuer : CountryWords.OfAnyCode(issuer);
        var type = Field(row, document.TypeColumn) is { Length: > 0 } said ? said : document.Type;
        var numbers = Split(Field(row, document.NumberColumn)).ToArray();
        foreach (var number in numbers)
            entry.Document(new ListedDocument(type, number, state));
        if (numbers.Length > 0 && issuer.Length > 0 && state is null)
            entry.Remark($"{document.IssuerColumn}: {issuer}");
    }

    private string Field(HeadedRow row, string? column) => column is not null && header.Find(column) is { } index ? row.Fields[index] : "";

    private void Each(HeadedRow row, string part, Action<string> add)
    {
        foreach (var value in Values(row, part))
            add(value);
    }

    private IEnumerable<string> Values(HeadedRow row, string part) => Columns(part).SelectMany(i => Split(row.Fields[i]));

    private IEnumerable<string> Split(string field)
    {
        var values = mapping.Separator is { } separator ? field.Split(separator, StringSplitOptions.TrimEntries) : [field];
        return values.Where(v => v.Length > 0);
    }

    private int[] Columns(string part) => columns.GetValueOrDefault(part) ?? [];

    private string ColumnOf(string part) => Columns(part) is [var first, ..] ? header.Names[first] : part;

    private WatchlistEntry? Reject(ListRule rule, HeadedRow row, string part, params ReadOnlySpan<(string Name, object? Value)> evidence)
    {
        errors.Reject(rule.Broken(file, row.Line, 0, ColumnOf(part), evidence));
        return null;
    }
}
