using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.ExitControl;

/// <summary>How consents and clearances are kept: entered once, revoked once. Whoever calls has checked who may.</summary>
internal sealed class ExitPapers(BorderStorage storage, LedgerWriter ledger)
{
    private const int MaximumTake = 200;

    /// <summary>Keeps a paper; the same sent again is answered with the one that stands.</summary>
    public Task<ExitPaperRow> EnterAsync(Func<DateTimeOffset, ExitPaperRow> made, Actor actor, CancellationToken cancellation) => ledger.WriteAsync(
        async append =>
        {
            var row = made(append.Now);
            // The terms have no index; what follows of them has.
            if (await append.Db.ExitPapers.AsNoTracking()
                .Where(p => p.DocumentNumber == row.DocumentNumber && p.PersonalNumber == row.PersonalNumber && p.DateOfBirth == row.DateOfBirth)
                .Where(p => p.Kind == row.Kind && p.RevokedAt == null && p.Terms == row.Terms).FirstOrDefaultAsync(cancellation) is { } same)
                return same;
            append.ExitPaper(row);
            append.Audit(actor.Name, AuditAction.ExitPaperEntered, Subject(row.Kind), row.Id.ToString());
            return row;
        },
        cancellation);

    /// <summary>Takes a paper back, with a reason.</summary>
    public async Task<Answer<ExitPaperRow>> RevokeAsync(ExitPaperKind kind, Guid id, string reason, Actor actor, CancellationToken cancellation)
    {
        if (ReasonText.Check(reason, required: true) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<ExitPaperRow>>(
            async append =>
            {
                if (await append.Db.ExitPapers.SingleOrDefaultAsync(p => p.Kind == kind && p.Id == id, cancellation) is not { } row)
                    return BorderRule.ExitPaperNotFound.Broken(null, ("paper", id.ToString()));
                if (row.RevokedBy == actor.Name && row.RevokedReason == reason.Trim())
                    return row; // The same request, sent again.
                if (row.RevokedAt is not null)
                    return BorderRule.ExitPaperRevoked.Broken(null, ("by", row.RevokedBy ?? ""));
                (row.RevokedAt, row.RevokedBy, row.RevokedReason) = (append.Now, actor.Name, reason.Trim());
                append.Audit(actor.Name, AuditAction.ExitPaperRevoked, Subject(kind), row.Id.ToString(), null, row.RevokedReason);
                return row;
            },
            cancellation);
    }

    /// <summary>Papers of a kind, newest first; audited.</summary>
    public async Task<(IReadOnlyList<ExitPaperRow> Rows, int Total)> ListAsync(ExitPaperKind kind, string? search, int offset, int take, Actor actor, CancellationToken cancellation)
    {
        var text = search?.Trim().ToUpperInvariant().Replace("\0", "", StringComparison.Ordinal) ?? "";
        await using var db = storage.Open();
        var papers = db.ExitPapers.AsNoTracking().Where(p => p.Kind == kind && (text == "" || p.SearchText.Contains(text)));
        var total = await papers.CountAsync(cancellation);
        var rows = await papers.OrderByDescending(p => p.EnteredAt).ThenByDescending(p => p.Id)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.ExitPapersRead, Subject(kind), null, actor.Port, text.Length == 0 ? null : text, cancellation);
        return (rows, total);
    }

    /// <summary>What the audit calls a paper.</summary>
    internal static string Subject(ExitPaperKind kind) => kind == ExitPaperKind.Consent ? "travel-consent" : "emigration-clearance";

    /// <summary>Names, numbers and references as they are searched.</summary>
    internal static string SearchText(params IEnumerable<string?> texts) => string.Join('\n', texts.OfType<string>().Where(text => text.Length > 0).Select(text => text.ToUpperInvariant()));

    internal static Finding Invalid(string field, string value) =>
        BorderRule.ExitPaperInvalid.Broken(field, ("field", field), ("value", value.Length == 0 ? "–" : value.Length > 60 ? value[..60] + "…" : value));
}
