using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Retention;

/// <summary>The legal holds. A hold stands from the moment that it is placed; it is lifted once a second person agrees. Every read and change is audited. Thread-safe.</summary>
public sealed class HoldRegister
{
    private const int MaximumTake = 200;
    private const int MostTravellers = 200;
    private const int LongestAuthority = 200;
    private const int LongestReference = 500;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal HoldRegister(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>Places a hold; the same one sent again is answered with the one that stands. Role: administrator; audited, and the hold is signed.</summary>
    public async Task<Answer<LegalHold>> PlaceAsync(HoldTerms terms, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Administrator) ?? ReasonText.Check(terms.Reason, required: true) ?? Wrong(terms)) is { } problem)
            return problem;
        var kept = terms with { Authority = terms.Authority.Trim(), AuthorityReference = terms.AuthorityReference.Trim(), Reason = terms.Reason.Trim(), Travellers = [.. terms.Travellers.Distinct()] };
        var content = JsonSerializer.Serialize(kept, BorderJson.Default.HoldTerms);
        return await ledger.WriteAsync<Answer<LegalHold>>(
            async append =>
            {
                var db = append.Db;
                if (await db.LegalHolds.AsNoTracking().FirstOrDefaultAsync(h => h.LiftedAt == null && h.Terms == content, cancellation) is { } same)
                    return same.Read(); // The same request, sent again.
                Guid[] named = [.. kept.Travellers];
                var known = await db.Travellers.Where(t => named.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellation);
                if (named.Except(known).ToArray() is [var unknown, ..])
                    return BorderRule.HoldOfUnknown.Broken("travellers", ("what", unknown.ToString()));
                if (kept.ExitOrder is { } order && !await db.ExitOrders.AnyAsync(o => o.Number == order, cancellation))
                    return BorderRule.HoldOfUnknown.Broken("exitOrder", ("what", $"{order}"));
                var row = new HoldRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Number = (await db.LegalHolds.MaxAsync(h => (int?)h.Number, cancellation) ?? 0) + 1,
                    Terms = content,
                    PlacedAt = append.Now,
                    PlacedBy = actor.Name,
                };
                append.Hold(row);
                append.Audit(actor.Name, AuditAction.HoldPlaced, "hold", row.Id.ToString(), null, $"{row.Number}: {kept.Authority}, {kept.AuthorityReference}");
                return row.Read();
            },
            cancellation);
    }

    /// <summary>Asks for a hold to be lifted; it stands until a second person agrees. Asked again it takes the place of what was asked before. Role: administrator; audited.</summary>
    /// <param name="number">The hold's number.</param>
    /// <param name="authorityReference">The authority's reference for the lifting.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<LegalHold>> AskLiftingAsync(int number, string authorityReference, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Administrator) ?? ReasonText.Check(reason, required: true) ?? Wrong("authorityReference", authorityReference, LongestReference)) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<LegalHold>>(
            async append =>
            {
                if (await append.Db.LegalHolds.SingleOrDefaultAsync(h => h.Number == number, cancellation) is not { } row)
                    return NotFound(number);
                if (row.LiftedAt is not null)
                    return IsLifted(row);
                if ((row.LiftReference, row.LiftReason, row.LiftAskedBy) == (authorityReference.Trim(), reason.Trim(), actor.Name))
                    return row.Read(); // The same request, sent again.
                (row.LiftReference, row.LiftReason, row.LiftAskedBy, row.LiftAskedAt) = (authorityReference.Trim(), reason.Trim(), actor.Name, append.Now);
                append.Audit(actor.Name, AuditAction.HoldLiftingAsked, "hold", row.Id.ToString(), null, Asking(row));
                return row.Read();
            },
            cancellation);
    }

    /// <summary>
    /// Agrees that a hold is lifted, as somebody else asked: from then on it keeps nothing. Where it was asked for anew since the second person looked, nothing is
    /// lifted. Roles: administrator, supervisor; audited.
    /// </summary>
    /// <param name="number">The hold's number.</param>
    /// <param name="askedAt">When what is agreed to was asked for: <see cref="HoldLifting.AskedAt"/> as it was seen.</param>
    /// <param name="actor">Who agrees.</param>
    /// <param name="cancellation">Stops before anything is recorded.</param>
    public async Task<Answer<LegalHold>> LiftAsync(int number, DateTimeOffset askedAt, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Supervisor) is { } denied)
            return denied;
        return await ledger.WriteAsync<Answer<LegalHold>>(
            async append =>
            {
                if (await append.Db.LegalHolds.SingleOrDefaultAsync(h => h.Number == number, cancellation) is not { } row)
                    return NotFound(number);
                if (row.LiftedBy == actor.Name)
                    return row.Read(); // The same request, sent again.
                if (row.LiftedAt is not null)
                    return IsLifted(row);
                if (row.LiftAskedBy is null)
                    return BorderRule.HoldLiftingNotAsked.Broken(null, ("hold", $"{number}"));
                if (row.LiftAskedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                if (row.LiftAskedAt != askedAt)
                    return BorderRule.HoldLiftingChanged.Broken("askedAt", ("hold", $"{number}"), ("by", row.LiftAskedBy));
                (row.LiftedBy, row.LiftedAt) = (actor.Name, append.Now);
                append.Audit(actor.Name, AuditAction.HoldLifted, "hold", row.Id.ToString(), null, Lifting(row));
                return row.Read();
            },
            cancellation);
    }

    /// <summary>Holds, newest first, those that stand before those that were lifted; audited. Roles: administrator, supervisor, auditor.</summary>
    public async Task<Answer<Page<LegalHold>>> ListAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var total = await db.LegalHolds.CountAsync(cancellation);
        var rows = await db.LegalHolds.AsNoTracking().OrderBy(h => h.LiftedAt != null).ThenByDescending(h => h.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.HoldsRead, null, null, actor.Port, null, cancellation);
        return new Page<LegalHold>([.. rows.Select(row => row.Read())], total, Math.Max(0, offset));
    }

    /// <summary>One hold; audited. Roles: administrator, supervisor, auditor.</summary>
    public async Task<Answer<LegalHold>> FindAsync(int number, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await db.LegalHolds.AsNoTracking().SingleOrDefaultAsync(h => h.Number == number, cancellation) is not { } row)
            return NotFound(number);
        await ledger.AuditAsync(actor, AuditAction.HoldsRead, "hold", row.Id.ToString(), actor.Port, null, cancellation);
        return row.Read();
    }

    /// <summary>That a lifting is asked for, as it is signed in the audit.</summary>
    internal static string Asking(HoldRow row) => $"{row.Number}: {row.LiftReference}: {row.LiftReason}";

    /// <summary>A lifting as it is signed in the audit.</summary>
    internal static string Lifting(HoldRow row) => $"{Asking(row)}; asked by {row.LiftAskedBy}";

    private static Finding? Wrong(HoldTerms terms)
    {
        if ((Wrong("authority", terms.Authority, LongestAuthority) ?? Wrong("authorityReference", terms.AuthorityReference, LongestReference)) is { } wrong)
            return wrong;
        if (terms.Travellers is null || terms.Travellers.Count > MostTravellers || (terms.Travellers.Count == 0 && terms.ExitOrder is null))
            return Invalid("travellers", $"{terms.Travellers?.Count ?? 0}");
        return null;
    }

    private static Finding? Wrong(string field, string? text, int longest) => string.IsNullOrWhiteSpace(text) ? Invalid(field, "–")
        : text.Trim().Length > longest || text.Any(char.IsControl) ? Invalid(field, "…") : null;

    private static Finding Invalid(string field, string value) => BorderRule.HoldInvalid.Broken(field, ("field", field), ("value", value));

    private static Finding NotFound(int number) => BorderRule.HoldNotFound.Broken(null, ("hold", $"{number}"));

    private static Finding IsLifted(HoldRow row) => BorderRule.HoldLifted.Broken(null, ("hold", $"{row.Number}"), ("by", row.LiftedBy ?? ""));
}
