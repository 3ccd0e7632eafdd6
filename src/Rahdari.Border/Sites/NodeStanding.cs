using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Sites;

/// <summary>What a node tells headquarters of itself beside its records; nothing of it is of a person. Thread-safe.</summary>
public sealed class NodeStanding
{
    private readonly SiteFolder site;
    private readonly BorderStorage storage;

    internal NodeStanding(SiteFolder site, BorderStorage storage) => (this.site, this.storage) = (site, storage);

    /// <summary>As it is now.</summary>
    public async Task<Told> ReadAsync(CancellationToken cancellation = default)
    {
        var (node, port) = (site.Settings.Node, site.Settings.Port);
        await using var db = storage.Open();
        var last = await db.Crossings.Where(c => c.Port == port && c.Node == node).OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellation);
        var lists = (await WatchlistRegister.InForceAsync(db, cancellation)).ToDictionary(v => v.List, v => v.Number, StringComparer.Ordinal);
        return new Told(new DriveInfo(site.FullPath).AvailableFreeSpace, last, lists);
    }

    /// <summary>What is told.</summary>
    /// <param name="DiskFree">Bytes that are free where the site's folder is.</param>
    /// <param name="LastCrossing">When it recorded a crossing last (UTC), or null.</param>
    /// <param name="Lists">The version in force of each list, by name.</param>
    public sealed record Told(long DiskFree, DateTimeOffset? LastCrossing, IReadOnlyDictionary<string, int> Lists);
}
