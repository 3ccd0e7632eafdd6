using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Distribution;

/// <summary>
/// What headquarters publishes, for whatever carries it to the ports: the signed catalogue, and for a port that holds a version what leads from there to the one in force. The node's own link calls
/// this for a port that it knows; no user reaches it. Thread-safe.
/// </summary>
public sealed class PublishedTopics
{
    private readonly SiteFolder site;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, (HashedState State, string Hash)> hashes = new(StringComparer.Ordinal);

    internal PublishedTopics(SiteFolder site, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) => (this.site, this.storage, this.ledger, this.clock) = (site, storage, ledger, clock);

    /// <summary>
    /// The catalogue of what is in force, signed by this node's ledger key: <see cref="Catalogue.Read"/> reads it. It is of nobody and may be announced to all. Null at a headquarters that was restored from a
    /// backup and has not begun anew (<see cref="PublishedSeries"/>).
    /// </summary>
    public async Task<byte[]?> CatalogueAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        await using var transaction = await db.BeginSnapshotAsync(cancellation);
        if (await PublishedSeries.OfAsync(db, site.Settings.Node, cancellation) is not { } series)
            return null;
        var topics = new List<PublishedTopic>();
        foreach (var version in await WatchlistRegister.InForceAsync(db, cancellation))
            topics.Add(await OfListAsync(db, version, cancellation));
        foreach (var topic in PublishedDocuments.Topics)
        {
            if (await PublishedDocuments.OwnAsync(db, topic, cancellation) is var (version, content))
                topics.Add(new PublishedTopic(topic.Name, version, ContentDigest.Of(content)));
        }
        if (await OfPermissionsAsync(db, cancellation) is { } permissions)
            topics.Add(permissions);
        using var key = site.OpenKey();
        return Catalogue.Of(site.Settings, series, Instants.Now(clock), topics).Signed(key);
    }

    /// <summary>
    /// What leads from a version of a topic to the one in force: what changed, or everything, whichever has less to say. It is audited that it is sent. Dispose of it once its parts are sent; where a port asks
    /// again, the same content is cut into the same parts, so that it need not be sent what it has.
    /// </summary>
    /// <param name="topic">The <see cref="Topic"/>'s name.</param>
    /// <param name="from">The version that the port holds; 0 where it holds none, or none that helps.</param>
    /// <param name="port">The node that asks.</param>
    /// <param name="cancellation">Stops the work; nothing is left.</param>
    public async Task<Answer<PublishedUpdate>> OpenAsync(string topic, long from, string port, CancellationToken cancellation = default)
    {
        if (Topic.Parse(topic) is not { } known)
            return Unknown(topic);
        await using var db = storage.Open();
        await using var transaction = await db.BeginSnapshotAsync(cancellation);
        if (await PublishedSeries.OfAsync(db, site.Settings.Node, cancellation) is not { } series || await LinesAsync(db, known, from, cancellation) is not var (published, lines))
            return Unknown(topic);
        if (published.Version == from)
            return BorderRule.PublishedNothingNewer.Broken("from", ("topic", topic), ("version", $"{from}"));
        var written = await PublishedUpdate.WriteAsync(site, series, known, lines, published, cancellation);
        if (written.Value is not { } update)
            return written;
        await ledger.WriteAsync(
            append =>
            {
                append.Audit(port, AuditAction.TopicSent, "topic", topic, null, $"{update.Terms.From} to {update.Terms.To}: {update.Terms.Length} bytes");
                return Task.FromResult(true);
            },
            cancellation);
        return update;
    }

    private async Task<(PublishedTopic Published, TopicLines Lines)?> LinesAsync(BorderContext db, Topic topic, long from, CancellationToken cancellation)
    {
        if (topic.Kind == TopicKind.List)
        {
            var inForce = await db.WatchlistVersions.AsNoTracking().Where(v => v.List == topic.List).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
            return inForce is null ? null : (await OfListAsync(db, inForce, cancellation), await PublishedEntries.LinesAsync(db, inForce, from, cancellation));
        }
        if (topic.Kind == TopicKind.Permissions)
        {
            return await OfPermissionsAsync(db, cancellation) is { } published
                ? (published, await PublishedPermissions.LinesAsync(db, site.Settings.Node, published.Version, from, cancellation))
                : null;
        }
        return await PublishedDocuments.OwnAsync(db, topic, cancellation) is var (version, content)
            ? (new PublishedTopic(topic.Name, version, ContentDigest.Of(content)), new TopicLines(0, new[] { content }.ToAsyncEnumerable()))
            : null;
    }

    private async Task<PublishedTopic?> OfPermissionsAsync(BorderContext db, CancellationToken cancellation)
    {
        var node = site.Settings.Node;
        if (await PublishedPermissions.StateAsync(db, node, cancellation) is not var (version, rows))
            return null;
        return new PublishedTopic(Topic.Permissions.Name, version, await HashedAsync(Topic.Permissions.Name, new HashedState(version, rows), () => PublishedPermissions.HashAsync(db, node, cancellation)));
    }

    private async Task<PublishedTopic> OfListAsync(BorderContext db, WatchlistVersion version, CancellationToken cancellation)
    {
        var name = Topic.OfList(version.List)!.Name;
        var hash = await HashedAsync(name, new HashedState(version.Number, version.Entries), async () => (await PublishedEntries.HashAsync(db, version.List, version.Number, cancellation)).Hash);
        return new PublishedTopic(name, version.Number, hash);
    }

    /// <summary>A version does not change: what was hashed once need not be read again.</summary>
    private async Task<string> HashedAsync(string name, HashedState state, Func<Task<string>> hash)
    {
        if (hashes.TryGetValue(name, out var known) && known.State == state)
            return known.Hash;
        var now = await hash();
        hashes[name] = (state, now);
        return now;
    }

    private static Documents.Findings.Finding Unknown(string topic) => BorderRule.TopicUnknown.Broken("topic", ("topic", topic));

    /// <summary>By what a content is known again: its version, and how many rows there are, of which some may be purged.</summary>
    private sealed record HashedState(long Version, long Rows);
}
