using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Cusres;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.AdvanceInformation.Pnrgov;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;
using Rahdari.Matching;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>Advance passenger information at a site: carriers' lists taken, screened, kept until a while after the flight, and found again when the document is presented. Thread-safe.</summary>
public sealed class AdvanceRegister
{
    private const int MaximumTake = 500;

    /// <summary>Days about the announced arrival in which a document is looked for among the announced: flights are late, and days differ between clocks.</summary>
    private const int DaysAbout = 2;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly TimeProvider clock;

    internal AdvanceRegister(SiteFolder site, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, TimeProvider clock) =>
        (settings, this.storage, this.ledger, this.screen, this.clock) = (site.Settings, storage, ledger, screen, clock);

    /// <summary>
    /// Takes a file of one or more interchanges. Each traveller of its lists (PAXLST) is screened against the watchlists in force and
    /// expected on the flight, in the place of an earlier announcement; what is broken is told and the rest taken. A file taken before
    /// is known by its content, recorded once, and answered again: the first answer may never have come. Who booked (PNRGOV) is screened
    /// and expected likewise until a list names them, and not answered; of a booking nothing else is kept. A list that closes or cancels a
    /// flight marks who comes, and needs no answer. Those whose flight came longer ago than the site keeps them are deleted.
    /// Roles: carrier gateway, administrator; audited.
    /// </summary>
    /// <param name="file">The bytes as the carrier sent them.</param>
    /// <param name="actor">Who hands it over.</param>
    /// <param name="cancellation">Stops between two lists; the same file handed over again goes on.</param>
    public async Task<Answer<AdvanceImport>> ImportAsync(ReadOnlyMemory<byte> file, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.CarrierGateway, Roles.Administrator) is { } denied)
            return denied;
        var fingerprint = Convert.ToHexString(SHA256.HashData(file.Span));
        bool repeated;
        await using (var db = storage.Open())
            repeated = await db.AdvanceMessages.AnyAsync(m => m.Fingerprint == fingerprint, cancellation);
        var today = settings.LocalDay(clock.GetUtcNow());
        var reading = AdvanceReader.Read(file, today);
        if (reading.Messages.Count == 0)
            return reading.Findings is [var first, ..] ? first : AdvanceRule.NoInterchange.Found(null);
        var (lists, travellers, hits) = (0, 0, 0);
        var (answers, findings) = (new List<byte[]>(), reading.Findings.ToList());
        foreach (var message in reading.Messages)
        {
            if (message is PassengerList { IsStatus: true } status)
            {
                (lists, travellers) = (lists + 1, travellers + status.Travellers.Count);
                // Marked again where it was taken before: the list that it closes may have come after it.
                if (await ledger.WriteAsync(append => MarkAsync(append, status, cancellation), cancellation) is { } unmarked)
                    findings.Add(unmarked);
                continue;
            }
            if (Announced(message, today) is not { } announcement)
                continue;
            int[] found = [.. announcement.Travellers.Select(traveller => Hits(traveller, announcement.IsBooked, cancellation))];
            (lists, travellers, hits) = (lists + 1, travellers + found.Length, hits + found.Count(count => count > 0));
            if (!repeated)
                await ledger.WriteAsync(append => ExpectedOnFlight.TakeAsync(append, announcement, found, cancellation), cancellation);
            if (message is PassengerList list)
                answers.Add(Answer(list, found));
        }
        if (!repeated)
            await ledger.WriteAsync(append => RecordAsync(append, fingerprint, reading, lists, travellers, hits, findings.Count, today, actor, cancellation), cancellation);
        return new AdvanceImport(repeated, lists, travellers, hits, findings) { Answers = answers };
    }

    /// <summary>The flights expected from a day on, the earliest first. Names nobody. Roles: officer, supervisor, administrator.</summary>
    public async Task<Answer<Page<ExpectedFlight>>> FlightsAsync(DateOnly? from, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Administrator) is { } denied)
            return denied;
        var day = from ?? settings.LocalDay(clock.GetUtcNow());
        await using var db = storage.Open();
        var flights = db.ExpectedTravellers.AsNoTracking().Where(t => t.Day >= day).GroupBy(t => new { t.Flight, t.Day });
        var total = await flights.CountAsync(cancellation);
        var items = await flights.OrderBy(g => g.Key.Day).ThenBy(g => g.Min(t => t.Arrival)).ThenBy(g => g.Key.Flight).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake))
            .Select(g => new ExpectedFlight(
                g.Key.Flight,
                g.Key.Day,
                g.Max(t => t.Arrival)!,
                g.Max(t => t.Origin)!,
                g.Max(t => t.Destination)!,
                g.Count(t => t.Boarding == Boarding.NotOnBoard),
                g.Count(t => t.Role == AdvanceRole.Passenger || t.Role == AdvanceRole.TransitPassenger || t.Role == AdvanceRole.Other),
                g.Count(t => t.Role == AdvanceRole.Crew || t.Role == AdvanceRole.TransitCrew),
                g.Count(t => t.Hits > 0)))
            .ToListAsync(cancellation);
        return new Page<ExpectedFlight>(items, total, Math.Max(0, offset));
    }

    /// <summary>Who is expected on a flight: those who resemble somebody listed first, then by name. Roles: officer, supervisor; audited.</summary>
    public async Task<Answer<Page<ExpectedTraveller>>> TravellersAsync(string flight, DateOnly day, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        flight = Announcement.FlightNumber(flight);
        await using var db = storage.Open();
        var wanted = db.ExpectedTravellers.AsNoTracking().Where(t => t.Flight == flight && t.Day == day);
        var total = await wanted.CountAsync(cancellation);
        var items = await wanted.OrderByDescending(t => t.Hits).ThenBy(t => t.Surname).ThenBy(t => t.GivenNames).ThenBy(t => t.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.AdvanceRead, "flight", $"{flight} {day:yyyy-MM-dd}", settings.Port, null, cancellation);
        var crossed = await CrossedAsync(db, items, day, cancellation);
        return new Page<ExpectedTraveller>([.. items.Select(item => ExpectedRows.Shown(item, crossed.GetValueOrDefault(item.DocumentNumber)))], total, Math.Max(0, offset));
    }

    /// <summary>Whom a carrier announced with a document, on the flight nearest to today, one that the holder is not said to have missed first, and a list before a booking; null where nobody did.</summary>
    internal static async Task<AnnouncedSeen?> FindAsync(BorderContext db, MrzFields document, DateOnly today, CancellationToken cancellation)
    {
        var (from, until) = (today.AddDays(-DaysAbout), today.AddDays(DaysAbout));
        var announced = await db.ExpectedTravellers.AsNoTracking().Where(t => t.DocumentNumber == document.DocumentNumber && t.Day >= from && t.Day <= until).ToListAsync(cancellation);
        return announced.OrderBy(t => t.Boarding == Boarding.NotOnBoard).ThenBy(t => Math.Abs(t.Day.DayNumber - today.DayNumber)).ThenBy(t => t.Boarding == Boarding.Booked).ThenByDescending(t => t.ReceivedAt).Select(ExpectedRows.Seen).FirstOrDefault();
    }

    private static Announcement? Announced(AdvanceMessage message, DateOnly today) => message switch
    {
        PassengerList list => Announcement.Of(list, today),
        BookingList { Bookings.Count: > 0 } bookings => Announcement.Of(bookings, today),
        _ => null,
    };

    /// <summary>Marks who comes; the finding where nobody could be marked.</summary>
    private static async Task<Finding?> MarkAsync(LedgerAppend append, PassengerList list, CancellationToken cancellation)
    {
        // Without a day it could be meant of any day's flight of that number.
        var status = Announcement.Of(list, DateOnly.MinValue);
        var expected = await ExpectedOnFlight.FindAsync(append.Db, status, cancellation);
        var listed = list.Travellers.Select(traveller => ExpectedRows.Row(status, traveller, 0, append.Now)).ToArray();
        return FlightStatus.Mark(list, listed, expected) ? null
            : BorderRule.AdvanceStatusOfNobody.Broken(null, ("flight", status.Flight.Length == 0 ? "–" : status.Flight), ("day", status.Day == DateOnly.MinValue ? "–" : $"{status.Day:yyyy-MM-dd}"));
    }

    private async Task<bool> RecordAsync(LedgerAppend append, string fingerprint, AdvanceReading reading, int lists, int travellers, int hits, int findings, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        // Two of the same may come at once.
        if (await append.Db.AdvanceMessages.AnyAsync(m => m.Fingerprint == fingerprint, cancellation))
            return false;
        var interchange = reading.Messages[0].Interchange;
        append.Db.AdvanceMessages.Add(new AdvanceMessageRow
        {
            Id = Guid.CreateVersion7(append.Now),
            Fingerprint = fingerprint,
            Sender = ExpectedRows.Cut(interchange?.Sender ?? "", 100),
            Reference = ExpectedRows.Cut(interchange?.Reference ?? "", 100),
            ReceivedAt = append.Now,
            ReceivedBy = actor.Name,
            Lists = lists,
            Travellers = travellers,
            Hits = hits,
            Findings = findings,
        });
        append.Audit(actor.Name, AuditAction.AdvanceReceived, "advance", fingerprint, settings.Port, $"{lists} lists, {travellers} travellers, {findings} findings");
        var oldest = today.AddDays(-settings.AdvanceDays);
        var held = (await HeldRecords.ReadAsync(append.Db, cancellation)).Documents;
        await append.Db.ExpectedTravellers.Where(t => t.Day < oldest && !held.Contains(t.DocumentNumber)).ExecuteDeleteAsync(cancellation);
        return true;
    }

    /// <summary>The latest entry or refusal here of each document since the day before its flight.</summary>
    private async Task<Dictionary<string, Crossing>> CrossedAsync(BorderContext db, IReadOnlyList<ExpectedTravellerRow> expected, DateOnly day, CancellationToken cancellation)
    {
        string[] numbers = [.. expected.Select(row => row.DocumentNumber).Where(number => number.Length > 0).Distinct()];
        var (from, until) = (Start(day.AddDays(-1)), Start(day.AddDays(DaysAbout + 1)));
        var crossed = await db.Crossings.AsNoTracking()
            .Where(c => numbers.Contains(c.DocumentNumber) && c.Port == settings.Port && c.Direction == Direction.Entry && c.Outcome != CrossingOutcome.Annulled && c.At >= from && c.At < until).ToListAsync(cancellation);
        return crossed.GroupBy(c => c.DocumentNumber).ToDictionary(c => c.Key, c => c.MaxBy(one => one.At)!);

        static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }

    /// <summary>The answer to the carrier: never why somebody is looked at.</summary>
    private static byte[] Answer(PassengerList list, int[] hits)
    {
        var place = 0;
        var answers = BoardingAnswers.To(list, traveller =>
        {
            var isHit = hits[place++] > 0;
            if ((traveller.Surname.Length == 0 && traveller.GivenNames.Length == 0) || traveller.DateOfBirth.IsUnknown || traveller.Documents.Count == 0)
                return (BoardingDecision.InsufficientData, "");
            return (isHit ? BoardingDecision.BoardAfterChecks : BoardingDecision.Board, "");
        });
        var sent = list.Interchange;
        return BoardingAnswersComposer.Compose(new EdifactInterchange(sent?.Recipient ?? "", sent?.Sender ?? "", sent?.PreparedAt, sent?.Reference ?? "1"), answers);
    }

    /// <summary>Possible matches, and documents that are reported; of a booking, which may have a title for the end of a name, by the name with it and without.</summary>
    private int Hits(AdvanceTraveller traveller, bool isBooked, CancellationToken cancellation)
    {
        var reported = traveller.Documents.Count(document => screen.IsReported(document.IssuingState, document.Number, ScreeningPurpose.Advance));
        var hits = screen.Screen(Query(traveller), purpose: ScreeningPurpose.Advance, cancellation: cancellation).Count;
        var untitled = BookedName.WithoutTitle(traveller.GivenNames);
        if (isBooked && untitled != traveller.GivenNames)
            hits = Math.Max(hits, screen.Screen(Query(traveller with { GivenNames = untitled }), purpose: ScreeningPurpose.Advance, cancellation: cancellation).Count);
        return reported + hits;
    }

    private static PersonQuery Query(AdvanceTraveller traveller)
    {
        var document = traveller.Documents.Count > 0 ? traveller.Documents[0] : null;
        return new PersonQuery($"{traveller.Surname} {traveller.GivenNames}".Trim())
        {
            DateOfBirth = traveller.DateOfBirth,
            Nationality = IssuingStates.ToIso3166Alpha3(traveller.Nationality) ?? (traveller.Nationality.Length == 3 ? traveller.Nationality : null),
            Sex = traveller.Sex switch { Sex.Male => 'M', Sex.Female => 'F', _ => null },
            DocumentNumber = document?.Number ?? "",
            IssuingState = document is null ? null : IssuingStates.ToIso3166Alpha3(document.IssuingState) ?? document.IssuingState,
        };
    }
}
