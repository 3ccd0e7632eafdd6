using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>The recommendations that follow from contributions. Every change is signed and audited. Thread-safe.</summary>
public sealed class RecommendationRegister
{
    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;

    internal RecommendationRegister(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger) => (this.home, this.storage, this.ledger) = (home, storage, ledger);

    /// <summary>Writes a recommendation, or writes a draft anew. Role: strategy. It rests on accepted contributions of its consultation.</summary>
    /// <param name="id">A UUID of whoever writes it first.</param>
    /// <param name="version">How often what they had read was changed; 0 where it is new.</param>
    /// <param name="draft">What it says.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer<Recommendation>> WriteAsync(Guid id, int version, RecommendationDraft draft, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? StrategyFields.Check(draft)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<Recommendation>>(
            async append =>
            {
                Guid[] ids = [.. draft.Contributions];
                var accepted = $"{ContributionState.Accepted}";
                if (await append.Db.Strategy.CountAsync(r => ids.Contains(r.Id) && r.Kind == StrategyKind.Contribution && r.ParentId == draft.ConsultationId && r.State == accepted, cancellation) != ids.Length)
                    return StrategyFields.Wrong("contributions");
                var row = await StrategyRecords.FindAsync(append.Db, StrategyKind.Recommendation, id, cancellation);
                if (row is null)
                {
                    if (version != 0)
                        return CaseworkRule.RecommendationNotFound.Broken();
                    if (await append.Db.Strategy.FindAsync([id], cancellation) is not null)
                        return CaseworkRule.KeyTaken.Broken("id");
                    var number = await StrategyRecords.NextNumberAsync(append, 'R', home.LocalDay(append.Now).Year, cancellation);
                    var made = new Recommendation(id, number, 1, PublicationState.Draft, draft, actor.Name);
                    StrategyRecords.Add(append, StrategyKind.Recommendation, id, draft.ConsultationId, number, $"{made.State}", made, actor.Name, "written");
                    return made;
                }
                var before = StrategyRecords.Read<Recommendation>(row);
                if (StrategySteps.Bars(version, row.Version, before.State == PublicationState.Draft, $"{before.State}") is { } barred)
                    return barred;
                if (draft.ConsultationId != before.Draft.ConsultationId)
                    return StrategyFields.Wrong("consultationId");
                var after = before with { Draft = draft, DraftedBy = actor.Name, Version = before.Version + 1 };
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, actor.Name, "written", null);
                return after;
            },
            cancellation);
    }

    /// <summary>Publishes a draft, once its consultation is published, while a contribution on which it rests is accepted still, and by another person than who wrote it last; or withdraws it, with a reason. Role: strategy.</summary>
    public async Task<Answer<Recommendation>> MoveAsync(Guid id, int version, PublicationState to, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? (to is PublicationState.Published or PublicationState.Withdrawn ? null : StrategyFields.Wrong("to"))
            ?? StrategyFields.Reason(reason, to == PublicationState.Withdrawn)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<Recommendation>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Recommendation, id, cancellation) is not { } row)
                    return CaseworkRule.RecommendationNotFound.Broken();
                var before = StrategyRecords.Read<Recommendation>(row);
                var isPublishing = to == PublicationState.Published;
                if (StrategySteps.Bars(version, row.Version, isPublishing ? before.State == PublicationState.Draft : before.State != PublicationState.Withdrawn, $"{before.State}") is { } barred)
                    return barred;
                if (isPublishing && before.DraftedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                var consultation = (await StrategyRecords.FindAsync(append.Db, StrategyKind.Consultation, before.Draft.ConsultationId, cancellation))!;
                if (isPublishing && consultation.State != $"{ConsultationState.Published}")
                    return CaseworkRule.ConsultationStepNotNow.Broken(null, ("state", consultation.State));
                Guid[] ids = [.. before.Draft.Contributions];
                var accepted = $"{ContributionState.Accepted}";
                if (isPublishing && !await append.Db.Strategy.AnyAsync(r => ids.Contains(r.Id) && r.Kind == StrategyKind.Contribution && r.State == accepted, cancellation))
                    return StrategyFields.Wrong("contributions");
                var after = before with { State = to, Version = before.Version + 1, PublishedOn = isPublishing ? home.LocalDay(append.Now) : null };
                StrategyRecords.Change(append, row, after.Version, $"{to}", after, actor.Name, isPublishing ? "published" : "withdrawn", reason);
                return after;
            },
            cancellation);
    }

    /// <summary>Every recommendation, in the order of their numbers. Roles: strategy, auditor.</summary>
    public async Task<Answer<IReadOnlyList<Recommendation>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return new Answer<IReadOnlyList<Recommendation>>(await StrategyRecords.ListAsync<Recommendation>(db, StrategyKind.Recommendation, cancellation));
    }
}
