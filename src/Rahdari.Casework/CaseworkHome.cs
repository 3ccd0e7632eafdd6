using System.Security.Cryptography;

namespace Rahdari.Casework;

/// <summary>Where casework lives: the site's name and key, its database, and its calendar.</summary>
/// <param name="Node">The node's name, unique in the country.</param>
/// <param name="SqliteFile">The database file, where there is no PostgreSQL.</param>
/// <param name="PostgresConnection">The connection string, or null where the site is on SQLite.</param>
/// <param name="OpenKey">Opens the signing key; whoever opens it disposes of it.</param>
/// <param name="LocalDay">The calendar day of an instant, in the country.</param>
public sealed record CaseworkHome(string Node, string SqliteFile, string? PostgresConnection, Func<ECDsa> OpenKey, Func<DateTimeOffset, DateOnly> LocalDay)
{
    /// <summary>The key under which is encrypted what is read at this site alone: 32 bytes, kept apart from the database.</summary>
    public required Func<byte[]> OpenVault { get; init; }

    /// <summary>The connection string of the victims' store, where it has a role or a server of its own; null where it is that of the cases. Of PostgreSQL alone.</summary>
    public string? ShelterConnection { get; init; }
}
