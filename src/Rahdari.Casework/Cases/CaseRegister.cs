using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Laws;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Cases;

/// <summary>The cases: opened, told of, read and listed by the circle that keeps them. Thread-safe.</summary>
public sealed class CaseRegister
{
    private const int MaximumTake = 200;

    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;
    private readonly TimeProvider clock;

    internal CaseRegister(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger, TimeProvider clock) =>
        (this.home, this.storage, this.ledger, this.clock) = (home, storage, ledger, clock);

    /// <summary>Opens a case. Roles: investigator, case supervisor; in their own circle. Told again under the same id it is the case that was opened. Audited.</summary>
    /// <param name="id">A UUID of whoever opens it.</param>
    /// <param name="opened">What is known.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer<CaseState>> OpenAsync(Guid id, Opened opened, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Investigator, Roles.CaseSupervisor) ?? IsElsewhere(actor, opened.Circle) ?? CaseFields.Check(opened)) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<CaseState>>(
            async append =>
            {
                if (await SignedEvents.FindAsync<CaseEvent>(append.Db, id, cancellation) is { IsTaken: true } before)
                    return before.Told is { } same && IsSame(same, opened) ? await StateAsync(append.Db, same.CaseId, cancellation) : CaseworkRule.KeyTaken.Broken("id");
                var book = await LawRegister.CountingAsync(append, cancellation);
                if (CaseRules.Check(null, opened, book, home.LocalDay(append.Now)) is { } problem)
                    return problem;
                var year = opened.Day.Year;
                var prefix = string.Create(CultureInfo.InvariantCulture, $"{opened.Circle}/{year}/");
                var running = await append.Db.Cases.CountAsync(c => c.Number.StartsWith(prefix), cancellation) + 1;
                var number = string.Create(CultureInfo.InvariantCulture, $"{prefix}{running:0000}");
                var caseId = Guid.CreateVersion7(append.Now);
                if (opened.Referral is { } referral && await CaseReferralRegister.TakeUpAsync(append, referral, caseId, opened.Circle, actor.Name, cancellation) is { } untaken)
                    return untaken;
                var first = new CaseEvent(id, caseId, 1, append.Now, actor.Name, book.Number, opened, number);
                var state = CaseHistory.After(null, first, book);
                append.Db.Cases.Add(new CaseRow
                {
                    Id = state.Id,
                    Number = number,
                    Circle = state.Circle,
                    Stage = state.Stage,
                    OpenedOn = opened.Day,
                    NextDue = Due(state, book),
                    Version = 1,
                    State = Written(state),
                });
                Record(append, first);
                return state;
            },
            cancellation);
    }

    /// <summary>
    /// Tells one more fact of a case. Roles: investigator; closing, reopening, transfer and the review of punishment: case supervisor. Told again under the same id it
    /// changes nothing. Audited.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="id">A UUID of whoever tells it.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="version">How many events they had read; where there are more, nothing is recorded.</param>
    /// <param name="actor">Who tells it.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public async Task<Answer<CaseState>> TellAsync(Guid caseId, Guid id, CaseFact fact, int version, Actor actor, CancellationToken cancellation = default)
    {
        if (MayTell(fact, actor) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<CaseState>>(
            async append =>
            {
                var row = await append.Db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
                if (row is null)
                    return CaseworkRule.CaseNotFound.Broken();
                if (IsElsewhere(actor, fact is TransferTaken ? row.ToCircle ?? row.Circle : row.Circle) is { } elsewhere)
                    return elsewhere;
                var state = Read(row);
                if (await SignedEvents.FindAsync<CaseEvent>(append.Db, id, cancellation) is { IsTaken: true } before)
                    return before.Told is { } same && same.CaseId == caseId && IsSame(same, fact) ? state : CaseworkRule.KeyTaken.Broken("id");
                if (version != row.Version)
                    return CaseworkRule.CaseChanged.Broken("version", ("version", $"{version}"), ("now", $"{row.Version}"));
                var book = await LawRegister.CountingAsync(append, cancellation);
                if (CaseRules.Check(state, fact, book, home.LocalDay(append.Now)) is { } problem)
                    return problem;
                var next = new CaseEvent(id, caseId, row.Version + 1, append.Now, actor.Name, book.Number, fact);
                state = CaseHistory.After(state, next, book);
                (row.Circle, row.ToCircle, row.Stage, row.NextDue, row.Version, row.State) = (state.Circle, state.Transfer?.Circle, state.Stage, Due(state, book), state.Version, Written(state));
                Record(append, next);
                return state;
            },
            cancellation);
    }

    /// <summary>A case with its events and time limits. Roles: investigator, case supervisor of its circle, auditor. Audited.</summary>
    public async Task<Answer<CaseFile>> FindAsync(Guid caseId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var row = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
        if (row is null)
            return CaseworkRule.CaseNotFound.Broken();
        if (IsElsewhere(actor, row.Circle) is { } elsewhere && (row.ToCircle is null || IsElsewhere(actor, row.ToCircle) is not null))
            return elsewhere;
        await ledger.AuditAsync(actor, CaseworkAction.CaseRead, "case", $"{caseId}", row.Number, cancellation);
        var events = await SignedEvents.OfAsync<CaseEvent>(db, caseId, cancellation);
        var state = Read(row);
        var book = await LawRegister.NewestAsync(db, cancellation);
        return new CaseFile(state, [.. book.ProcedureOf(state.Law) is { } procedure ? CaseLimit.Of(state, procedure) : []], events, home.LocalDay(clock.GetUtcNow()));
    }

    /// <summary>Cases of the actor's circle: those whose time limit ends first come first. Roles: investigator, case supervisor, auditor. Audited.</summary>
    public async Task<Answer<Page<ListedCase>>> ListAsync(CaseFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        await ledger.AuditAsync(actor, CaseworkAction.CasesRead, null, null, JsonSerializer.Serialize(filter, CaseworkJson.Options), cancellation);
        await using var db = storage.Open();
        var today = home.LocalDay(clock.GetUtcNow());
        var cases = db.Cases.AsNoTracking();
        if (actor.Circle is { } circle)
            cases = cases.Where(c => c.Circle == circle || c.ToCircle == circle);
        if (filter.Stage is { } stage)
            cases = cases.Where(c => c.Stage == stage);
        if (filter.IsOverdue)
            cases = cases.Where(c => c.NextDue < today);
        if (filter.Number?.Trim().Replace('\0', '\uFFFD').ToUpperInvariant() is { Length: > 0 } number) // PostgreSQL refuses to look for a NUL.
            cases = cases.Where(c => c.Number.Contains(number));
        var total = await cases.CountAsync(cancellation);
        var rows = await cases.OrderBy(c => c.NextDue == null).ThenBy(c => c.NextDue).ThenByDescending(c => c.OpenedOn).ThenBy(c => c.Number)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<ListedCase>([.. rows.Select(row => Listed(row, today))], total, Math.Max(0, offset));
    }

    /// <summary>How every case stands for the funnel and the network, which tell themselves who may read what.</summary>
    internal async Task<List<CaseState>> StatesAsync(CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var states = new List<CaseState>();
        await foreach (var state in db.Cases.AsNoTracking().OrderBy(c => c.Id).Select(c => c.State).AsAsyncEnumerable().WithCancellation(cancellation))
            states.Add(JsonSerializer.Deserialize<CaseState>(state, CaseworkJson.Options)!);
        return states;
    }

    /// <summary>True where a row is not what the case's events say.</summary>
    internal static bool Stale(CaseRow row, IReadOnlyList<CaseEvent> events, IReadOnlyList<LawBook> books)
    {
        LawBook Numbered(int number) => books.FirstOrDefault(b => b.Number == number) ?? LawBooks.Shipped;
        var state = CaseHistory.Of(events, Numbered);
        return row.State != Written(state) || (row.Number, row.Circle, row.ToCircle, row.Stage, row.Version, row.OpenedOn)
            != (state.Number, state.Circle, state.Transfer?.Circle, state.Stage, state.Version, events[0].Fact.Day)
            || row.NextDue != Due(state, Numbered(events[^1].Book));
    }

    /// <summary>The rule broken where a circle is not the actor's own; headquarters, which has none, sees all.</summary>
    internal static Finding? IsElsewhere(Actor actor, string circle) =>
        actor.Circle is null || actor.Circle == circle ? null : CaseworkRule.OtherCircle.Broken(null, ("circle", circle));

    /// <summary>True for what only the head of a circle tells.</summary>
    public static bool IsOfTheHead(CaseEventKind kind) =>
        kind is CaseEventKind.Closed or CaseEventKind.Reopened or CaseEventKind.TransferAsked or CaseEventKind.TransferTaken or CaseEventKind.NonPunishmentReviewed;

    private static Finding? MayTell(CaseFact fact, Actor actor) => IsOfTheHead(fact.Kind)
        ? actor.Lacks(Roles.CaseSupervisor)
        : actor.Lacks(Roles.Investigator, Roles.CaseSupervisor);

    private static void Record(CaseworkAppend append, CaseEvent told)
    {
        SignedEvents.Add(append, CaseworkFactKind.CaseEvent, told.CaseId, told.Number, told.Id, told);
        append.Audit(told.By, CaseworkAction.CaseTold, "case", $"{told.CaseId}", $"{told.Fact.Kind}");
    }

    /// <summary>True where a fact that comes again is the one that was told under its id: another one would be lost if it were answered as told.</summary>
    private static bool IsSame(CaseEvent told, CaseFact fact) =>
        JsonSerializer.Serialize(told.Fact, CaseworkJson.Options) == JsonSerializer.Serialize(fact, CaseworkJson.Options);

    private static async Task<CaseState> StateAsync(CaseworkContext db, Guid caseId, CancellationToken cancellation) =>
        Read(await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellation));

    private static DateOnly? Due(CaseState state, LawBook book) =>
        state.Stage == CaseStage.Closed || book.ProcedureOf(state.Law) is not { } procedure
            ? null
            : CaseLimit.Of(state, procedure).Where(limit => limit is { MetOn: null, Lapses: false }).Select(limit => (DateOnly?)limit.Due).Min();

    private static ListedCase Listed(CaseRow row, DateOnly today)
    {
        var state = Read(row);
        return new ListedCase(
            row.Id, row.Number, state.Law, row.Circle, row.ToCircle, row.Stage, row.OpenedOn, state.RegisteredOn, state.StageSince, row.NextDue, row.NextDue < today, state.Accused.Count,
            state.Accused.Count(a => a.ArrestedOn is not null), state.Victims.Count, state.IsCrossBorder, state.Forms);
    }

    private static CaseState Read(CaseRow row) => JsonSerializer.Deserialize<CaseState>(row.State, CaseworkJson.Options)!;

    private static string Written(CaseState state) => JsonSerializer.Serialize(state, CaseworkJson.Options);
}
