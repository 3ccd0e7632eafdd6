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
    private readonly CancellationTokenSource ending = new();
    private Process? site;
    private Process? broker;
    private Task supervising = Task.CompletedTask;

    public NationalNode(NationalNetwork network, int machine, SiteFolder folder, string? postgres)
    {
        (this.network, this.machine, Folder, this.postgres) = (network, machine, folder, postgres);
        socket = Path.Combine(Path.GetTempPath(), $"rahdari-{Guid.NewGuid():N}.sock");
    }

    public SiteFolder Folder { get; }

    public string Name => Folder.Settings.Node;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string BrokerFolder => Path.Combine(Folder.FullPath, "broker");

    /// <summary>Starts the site, which writes its broker's configuration, and the broker.</summary>
    public async Task StartAsync()
    {
        await StartSiteAsync();
        supervising = Task.Run(SuperviseAsync, CancellationToken.None);
    }

    public async Task KillSiteAsync()
    {
        site!.Kill();
        await site.WaitForExitAsync(Cancellation);
        site.Dispose();
        site = null;
    }

    public async Task StartSiteAsync()
    {
        File.Delete(socket);
        var start = network.On(machine, "dotnet", Path.Combine(AppContext.BaseDirectory, "rahdari.dll"), "serve", "--json", "--site", Folder.FullPath, "--urls", $"http://unix:{socket}");
        start.Environment.Remove("RAHDARI_SITE");
        start.Environment[SiteFolder.DatabaseVariable] = postgres;
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

    /// <summary>A client that is signed in.</summary>
    public async Task<HttpClient> SignInAsync(string password)
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
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { Name = "officer1", Password = password }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
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
        await ending.CancelAsync();
        if (site is { HasExited: false })
            site.Kill();
        if (broker is { HasExited: false })
            broker.Kill();
        await supervising.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        site?.Dispose();
        File.Delete(socket);
        ending.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            broker = Process.Start(network.On(machine, "/usr/sbin/nats-server", "-c", Path.Combine(BrokerFolder, "nats-server.conf"), "-l", Path.Combine(BrokerFolder, "log")))!;
            await broker.WaitForExitAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(200), ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
