using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Distribution;

/// <summary>
/// The permissions and extensions that headquarters recorded, as they are now. Each bears the number of its latest change, so that what was added or revoked since a number is what has a higher one; a
/// topic's version is the highest.
/// </summary>
internal static class PublishedPermissions
{
    /// <summary>The version of what a node recorded, and how many rows that are; null where it never recorded any.</summary>
    public static async Task<(long Version, long Rows)?> StateAsync(BorderContext db, string node, CancellationToken cancellation)
    {
        var permissions = db.Permissions.Where(p => p.Node == node);
        var extensions = db.StayExtensions.Where(x => x.Node == node);
        var version = Math.Max(await permissions.MaxAsync(p => (long?)p.Sequence, cancellation) ?? 0, await extensions.MaxAsync(x => (long?)x.Sequence, cancellation) ?? 0);
        return version == 0 ? null : (version, await permissions.LongCountAsync(cancellation) + await extensions.LongCountAsync(cancellation));
    }

    /// <summary>The number of the next change at this node; the rows of its unit bear it once it is committed.</summary>
    public static async Task<long> NextAsync(LedgerAppend append, CancellationToken cancellation)
    {
        var notes = append.Db.Notes;
        // Nobody else writes in this transaction, and what its earlier units wrote is counted in the notes.
        var last = notes?.LastPermission ?? (await StateAsync(append.Db, append.Node, cancellation))?.Version ?? 0;
        if (notes is not null)
            notes.LastPermission = last + 1;
        return last + 1;
    }

    public static async Task<string> HashAsync(BorderContext db, string node, CancellationToken cancellation)
    {
        var digest = new ContentDigest();
        await foreach (var row in RowsAsync(db, node, 0, cancellation))
            digest.Add(JsonSerializer.Serialize(row, BorderJson.Default.PublishedPermission));
        return digest.Hash();
    }

    public static async Task<TopicLines> LinesAsync(BorderContext db, string node, long version, long from, CancellationToken cancellation)
    {
        // A row that was changed is sent whole, so that what changed is never more than everything.
        var isSnapshot = from <= 0 || from > version
            || (!await db.Permissions.AnyAsync(p => p.Node == node && p.Sequence <= from, cancellation) && !await db.StayExtensions.AnyAsync(x => x.Node == node && x.Sequence <= from, cancellation));
        return new TopicLines(isSnapshot ? 0 : from, ReadAsync(db, node, version, isSnapshot ? 0 : from, cancellation));
    }

    private static async IAsyncEnumerable<string> ReadAsync(BorderContext db, string node, long version, long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return JsonSerializer.Serialize(new PublishedPermission(version, null, null), BorderJson.Default.PublishedPermission);
        await foreach (var row in RowsAsync(db, node, from, cancellation))
            yield return TopicLines.Come + JsonSerializer.Serialize(row, BorderJson.Default.PublishedPermission);
    }

    private static async IAsyncEnumerable<PublishedPermission> RowsAsync(BorderContext db, string node, long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in db.Permissions.AsNoTracking().Where(p => p.Node == node && p.Sequence > from).OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return new PublishedPermission(row.Sequence, row.Read(), null);
        await foreach (var row in db.StayExtensions.AsNoTracking().Where(x => x.Node == node && x.Sequence > from).OrderBy(x => x.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return new PublishedPermission(row.Sequence, null, row.Read());
    }
}

/// <summary>A permission or an extension as it is published; of the heading neither.</summary>
/// <param name="Sequence">The number of its latest change; of the heading the version.</param>
/// <param name="Permission">Or null.</param>
/// <param name="Extension">Or null.</param>
internal sealed record PublishedPermission(long Sequence, Permission? Permission, StayExtension? Extension);
