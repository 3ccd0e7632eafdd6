using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Border.ExitControl;

/// <summary>Gathers what the rules of leaving judge by, in the transaction that stores the encounter.</summary>
internal sealed class LeavingFacts(LedgerAppend append, SiteSettings settings, MrzFields document, Guid travellerId, CancellationToken cancellation)
{
    /// <summary>An adult who was at the counter so long ago may still stand beside it.</summary>
    private static readonly TimeSpan Beside = TimeSpan.FromMinutes(30);

    private readonly BorderContext db = append.Db;

    private DateOnly Today => settings.LocalDay(append.Now);

    private bool IsNational => document.Nationality == settings.Country;

    /// <summary>What is said of the orders found, and of who leaves.</summary>
    /// <param name="orders">What was found of orders that bar leaving.</param>
    /// <param name="vetted">What the traveller was told apart from.</param>
    /// <param name="counter">The counter.</param>
    /// <param name="accompanied">True where the officer sees an adult beside a minor.</param>
    /// <param name="leaving">What was said of the journey; null on entry.</param>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(OrdersFound orders, VettedBefore vetted, string counter, bool accompanied, Leaving? leaving)
    {
        var findings = new List<Finding>(orders.Told);
        if (leaving is null)
            return findings;
        if (IsMinor(document))
        {
            findings.AddRange(ExitRules.OfMinor(new MinorLeaving
            {
                IsNational = IsNational,
                Destination = leaving.Destination,
                Adults = await AdultsAsync(counter, accompanied, leaving.Companion),
                Consents = await ConsentsAsync(),
                IsUnderCustodyOrder = orders.IsOfCustody(vetted),
                Today = Today,
            }));
        }
        if (leaving.ForWork && IsNational)
            findings.AddRange(ExitRules.OfWorker(new WorkerLeaving(leaving.Destination, await ClearancesAsync(), Today)));
        return findings;
    }

    private bool IsMinor(MrzFields of) => YoungestAge.On(Today, of.DateOfBirth) < settings.AgeOfMajority;

    private async Task<IReadOnlyList<AdultSeen>> AdultsAsync(string counter, bool accompanied, string? typed)
    {
        if (typed is not null)
            return [new AdultSeen(typed, typed)];
        if (!accompanied)
            return [];
        var since = append.Now - Beside;
        var presented = await db.Encounters.AsNoTracking()
            .Where(e => e.Port == settings.Port && e.Counter == counter && e.Direction == Direction.Exit && e.OpenedAt >= since && e.TravellerId != travellerId)
            .Select(e => new { e.Id, e.TravellerId, e.OpenedAt, e.State, e.Content, IsBack = db.Crossings.Any(c => c.Id == e.CrossingId && c.At >= since && c.Outcome != CrossingOutcome.Departed) })
            .ToListAsync(cancellation);
        // Who was sent to the second line, or back, takes nobody out.
        var beside = presented.GroupBy(e => e.TravellerId).Select(of => of.OrderBy(e => e.OpenedAt).ThenBy(e => e.Id).Last()).Where(e => e.State != EncounterState.Referred && !e.IsBack);
        return [.. beside.Select(e => EncounterContent.Of(e.Content).Document).Where(adult => !IsMinor(adult)).Select(adult => new AdultSeen(ExitPaperRow.Written(adult.DocumentNumber), Personal(adult)))];
    }

    /// <summary>Those that name the minor's document or number, and of those with the date of birth those whose name screening would tell and whose number is no other.</summary>
    private async Task<IReadOnlyList<ConsentSeen>> ConsentsAsync()
    {
        var (number, personal, born) = (ExitPaperRow.Written(document.DocumentNumber), Personal(document), document.DateOfBirth);
        var rows = await db.ExitPapers.AsNoTracking()
            .Where(p => p.Kind == ExitPaperKind.Consent && ((p.DocumentNumber == number && number != "") || (p.PersonalNumber == personal && personal != "") || p.DateOfBirth == born))
            .ToListAsync(cancellation);
        if (rows.Count == 0)
            return [];
        var index = ScreeningIndex.Build(rows.Select(Listed));
        var named = index.Search(WatchlistScreen.Query(document, placeOfBirth: null), cancellation: cancellation).Select(hit => hit.Person.Key).ToHashSet(StringComparer.Ordinal);
        ExitPaperRow[] own = [.. rows.Where(row => (row.DocumentNumber == number && number != "") || (row.PersonalNumber == personal && personal != "") || IsNamed(row))];
        if (own.Length == 0)
            return [];
        var entered = own.Min(row => row.EnteredAt);
        var person = await Person.TravellersAsync(db, travellerId, cancellation);
        var left = await db.Crossings.AsNoTracking().Where(c => person.Contains(c.TravellerId) && c.At > entered && c.Outcome == CrossingOutcome.Departed).Select(c => c.At).ToListAsync(cancellation);
        return
        [
            .. own.OrderByDescending(row => row.EnteredAt).ThenByDescending(row => row.Id)
                .Select(row => new ConsentSeen(TravelConsentRegister.Read(row), row.Revocation, left.Exists(at => at > row.EnteredAt))),
        ];

        // Two numbers are two children, also of one name and one day.
        bool IsNamed(ExitPaperRow row) => named.Contains(row.Id.ToString()) && (row.PersonalNumber == "" || personal == "");
    }

    private async Task<IReadOnlyList<ClearanceSeen>> ClearancesAsync()
    {
        var (number, personal) = (ExitPaperRow.Written(document.DocumentNumber), Personal(document));
        var rows = await db.ExitPapers.AsNoTracking()
            .Where(p => p.Kind == ExitPaperKind.Clearance && ((p.DocumentNumber == number && number != "") || (p.PersonalNumber == personal && personal != "")))
            .OrderByDescending(p => p.EnteredAt).ThenByDescending(p => p.Id).ToListAsync(cancellation);
        return [.. rows.Select(row => new ClearanceSeen(EmigrationRegister.Read(row), row.Revocation))];
    }

    private static string Personal(MrzFields of) => ExitPaperRow.Written(of.OptionalData.FirstOrDefault(o => o.Length > 0));

    private static ListedPerson Listed(ExitPaperRow row) => new(
        row.Id.ToString(), [new ListedName(TravelConsentRegister.Read(row).Name, ListedNameKind.Primary)], row.DateOfBirth.IsUnknown ? [] : [new DateSpan(row.DateOfBirth)], [], null, []);
}
