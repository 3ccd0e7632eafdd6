using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Distribution;

/// <summary>
/// Brings the permissions and extensions that headquarters recorded into the tables in which the counters look, in one transaction, whose content is hashed and compared before it is committed. What was
/// recorded here stays beside them.
/// </summary>
/// <remarks>The counters wait for that transaction: a port that takes its first snapshot of very many waits once, for as long as they take to be written and read.</remarks>
internal sealed class ReceivedPermissions(LedgerWriter ledger, SiteSettings settings, UpdateTerms terms, IProgress<double>? progress, CancellationToken cancellation)
{
    private const int RowsAtOnce = 500;

    /// <param name="open">Opens the update, unpacked, from its beginning; a transaction may be run again.</param>
    /// <param name="follow">What else changes in the transaction, told what this changed.</param>
    /// <returns>Why it does not come into force; null where it did.</returns>
    public async Task<Finding?> ApplyAsync(Func<Stream> open, Func<LedgerAppend, string, Task> follow)
    {
        try
        {
            await ledger.WriteAsync(
                async append =>
                {
                    await using var content = open();
                    var lines = new UpdateLines(content, terms.Size);
                    var rows = await WriteAsync(append.Db, lines);
                    if (lines.Problem is { } problem)
                        throw new RefusedException(problem);
                    if (await PublishedPermissions.HashAsync(append.Db, terms.Node, cancellation) != terms.ContentHash)
                        throw new RefusedException(BorderRule.PublishedDiffers.Broken("contentHash", ("topic", terms.Topic), ("version", $"{terms.To}")));
                    await follow(append, $"{rows} recorded or revoked");
                    progress?.Report(1);
                    cancellation.ThrowIfCancellationRequested();
                    return true;
                },
                cancellation);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Problem;
        }
    }

    private async Task<long> WriteAsync(BorderContext db, UpdateLines lines)
    {
        if (await NextAsync(lines, heading: true) is not { Sequence: var version, Permission: null, Extension: null } || version != terms.To)
        {
            lines.Fail("heading");
            return 0;
        }
        if (terms.IsSnapshot)
        {
            await db.Permissions.Where(p => p.Node == terms.Node).ExecuteDeleteAsync(cancellation);
            await db.StayExtensions.Where(x => x.Node == terms.Node).ExecuteDeleteAsync(cancellation);
        }
        var (permissions, extensions, rows) = (new Dictionary<Guid, PermissionRow>(), new Dictionary<Guid, StayExtensionRow>(), 0L);
        while (await NextAsync(lines, heading: false) is { } line)
        {
            var isNew = line switch
            {
                { Permission: { } permission, Extension: null } => IsOf(permission.Node, line.Sequence) && IsWhole(permission) && permissions.TryAdd(permission.Id, Row(permission, line.Sequence)),
                { Permission: null, Extension: { } extension } => IsOf(extension.Node, line.Sequence) && IsWhole(extension) && extensions.TryAdd(extension.Id, Row(extension, line.Sequence)),
                _ => false,
            };
            if (!isNew)
                lines.Fail("permission");
            rows++;
            if (permissions.Count + extensions.Count < RowsAtOnce)
                continue;
            await SaveAsync(db, permissions, extensions);
            progress?.Report(Math.Min(0.99, (double)lines.Read / terms.Size));
        }
        if (lines.Problem is null)
            await SaveAsync(db, permissions, extensions);
        return rows;
    }

    private async Task SaveAsync(BorderContext db, Dictionary<Guid, PermissionRow> permissions, Dictionary<Guid, StayExtensionRow> extensions)
    {
        Guid[] ids = [.. permissions.Keys, .. extensions.Keys];
        await db.Permissions.Where(p => p.Node == terms.Node && ids.Contains(p.Id)).ExecuteDeleteAsync(cancellation);
        await db.StayExtensions.Where(x => x.Node == terms.Node && ids.Contains(x.Id)).ExecuteDeleteAsync(cancellation);
        await BulkRows.InsertAsync(db, [.. permissions.Values], cancellation);
        await BulkRows.InsertAsync(db, [.. extensions.Values], cancellation);
        permissions.Clear();
        extensions.Clear();
    }

