using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Sites;

/// <summary>What a node tells headquarters of itself; nothing of it is of a person. Thread-safe.</summary>
public sealed class NodeStanding
{
    private readonly SiteSettings settings;
    private readonly BorderStorage storage;

    internal NodeStanding(SiteSettings settings, BorderStorage storage) => (this.settings, this.storage) = (settings, storage);

    /// <summary>When it recorded a crossing last (UTC, or null), and the version in force of each list.</summary>
    public async Task<(DateTimeOffset? LastCrossing, IReadOnlyDictionary<string, int> Lists)> ReadAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        var last = await db.Crossings.Where(c => c.Port == settings.Port && c.Node == settings.Node).OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellation);
        return (last, (await WatchlistRegister.InForceAsync(db, cancellation)).ToDictionary(v => v.List, v => v.Number, StringComparer.Ordinal));
    }
}
