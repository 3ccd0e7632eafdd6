using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Crossings of a site's database, by its indexes; refused and annulled ones are none.</summary>
internal sealed class RecordedPassages(BorderContext db, SiteSettings settings) : IPassages
{
    /// <summary>Rows of an answer at most.</summary>
    private const int Most = 300;

    /// <summary>Crossings around which is asked at once: every question has the same form, and engines and EF know it.</summary>
    private const int Together = 12;

    private const string Consented = "MINOR_CONSENT_FOUND";

    public async Task<IReadOnlyList<Passage>> OfAsync(Guid person, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation)
    {
        var travellers = await TravellersAsync(person, cancellation);
        return travellers.Count == 0 ? [] : await ReadAsync(db.Crossings.AsNoTracking().Where(c => travellers.Contains(c.TravellerId)), since, before, cancellation);
    }

    public async Task<IReadOnlyDictionary<(Guid Person, Direction Direction), DateTimeOffset>> LastAsync(
        IReadOnlyCollection<Guid> persons, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation)
    {
        var last = await db.Travellers.Where(t => persons.Contains(t.PersonId))
            .Join(Passed(db.Crossings, since, before), t => t.Id, c => c.TravellerId, (t, c) => new { t.PersonId, c.Direction, c.At })
            .GroupBy(c => new { c.PersonId, c.Direction })
            .Select(of => new { of.Key.PersonId, of.Key.Direction, At = of.Max(c => c.At) })
            .ToListAsync(cancellation);
        return last.ToDictionary(of => (of.PersonId, of.Direction), of => of.At);
    }

    public async Task<Direction?> FirstDirectionAsync(Guid person, DateTimeOffset before, CancellationToken cancellation)
    {
        var travellers = await TravellersAsync(person, cancellation);
        return await Passed(db.Crossings.Where(c => travellers.Contains(c.TravellerId)), DateTimeOffset.UnixEpoch, before).OrderBy(c => c.At).Select(c => (Direction?)c.Direction).FirstOrDefaultAsync(cancellation);
    }

    public async Task<ILookup<Guid, Passage>> AroundAsync(IReadOnlyCollection<Passage> passages, TimeSpan within, DateTimeOffset before, CancellationToken cancellation)
    {
        var rows = new List<Crossing>();
        foreach (var part in passages.Chunk(Together))
        {
            Passage?[] places = part.Length == 1 ? [part[0]] : [.. part, .. Enumerable.Repeat<Passage?>(null, Together - part.Length)];
            rows.AddRange(await places.SelectMany(passage => Halves(passage, within, before)).Aggregate(Queryable.Concat).ToListAsync(cancellation));
        }
        var near = await OfAsync([.. rows.DistinctBy(crossing => crossing.Id)], cancellation);
        return passages.SelectMany(passage => near
            .Where(other => other.Id != passage.Id && other.Port == passage.Port && other.Direction == passage.Direction && (other.At - passage.At).Duration() <= within)
            .Select(other => (passage.Id, Other: other))).ToLookup(pair => pair.Id, pair => pair.Other);
    }

    public async Task<IReadOnlyList<Passage>> FirstByContactAsync(ContactKind kind, string key, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation)
    {
        var journeys = db.Journeys.AsNoTracking().Where(j => j.At >= since && j.At < before && j.IsFirst && j.CrossingId != null);
        journeys = kind switch
        {
            ContactKind.Sponsor => journeys.Where(j => j.SponsorKey == key),
            ContactKind.Phone => journeys.Where(j => j.PhoneKey == key),
            _ => journeys.Where(j => j.AddressKey == key),
        };
        // The oldest tell whether a contact's people come back, however many named it since.
        var ids = await journeys.OrderByDescending(j => j.At).Take(Most / 2).Concat(journeys.OrderBy(j => j.At).Take(Most / 2)).Select(j => j.CrossingId!.Value).Distinct().ToListAsync(cancellation);
        return ids.Count == 0 ? [] : await OfAsync([.. (await CrossingMonths.FindAsync(db, ids, cancellation)).Values.Where(IsPassed)], cancellation);
    }

    public Task<IReadOnlyList<Passage>> ByNumbersAsync(IReadOnlyCollection<string> numbers, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) =>
        ReadAsync(db.Crossings.AsNoTracking().Where(c => numbers.Contains(c.DocumentNumber)), since, before, cancellation);

    /// <summary>Crossings as detectors see them.</summary>
    public async Task<IReadOnlyList<Passage>> OfAsync(IReadOnlyCollection<Crossing> crossings, CancellationToken cancellation) =>
        [.. (await ToldAsync(crossings, cancellation)).Select(one => one.Passage)];

