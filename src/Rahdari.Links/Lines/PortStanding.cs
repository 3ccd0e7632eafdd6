using Rahdari.Border.Sites;

namespace Rahdari.Links.Lines;

/// <summary>What a port tells of itself beside its records. Thread-safe.</summary>
public sealed class PortStanding
{
    private readonly SiteFolder site;
    private readonly NodeStanding border;

    /// <summary>The standing of a site.</summary>
    public PortStanding(SiteFolder site, NodeStanding border) => (this.site, this.border) = (site, border);

    /// <summary>As it is now.</summary>
    public async Task<Told> ReadAsync(CancellationToken cancellation)
    {
        var (lastCrossing, lists) = await border.ReadAsync(cancellation);
        return new Told(new DriveInfo(site.FullPath).AvailableFreeSpace, lastCrossing, lists);
    }

    /// <summary>What is told.</summary>
    /// <param name="DiskFree">Bytes that are free where the site's folder is.</param>
    /// <param name="LastCrossing">When it recorded a crossing last; UTC.</param>
    /// <param name="Lists">The version of each list in force, by name.</param>
    public sealed record Told(long DiskFree, DateTimeOffset? LastCrossing, IReadOnlyDictionary<string, int> Lists);
}
