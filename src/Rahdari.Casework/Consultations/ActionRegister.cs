using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>The actions of the strategy, and what the system measures of them. Every change is signed and audited. Thread-safe.</summary>
public sealed class ActionRegister
{
    private const int MostMeasured = 100;

    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;
    private readonly StrategyMeasure measure;

    internal ActionRegister(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger, StrategyMeasure measure) =>
        (this.home, this.storage, this.ledger, this.measure) = (home, storage, ledger, measure);

    /// <summary>Writes an action, or writes a draft anew. Role: strategy. It carries out recommendations that are not withdrawn.</summary>
    /// <param name="id">A UUID of whoever writes it first.</param>
    /// <param name="version">How often what they had read was changed; 0 where it is new.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer<StrategyAction>> WriteAsync(Guid id, int version, StrategyActionDraft draft, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? StrategyFields.Check(draft)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<StrategyAction>>(
            async append =>
            {
                if (await CountAsync(append.Db, draft, r => r != PublicationState.Withdrawn, cancellation) != draft.Recommendations.Count)
                    return StrategyFields.Wrong("recommendations");
                if (draft.Baseline is { } told && told.On > home.LocalDay(append.Now))
                    return StrategyFields.Wrong("baseline");
                var row = await StrategyRecords.FindAsync(append.Db, StrategyKind.Action, id, cancellation);
                if (row is null)
                {
                    if (version != 0)
                        return CaseworkRule.ActionNotFound.Broken();
                    if (await append.Db.Strategy.FindAsync([id], cancellation) is not null)
                        return CaseworkRule.KeyTaken.Broken("id");
                    var number = await StrategyRecords.NextNumberAsync(append, 'A', home.LocalDay(append.Now).Year, cancellation);
                    var made = new StrategyAction(id, number, 1, PublicationState.Draft, draft, actor.Name, ActionStatus.Planned, [], Baseline: draft.Baseline);
                    StrategyRecords.Add(append, StrategyKind.Action, id, null, number, $"{made.State}", made, actor.Name, "written");
                    return made;
                }
                var before = StrategyRecords.Read<StrategyAction>(row);
                if (StrategySteps.Bars(version, row.Version, before.State == PublicationState.Draft, $"{before.State}") is { } barred)
                    return barred;
                var after = before with { Draft = draft, Baseline = draft.Baseline, DraftedBy = actor.Name, Version = before.Version + 1 };
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, actor.Name, "written", null);
                return after;
            },
            cancellation);
    }

    /// <summary>
    /// Publishes a draft, once its recommendations are published and by another person than who wrote it last: it is measured then, which is its baseline where none was told. Or withdraws it, with a reason. Role: strategy.
    /// </summary>
    public async Task<Answer<StrategyAction>> MoveAsync(Guid id, int version, PublicationState to, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? (to is PublicationState.Published or PublicationState.Withdrawn ? null : StrategyFields.Wrong("to"))
            ?? StrategyFields.Reason(reason, to == PublicationState.Withdrawn)) is { } denied)
            return denied;
        var isPublishing = to == PublicationState.Published;
        var measured = isPublishing ? await MeasuredAsync(id, cancellation) : null;
        return await ledger.WriteAsync<Answer<StrategyAction>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Action, id, cancellation) is not { } row)
                    return CaseworkRule.ActionNotFound.Broken();
                var before = StrategyRecords.Read<StrategyAction>(row);
                if (StrategySteps.Bars(version, row.Version, isPublishing ? before.State == PublicationState.Draft : before.State != PublicationState.Withdrawn, $"{before.State}") is { } barred)
                    return barred;
                if (isPublishing && before.DraftedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                if (isPublishing && await CountAsync(append.Db, before.Draft, r => r == PublicationState.Published, cancellation) != before.Draft.Recommendations.Count)
                    return StrategyFields.Wrong("recommendations");
                var after = before with
                {
                    State = to,
                    Version = before.Version + 1,
                    PublishedOn = isPublishing ? home.LocalDay(append.Now) : null,
                    Baseline = before.Baseline ?? measured,
                    Measured = measured is null ? before.Measured : [measured],
                };
                StrategyRecords.Change(append, row, after.Version, $"{to}", after, actor.Name, isPublishing ? "published" : "withdrawn", reason);
                return after;
            },
            cancellation);
    }

    /// <summary>Says how a published action stands; where it is delayed or dropped, with a reason that everybody reads. Role: strategy.</summary>
    public async Task<Answer<StrategyAction>> SayAsync(Guid id, int version, ActionStatus status, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? (Enum.IsDefined(status) ? null : StrategyFields.Wrong("status")) ?? StrategyFields.Reason(reason, status is ActionStatus.Delayed or ActionStatus.Dropped)) is { } denied)
            return denied;
        return await ChangeAsync(id, version, before => before with { Status = status, StatusReason = StrategyFields.Kept(reason), Version = before.Version + 1 }, actor.Name, $"{status}".ToLowerInvariant(), reason, cancellation);
    }

    /// <summary>Measures a published action today; what was measured earlier the same day is replaced. Role: strategy.</summary>
    public async Task<Answer<StrategyAction>> MeasureAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy) is { } denied)
            return denied;
        if (await MeasuredAsync(id, cancellation) is not { } measured)
            return CaseworkRule.ActionNotFound.Broken();
        return await ChangeAsync(
            id,
            version,
            before => before with { Measured = [.. before.Measured.Where(one => one.On != measured.On).Append(measured).TakeLast(MostMeasured)], Version = before.Version + 1 },
            actor.Name,
            "measured",
            null,
            cancellation);
    }

    /// <summary>Every action, in the order of their numbers. Roles: strategy, auditor.</summary>
    public async Task<Answer<IReadOnlyList<StrategyAction>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return new Answer<IReadOnlyList<StrategyAction>>(await StrategyRecords.ListAsync<StrategyAction>(db, StrategyKind.Action, cancellation));
    }

    /// <summary>An action with what was done with it. Roles: strategy, auditor.</summary>
    public async Task<Answer<ActionFile>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return await StrategyRecords.FindAsync(db, StrategyKind.Action, id, cancellation) is { } row
            ? new ActionFile(StrategyRecords.Read<StrategyAction>(row), await StrategyRecords.ChangesAsync(db, id, cancellation))
            : CaseworkRule.ActionNotFound.Broken();
    }

    private Task<Answer<StrategyAction>> ChangeAsync(Guid id, int version, Func<StrategyAction, StrategyAction> change, string by, string what, string? reason, CancellationToken cancellation) =>
        ledger.WriteAsync<Answer<StrategyAction>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Action, id, cancellation) is not { } row)
                    return CaseworkRule.ActionNotFound.Broken();
                var before = StrategyRecords.Read<StrategyAction>(row);
                if (StrategySteps.Bars(version, row.Version, before.State == PublicationState.Published, $"{before.State}") is { } barred)
                    return barred;
                var after = change(before);
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, by, what, reason);
                return after;
            },
            cancellation);

    /// <summary>What an action's indicator is today; null where there is no such action. Outside of the transaction: it reads every case.</summary>
    private async Task<Measurement?> MeasuredAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        return await StrategyRecords.FindAsync(db, StrategyKind.Action, id, cancellation) is { } row
            ? await measure.NowAsync(StrategyRecords.Read<StrategyAction>(row).Draft, cancellation)
            : null;
    }

    private static async Task<int> CountAsync(CaseworkContext db, StrategyActionDraft draft, Func<PublicationState, bool> counts, CancellationToken cancellation)
    {
        Guid[] ids = [.. draft.Recommendations];
        var states = await db.Strategy.Where(r => ids.Contains(r.Id) && r.Kind == StrategyKind.Recommendation).Select(r => r.State).ToListAsync(cancellation);
        return states.Select(Enum.Parse<PublicationState>).Count(counts);
    }
}

/// <summary>An action with what was done with it.</summary>
/// <param name="Action">How it stands.</param>
/// <param name="Changes">Oldest first.</param>
public sealed record ActionFile(StrategyAction Action, IReadOnlyList<ShownChange> Changes);
