using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Encounters;

/// <summary>The one transaction that takes a decision: seen before, still true, allowed, recorded.</summary>
internal sealed class EncounterDecision(SiteSettings settings, WatchlistScreen screen, EntryAdvice entry, IInterviews interviews)
{
    /// <summary>For how long after an interview nobody is sent back without a review.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(365);

    public async Task<Answer<DecidedEncounter>> TakeAsync(
        LedgerAppend append, Guid encounterId, Decision decision, string key, Actor actor, CancellationToken cancellation)
    {
        var db = append.Db;
        var found = await db.Encounters.Where(e => e.Id == encounterId).Select(e => new { Row = e, HasHits = db.Hits.Any(h => h.EncounterId == e.Id) }).SingleOrDefaultAsync(cancellation);
        if (found?.Row is not { } row)
            return BorderRule.EncounterNotFound.Broken(null, ("encounter", encounterId.ToString()));
        if (actor.IsElsewhere(row.Port) is { } elsewhere)
            return elsewhere;
        var encounter = found.HasHits ? (await EncounterView.ReadAsync(db, [row], cancellation))[0] : EncounterView.Of(row, []);
        if (await RepeatAsync(db, encounter, decision, key, cancellation) is { } repeat)
        {
            if (repeat.Succeeded)
                append.Audit(actor.Name, AuditAction.EncounterRead, "encounter", row.Id.ToString(), row.Port, "decision sent again");
            return repeat;
        }
        if (decision.Kind == DecisionKind.Pass)
        {
            (encounter, var isReportedSince) = await ScreenAgainAsync(append, row, encounter, actor, cancellation);
            if (isReportedSince)
                return BorderRule.DocumentReportedSince.Broken(null, ("encounter", encounter.Id.ToString()));
        }
        var person = await Person.TravellersAsync(db, row.TravellerId, cancellation);
        if (DecisionRules.EntersBy(decision, encounter) is { IsUsable: true } taken && encounter.State is EncounterState.Open or EncounterState.Referred
            && await entry.ChangedAsync(db, EncounterContent.Of(row.Content), person, taken, settings.LocalDay(append.Now), cancellation) is { } changed)
        {
            row.Content = changed.ToJson();
            return BorderRule.PermissionChangedSince.Broken("permission", ("permission", taken.Key));
        }
        var awaited = await TravellerIdentity.AwaitedAsync(db, person, row.Id, cancellation);
        if (DecisionRules.Check(decision, encounter, awaited is not null, actor, append.Now, settings.LocalDay(append.Now)) is { } problem)
            return problem;
        if (decision.Kind != DecisionKind.Refer && await HeldAsync(db, encounter, person, awaited is not null, decision, append.Now, cancellation) is { } held)
            return held;
        return decision.Kind == DecisionKind.Refer
            ? Refer(append, row, encounter, decision, key, actor)
            : await RecordAsync(append, row, encounter, person, decision, key, actor, cancellation);
    }

    /// <summary>The answer where the key was used before: the same for the same decision, otherwise a refusal; null where it is new.</summary>
    private async Task<Answer<DecidedEncounter>?> RepeatAsync(
        BorderContext db, Encounter encounter, Decision decision, string key, CancellationToken cancellation)
    {
        var keys = db.CrossingKeys.Where(k => k.Node == settings.Node && k.IdempotencyKey == key).Select(k => new { Crossing = (Guid?)k.CrossingId, Encounter = (Guid?)null, Reason = (string?)null });
        var used = await keys.Concat(db.Encounters.Where(e => e.Port == settings.Port && e.ReferralKey == key)
            .Select(e => new { Crossing = (Guid?)null, Encounter = (Guid?)e.Id, Reason = e.ReferralReason })).ToListAsync(cancellation);
        var crossing = used.Find(use => use.Crossing is not null)?.Crossing is { } recorded ? await CrossingMonths.FindAsync(db, recorded, cancellation) : null;
        // The answer that was lost is that of the decision, whatever was corrected since.
        var asDecided = crossing is { CorrectedAt: not null } && await CorrectionRegister.ReadAsync(db, [crossing.Id], cancellation) is [var first, ..] ? first.Before.In(crossing, null) : crossing;
        var referred = used.Find(use => use.Encounter is not null);
        if (crossing is null && referred is null)
            return null;
        var same = crossing is not null
            ? crossing.EncounterId == encounter.Id && DecisionRules.IsRepeated(decision, asDecided!)
            : referred!.Encounter == encounter.Id && decision.Kind == DecisionKind.Refer && ReasonText.Recorded(decision.Reason) == referred.Reason && decision.Interview == encounter.IsInterviewAsked;
        return same ? new DecidedEncounter(encounter, crossing, Replayed: true) : BorderRule.IdempotencyKeyReused.Broken("Idempotency-Key");
    }

    /// <summary>
    /// Where a list or the policy has changed since, or what suppresses a hit may have ended, nobody passes on what was found before: new hits lock the decision, and a
    /// document that is reported now must be decided on again by somebody who has been told.
    /// </summary>
    private async Task<(Encounter Encounter, bool IsReportedSince)> ScreenAgainAsync(
        LedgerAppend append, EncounterRow row, Encounter encounter, Actor actor, CancellationToken cancellation)
    {
        if (encounter.State is EncounterState.Decided or EncounterState.Superseded)
            return (encounter, false);
        // The policy as the database has it now: what was approved a moment ago counts already.
        await screen.FollowPolicyAsync(append.Db, cancellation);
        // An order may begin at midnight while the traveller stands there.
        var isOfToday = settings.LocalDay(encounter.OpenedAt) == settings.LocalDay(append.Now);
        if (isOfToday && encounter.ScreenedAgainst.SequenceEqual(screen.Against(ScreeningPurpose.Counter)) && !await VettedBefore.MayHaveEndedAsync(append.Db, encounter.Hits, cancellation))
            return (encounter, false);
        var today = settings.LocalDay(append.Now);
        var screened = screen.Screen(encounter.Document, encounter.Chip?.SignedPlaceOfBirth, cancellation);
        var found = await screened.AddAsync(append, row, encounter.Document, encounter.Hits, today, actor.Name, cancellation);
        var (content, isReportedSince) = ReportedSince.Of(EncounterContent.Of(row.Content), screened.Reported, today);
        row.Content = (content with { ScreenedAgainst = screened.Against }).ToJson();
        return (EncounterView.Of(row, [.. encounter.Hits, .. found.Select(EncounterView.Of)]), isReportedSince);
    }

