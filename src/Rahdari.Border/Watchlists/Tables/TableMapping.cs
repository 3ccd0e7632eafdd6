using System.Text;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>What a table's columns are.</summary>
internal sealed record TableMapping
{
    /// <summary>The parts of an entry that columns can be.</summary>
    public static readonly string[] Parts =
    [
        "reference", "name", "aliases", "weakAliases", "formerNames", "originalScript", "birthDate", "birthPlace", "nationality", "sex",
        "programme", "designation", "address", "listedOn", "kind", "validFrom", "validTo", "authority", "legalBasis",
    ];

    /// <summary>Of them those that say that an entry is an order that bars leaving.</summary>
    public static readonly string[] OrderParts = ["validFrom", "validTo", "authority", "legalBasis"];

    /// <summary>The list's short name.</summary>
    public required string List { get; init; }

    /// <summary>The programme of every entry that no column gives one.</summary>
    public string Programme { get; init; } = "";

    /// <summary>What every entry is that no column says more of.</summary>
    public WatchlistEntryKind Kind { get; init; } = WatchlistEntryKind.Individual;

    /// <summary>What divides the columns; null where the table's first lines tell.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null for what the file's first bytes say, otherwise UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How dates are written; none for ISO 8601 and dates in English words.</summary>
    public IReadOnlyList<DateForm> Dates { get; init; } = [];

    /// <summary>What divides several values in one field; null where a field holds one.</summary>
    public string? Separator { get; init; }

    /// <summary>The columns of each part. Those of a name are joined; of a reference's the first that is filled counts; each of the others is a value.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>The table's words for M and F, beside those that every table may use.</summary>
    public IReadOnlyDictionary<string, char> Sexes { get; init; } = new Dictionary<string, char>();

    /// <summary>The papers in a row.</summary>
    public IReadOnlyList<TableDocument> Documents { get; init; } = [];

    /// <summary>Columns that say nothing of the person and are left out.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>True where every entry is an order that bars leaving, whether a column says more of it or none does.</summary>
    public bool IsOfOrders { get; init; }

    /// <summary>Every column that the mapping names, with the field of the mapping that names it.</summary>
    public IEnumerable<(string Field, string Column)> Named() =>
        Columns.SelectMany(c => c.Value.Select(column => ($"columns.{c.Key}", column)))
            .Concat(Documents.SelectMany(d => new[] { d.TypeColumn, d.NumberColumn, d.IssuerColumn }.OfType<string>().Select(column => ("documents", column))))
            .Concat(Ignore.Select(column => ("ignore", column)));
}

/// <summary>Where one paper of a row stands.</summary>
/// <param name="Type">What it is called, where no column says: <c>Passport</c>.</param>
/// <param name="TypeColumn">The column that says what it is, or null.</param>
/// <param name="NumberColumn">The column of its number.</param>
/// <param name="Issuer">The State that issued it, where no column says: an ISO 3166-1 alpha-3 code; null where unknown.</param>
/// <param name="IssuerColumn">The column that says who issued it, or null.</param>
internal sealed record TableDocument(string Type, string? TypeColumn, string NumberColumn, string? Issuer, string? IssuerColumn);
