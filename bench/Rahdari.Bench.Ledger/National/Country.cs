using System.Net;
using System.Net.Sockets;
using Npgsql;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Links.Lines;

namespace Rahdari.Bench.Ledger.National;

/// <summary>Headquarters on PostgreSQL, a port on SQLite with a recorded day, both certified; two brokers and the line between them.</summary>
internal sealed class Country : IAsyncDisposable
{
    /// <summary>A node's name is its machine's, and this is one machine.</summary>
    private const string Name = "localhost";

    private const string Database = "rahdari_bench_national";

    private readonly string folder;
    private readonly bool isKept;
    private readonly int leafPort = FreePort();
    private readonly int hubPort = FreePort();

    private Country(string folder, bool isKept) => (this.folder, this.isKept) = (folder, isKept);

    public Wire Wire { get; private set; } = null!;

    public LinkedSite Headquarters { get; private set; } = null!;

    public LinkedSite Port { get; private set; } = null!;

    public string Connection { get; } = new NpgsqlConnectionStringBuilder(Options.Server!) { Database = Database, CommandTimeout = 0 }.ToString();

    public string HeadquartersFolder => Path.Combine(folder, "headquarters");

    public LinkSettings PortSettings => new() { End = LinkEnd.Port, Headquarters = Name, LeafPort = Wire.Port, LocalPort = leafPort };

    public LinkSettings HubSettings { get; private set; } = null!;

    /// <summary>Both sites, certified and started, with a line between them that is cut.</summary>
    public static async Task<Country> OpenAsync(Options options, TextWriter to)
    {
        var country = new Country(Path.Combine(options.Folder, "national"), options.Keep);
        if (Directory.Exists(country.folder))
            Directory.Delete(country.folder, recursive: true);
        Directory.CreateDirectory(country.folder);
        country.HubSettings = new LinkSettings { End = LinkEnd.Headquarters, Headquarters = Name, LeafPort = FreePort(), LocalPort = country.hubPort };
        country.Wire = new Wire(country.HubSettings.LeafPort);
        var port = await PortDay.OpenAsync(options, Path.Combine(country.folder, "port"), to);
        await NewDatabaseAsync();
        var headquarters = LinkedSite.Make(country.HeadquartersFolder, Name, "PKISB", country.Connection);
        country.HubSettings.Write(headquarters);
        country.PortSettings.Write(port);
        await LinkedSite.EnrolAsync(headquarters, headquarters);
        await LinkedSite.EnrolAsync(headquarters, port);
        country.Headquarters = new LinkedSite(headquarters);
        country.Port = new LinkedSite(port);
        await country.Headquarters.StartAsync();
        await country.Port.StartAsync();
        return country;
    }

    /// <summary>An empty database for headquarters, in the place of what was there.</summary>
    public static Task NewDatabaseAsync() => BenchSite.ExecuteAsync(Options.Server!, $"DROP DATABASE IF EXISTS {Database} WITH (FORCE)", $"CREATE DATABASE {Database}");

    /// <summary>Headquarters again, in a folder that was restored.</summary>
    public void Return(SiteFolder restored) => Headquarters = new LinkedSite(restored);

    /// <summary>Waits until headquarters has committed a record of the port.</summary>
    public async Task ArrivedAsync(long sequence)
    {
        var intake = Headquarters.Get<RecordIntake>();
        while ((await intake.ReceiptAsync(PortDay.Node)).Sequence < sequence)
            await Task.Delay(25);
    }

    /// <summary>Waits until the port's broker holds all that the port sends ahead of a receipt.</summary>
    public async Task SentAheadAsync()
    {
        var store = Path.Combine(Port.BrokerFolder, "store");
        var (before, since) = (-1L, 0);
        while (since < 10)
        {
            await Task.Delay(300);
            var now = Directory.Exists(store) ? new DirectoryInfo(store).EnumerateFiles("*.blk", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
            (before, since) = (now, now == before && now > 0 ? since + 1 : 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Port.DisposeAsync();
        await Headquarters.DisposeAsync();
        await Wire.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (isKept)
            return;
        Directory.Delete(folder, recursive: true);
        await BenchSite.ExecuteAsync(Options.Server!, $"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
