using System.Text.Json;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>The consultations: written, opened, closed and published. Every change is signed and audited. Thread-safe.</summary>
public sealed class ConsultationRegister
{
    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;

    internal ConsultationRegister(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger) => (this.home, this.storage, this.ledger) = (home, storage, ledger);

    /// <summary>Writes a consultation, or writes a draft anew. Role: strategy. Told again under the same id and version it changes nothing.</summary>
    /// <param name="id">A UUID of whoever writes it first.</param>
    /// <param name="version">How often what they had read was changed; 0 where it is new.</param>
    /// <param name="draft">What it asks.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer<Consultation>> WriteAsync(Guid id, int version, ConsultationDraft draft, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? StrategyFields.Check(draft)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<Consultation>>(
            async append =>
            {
                var row = await StrategyRecords.FindAsync(append.Db, StrategyKind.Consultation, id, cancellation);
                if (row is null)
                {
                    if (version != 0)
                        return CaseworkRule.ConsultationNotFound.Broken();
                    if (await append.Db.Strategy.FindAsync([id], cancellation) is not null)
                        return CaseworkRule.KeyTaken.Broken("id");
                    var number = await StrategyRecords.NextNumberAsync(append, 'C', home.LocalDay(append.Now).Year, cancellation);
                    var made = new Consultation(id, number, 1, ConsultationState.Draft, draft, actor.Name);
                    StrategyRecords.Add(append, StrategyKind.Consultation, id, null, number, $"{made.State}", made, actor.Name, "written");
                    return made;
                }
                var before = StrategyRecords.Read<Consultation>(row);
                if (IsSame(before.Draft, draft) && version == before.Version - 1)
                    return before;
                if (StrategySteps.Bars(version, row.Version, before.State == ConsultationState.Draft, $"{before.State}") is { } barred)
                    return barred;
                var after = before with { Draft = draft, DraftedBy = actor.Name, Version = before.Version + 1 };
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, actor.Name, "written", null);
                return after;
            },
            cancellation);
    }

    /// <summary>Moves a consultation on. Role: strategy; opening and publishing by another person than who wrote it last; taking back with a reason.</summary>
    public async Task<Answer<Consultation>> MoveAsync(Guid id, int version, ConsultationStep step, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? (Enum.IsDefined(step) ? null : StrategyFields.Wrong("step")) ?? StrategyFields.Reason(reason, step == ConsultationStep.TakeBack)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<Consultation>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Consultation, id, cancellation) is not { } row)
                    return CaseworkRule.ConsultationNotFound.Broken();
                var before = StrategyRecords.Read<Consultation>(row);
                var (from, to) = Steps[step];
                if (StrategySteps.Bars(version, row.Version, before.State == from, $"{before.State}") is { } barred)
                    return barred;
                if (step is ConsultationStep.Open or ConsultationStep.Publish && before.DraftedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                var today = home.LocalDay(append.Now);
                var after = before with
                {
                    State = to,
                    Version = before.Version + 1,
                    ClosedOn = step == ConsultationStep.Close ? today : before.ClosedOn,
                    PublishedOn = step == ConsultationStep.Publish ? today : step == ConsultationStep.TakeBack ? null : before.PublishedOn,
                };
                StrategyRecords.Change(append, row, after.Version, $"{to}", after, actor.Name, $"{step}".ToLowerInvariant(), reason);
                return after;
            },
            cancellation);
    }

    /// <summary>Every consultation, oldest first. Roles: strategy, auditor.</summary>
    public async Task<Answer<IReadOnlyList<Consultation>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return new Answer<IReadOnlyList<Consultation>>(await StrategyRecords.ListAsync<Consultation>(db, StrategyKind.Consultation, cancellation));
    }

    /// <summary>A consultation with its contributions and recommendations. Roles: strategy, auditor. Audited: a contribution may name who wrote it.</summary>
    public async Task<Answer<ConsultationFile>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await StrategyRecords.FindAsync(db, StrategyKind.Consultation, id, cancellation) is not { } row)
            return CaseworkRule.ConsultationNotFound.Broken();
        await ledger.AuditAsync(actor, CaseworkAction.ConsultationRead, "consultation", $"{id}", row.Number, cancellation);
        return new ConsultationFile(
            StrategyRecords.Read<Consultation>(row),
            await ContributionDesk.FilesAsync(db, id, cancellation),
            await StrategyRecords.ListAsync<Recommendation>(db, StrategyKind.Recommendation, cancellation, parent: id),
            await StrategyRecords.ChangesAsync(db, id, cancellation));
    }

    private static readonly Dictionary<ConsultationStep, (ConsultationState From, ConsultationState To)> Steps = new()
    {
        [ConsultationStep.Open] = (ConsultationState.Draft, ConsultationState.Open),
        [ConsultationStep.Close] = (ConsultationState.Open, ConsultationState.Closed),
        [ConsultationStep.Publish] = (ConsultationState.Closed, ConsultationState.Published),
        [ConsultationStep.TakeBack] = (ConsultationState.Published, ConsultationState.Closed),
    };

    private static bool IsSame(ConsultationDraft one, ConsultationDraft other) => JsonSerializer.Serialize(one, CaseworkJson.Options) == JsonSerializer.Serialize(other, CaseworkJson.Options);
}

/// <summary>A consultation with everything that belongs to it.</summary>
/// <param name="Consultation">How it stands.</param>
/// <param name="Contributions">In the order in which they came.</param>
/// <param name="Recommendations">In the order of their numbers.</param>
/// <param name="Changes">What was done with it, oldest first.</param>
public sealed record ConsultationFile(Consultation Consultation, IReadOnlyList<ContributionFile> Contributions, IReadOnlyList<Recommendation> Recommendations, IReadOnlyList<ShownChange> Changes);