    /// <summary>The same, each with what was told at it.</summary>
    public async Task<IReadOnlyList<(Passage Passage, JourneyTold? Told)>> ToldAsync(IReadOnlyCollection<Crossing> crossings, CancellationToken cancellation)
    {
        if (crossings.Count == 0)
            return [];
        var ids = crossings.Select(c => (Guid?)c.Id).ToArray();
        var told = (await db.Journeys.AsNoTracking().Where(j => ids.Contains(j.CrossingId)).Select(j => new { j.CrossingId, j.Told, j.IsFirst }).ToListAsync(cancellation))
            .ToDictionary(j => j.CrossingId!.Value, j => (Told: JsonSerializer.Deserialize(j.Told, BorderJson.Default.JourneyTold)!, j.IsFirst));
        var travellers = crossings.Select(c => c.TravellerId).Distinct().ToArray();
        var persons = await db.Travellers.AsNoTracking().Where(t => travellers.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.PersonId, cancellation);
        var members = await db.Travellers.AsNoTracking().Where(t => persons.Values.Contains(t.PersonId)).Select(t => new { t.Id, t.PersonId, t.FirstSeen }).ToListAsync(cancellation);
        var seen = members.GroupBy(t => t.PersonId).ToDictionary(of => of.Key, of => of.Min(t => t.FirstSeen));
        return
        [
            .. crossings.Select(c =>
            {
                var person = persons.GetValueOrDefault(c.TravellerId, c.TravellerId);
                // What the counter recorded of a first journey stands: somebody may have been presented days before, and sent away undecided.
                return told.TryGetValue(c.Id, out var journey) ? (Of(c, person, journey.Told, journey.IsFirst), journey.Told) : (Of(c, person, null, IsFirst(seen.GetValueOrDefault(person), c.At)), null);
            }),
        ];
    }

    /// <summary>The encounter at hand as detectors see it.</summary>
    public Passage Now(EncounterContent content, Place place, Guid person, bool isFirst) => new()
    {
        Id = place.Encounter,
        Person = person,
        At = place.At,
        Day = settings.LocalDay(place.At),
        Port = place.Port,
        Counter = place.Counter,
        Direction = place.Direction,
        Conveyance = ConveyanceOf(content.Conveyance?.Kind.ToString(), content.Conveyance?.Number, content.Conveyance?.Day ?? settings.LocalDay(place.At)),
        IsMinor = IsMinor(content.Document.DateOfBirth, settings.LocalDay(place.At)),
        Series = content.Document.IssuingState,
        Number = ExitPaperRow.Written(content.Document.DocumentNumber),
        NameParts = Parts(content.Document.PrimaryIdentifier, content.Document.SecondaryIdentifier),
        TravelsWith = content.Journey?.TravelsWith,
        IsConsented = content.Reasons.Any(reason => reason.Code == Consented),
        IsFirst = isFirst,
    };

    private async Task<IReadOnlyList<Passage>> ReadAsync(IQueryable<Crossing> crossings, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) => await OfAsync(
        await Passed(crossings, since, before).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancellation), cancellation);

    private Task<List<Guid>> TravellersAsync(Guid person, CancellationToken cancellation) => db.Travellers.Where(t => t.PersonId == person).Select(t => t.Id).ToListAsync(cancellation);

    /// <summary>The nearest before a crossing and the nearest after it; of none nothing. Every instant that is compared is bounded: of a record by months one or two are asked.</summary>
    private IEnumerable<IQueryable<Crossing>> Halves(Passage? passage, TimeSpan within, DateTimeOffset before)
    {
        var (id, port, direction, at) = passage is null ? (Guid.Empty, "", Direction.Entry, DateTimeOffset.UnixEpoch) : (passage.Id, passage.Port, passage.Direction, passage.At);
        var (from, until) = passage is null ? (at, at) : (at - within, at + within);
        var beside = Passed(db.Crossings.AsNoTracking().Where(c => c.Port == port && c.Direction == direction && c.Id != id && c.At <= until), from, before);
        yield return beside.Where(c => c.At <= at).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most / 2);
        yield return beside.Where(c => c.At > at).OrderBy(c => c.At).ThenBy(c => c.Id).Take(Most / 2);
    }

    private static IQueryable<Crossing> Passed(IQueryable<Crossing> crossings, DateTimeOffset since, DateTimeOffset before) =>
        crossings.Where(c => c.At >= since && c.At < before && (c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed));

    private static bool IsPassed(Crossing crossing) => crossing.Outcome is CrossingOutcome.Admitted or CrossingOutcome.Departed;

    private Passage Of(Crossing crossing, Guid person, JourneyTold? told, bool isFirst) => new()
    {
        Id = crossing.Id,
        Person = person,
        At = crossing.At,
        Day = settings.LocalDay(crossing.At),
        Port = crossing.Port,
        Counter = crossing.Counter,
        Direction = crossing.Direction,
        Conveyance = ConveyanceOf(crossing.ConveyanceKind?.ToString(), crossing.Conveyance, crossing.ConveyanceDay),
        IsMinor = IsMinor(crossing.DateOfBirth, settings.LocalDay(crossing.At)),
        Series = crossing.IssuingState,
        Number = ExitPaperRow.Written(crossing.DocumentNumber),
        NameParts = Parts(crossing.PrimaryIdentifier, crossing.SecondaryIdentifier),
        TravelsWith = told?.TravelsWith,
        IsConsented = crossing.AdviceReasons.Split(',').Contains(Consented),
        IsFirst = isFirst,
    };

    /// <summary>A person whom nobody had seen four hours before a crossing crosses for the first time: an encounter is never open longer.</summary>
    private static bool IsFirst(DateTimeOffset firstSeen, DateTimeOffset at) => at - firstSeen <= TimeSpan.FromHours(4);

    private bool IsMinor(Dates.PartialDate born, DateOnly day) => YoungestAge.On(day, born) < settings.AgeOfMajority;

    private static string? ConveyanceOf(string? kind, string? number, DateOnly? day) => kind is null || number is null ? null : $"{kind} {number} {day:yyyy-MM-dd}";

    /// <summary>The parts that can tell a family: longer than two letters, for particles stand in every other name.</summary>
    private static string[] Parts(string surname, string given) => [.. $"{surname} {given}".Split([' ', '<', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 2).Distinct()];
}
