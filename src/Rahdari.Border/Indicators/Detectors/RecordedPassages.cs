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

    private const string Consented = "MINOR_CONSENT_FOUND";

    public async Task<IReadOnlyList<Passage>> OfAsync(IReadOnlyCollection<Guid> persons, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation)
    {
        var travellers = await db.Travellers.AsNoTracking().Where(t => persons.Contains(t.PersonId)).Select(t => t.Id).ToListAsync(cancellation);
        return travellers.Count == 0 ? [] : await ReadAsync(db.Crossings.AsNoTracking().Where(c => travellers.Contains(c.TravellerId)), since, before, cancellation);
    }

    public Task<IReadOnlyList<Passage>> AroundAsync(Passage passage, TimeSpan within, DateTimeOffset before, CancellationToken cancellation)
    {
        var (from, until) = (passage.At - within, passage.At + within);
        // Every instant that is compared is bounded: of a record by months one or two are asked.
        return ReadAsync(
            db.Crossings.AsNoTracking().Where(c => c.Port == passage.Port && c.Direction == passage.Direction && c.Id != passage.Id && c.At <= until), from, before, cancellation);
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
        var ids = await journeys.OrderByDescending(j => j.At).Take(Most).Select(j => j.CrossingId!.Value).ToListAsync(cancellation);
        return ids.Count == 0 ? [] : await OfAsync([.. (await CrossingMonths.FindAsync(db, ids, cancellation)).Values.Where(IsPassed)], cancellation);
    }

    public Task<IReadOnlyList<Passage>> ByNumbersAsync(IReadOnlyCollection<string> numbers, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) =>
        ReadAsync(db.Crossings.AsNoTracking().Where(c => numbers.Contains(c.DocumentNumber)), since, before, cancellation);

    /// <summary>Crossings as detectors see them.</summary>
    public async Task<IReadOnlyList<Passage>> OfAsync(IReadOnlyCollection<Crossing> crossings, CancellationToken cancellation)
    {
        if (crossings.Count == 0)
            return [];
        var ids = crossings.Select(c => (Guid?)c.Id).ToArray();
        var told = (await db.Journeys.AsNoTracking().Where(j => ids.Contains(j.CrossingId)).Select(j => new { j.CrossingId, j.Told, j.IsFirst }).ToListAsync(cancellation)).ToDictionary(j => j.CrossingId!.Value);
        var travellers = crossings.Select(c => c.TravellerId).Distinct().ToArray();
        var persons = await db.Travellers.AsNoTracking().Where(t => travellers.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.PersonId, cancellation);
        var members = await db.Travellers.AsNoTracking().Where(t => persons.Values.Contains(t.PersonId)).Select(t => new { t.Id, t.PersonId, t.FirstSeen }).ToListAsync(cancellation);
        var seen = members.GroupBy(t => t.PersonId).ToDictionary(of => of.Key, of => of.Min(t => t.FirstSeen));
        return [.. crossings.Select(c => Of(c, persons.GetValueOrDefault(c.TravellerId, c.TravellerId), told.GetValueOrDefault(c.Id)?.Told, seen))];
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
        await crossings.Where(c => c.At >= since && c.At < before && (c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancellation),
        cancellation);

    private static bool IsPassed(Crossing crossing) => crossing.Outcome is CrossingOutcome.Admitted or CrossingOutcome.Departed;

    private Passage Of(Crossing crossing, Guid person, string? told, Dictionary<Guid, DateTimeOffset> firstSeen) => new()
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
        TravelsWith = told is null ? null : JsonSerializer.Deserialize(told, BorderJson.Default.JourneyTold)!.TravelsWith,
        IsConsented = crossing.AdviceReasons.Split(',').Contains(Consented),
        IsFirst = IsFirst(firstSeen.GetValueOrDefault(person), crossing.At),
    };

    /// <summary>A person whom nobody had seen four hours before a crossing crosses for the first time: an encounter is never open longer.</summary>
    private static bool IsFirst(DateTimeOffset firstSeen, DateTimeOffset at) => at - firstSeen <= TimeSpan.FromHours(4);

    private bool IsMinor(Dates.PartialDate born, DateOnly day) => YoungestAge.On(day, born) < settings.AgeOfMajority;

    private static string? ConveyanceOf(string? kind, string? number, DateOnly? day) => kind is null || number is null ? null : $"{kind} {number} {day:yyyy-MM-dd}";

    /// <summary>The parts that can tell a family: longer than two letters, for particles stand in every other name.</summary>
    private static string[] Parts(string surname, string given) => [.. $"{surname} {given}".Split([' ', '<', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 2).Distinct()];
}
