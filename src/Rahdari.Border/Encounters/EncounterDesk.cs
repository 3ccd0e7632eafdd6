using Microsoft.EntityFrameworkCore;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Visas;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Encounters;

/// <summary>The counter's work: presents, advises, decides. Thread-safe; each call is one transaction.</summary>
public sealed class EncounterDesk
{
    private const int MaximumTake = 100;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly EntryAdvice entry;
    private readonly IndicatorAdvice indicators;
    private readonly EncounterDecision decisions;
    private readonly TimeProvider clock;

    internal EncounterDesk(SiteFolder site, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, EntryAdvice entry, IndicatorAdvice indicators, IInterviews interviews, TimeProvider clock) =>
        (settings, this.storage, this.ledger, this.screen, this.entry, this.indicators, decisions, this.clock) =
        (site.Settings, storage, ledger, screen, entry, indicators, new EncounterDecision(site.Settings, screen, entry, interviews), clock);

    /// <summary>
    /// Reads, inspects, identifies and screens; stores the encounter and audits the read. An open encounter of the same
    /// person, whatever document it is of, is superseded. Roles: officer, supervisor.
    /// </summary>
    public async Task<Answer<Encounter>> OpenAsync(Presentation presentation, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Officer, Roles.Supervisor) ?? actor.IsElsewhere(settings.Port)) is { } denied)
            return denied;
        if (!settings.Counters.Contains(presentation.Counter))
            return BorderRule.CounterUnknown.Broken("counter", ("counter", presentation.Counter));

        var leaving = Leaving.Check(presentation.Leaving);
        if (!leaving.Succeeded)
            return leaving.Problem;

        var today = settings.LocalDay(clock.GetUtcNow());
        if (Conveyance.Check(presentation.Conveyance, today, out var worked) is { } ofConveyance)
            return ofConveyance;
        var reading = MrzReader.Read(presentation.Mrz, today);
        if (reading.Fields is not { } document)
            return BorderRule.DocumentUnreadable.Broken("mrz", ("findings", string.Join(", ", reading.Findings.Select(f => f.Code))));
        if (document.DocumentNumber.Length == 0)
            return BorderRule.DocumentUnreadable.Broken("mrz", ("findings", "DocumentNumber"));
        if (VisaDesk.IsVisa(document))
            return BorderRule.VisaWithoutPassport.Broken("mrz");
        var now = screen.Now;
        var screened = now.Screen(document, placeOfBirth: null, ScreeningPurpose.Counter, cancellation);

        var opened = await ledger.WriteAsync<Answer<Encounter>>(
            async append =>
            {
                var (traveller, known, person) = await TravellerIdentity.ResolveAsync(append, reading, settings.Port, cancellation);
                var stay = await StayRecord.OpenAsync(append.Db, person, today, cancellation);
                var announced = await AdvanceRegister.FindAsync(append.Db, document, today, cancellation);
                var earlier = await EarlierReadings.FindAsync(append.Db, traveller.Id, document, settings, cancellation);
                var conveyance = Conveyance.Of(worked, announced, presentation.Direction, settings.Port);
                var inspection = DocumentInspector.Inspect(new DocumentEvidence(reading) { Announced = announced?.Holder, Earlier = earlier, Reported = screened.Reported }, today);
                var reasons = inspection
                    .Concat(known)
                    .Concat(CounterRules.OfAnnouncement(announced))
                    .Concat(Conveyance.Differing(worked, conveyance))
                    .Concat(CounterRules.OfStay(presentation.Direction, document, stay, settings))
                    .Concat(await TravelTime.ImpossibleAsync(append.Db, person, settings.Port, append.Now, cancellation))
                    .Concat(CounterRules.OfMinor(document, presentation.Accompanied, today, settings))
                    .Concat(CounterRules.OfScreening(screened))
                    .ToArray();
                var id = Guid.CreateVersion7(append.Now);
                var content = new EncounterContent(
                    reading.Lines,
                    document,
                    traveller,
                    stay,
                    reasons,
                    screened.Against,
                    null,
                    presentation.Accompanied)
                {
                    Announced = announced,
                    Before = earlier.FirstOrDefault(before => before.Fields.DocumentNumber == document.DocumentNumber),
                    Leaving = presentation.Direction == Direction.Exit ? leaving.Value : null,
                    Conveyance = conveyance,
                };
                content = await PresentedAgain.CarryAsync(append, id, settings.Port, presentation.Counter, content, cancellation);
                content = await entry.JudgeAsync(append.Db, content, person, presentation.Direction, today, cancellation);
                var found = content.Chip?.SignedPlaceOfBirth is { } place ? now.Screen(document, place, ScreeningPurpose.Counter, cancellation).Or(screened) : screened;
                var orders = await OrdersFound.OfAsync(append.Db, found, presentation.Direction, today, cancellation);
                found = orders.Screened;
                var vetted = await VettedBefore.OfAsync(append.Db, traveller.Id, document, found, today, cancellation);
                content = content.And(await new LeavingFacts(append, settings, document, traveller.Id, cancellation).FindingsAsync(orders, vetted, presentation.Counter, presentation.Accompanied, content.Leaving));
                content = await indicators.JudgeAsync(append.Db, content, new Place(id, settings.Port, presentation.Counter, presentation.Direction, append.Now), person, cancellation);
                var row = Row(id, append.Now, presentation, content, found.Alerts(vetted), actor);
                var hits = found.Rows(row, [], vetted, append.Now);
                append.Db.Encounters.Add(row);
                append.Hits(hits, actor.Name);
                await EncounterDecision.SupersedeAsync(append.Db, person, row.Id, [EncounterState.Open], cancellation);
                append.Audit(actor.Name, AuditAction.EncounterOpened, "encounter", row.Id.ToString(), settings.Port, $"traveller {traveller.Id}");
                return EncounterView.Of(row, [.. hits.Select(EncounterView.Of)]);
            },
            cancellation);
        if (opened.Succeeded)
            Count(opened.Value);
        return opened;
    }

    /// <summary>
    /// Takes the decision. The same idempotency key with the same decision gives the same answer again
    /// (<see cref="DecidedEncounter.Replayed"/>), however often it is sent. Roles: officer, supervisor; what was referred,
    /// and a confirmed hit, needs a supervisor.
    /// </summary>
    public async Task<Answer<DecidedEncounter>> DecideAsync(Guid encounterId, Decision decision, string idempotencyKey, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        if (idempotencyKey is null || idempotencyKey.Length is < 8 or > 64 || idempotencyKey.Any(c => c is < '!' or > '~'))
            return BorderRule.IdempotencyKeyInvalid.Broken("Idempotency-Key");
        var decided = await ledger.WriteAsync(append => decisions.TakeAsync(append, encounterId, decision, idempotencyKey, actor, cancellation), cancellation);
        if (decided is { Succeeded: true, Value.Replayed: false })
            BorderTelemetry.Decisions.Add(1, Tag("outcome", decided.Value.Crossing?.Outcome.ToString() ?? "Referred"));
        return decided;
    }

    /// <summary>Reads an encounter again; audited. Roles: officer, supervisor.</summary>
    public async Task<Answer<Encounter>> FindAsync(Guid encounterId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var row = await db.Encounters.AsNoTracking().SingleOrDefaultAsync(e => e.Id == encounterId, cancellation);
        if (row is null)
            return BorderRule.EncounterNotFound.Broken(null, ("encounter", encounterId.ToString()));
        if (actor.IsElsewhere(row.Port) is { } elsewhere)
            return elsewhere;
        await ledger.AuditAsync(actor, AuditAction.EncounterRead, "encounter", encounterId.ToString(), row.Port, null, cancellation);
        return (await EncounterView.ReadAsync(db, [row], cancellation))[0];
    }

    /// <summary>Where an encounter stands; not audited, for nothing of a person is read. Roles: officer, supervisor.</summary>
    public async Task<Answer<EncounterStanding>> StandingAsync(Guid encounterId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var row = await db.Encounters.AsNoTracking().Where(e => e.Id == encounterId)
            .Select(e => new { e.Port, e.State, Open = db.Hits.Count(h => h.EncounterId == e.Id && h.State == HitState.Open), e.Content })
            .SingleOrDefaultAsync(cancellation);
        if (row is null)
            return BorderRule.EncounterNotFound.Broken(null, ("encounter", encounterId.ToString()));
        return actor.IsElsewhere(row.Port) is { } elsewhere ? elsewhere : new EncounterStanding(row.State, row.Open, EncounterContent.Of(row.Content).Revision);
    }

    /// <summary>How much waits for the second line; not audited, for nothing of a person is read. Role: supervisor.</summary>
    public async Task<Answer<WaitingStanding>> WaitingStandingAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var waiting = Waiting(db, actor);
        var encounters = await waiting.CountAsync(cancellation);
        var hits = await waiting.SelectMany(e => db.Hits.Where(h => h.EncounterId == e.Id && h.State == HitState.Open)).CountAsync(cancellation);
        var latest = await waiting.OrderByDescending(e => e.OpenedAt).ThenByDescending(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellation);
        return new WaitingStanding(encounters, hits, latest);
    }

    /// <summary>Encounters that wait for the second line (referred, or with an open hit), oldest first; audited. Role: supervisor.</summary>
    public async Task<Answer<Page<Encounter>>> WaitingAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var waiting = Waiting(db, actor);
        var total = await waiting.CountAsync(cancellation);
        var rows = await waiting.OrderBy(e => e.OpenedAt).ThenBy(e => e.Id)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.EncounterRead, null, null, actor.Port, "waiting", cancellation);
        return new Page<Encounter>(await EncounterView.ReadAsync(db, rows, cancellation), total, Math.Max(0, offset));
    }

    private static void Count(Encounter encounter)
    {
        BorderTelemetry.Encounters.Add(1, Tag("direction", $"{encounter.Direction}"), Tag("advice", $"{encounter.Advice.Level}"));
        foreach (var hit in encounter.Hits.Where(h => h.State == HitState.Open))
            BorderTelemetry.Hits.Add(1, Tag("list", hit.List));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value.ToLowerInvariant());

    private static IQueryable<EncounterRow> Waiting(BorderContext db, Actor actor) => db.Encounters.AsNoTracking()
        .Where(e => actor.Port == null || e.Port == actor.Port)
        .Where(e => e.State == EncounterState.Referred || (e.State == EncounterState.Open && db.Hits.Any(h => h.EncounterId == e.Id && h.State == HitState.Open)));

    private EncounterRow Row(Guid id, DateTimeOffset now, Presentation presentation, EncounterContent content, bool alerts, Actor actor) => new()
    {
        Id = id,
        Port = settings.Port,
        Counter = presentation.Counter,
        Direction = presentation.Direction,
        OpenedAt = now,
        OpenedBy = actor.Name,
        TravellerId = content.Traveller.Id,
        Advice = alerts ? AdviceLevel.Refer : CounterAdvice.From(content.Reasons).Level,
        Content = content.ToJson(),
        State = EncounterState.Open,
    };
}
