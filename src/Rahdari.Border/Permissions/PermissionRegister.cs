using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Permissions;

/// <summary>Visas and permits: recorded as their authorities issue them, revoked, read. Every read of a person is audited. Thread-safe.</summary>
public sealed class PermissionRegister
{
    private const int MaximumTake = 200;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly EntryRulesInForce rules;
    private readonly TimeProvider clock;

    internal PermissionRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, EntryRulesInForce rules, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.rules, this.clock) = (settings, storage, ledger, rules, clock);

    /// <summary>
    /// Records what an authority issued. The same again gives the same answer, so that it is safe to send again; another under a number that is taken is refused.
    /// Role: visa officer; audited.
    /// </summary>
    public async Task<Answer<Permission>> IssueAsync(IssuedPermission issued, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.VisaOfficer) ?? PermissionCheck.Problem(issued)) is { } problem)
            return problem;
        return await ledger.WriteAsync(
            async append => (await RecordAsync(append, issued, await ClassesAsync(append, cancellation), actor, cancellation)).Answer,
            cancellation);
    }

    /// <summary>The codes of the classes of which a permission may be: those that are issued, not those for which the nationality is enough.</summary>
    internal async Task<IReadOnlySet<string>> ClassesAsync(LedgerAppend append, CancellationToken cancellation) =>
        (await rules.ReadAsync(append.Db, cancellation)).Classes.Where(c => c.Issued).Select(c => c.Code).ToHashSet();

    /// <summary>Records what was checked already; false beside the answer where it had been recorded before, or cannot be.</summary>
    internal static async Task<(Answer<Permission> Answer, bool IsNew)> RecordAsync(
        LedgerAppend append, IssuedPermission issued, IReadOnlySet<string> classes, Actor actor, CancellationToken cancellation)
    {
        if (!classes.Contains(issued.Class))
            return (BorderRule.PermissionInvalid.Broken("class", ("field", "class"), ("value", issued.Class)), false);
        var row = Row(issued, append, actor);
        // What the same unit recorded before is not in the database yet.
        var known = append.Db.Permissions.Local.FirstOrDefault(p => p.Authority == row.Authority && p.Number == row.Number)
            ?? await append.Db.Permissions.OrderBy(p => p.Node != row.Node).FirstOrDefaultAsync(p => p.Authority == row.Authority && p.Number == row.Number, cancellation);
        if (known is not null)
            return (IsSame(known, row) ? known.Read() : BorderRule.PermissionNumberTaken.Broken("number", ("authority", row.Authority), ("number", row.Number)), false);
        row.Sequence = await PublishedPermissions.NextAsync(append, cancellation);
        append.Permission(row);
        append.Audit(actor.Name, AuditAction.PermissionIssued, "permission", row.Id.ToString(), null, $"{row.Class} {row.Number}");
        return (row.Read(), true);
    }

    /// <summary>Revokes a permission: from now on nobody enters by it. Role: visa officer; with a reason; audited.</summary>
    public async Task<Answer<Permission>> RevokeAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.VisaOfficer) ?? ReasonText.Check(reason, required: true)) is { } problem)
            return problem;
        return await ledger.WriteAsync<Answer<Permission>>(
            async append =>
            {
                if (await append.Db.Permissions.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } row)
                    return NotFound(id);
                if (row.Node != append.Node)
                    return Governed.Broken(Topic.Permissions, row.Node);
                if (row.RevokedAt is not null)
                    return row.RevokedBy == actor.Name && row.RevokedReason == reason.Trim() ? row.Read() : BorderRule.PermissionAlreadyRevoked.Broken(null, ("by", row.RevokedBy ?? ""));
                (row.RevokedAt, row.RevokedBy, row.RevokedReason, row.Sequence) = (append.Now, actor.Name, reason.Trim(), await PublishedPermissions.NextAsync(append, cancellation));
                append.Audit(actor.Name, AuditAction.PermissionRevoked, "permission", row.Id.ToString(), null, row.RevokedReason);
                return row.Read();
            },
            cancellation);
    }

    /// <summary>Permissions, newest first; audited. Roles: visa officer, supervisor, auditor.</summary>
    /// <param name="search">A number of a permission or a document, or a surname, each from its beginning on; all where empty.</param>
    /// <param name="standing">True for those by which somebody may enter today or later, false for the others; null for all.</param>
    /// <param name="offset">How many come before the page.</param>
    /// <param name="take">How many; at most 200.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<Page<Permission>>> ListAsync(string? search, bool? standing, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var (text, today) = (search?.Trim().ToUpperInvariant() ?? "", settings.LocalDay(clock.GetUtcNow()));
        await using var db = storage.Open();
        var found = db.Permissions.AsNoTracking();
        if (text.Length > 0 && EntryFindings.AsRead(text) is var asRead)
            found = found.Where(p => (asRead != "" && (p.NumberAsRead.StartsWith(asRead) || p.DocumentNumber.StartsWith(asRead))) || p.PrimaryIdentifier.StartsWith(text));
        if (standing is { } stands)
            found = found.Where(p => (p.RevokedAt == null && p.ValidUntil >= today) == stands);
        var total = await found.CountAsync(cancellation);
        var rows = await found.OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.PermissionsRead, null, null, actor.Port, text.Length == 0 ? null : text, cancellation);
        return new Page<Permission>([.. rows.Select(row => row.Read())], total, Math.Max(0, offset));
    }

    /// <summary>One permission; audited. Roles: visa officer, officer, supervisor, auditor.</summary>
    public async Task<Answer<Permission>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await db.Permissions.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } row)
            return NotFound(id);
        await ledger.AuditAsync(actor, AuditAction.PermissionsRead, "permission", id.ToString(), actor.Port, null, cancellation);
        return row.Read();
    }

    private static PermissionRow Row(IssuedPermission issued, LedgerAppend append, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(append.Now),
        Node = append.Node,
        Authority = issued.Authority.Trim(),
        // A number does not change with the case in which somebody writes it, and a zone has none but capitals.
        Number = issued.Number.Trim().ToUpperInvariant(),
        NumberAsRead = EntryFindings.AsRead(issued.Number),
        Class = issued.Class,
        IssuingState = issued.IssuingState,
        DocumentNumber = issued.DocumentNumber,
        Nationality = issued.Nationality,
        PrimaryIdentifier = issued.PrimaryIdentifier.Trim().ToUpperInvariant(),
        SecondaryIdentifier = issued.SecondaryIdentifier.Trim().ToUpperInvariant(),
        DateOfBirth = issued.DateOfBirth,
        ValidFrom = issued.ValidFrom,
        ValidUntil = issued.ValidUntil,
        Entries = issued.Entries,
        StayDays = issued.StayDays,
        Ports = string.Join(' ', issued.Ports ?? []),
        RecordedAt = append.Now,
        RecordedBy = actor.Name,
    };

    private static bool IsSame(PermissionRow known, PermissionRow other) =>
        (known.Class, known.IssuingState, known.DocumentNumber, known.Nationality, known.PrimaryIdentifier, known.SecondaryIdentifier, known.DateOfBirth)
            == (other.Class, other.IssuingState, other.DocumentNumber, other.Nationality, other.PrimaryIdentifier, other.SecondaryIdentifier, other.DateOfBirth)
        && (known.ValidFrom, known.ValidUntil, known.Entries, known.StayDays, known.Ports) == (other.ValidFrom, other.ValidUntil, other.Entries, other.StayDays, other.Ports);

    private static Finding NotFound(Guid id) => BorderRule.PermissionNotFound.Broken(null, ("permission", id.ToString()));
}
