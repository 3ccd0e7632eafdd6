namespace Rahdari.Links.Messages;

/// <summary>What a port tells of itself every few seconds, over its own link.</summary>
/// <param name="V">1.</param>
/// <param name="Node">The node.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Stream">The stream of its broker that holds its records; another where the broker lost its store.</param>
/// <param name="Head">The last record that it signed.</param>
/// <param name="Confirmed">The last of which it holds a receipt.</param>
/// <param name="Clock">Its clock; UTC. Shown beside headquarters', and never used to order anything.</param>
/// <param name="DiskFree">Bytes that are free where its database is.</param>
/// <param name="Lists">The version of each list that it screens with, by name.</param>
/// <param name="LastCrossing">When it recorded a crossing last (UTC), or null.</param>
public sealed record PortReport(
    int V, string Node, string Version, string Stream, long Head, long Confirmed, DateTimeOffset Clock, long DiskFree, IReadOnlyDictionary<string, int> Lists, DateTimeOffset? LastCrossing = null);
