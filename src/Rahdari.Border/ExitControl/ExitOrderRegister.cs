using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.ExitControl;

/// <summary>
/// The orders that bar leaving, entered by hand or by a program. An order stops from the moment that it is entered; it is lifted once a
/// second person agrees. Every read and change is audited. Thread-safe.
/// </summary>
public sealed class ExitOrderRegister
{
    private const int MaximumTake = 200;
    private const int LongestReference = 500;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly WatchlistScreen screen;
    private readonly TimeProvider clock;

    internal ExitOrderRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, WatchlistScreen screen, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.screen, this.clock) = (settings, storage, ledger, screen, clock);

    /// <summary>
    /// Enters an order. It is searched when this returns; the same order sent again is answered with the one that stands. Role: exit
    /// control; audited, and the order is signed.
    /// </summary>
    public async Task<Answer<ExitOrder>> EnterAsync(OrderTerms terms, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl) is { } denied)
            return denied;
        var checkedTerms = OrderTermsRules.Check(terms, Today());
        if (!checkedTerms.Succeeded)
            return checkedTerms.Problem;
        var kept = JsonSerializer.Serialize(checkedTerms.Value, BorderJson.Default.OrderTerms);
        var entered = await ledger.WriteAsync<Answer<ExitOrder>>(
            async append =>
            {
                if (await Governed.ProblemAsync(append.Db, Topic.ExitOrders, cancellation) is { } governed)
                    return governed;
                var today = settings.LocalDay(append.Now);
                if (await append.Db.ExitOrders.AsNoTracking().Where(o => o.LiftedAt == null && o.Terms == kept).FirstOrDefaultAsync(cancellation) is { } same)
                    return Of(same, today); // The same request, sent again.
                var number = (await append.Db.ExitOrders.MaxAsync(o => (int?)o.Number, cancellation) ?? 0) + 1;
                var row = Row(Guid.CreateVersion7(append.Now), number, checkedTerms.Value, kept, append.Now, actor);
                append.ExitOrder(row);
                append.Audit(actor.Name, AuditAction.ExitOrderEntered, "exit-order", row.Id.ToString(), null, $"{OrderList.Name}/{row.Reference}: {checkedTerms.Value.Authority}, {checkedTerms.Value.AuthorityReference}");
                await OrderList.ChangeAsync(append, row, isLifted: false, actor.Name, cancellation);
                return Of(row, today);
            },
            cancellation);
        await screen.RefreshAsync(CancellationToken.None);
        return entered;
    }

    /// <summary>
    /// Asks for an order to be lifted; it stops as before until a second person agrees. Asked again it takes the place of what was asked before. Role: exit
    /// control; audited.
    /// </summary>
    /// <param name="number">The order's number.</param>
    /// <param name="authorityReference">The authority's reference for the lifting.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<ExitOrder>> AskLiftingAsync(int number, string authorityReference, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.ExitControl) ?? ReasonText.Check(reason, required: true)) is { } problem)
            return problem;
        var reference = OrderTermsRules.Trimmed(authorityReference);
        if (reference.Length == 0 || OrderTermsRules.IsBad(reference, LongestReference))
            return BorderRule.ExitOrderInvalid.Broken("authorityReference", ("field", "authorityReference"), ("value", reference.Length == 0 ? "–" : "…"));
        return await ledger.WriteAsync<Answer<ExitOrder>>(
            async append =>
            {
                if (await Governed.ProblemAsync(append.Db, Topic.ExitOrders, cancellation) is { } governed)
                    return governed;
                if (await append.Db.ExitOrders.SingleOrDefaultAsync(o => o.Number == number, cancellation) is not { } row)
                    return NotFound(number);
                if (row.LiftedAt is not null)
                    return IsLifted(row);
                if ((row.LiftReference, row.LiftReason, row.LiftAskedBy) == (reference, reason.Trim(), actor.Name))
                    return Of(row, settings.LocalDay(append.Now)); // The same request, sent again.
                (row.LiftReference, row.LiftReason, row.LiftAskedBy, row.LiftAskedAt) = (reference, reason.Trim(), actor.Name, append.Now);
                append.Audit(actor.Name, AuditAction.ExitOrderLiftingAsked, "exit-order", row.Id.ToString(), null, Asking(row));
                return Of(row, settings.LocalDay(append.Now));
            },
            cancellation);
    }

    /// <summary>
    /// Agrees that an order is lifted, as somebody else asked: from then on it stops nobody, and can never be put in force again. Where it was asked for anew since
    /// the second person looked, nothing is lifted. Roles: exit control, supervisor; audited.
    /// </summary>
    /// <param name="number">The order's number.</param>
    /// <param name="askedAt">When what is agreed to was asked for: <see cref="OrderLifting.AskedAt"/> as it was seen.</param>
    /// <param name="actor">Who agrees.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<ExitOrder>> LiftAsync(int number, DateTimeOffset askedAt, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.Supervisor) is { } denied)
            return denied;
        var lifted = await ledger.WriteAsync<Answer<ExitOrder>>(
            async append =>
            {
                if (await Governed.ProblemAsync(append.Db, Topic.ExitOrders, cancellation) is { } governed)
                    return governed;
                if (await append.Db.ExitOrders.SingleOrDefaultAsync(o => o.Number == number, cancellation) is not { } row)
                    return NotFound(number);
                var today = settings.LocalDay(append.Now);
                if (row.LiftedBy == actor.Name)
                    return Of(row, today); // The same request, sent again.
                if (row.LiftedAt is not null)
                    return IsLifted(row);
                if (row.LiftAskedBy is null)
                    return BorderRule.ExitOrderLiftingNotAsked.Broken(null, ("order", $"{number}"));
                if (row.LiftAskedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                if (row.LiftAskedAt != askedAt)
                    return BorderRule.ExitOrderLiftingChanged.Broken("askedAt", ("order", $"{number}"), ("by", row.LiftAskedBy));
                (row.LiftedBy, row.LiftedAt) = (actor.Name, append.Now);
                append.Audit(actor.Name, AuditAction.ExitOrderLifted, "exit-order", row.Id.ToString(), null, Lifting(row));
                await OrderList.ChangeAsync(append, row, isLifted: true, actor.Name, cancellation);
                return Of(row, today);
            },
            cancellation);
        await screen.RefreshAsync(CancellationToken.None);
        return lifted;
    }

    /// <summary>Orders, newest first; audited. Roles: exit control, supervisor, auditor.</summary>
    /// <param name="search">A part of the name, a number, the authority or its reference, in any case; all where empty.</param>
    /// <param name="state">Those that stand so today; all where null.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 200.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<ExitOrder>>> ListAsync(string? search, ExitOrderState? state, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        var (text, today) = (search?.Trim().ToUpperInvariant().Replace("\0", "", StringComparison.Ordinal) ?? "", Today());
        await using var db = storage.Open();
        var orders = db.ExitOrders.AsNoTracking().Where(o => text == "" || o.SearchText.Contains(text));
        orders = state switch
        {
            ExitOrderState.Lifted => orders.Where(o => o.LiftedAt != null),
            ExitOrderState.NotYetValid => orders.Where(o => o.LiftedAt == null && o.ValidFrom > today),
            ExitOrderState.Expired => orders.Where(o => o.LiftedAt == null && o.ValidTo < today),
            ExitOrderState.InForce => orders.Where(o => o.LiftedAt == null && o.ValidFrom <= today && (o.ValidTo == null || o.ValidTo >= today)),
            _ => orders,
        };
        var total = await orders.CountAsync(cancellation);
        var rows = await orders.OrderByDescending(o => o.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.ExitOrdersRead, null, null, actor.Port, text.Length == 0 ? null : text, cancellation);
        return new Page<ExitOrder>([.. rows.Select(row => Of(row, today))], total, Math.Max(0, offset));
    }

    /// <summary>One order; audited. Roles: exit control, supervisor, auditor.</summary>
    public async Task<Answer<ExitOrder>> FindAsync(int number, Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await db.ExitOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Number == number, cancellation) is not { } row)
            return NotFound(number);
        await ledger.AuditAsync(actor, AuditAction.ExitOrdersRead, "exit-order", row.Id.ToString(), actor.Port, null, cancellation);
        return Of(row, Today());
    }

    /// <summary>That a lifting is asked for, as it is signed in the audit.</summary>
    internal static string Asking(ExitOrderRow row) => $"{OrderList.Name}/{row.Reference}: {row.LiftReference}: {row.LiftReason}";

    /// <summary>A lifting as it is signed in the audit.</summary>
    internal static string Lifting(ExitOrderRow row) => $"{Asking(row)}; asked by {row.LiftAskedBy}";

    /// <summary>The rule that somebody breaks who reads orders without the role for it, or null.</summary>
    internal static Finding? Denied(Actor actor) => actor.Lacks(Roles.ExitControl, Roles.Supervisor, Roles.Auditor);

    private static Finding NotFound(int number) => BorderRule.ExitOrderNotFound.Broken(null, ("order", $"{number}"));

    private static Finding IsLifted(ExitOrderRow row) => BorderRule.ExitOrderLifted.Broken(null, ("order", row.Reference), ("by", row.LiftedBy ?? ""));

    private DateOnly Today() => settings.LocalDay(clock.GetUtcNow());

    private static ExitOrderRow Row(Guid id, int number, OrderTerms terms, string kept, DateTimeOffset now, Actor actor) => new()
    {
        Id = id,
        Number = number,
        Terms = kept,
        SearchText = string.Join(
            '\n',
            new[] { $"{OrderList.Name}/{number}", terms.Name, terms.Cnic, terms.Cnic?.Replace("-", "", StringComparison.Ordinal), terms.Authority, terms.AuthorityReference }
                .Concat(terms.Documents.Select(document => document.Number)).OfType<string>().Select(text => text.ToUpperInvariant())),
        ValidFrom = terms.ValidFrom,
        ValidTo = terms.ValidTo,
        EnteredAt = now,
        EnteredBy = actor.Name,
    };

    private static ExitOrder Of(ExitOrderRow row, DateOnly today) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Terms = row.ReadTerms(),
        State = row.LiftedAt is not null ? ExitOrderState.Lifted
            : row.ValidFrom > today ? ExitOrderState.NotYetValid
            : row.ValidTo < today ? ExitOrderState.Expired
            : ExitOrderState.InForce,
        EnteredAt = row.EnteredAt,
        EnteredBy = row.EnteredBy,
        Lifting = row.LiftAskedBy is null ? null : new OrderLifting(row.LiftReference!, row.LiftReason!, row.LiftAskedBy, row.LiftAskedAt!.Value, row.LiftedBy, row.LiftedAt),
    };
}
