using System.Security.Cryptography;
using System.Text.Json;
using Rahdari.Border.ExitControl;
using Rahdari.Dates;
using Rahdari.Documents.Inspection;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists;

/// <summary>One entry of a watchlist as published: a person, entity, vessel, aircraft or reported document, with everything that the list says.</summary>
/// <remarks>Persons are screened and documents looked up; the others are kept, so that a list is stored whole.</remarks>
public sealed record WatchlistEntry
{
    /// <summary>The list's own reference, unique within the list: <c>QDi.430</c> (UN), <c>15600</c> (OFAC).</summary>
    public required string Reference { get; init; }

    /// <summary>What is listed.</summary>
    public required WatchlistEntryKind Kind { get; init; }

    /// <summary>The programme or sub-list: <c>Al-Qaida</c>, <c>SDGT</c>.</summary>
    public required string Programme { get; init; }

    /// <summary>Every name, the primary name first; of a document its State and number.</summary>
    public required IReadOnlyList<ListedName> Names { get; init; }

    /// <summary>Every date of birth, however partial; what could not be read as a date stays in <see cref="Remarks"/>.</summary>
    public IReadOnlyList<DateSpan> BirthDates { get; init; } = [];

    /// <summary>Every place of birth, as text: <c>Kandahar, Afghanistan</c>.</summary>
    public IReadOnlyList<string> BirthPlaces { get; init; } = [];

    /// <summary>Every nationality or citizenship: ISO 3166-1 alpha-3 where the list's word is known, otherwise that word.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary><c>M</c>, <c>F</c> or null.</summary>
    public char? Sex { get; init; }

    /// <summary>Passports, national numbers and other documents.</summary>
    public IReadOnlyList<ListedDocument> Documents { get; init; } = [];

    /// <summary>Addresses, one text each.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Titles and designations.</summary>
    public IReadOnlyList<string> Designations { get; init; } = [];

    /// <summary>What happened to a reported document; null of everything else.</summary>
    public ReportKind? Report { get; init; }

    /// <summary>The day of listing, or of a document's report, where given.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>The order that bars the person from leaving; null where the list bars nobody. Such an entry alerts on exit alone.</summary>
    public ListedOrder? Order { get; init; }

    /// <summary>Everything else that the list says, as text.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>The entry as screening sees it, keyed <c>list/reference</c>; null where it is no natural person.</summary>
    /// <param name="list">The list's short name: <c>un</c>.</param>
    public ListedPerson? ToListedPerson(string list) =>
        Kind == WatchlistEntryKind.Individual ? new(Key(list, Reference), Names, BirthDates, Nationalities, Sex, Documents) { BirthPlaces = BirthPlaces } : null;

    /// <summary>How screening knows an entry.</summary>
    public static string Key(string list, string reference) => $"{list}/{reference}";

    /// <summary>The list and the reference of what screening knows so; no list where it is of none.</summary>
    public static (string List, string Reference) Origin(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", key) : (key[..slash], key[(slash + 1)..]);
    }

    /// <summary>The entry as a document presented is held against it; null where it is none.</summary>
    public ReportedDocument? ToReportedDocument() =>
        this is { Kind: WatchlistEntryKind.Document, Report: { } report, Documents: [{ IssuingState: { } state } document, ..], ListedOn: { } day } ? new(state, document.Number, report, day) : null;

    /// <summary>SHA-256, hexadecimal, of everything that the entry says: equal where nothing changed.</summary>
    internal string ContentHash() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, WatchlistJson.Default.WatchlistEntry)));
}

/// <summary>What an entry is.</summary>
public enum WatchlistEntryKind
{
    /// <summary>A natural person: screened.</summary>
    Individual,

    /// <summary>A company, group or other entity: kept, not screened as a person.</summary>
    Entity,

    /// <summary>A vessel: kept, not screened as a person.</summary>
    Vessel,

    /// <summary>An aircraft: kept, not screened as a person.</summary>
    Aircraft,

    /// <summary>A document reported lost, stolen or revoked: looked up by its State and number.</summary>
    Document,
}
