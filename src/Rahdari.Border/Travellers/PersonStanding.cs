using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Encounters;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Travellers;

/// <summary>What a counter asks of a person, in one question: since when they are known, how often they crossed, their latest crossing, and what is not decided.</summary>
/// <param name="Travellers">Whom it is of.</param>
/// <param name="FirstSeen">UTC.</param>
/// <param name="Spans">Of each traveller who crossed.</param>
/// <param name="Last">The latest crossing, refusals left out; null where there is none.</param>
/// <param name="Encounters">Those that are open or referred.</param>
/// <param name="IsPerhapsAnother">True where a link waits for a supervisor.</param>
internal sealed record PersonStanding(
    Guid[] Travellers, DateTimeOffset FirstSeen, IReadOnlyList<CrossingSpanRow> Spans, LastCrossingRow? Last, IReadOnlyList<StandingEncounter> Encounters, bool IsPerhapsAnother)
{
    /// <summary>Of the person that some travellers are; asked once by each unit of the ledger's writer.</summary>
    public static async Task<PersonStanding> OfAsync(BorderContext db, Guid[] person, CancellationToken cancellation)
    {
        if (db.Notes?.Person is { } read && read.Travellers.SequenceEqual(person))
            return read;
        var standing = db.Notes?.MadeNow(person) is { } firstSeen ? new PersonStanding(person, firstSeen, [], null, [], false) : await ReadAsync(db, person, cancellation);
        if (db.Notes is { } notes)
            notes.Person = standing;
        return standing;
    }

    /// <summary>The latest crossing of a person, refusals left out.</summary>
    public static async Task<LastCrossingRow?> LastAsync(BorderContext db, Guid[] person, CancellationToken cancellation) => db.Notes is not null
        ? (await OfAsync(db, person, cancellation)).Last
        : await db.LastCrossings.AsNoTracking().Where(c => person.Contains(c.TravellerId)).OrderByDescending(c => c.At).ThenByDescending(c => c.CrossingId).FirstOrDefaultAsync(cancellation);

    private static async Task<PersonStanding> ReadAsync(BorderContext db, Guid[] person, CancellationToken cancellation)
    {
        var rows = await (
            from traveller in db.Travellers.AsNoTracking()
            where person.Contains(traveller.Id)
            from span in db.CrossingSpans.Where(s => s.TravellerId == traveller.Id).DefaultIfEmpty()
            from last in db.LastCrossings.Where(l => l.TravellerId == traveller.Id).DefaultIfEmpty()
            from encounter in db.Encounters.Where(e => e.TravellerId == traveller.Id && (e.State == EncounterState.Open || e.State == EncounterState.Referred))
                .Select(e => new { e.Id, e.State, e.Port, e.Counter, e.OpenedAt }).DefaultIfEmpty()
            select new
            {
                traveller.Id,
                traveller.FirstSeen,
                Span = span,
                Last = last,
                EncounterId = (Guid?)encounter.Id,
                State = (EncounterState?)encounter.State,
                Port = (string?)encounter.Port,
                Counter = (string?)encounter.Counter,
                OpenedAt = (DateTimeOffset?)encounter.OpenedAt,
                IsPerhapsAnother = db.TravellerLinks.Any(l => l.State == LinkState.Proposed && (l.OneId == traveller.Id || l.OtherId == traveller.Id)),
            }).ToListAsync(cancellation);
        var travellers = rows.DistinctBy(row => row.Id).ToArray();
        return new PersonStanding(
            person,
            travellers.Min(row => row.FirstSeen),
            [.. travellers.Select(row => row.Span).OfType<CrossingSpanRow>()],
            travellers.Select(row => row.Last).OfType<LastCrossingRow>().OrderBy(last => last.At).ThenBy(last => last.CrossingId).LastOrDefault(),
            [.. rows.Where(row => row.EncounterId is not null).Select(row => new StandingEncounter(row.EncounterId!.Value, row.Id, row.State!.Value, row.Port!, row.Counter!, row.OpenedAt!.Value))],
            rows.Exists(row => row.IsPerhapsAnother));
    }
}

/// <summary>An encounter that is not decided.</summary>
internal sealed record StandingEncounter(Guid Id, Guid TravellerId, EncounterState State, string Port, string Counter, DateTimeOffset OpenedAt);
