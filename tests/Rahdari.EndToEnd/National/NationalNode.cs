using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rahdari.Border.Sites;

namespace Rahdari.EndToEnd.National;

/// <summary>A site and its broker on a machine of its own, each of which can be killed at any moment. The broker begins again by itself, as systemd would have it.</summary>
internal sealed class NationalNode : IAsyncDisposable
{
    private readonly NationalNetwork network;
    private readonly int machine;
    private readonly string? postgres;
    private readonly string socket;
    private readonly string clock;
    private readonly CancellationTokenSource ending = new();
    private Process? site;
    private Process? broker;
    private Task supervising = Task.CompletedTask;
    private volatile bool isOff;
    private bool wasStarted;

    public NationalNode(NationalNetwork network, int machine, SiteFolder folder, string? postgres)
    {
        (this.network, this.machine, Folder, this.postgres) = (network, machine, folder, postgres);
        socket = Path.Combine(Path.GetTempPath(), $"rahdari-{Guid.NewGuid():N}.sock");
        clock = socket + ".clock";
        File.WriteAllText(clock, "+0");
    }

    public SiteFolder Folder { get; }

    public string Name => Folder.Settings.Node;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>True where this machine can let a site's clock go wrong: libfaketime is installed.</summary>
    public static bool HasClocks => File.Exists(Faketime);

    private const string Faketime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    private string BrokerFolder => Path.Combine(Folder.FullPath, "broker");

    /// <summary>Starts the site, which writes its broker's configuration, and the broker.</summary>
    public async Task StartAsync()
    {
        await StartSiteAsync();
        supervising = Task.Run(() => SuperviseAsync(TestContext.Current.TestOutputHelper), CancellationToken.None);
    }

    public async Task KillSiteAsync()
    {
        site!.Kill();
        await site.WaitForExitAsync(Cancellation);
        site.Dispose();
        site = null;
    }

    /// <summary>Site and broker are off for a stretch.</summary>
    public async Task SwitchOffAsync(TimeSpan longer)
    {
        isOff = true;
        await KillSiteAsync();
        await KillBrokerAsync(losesStore: false);
        await Task.Delay(longer, Cancellation);
        isOff = false;
        await StartSiteAsync();
    }

    public async Task StartSiteAsync()
    {
        File.Delete(socket);
        var start = network.On(machine, "dotnet", Program(), "serve", "--json", "--site", Folder.FullPath, "--urls", $"http://unix:{socket}");
        start.Environment.Remove("RAHDARI_SITE");
        start.Environment[SiteFolder.DatabaseVariable] = postgres;
        if (HasClocks)
        {
            start.Environment["LD_PRELOAD"] = Faketime;
            start.Environment["FAKETIME_TIMESTAMP_FILE"] = clock;
            start.Environment["FAKETIME_CACHE_DURATION"] = "1";
            // What waits goes by the monotonic clock, which is left alone; with the fix every wait would end at once.
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            start.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
            start.Environment["NO_FAKE_STAT"] = "1";
        }
        var output = TestContext.Current.TestOutputHelper;
        site = Process.Start(start)!;
        site.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                output?.WriteLine($"{Name}: {line.Data}");
        };
        site.BeginErrorReadLine();
        // The document ends once the site answers.
        while (await site.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line == "}")
                return;
        }
        throw new InvalidOperationException($"{Name} ended before it answered.");
    }

    /// <summary>The program that is tested; or first, and at ports always, an older one that <c>RAHDARI_PREVIOUS</c> names: so headquarters is brought up to date while ports are not.</summary>
    private string Program()
    {
        var previous = Environment.GetEnvironmentVariable("RAHDARI_PREVIOUS");
        var isOlder = !string.IsNullOrEmpty(previous) && (!wasStarted || postgres is null);
        wasStarted = true;
        return isOlder ? previous! : Path.Combine(AppContext.BaseDirectory, "rahdari.dll");
    }

    /// <summary>Ends the broker as a power cut would.</summary>
    /// <param name="losesStore">True where its disk is lost with it.</param>
    public async Task KillBrokerAsync(bool losesStore)
    {
        if (broker is not { HasExited: false } running)
            return;
        if (losesStore)
            Directory.Move(Path.Combine(BrokerFolder, "store"), Path.Combine(BrokerFolder, $"lost-{Guid.NewGuid():N}"));
        running.Kill();
        await running.WaitForExitAsync(Cancellation);
    }

    /// <summary>Sets the site's clock: the broker's stays right.</summary>
    public void SetClock(int days) => File.WriteAllText(clock, days == 0 ? "+0" : $"{days:+0;-0}d");

    /// <summary>Leaves no byte of the site's disk.</summary>
    public async Task FillDiskAsync()
    {
        await using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = new byte[1 << 20]; block.Length > 0;)
        {
            try
            {
                await ballast.WriteAsync(block, Cancellation);
            }
            catch (IOException)
            {
                block = new byte[block.Length / 16];
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void FreeDisk() => File.Delete(Ballast);

    private string Ballast => Path.Combine(Folder.FullPath, "ballast");

    /// <summary>A client that is signed in.</summary>
    public async Task<HttpClient> SignInAsync(string name, string password)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            MaxConnectionsPerServer = 16,
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connection, ownsSocket: true);
            },
        })
        {
            BaseAddress = new Uri("http://localhost"),
            Timeout = TimeSpan.FromSeconds(20),
        };
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(client, name, password));
        return client;
    }

    /// <summary>Signs a client in anew.</summary>
    public static async Task<HttpStatusCode> SignInAsync(HttpClient client, string name, string password)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { Name = name, Password = password }, Cancellation);
        return answer.StatusCode;
    }

    /// <summary>Reads rows of the database, a line each.</summary>
    public async Task<List<string>> QueryAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={Folder.SqliteFile};Mode=ReadOnly;Pooling=False")
            : new NpgsqlConnection(postgres + ";Search Path=border");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch { byte[] bytes => Convert.ToHexStringLower(bytes), Guid guid => $"{guid}", var value => $"{value}" })));
        return rows;
    }

    public Task<Ended> VerifyAsync() => RunAsync("verify");

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var command = RahdariProcess.Start(postgres, [.. arguments, "--json", "--site", Folder.FullPath]);
        command.StandardInput.Close();
        var output = command.StandardOutput.ReadToEndAsync(Cancellation);
        var error = command.StandardError.ReadToEndAsync(Cancellation);
        await command.WaitForExitAsync(Cancellation);
        return new Ended(command.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (ending.IsCancellationRequested)
            return;
        await ending.CancelAsync();
        if (site is { HasExited: false })
            site.Kill();
        if (broker is { HasExited: false })
            broker.Kill();
        await supervising.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        site?.Dispose();
        File.Delete(socket);
        File.Delete(clock);
    }

    private async Task SuperviseAsync(ITestOutputHelper? output)
    {
        while (!ending.IsCancellationRequested)
        {
            while (isOff && !ending.IsCancellationRequested)
                await Task.Delay(TimeSpan.FromMilliseconds(100), ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            broker = Process.Start(network.On(machine, "/usr/sbin/nats-server", "-c", Path.Combine(BrokerFolder, "nats-server.conf")))!;
            broker.ErrorDataReceived += (_, line) =>
            {
                if (line.Data?.Contains("eafnode", StringComparison.Ordinal) == true)
                    output?.WriteLine($"{Name}'s broker: {line.Data}");
            };
            broker.BeginErrorReadLine();
            await broker.WaitForExitAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(200), ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
