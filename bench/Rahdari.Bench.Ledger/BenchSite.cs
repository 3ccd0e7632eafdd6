using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rahdari.Border;
using Rahdari.Border.Sites;

namespace Rahdari.Bench.Ledger;

/// <summary>A site to measure at, on PostgreSQL where a server is named, otherwise on SQLite.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private BenchSite(ServiceProvider services, SiteFolder folder) => (this.services, Folder) = (services, folder);

    public static Actor Administrator { get; } = new("bench", new HashSet<string>(Roles.All), null);

    public SiteFolder Folder { get; }

    public string? Connection => Folder.PostgresConnection;

    /// <summary>Opens the site in a folder; a new one in the place of what stood there where asked.</summary>
    public static async Task<BenchSite> OpenAsync(string folder, string database, bool anew)
    {
        var connection = Options.Server is { } server ? new NpgsqlConnectionStringBuilder(server) { Database = database, CommandTimeout = 0 }.ToString() : null;
        var path = Path.Combine(folder, "site");
        if (anew)
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            if (connection is not null)
                await ExecuteAsync(Options.Server!, $"DROP DATABASE IF EXISTS {database}", $"CREATE DATABASE {database}");
        }
        var settings = new SiteSettings { Node = "bench", Port = "PKKHI", PortName = "Bench", Counters = ["1"] };
        var site = anew ? SiteFolder.Create(path, settings, connection) : SiteFolder.Open(path, connection);
        if (!site.Succeeded)
            throw new InvalidOperationException(site.Problem.ToString());
        var services = new ServiceCollection().AddBorder(site.Value).BuildServiceProvider();
        await services.OpenBorderAsync();
        return new BenchSite(services, site.Value);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task ExecuteAsync(string connection, params string[] statements)
    {
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        foreach (var sql in statements)
        {
#pragma warning disable CA2100 // The text is this benchmark's own.
            await using var command = new NpgsqlCommand(sql, db) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
