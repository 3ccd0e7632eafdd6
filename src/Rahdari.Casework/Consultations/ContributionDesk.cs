using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>
/// Takes contributions, from seminars and from everybody, weighs and answers them, and gives them back to whoever holds the receipt. Of an anonymous one nothing tells who wrote it: no name, no address of a computer,
/// and in the audit <c>public</c>. Every change is signed and audited. Thread-safe.
/// </summary>
public sealed class ContributionDesk
{
    /// <summary>More that wait or are accepted to one consultation by the public form are not taken: whoever floods it shall fill no disk, and what was rejected or taken back bars nobody.</summary>
    private const int MostOfForm = 20_000;

    private readonly CaseworkHome home;
    private readonly CaseworkWriter ledger;

    internal ContributionDesk(CaseworkHome home, CaseworkWriter ledger) => (this.home, this.ledger) = (home, ledger);

    /// <summary>Enters a contribution from a seminar or a letter, while the consultation is open or closed. Role: strategy.</summary>
    public async Task<Answer<TakenContribution>> EnterAsync(Guid consultationId, NewContribution given, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Strategy) is { } denied)
            return denied;
        return await TakeAsync(consultationId, given, actor.Name, cancellation);
    }

    /// <summary>Takes what somebody who is not signed in hands in, between the days of an open consultation that takes such. Open to everybody: bound how often at the door.</summary>
    public Task<Answer<TakenContribution>> HandInAsync(Guid consultationId, NewContribution given, CancellationToken cancellation = default) => TakeAsync(consultationId, given, null, cancellation);

    /// <summary>Takes a contribution back: its words and who they were from are erased, whatever became of it. Open to everybody: whoever has the receipt wrote it.</summary>
    /// <param name="receipt">The code.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer<Contribution>> TakeBackAsync(string? receipt, CancellationToken cancellation = default)
    {
        if (ReceiptCode.Hash(receipt) is not { } hash)
            return CaseworkRule.ReceiptUnknown.Broken("receipt");
        return await ledger.WriteAsync<Answer<Contribution>>(
            async append =>
            {
                if (await append.Db.ContributionTexts.SingleOrDefaultAsync(w => w.ReceiptHash == hash, cancellation) is not { } words)
                    return CaseworkRule.ReceiptUnknown.Broken("receipt");
                var row = (await StrategyRecords.FindAsync(append.Db, StrategyKind.Contribution, words.ContributionId, cancellation))!;
                var before = StrategyRecords.Read<Contribution>(row);
                var after = before with { State = ContributionState.Withdrawn, Version = before.Version + 1, Answer = null, Seal = null };
                append.Db.ContributionTexts.Remove(words);
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, StrategyRecords.Public, "withdrawn", null);
                return after;
            },
            cancellation);
    }

    /// <summary>Accepts or rejects a contribution. Role: strategy; what an officer entered, another one weighs.</summary>
    public async Task<Answer<Contribution>> ModerateAsync(Guid id, int version, Moderation decided, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? StrategyFields.Check(decided)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<Contribution>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Contribution, id, cancellation) is not { } row)
                    return CaseworkRule.ContributionNotFound.Broken();
                var before = StrategyRecords.Read<Contribution>(row);
                if (StrategySteps.Bars(version, row.Version, before.State != ContributionState.Withdrawn, $"{before.State}") is { } barred)
                    return barred;
                if (before.EnteredBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                var words = await append.Db.ContributionTexts.SingleAsync(w => w.ContributionId == id, cancellation);
                var shorter = StrategyFields.Kept(decided.Shortened) ?? words.Text;
                var isShortened = shorter != words.Text;
                // Nobody puts words into a contributor's mouth.
                if (!StrategyFields.IsLeftOf(shorter, words.Text))
                    return StrategyFields.Wrong("shortened");
                // With the old salt the old seal in the ledger would tell whether somebody guesses what was taken out.
                if (isShortened)
                    (words.Text, words.Salt) = (shorter, RandomNumberGenerator.GetBytes(16));
                var after = before with
                {
                    State = decided.Accept ? ContributionState.Accepted : ContributionState.Rejected,
                    Version = before.Version + 1,
                    Themes = decided.Accept ? decided.Themes : before.Themes,
                    IsShortened = before.IsShortened || isShortened,
                    Seal = StrategyRecords.Seal(words),
                };
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, actor.Name, isShortened ? "shortened" : decided.Accept ? "accepted" : "rejected", decided.Reason);
                return after;
            },
            cancellation);
    }

    /// <summary>Answers an accepted contribution, for everybody to read once the consultation is published. Role: strategy.</summary>
    public async Task<Answer<Contribution>> AnswerAsync(Guid id, int version, string? answer, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Strategy) ?? StrategyFields.Told("answer", answer)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<Contribution>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Contribution, id, cancellation) is not { } row)
                    return CaseworkRule.ContributionNotFound.Broken();
                var before = StrategyRecords.Read<Contribution>(row);
                if (StrategySteps.Bars(version, row.Version, before.State == ContributionState.Accepted, $"{before.State}") is { } barred)
                    return barred;
                var after = before with { Answer = StrategyFields.Kept(answer), Version = before.Version + 1 };
                StrategyRecords.Change(append, row, after.Version, $"{after.State}", after, actor.Name, "answered", null);
                return after;
            },
            cancellation);
    }

    /// <summary>The contributions of a consultation, or those of a state alone, with their words, in the order in which they came.</summary>
    internal static async Task<IReadOnlyList<ContributionFile>> FilesAsync(CaseworkContext db, Guid consultationId, CancellationToken cancellation, ContributionState? of = null)
    {
        var state = of?.ToString();
        var all = await StrategyRecords.ListAsync<Contribution>(db, StrategyKind.Contribution, cancellation, parent: consultationId, state: state);
        var words = await db.ContributionTexts.AsNoTracking()
            .Where(w => db.Strategy.Any(r => r.Id == w.ContributionId && r.ParentId == consultationId && (state == null || r.State == state))).ToDictionaryAsync(w => w.ContributionId, cancellation);
        return [.. all.Select(one => words.TryGetValue(one.Id, out var told) ? new ContributionFile(one, told.Text, told.Name, told.Organisation) : new ContributionFile(one, null, null, null))];
    }

    private async Task<Answer<TakenContribution>> TakeAsync(Guid consultationId, NewContribution given, string? enteredBy, CancellationToken cancellation)
    {
        var receipt = ReceiptCode.New();
        return await ledger.WriteAsync<Answer<TakenContribution>>(
            async append =>
            {
                if (await StrategyRecords.FindAsync(append.Db, StrategyKind.Consultation, consultationId, cancellation) is not { } row)
                    return CaseworkRule.ConsultationNotFound.Broken();
                var consultation = StrategyRecords.Read<Consultation>(row);
                var today = home.LocalDay(append.Now);
                // To whoever is not signed in a draft is not there.
                if (enteredBy is null && consultation.State == ConsultationState.Draft)
                    return CaseworkRule.ConsultationNotFound.Broken();
                if (enteredBy is null ? !consultation.Takes(today) || !consultation.Draft.TakesPublic : consultation.State is not (ConsultationState.Open or ConsultationState.Closed))
                    return CaseworkRule.ConsultationNotOpen.Broken();
                if (StrategyFields.Check(given, consultation) is { } wrong)
                    return wrong;
                var before = await append.Db.Strategy.CountAsync(r => r.Kind == StrategyKind.Contribution && r.ParentId == consultationId, cancellation);
                if (enteredBy is null && before >= MostOfForm)
                {
                    string[] counting = [$"{ContributionState.Received}", $"{ContributionState.Accepted}"];
                    if (await append.Db.Strategy.CountAsync(r => r.Kind == StrategyKind.Contribution && r.ParentId == consultationId && counting.Contains(r.State), cancellation) >= MostOfForm)
                        return CaseworkRule.TooManyContributions.Broken();
                }
                var words = new ContributionTextRow
                {
                    ContributionId = Guid.NewGuid(),
                    Text = StrategyFields.Kept(given.Text)!,
                    Name = StrategyFields.Kept(given.Name),
                    Organisation = StrategyFields.Kept(given.Organisation),
                    ReceiptHash = ReceiptCode.Hash(receipt)!,
                    Salt = RandomNumberGenerator.GetBytes(16),
                };
                var made = new Contribution(
                    words.ContributionId,
                    consultationId,
                    before + 1,
                    1,
                    ContributionState.Received,
                    enteredBy is null ? ContributionOrigin.PublicForm : ContributionOrigin.Seminar,
                    given.Group,
                    given.Language,
                    words.Name is null && words.Organisation is null,
                    today,
                    [],
                    given.Question,
                    given.Province,
                    enteredBy,
                    Seal: StrategyRecords.Seal(words));
                append.Db.ContributionTexts.Add(words);
                var number = string.Create(CultureInfo.InvariantCulture, $"{consultation.Number}/{made.Number:00000}");
                StrategyRecords.Add(append, StrategyKind.Contribution, made.Id, consultationId, number, $"{made.State}", made, enteredBy ?? StrategyRecords.Public, "received");
                return new TakenContribution(made, receipt);
            },
            cancellation);
    }
}
