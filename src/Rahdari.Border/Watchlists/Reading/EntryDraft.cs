using Rahdari.Border.ExitControl;
using Rahdari.Dates;
using Rahdari.Documents.Inspection;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>An entry while it is being read; what a list says twice is kept once.</summary>
internal sealed class EntryDraft(string reference, WatchlistEntryKind kind)
{
    private readonly List<ListedName> names = [];
    private readonly List<DateSpan> birthDates = [];
    private readonly List<string> birthPlaces = [];
    private readonly List<string> nationalities = [];
    private readonly List<ListedDocument> documents = [];
    private readonly List<string> addresses = [];
    private readonly List<string> designations = [];
    private readonly List<string> remarks = [];

    public string Reference => reference;

    public WatchlistEntryKind Kind => kind;

    public string Programme { get; set; } = "";

    public char? Sex { get; set; }

    public DateOnly? ListedOn { get; set; }

    public ReportKind? Report { get; set; }

    public ListedOrder? Order { get; set; }

    /// <summary>The first name; empty where there is none yet.</summary>
    public string PrimaryName => names.Count == 0 ? "" : names[0].Text;

    public void Name(string text, ListedNameKind nameKind) => names.Add(new ListedName(text, nameKind));

    public void BirthDate(DateSpan date) => birthDates.Add(date);

    public void BirthPlace(string place) => birthPlaces.Add(place);

    /// <summary>A State in the list's words.</summary>
    public void Nationality(string words) => nationalities.Add(CountryWords.ToIso3166Alpha3(words) ?? words);

    public void Document(ListedDocument document) => documents.Add(document);

    public void Address(string address) => addresses.Add(address);

    public void Designation(string designation) => designations.Add(designation);

    /// <summary>What no other part of an entry holds, a line each.</summary>
    public void Remark(string line) => remarks.Add(line);

    public WatchlistEntry ToEntry() => new()
    {
        Reference = reference,
        Kind = kind,
        Programme = Programme,
        Names = [.. names.Distinct()],
        BirthDates = [.. birthDates.Distinct()],
        BirthPlaces = [.. birthPlaces.Distinct()],
        Nationalities = [.. nationalities.Distinct()],
        Sex = Sex,
        Documents = [.. documents.Distinct()],
        Addresses = [.. addresses.Distinct()],
        Designations = [.. designations.Distinct()],
        ListedOn = ListedOn,
        Report = Report,
        Order = Order,
        Remarks = string.Join('\n', remarks.Distinct()),
    };
}
