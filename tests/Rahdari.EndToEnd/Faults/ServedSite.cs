using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rahdari.Border.Sites;
using Rahdari.Node.Identity;

namespace Rahdari.EndToEnd.Faults;

/// <summary>A site in a process of its own, which can be killed and started again on the same address.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private const string Password = "specimen-password-1";

    private readonly TemporaryFolder folder;
    private readonly string? postgres;
    private readonly Uri address;
    private Process process;

    private ServedSite(TemporaryFolder folder, string? postgres, Uri address, Process process) =>
        (this.folder, this.postgres, this.address, this.process) = (folder, postgres, address, process);

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes a site with one officer and starts it.</summary>
    public static async Task<ServedSite> StartAsync(string engine)
    {
        var folder = new TemporaryFolder();
        var postgres = engine == Postgres ? await NewDatabaseAsync() : null;
        var made = SiteFolder.Create(folder["site"], Settings with { AdvanceFolder = Directory.CreateDirectory(folder["advance"]).FullName }, postgres);
        Assert.True(made.Succeeded, made.Problem?.Code);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        await AddOfficerAsync(made.Value);
        return new ServedSite(folder, postgres, address, await ServeAsync(folder, postgres, address));
    }

    /// <summary>A client that is signed in; its session outlives the process.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(20),
        };
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { Name = "officer1", Password }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    /// <summary>Ends the process as a power cut would: SIGKILL, no handler runs.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        process.Dispose();
    }

    /// <summary>Starts it again on the same folder, database and address.</summary>
    public async Task RestartAsync() => process = await ServeAsync(folder, postgres, address);

    /// <summary>Runs a command of the command line on the site.</summary>
    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var command = RahdariProcess.Start(postgres, [.. arguments, "--json", "--site", folder["site"]]);
        command.StandardInput.Close();
        var output = command.StandardOutput.ReadToEndAsync(Cancellation);
        var error = command.StandardError.ReadToEndAsync(Cancellation);
        await command.WaitForExitAsync(Cancellation);
        return new Ended(command.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        folder.Dispose();
    }

    /// <summary>The folder that the site watches for carriers' lists.</summary>
    public string AdvanceFolder => folder["advance"];

    private static SiteSettings Settings { get; } = new()
    {
        Node = "specimen-1",
        Port = "PKKHI",
        PortName = "Specimen",
        Counters = ["A1", "A2", "A3"],
        AuthenticatorRequired = false,
    };

    private static async Task AddOfficerAsync(SiteFolder site)
    {
        await using var built = await Node.Site.BuildAsync(site, "http://127.0.0.1:0", Cancellation);
        await using var scope = built.Services.CreateAsyncScope();
        var officer = await scope.ServiceProvider.GetRequiredService<UserAccounts>().CreateAsync("officer1", [Roles.Officer], Settings.Port, Password, Actor.CommandLine);
        Assert.True(officer.Succeeded, officer.Problem?.Code);
    }

    private static async Task<Process> ServeAsync(TemporaryFolder folder, string? postgres, Uri address)
    {
        var process = RahdariProcess.Start(postgres, ["serve", "--json", "--site", folder["site"], "--urls", address.ToString()]);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                TestContext.Current.TestOutputHelper?.WriteLine(line.Data);
        };
        process.BeginErrorReadLine();
        // The document ends once the site answers.
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line == "}")
                return process;
        }
        throw new InvalidOperationException("The site ended before it answered.");
    }

    internal static async Task<string> NewDatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable("RAHDARI_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "RAHDARI_TEST_POSTGRES names no PostgreSQL server; ./test starts one.");
        var name = $"rahdari_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
