using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Interviews;

/// <summary>The referrals that came to a circle: read, taken up with a case, set aside, reviewed. Thread-safe.</summary>
public sealed class CaseReferralRegister
{
    private const int MaximumTake = 200;
    private const int LongestText = 4000;

    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;

    internal CaseReferralRegister(CaseworkStorage storage, CaseworkWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Referrals to the actor's circle, those that wait first and the oldest of them before all. Roles: investigator, case supervisor, auditor. Audited.</summary>
    /// <param name="stage">Only those that stand there, or null.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Answer<Page<CaseReferral>>> ListAsync(CaseReferralStage? stage, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        await ledger.AuditAsync(actor, CaseworkAction.ReferralsRead, null, null, stage?.ToString(), cancellation);
        await using var db = storage.Open();
        var referrals = db.CaseReferrals.AsNoTracking().Where(r => r.Circle != null);
        if (actor.Circle is { } circle)
            referrals = referrals.Where(r => r.Circle == circle);
        if (stage is { } at)
            referrals = referrals.Where(r => r.Stage == at);
        var total = await referrals.CountAsync(cancellation);
        var rows = await referrals.OrderByDescending(r => r.Stage == CaseReferralStage.Waiting).ThenBy(r => r.At).ThenBy(r => r.Id)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<CaseReferral>([.. rows.Select(Read)], total, Math.Max(0, offset));
    }

    /// <summary>A referral. Roles: investigator, case supervisor of its circle, auditor. Audited.</summary>
    public async Task<Answer<CaseReferral>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var row = await db.CaseReferrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Circle != null, cancellation);
        if (row is null)
            return CaseworkRule.CaseReferralNotFound.Broken();
        if (CaseRegister.IsElsewhere(actor, row.Circle!) is { } elsewhere)
            return elsewhere;
        await ledger.AuditAsync(actor, CaseworkAction.ReferralRead, "case-referral", $"{id}", row.Number, cancellation);
        return Read(row);
    }

    /// <summary>Sets it aside: no case is opened. Role: case supervisor of its circle. Told again under the same id it changes nothing. Audited.</summary>
    public Task<Answer<CaseReferral>> SetAsideAsync(Guid id, Guid eventId, string why, Actor actor, CancellationToken cancellation = default) =>
        TellAsync(id, eventId, new SetAside(why), why, actor, cancellation);

    /// <summary>
    /// Reviews whether the person may be sent back at the border, although they may be a victim: until somebody agrees, nobody sends them back. Role: case supervisor of its circle. Told again under
    /// the same id it changes nothing. Audited.
    /// </summary>
    public Task<Answer<CaseReferral>> ReviewAsync(Guid id, Guid eventId, bool mayBeRemoved, string why, Actor actor, CancellationToken cancellation = default) =>
        TellAsync(id, eventId, new RemovalReviewed(mayBeRemoved, why), why, actor, cancellation);

    /// <summary>That a case was opened of it, in the unit that opens the case; the rule broken, or null.</summary>
    internal static async Task<Finding?> TakeUpAsync(CaseworkAppend append, Guid id, Guid caseId, string circle, string by, CancellationToken cancellation)
    {
        var row = await append.Db.CaseReferrals.SingleOrDefaultAsync(r => r.Id == id && r.Circle == circle, cancellation);
        if (row is null)
            return CaseworkRule.CaseReferralNotFound.Broken("referral");
        if (row.Stage == CaseReferralStage.TakenUp)
            return CaseworkRule.CaseReferralTaken.Broken("referral");
        Tell(append, row, Guid.CreateVersion7(append.Now), new TakenUp(caseId), by);
        return null;
    }

    internal static void Record(CaseworkAppend append, CaseReferralEvent told)
    {
        SignedEvents.Add(append, CaseworkFactKind.CaseReferral, told.ReferralId, told.Number, told.Id, told);
        append.Audit(told.By, CaseworkAction.ReferralTold, "case-referral", $"{told.ReferralId}", told.Fact.GetType().Name);
    }

    internal static void Tell(CaseworkAppend append, CaseReferralRow row, Guid eventId, CaseReferralFact fact, string by)
    {
        var told = new CaseReferralEvent(eventId, row.Id, row.Version + 1, append.Now, by, fact);
        var referral = CaseReferral.After(Read(row), told);
        (row.Stage, row.Version, row.State) = (referral.Stage, referral.Version, Written(referral));
        Record(append, told);
    }

    /// <summary>True where a row is not what the referral's events say.</summary>
    internal static bool Stale(CaseReferralRow row, IReadOnlyList<CaseReferralEvent> events)
    {
        if (events[0].Fact is not InterviewEnded)
            return true;
        var referral = events.Aggregate((CaseReferral?)null, CaseReferral.After)!;
        var isSealed = row.Sealed is null || Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(row.Sealed)) == referral.Interview.Sealed;
        return row.State != Written(referral) || !isSealed || (row.Sealed is null && referral is { Interview.Sealed: not null, IsTakenIn: false })
            || (row.Number, row.Circle, row.Organisation, row.Stage, row.Version, row.At, row.Encounter)
            != (referral.Number, referral.Interview.Circle, referral.Interview.Organisation, referral.Stage, referral.Version, referral.At, referral.Interview.Encounter);
    }

    internal static CaseReferral Read(CaseReferralRow row) => JsonSerializer.Deserialize<CaseReferral>(row.State, CaseworkJson.Options)!;

    internal static string Written(CaseReferral referral) => JsonSerializer.Serialize(referral, CaseworkJson.Options);

    private async Task<Answer<CaseReferral>> TellAsync(Guid id, Guid eventId, CaseReferralFact fact, string why, Actor actor, CancellationToken cancellation)
    {
        if (actor.Lacks(Roles.CaseSupervisor) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(why) || why.Length > LongestText || why.Contains('\0', StringComparison.Ordinal))
            return CaseworkRule.FieldInvalid.Broken("why", ("field", "why"));
        return await ledger.WriteAsync<Answer<CaseReferral>>(
            async append =>
            {
                var row = await append.Db.CaseReferrals.SingleOrDefaultAsync(r => r.Id == id && r.Circle != null, cancellation);
                if (row is null)
                    return CaseworkRule.CaseReferralNotFound.Broken();
                if (CaseRegister.IsElsewhere(actor, row.Circle!) is { } elsewhere)
                    return elsewhere;
                if (await SignedEvents.FindAsync<CaseReferralEvent>(append.Db, eventId, cancellation) is { IsTaken: true } before)
                    return before.Told?.ReferralId == id && before.Told.Fact == fact ? Read(row) : CaseworkRule.KeyTaken.Broken("id");
                if (fact is SetAside && row.Stage != CaseReferralStage.Waiting)
                    return CaseworkRule.CaseReferralTaken.Broken();
                Tell(append, row, eventId, fact, actor.Name);
                return Read(row);
            },
            cancellation);
    }
}