    private async Task<PublishedPermission?> NextAsync(UpdateLines lines, bool heading)
    {
        if (await lines.NextAsync(cancellation) is not { } line)
            return null;
        if (!heading && (line.Length == 0 || line.Span[0] != TopicLines.Come))
        {
            lines.Fail("permission");
            return null;
        }
        try
        {
            var row = JsonSerializer.Deserialize(line.Span[(heading ? 0 : 1)..], BorderJson.Default.PublishedPermission);
            if (row is null)
                lines.Fail("permission");
            return row;
        }
        catch (JsonException)
        {
            lines.Fail("permission");
            return null;
        }
    }

    private bool IsOf(string node, long sequence) => node == terms.Node && sequence > terms.From && sequence <= terms.To;

    private static bool IsWhole(Permission permission) =>
        permission is { RecordedBy: not null, Ports: not null } && IsText(permission.RecordedBy, permission.RevokedBy, permission.RevokedReason)
        && PermissionCheck.Problem(new IssuedPermission(
            permission.Authority,
            permission.Number,
            permission.Class,
            permission.IssuingState,
            permission.DocumentNumber,
            permission.Nationality,
            permission.PrimaryIdentifier,
            permission.SecondaryIdentifier,
            permission.DateOfBirth,
            permission.ValidFrom,
            permission.ValidUntil,
            permission.Entries,
            permission.StayDays,
            permission.Ports)) is null;

    private static bool IsWhole(StayExtension extension) =>
        extension is { RecordedBy: not null, DecidedOn.Year: > 1900 and < 2200 } && IsText(extension.RecordedBy, extension.RevokedBy, extension.RevokedReason)
        && PermissionCheck.Problem(new GrantedExtension(
            extension.Authority, extension.Reference, extension.IssuingState, extension.DocumentNumber, extension.DecidedOn, extension.Until, extension.LegalBasis)) is null;

    /// <summary>PostgreSQL's text cannot hold it.</summary>
    private static bool IsText(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Contains('\0', StringComparison.Ordinal) == true)
                return false;
        }
        return true;
    }

    private static PermissionRow Row(Permission permission, long sequence) => new()
    {
        Id = permission.Id,
        Node = permission.Node,
        Authority = permission.Authority,
        Number = permission.Number,
        NumberAsRead = EntryFindings.AsRead(permission.Number),
        Class = permission.Class,
        IssuingState = permission.IssuingState,
        DocumentNumber = permission.DocumentNumber,
        Nationality = permission.Nationality,
        PrimaryIdentifier = permission.PrimaryIdentifier,
        SecondaryIdentifier = permission.SecondaryIdentifier,
        DateOfBirth = permission.DateOfBirth,
        ValidFrom = permission.ValidFrom,
        ValidUntil = permission.ValidUntil,
        Entries = permission.Entries,
        StayDays = permission.StayDays,
        Ports = string.Join(' ', permission.Ports),
        RecordedAt = permission.RecordedAt.ToUniversalTime(),
        RecordedBy = permission.RecordedBy,
        RevokedAt = permission.RevokedAt?.ToUniversalTime(),
        RevokedBy = permission.RevokedBy,
        RevokedReason = permission.RevokedReason,
        Sequence = sequence,
    };

    private StayExtensionRow Row(StayExtension extension, long sequence) => new()
    {
        Id = extension.Id,
        Node = extension.Node,
        Authority = extension.Authority,
        Reference = extension.Reference,
        IssuingState = extension.IssuingState,
        DocumentNumber = extension.DocumentNumber,
        DecidedOn = extension.DecidedOn,
        DecidedBefore = settings.StartOf(extension.DecidedOn.AddDays(1)),
        Until = extension.Until,
        LegalBasis = extension.LegalBasis,
        RecordedAt = extension.RecordedAt.ToUniversalTime(),
        RecordedBy = extension.RecordedBy,
        RevokedAt = extension.RevokedAt?.ToUniversalTime(),
        RevokedBy = extension.RevokedBy,
        RevokedReason = extension.RevokedReason,
        Sequence = sequence,
    };

    /// <summary>Takes back the transaction.</summary>
    private sealed class RefusedException(Finding problem) : Exception
    {
        public Finding Problem => problem;
    }
}