    /// <summary>
    /// The rule that a decision breaks by how interviews stand, or null. Nobody is let go before the interview that a counter asked for, and nobody is sent back at the border whom one may have found to be a victim, unless
    /// somebody has reviewed that and written why (OHCHR, Recommended Principles and Guidelines, 2002, principle 7). Whoever is presented anew, elsewhere or by another document, is the same person.
    /// </summary>
    private async Task<Finding?> HeldAsync(BorderContext db, Encounter encounter, Guid[] person, bool isAwaited, Decision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        var isRemoval = decision.Kind == DecisionKind.Refuse && encounter.Direction == Direction.Entry;
        var asked = new List<Guid>();
        var all = new List<Guid> { encounter.Id };
        if (encounter.IsInterviewAsked)
            asked.Add(encounter.Id);
        if (isAwaited || isRemoval)
        {
            var since = now - LongestHold;
            var others = await db.Encounters.AsNoTracking()
                .Where(e => person.Contains(e.TravellerId) && e.Id != encounter.Id && e.OpenedAt > since && (isRemoval || e.State == EncounterState.Referred))
                .Select(e => new { e.Id, e.State, e.Content }).ToListAsync(cancellation);
            asked.AddRange(others.Where(e => e.State == EncounterState.Referred && EncounterContent.Of(e.Content).InterviewAsked).Select(e => e.Id));
            all.AddRange(others.Select(e => e.Id));
        }
        foreach (var id in asked)
        {
            if (await interviews.StandingAsync(id, cancellation) is InterviewStanding.None or InterviewStanding.UnderWay)
                return BorderRule.InterviewAwaited.Broken();
        }
        // One that the second line began by itself is not broken off by a colleague's decision.
        if (encounter.State == EncounterState.Referred && await interviews.StandingAsync(encounter.Id, cancellation) == InterviewStanding.UnderWay)
            return BorderRule.InterviewAwaited.Broken();
        foreach (var id in isRemoval ? all : [])
        {
            if (await interviews.StandingAsync(id, cancellation) == InterviewStanding.Held)
                return BorderRule.RemovalNotReviewed.Broken();
        }
        return null;
    }

    private static DecidedEncounter Refer(LedgerAppend append, EncounterRow row, Encounter encounter, Decision decision, string key, Actor actor)
    {
        (row.State, row.ReferralKey, row.ReferralReason) = (EncounterState.Referred, key, ReasonText.Recorded(decision.Reason));
        if (decision.Interview)
            row.Content = (EncounterContent.Of(row.Content) with { InterviewAsked = true }).ToJson();
        JourneyRecord.Append(append, row, crossing: null, isFirst: false, actor);
        append.Audit(actor.Name, AuditAction.EncounterReferred, "encounter", row.Id.ToString(), row.Port, decision.Reason);
        if (decision.Interview)
            append.Audit(actor.Name, AuditAction.InterviewAsked, "encounter", row.Id.ToString(), row.Port);
        return new DecidedEncounter(encounter with { State = row.State, ReferralReason = row.ReferralReason, IsInterviewAsked = decision.Interview }, null, Replayed: false);
    }

    private async Task<DecidedEncounter> RecordAsync(
        LedgerAppend append, EncounterRow row, Encounter encounter, Guid[] person, Decision decision, string key, Actor actor, CancellationToken cancellation)
    {
        var crossing = DecisionRules.Crossing(decision, encounter, key, actor, settings.Node, append.Now, settings.LocalDay(append.Now));
        (row.State, row.CrossingId) = (EncounterState.Decided, crossing.Id);
        append.Crossing(crossing);
        JourneyRecord.Append(append, row, crossing, await JourneyRecord.IsFirstAsync(append.Db, row, person, cancellation), actor);
        append.Audit(actor.Name, AuditAction.EncounterDecided, "encounter", row.Id.ToString(), row.Port, $"{crossing.Outcome}");
        await SupersedeAsync(append.Db, person, row.Id, [EncounterState.Open, EncounterState.Referred], cancellation);
        if (decision.Kind == DecisionKind.Pass)
            await TravellerIdentity.KeepDocumentAsync(append, row.TravellerId, person, encounter, cancellation);
        return new DecidedEncounter(encounter with { State = row.State, CrossingId = crossing.Id }, crossing, Replayed: false);
    }

    /// <summary>A person stands before one counter at a time: their other encounters in these states are left, by whatever document.</summary>
    internal static Task SupersedeAsync(BorderContext db, Guid[] person, Guid current, EncounterState[] states, CancellationToken cancellation) =>
        db.Notes?.Person is { } standing && standing.Travellers.SequenceEqual(person) && !standing.Encounters.Any(e => e.Id != current && states.Contains(e.State)) ? Task.CompletedTask
        : db.Encounters.Where(e => person.Contains(e.TravellerId) && e.Id != current && states.Contains(e.State))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EncounterState.Superseded), cancellation);
}
