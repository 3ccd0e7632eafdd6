using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Permissions;

/// <summary>Extensions of stays: recorded as other agencies grant them, revoked, read. Every read of a person is audited. Thread-safe.</summary>
public sealed class ExtensionRegister
{
    private const int MaximumTake = 200;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal ExtensionRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger) => (this.settings, this.storage, this.ledger) = (settings, storage, ledger);

    /// <summary>
    /// Records an extension. The same again gives the same answer; another under a reference that is taken is refused. It may reach this site before the entry that it
    /// lengthens. Role: visa officer; audited.
    /// </summary>
    public async Task<Answer<StayExtension>> GrantAsync(GrantedExtension granted, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.VisaOfficer) ?? PermissionCheck.Problem(granted)) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<StayExtension>>(
            async append =>
            {
                // What is dated ahead would lengthen a stay that has not begun.
                if (granted.DecidedOn > settings.LocalDay(append.Now))
                    return BorderRule.PermissionInvalid.Broken("decidedOn", ("field", "decidedOn"), ("value", $"{granted.DecidedOn:yyyy-MM-dd}"));
                var row = Row(granted, append, actor);
                var known = await append.Db.StayExtensions.OrderBy(x => x.Node != row.Node).FirstOrDefaultAsync(x => x.Authority == row.Authority && x.Reference == row.Reference, cancellation);
                if (known is not null)
                    return IsSame(known, row) ? known.Read() : BorderRule.ExtensionReferenceTaken.Broken("reference", ("authority", row.Authority), ("reference", row.Reference));
                row.Sequence = await PublishedPermissions.NextAsync(append, cancellation);
                append.StayExtension(row);
                append.Audit(actor.Name, AuditAction.ExtensionGranted, "extension", row.Id.ToString(), null, $"{row.Reference}: {row.Until:yyyy-MM-dd}");
                return row.Read();
            },
            cancellation);
    }

    /// <summary>Revokes an extension: the stay ends when it would have without it. Role: visa officer; with a reason; audited.</summary>
    public async Task<Answer<StayExtension>> RevokeAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.VisaOfficer) ?? ReasonText.Check(reason, required: true)) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<StayExtension>>(
            async append =>
            {
                if (await append.Db.StayExtensions.SingleOrDefaultAsync(x => x.Id == id, cancellation) is not { } row)
                    return BorderRule.ExtensionNotFound.Broken(null, ("extension", id.ToString()));
                if (row.Node != append.Node)
                    return Governed.Broken(Topic.Permissions, row.Node);
                if (row.RevokedAt is not null)
                    return row.RevokedBy == actor.Name && row.RevokedReason == reason.Trim() ? row.Read() : BorderRule.ExtensionAlreadyRevoked.Broken(null, ("by", row.RevokedBy ?? ""));
                (row.RevokedAt, row.RevokedBy, row.RevokedReason, row.Sequence) = (append.Now, actor.Name, reason.Trim(), await PublishedPermissions.NextAsync(append, cancellation));
                append.Audit(actor.Name, AuditAction.ExtensionRevoked, "extension", row.Id.ToString(), null, row.RevokedReason);
                return row.Read();
            },
            cancellation);
    }

    /// <summary>Extensions, newest first; audited. Roles: visa officer, supervisor, auditor.</summary>
    /// <param name="search">A reference or a document's number, from its beginning on; all where empty.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 200.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<StayExtension>>> ListAsync(string? search, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var text = search?.Trim() ?? "";
        await using var db = storage.Open();
        var found = db.StayExtensions.AsNoTracking();
        if (text.Length > 0 && text.ToUpperInvariant() is var number)
            found = found.Where(x => x.Reference.StartsWith(text) || x.DocumentNumber.StartsWith(number));
        var total = await found.CountAsync(cancellation);
        var rows = await found.OrderByDescending(x => x.RecordedAt).ThenByDescending(x => x.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.ExtensionsRead, null, null, actor.Port, text.Length == 0 ? null : text, cancellation);
        return new Page<StayExtension>([.. rows.Select(row => row.Read())], total, Math.Max(0, offset));
    }

    /// <summary>One extension; audited. Roles: visa officer, supervisor, auditor.</summary>
    public async Task<Answer<StayExtension>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await db.StayExtensions.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellation) is not { } row)
            return BorderRule.ExtensionNotFound.Broken(null, ("extension", id.ToString()));
        await ledger.AuditAsync(actor, AuditAction.ExtensionsRead, "extension", id.ToString(), actor.Port, null, cancellation);
        return row.Read();
    }

    private StayExtensionRow Row(GrantedExtension granted, LedgerAppend append, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(append.Now),
        Node = append.Node,
        Authority = granted.Authority.Trim(),
        Reference = granted.Reference.Trim(),
        IssuingState = granted.IssuingState,
        DocumentNumber = granted.DocumentNumber,
        DecidedOn = granted.DecidedOn,
        DecidedBefore = settings.StartOf(granted.DecidedOn.AddDays(1)),
        Until = granted.Until,
        LegalBasis = granted.LegalBasis.Trim(),
        RecordedAt = append.Now,
        RecordedBy = actor.Name,
    };

    private static bool IsSame(StayExtensionRow known, StayExtensionRow other) =>
        (known.IssuingState, known.DocumentNumber, known.DecidedOn, known.Until, known.LegalBasis) == (other.IssuingState, other.DocumentNumber, other.DecidedOn, other.Until, other.LegalBasis);
}
