using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Tests;

/// <summary>A register of its own on a real engine: SQLite in a temporary folder, or PostgreSQL where ./test started one.</summary>
internal sealed class CaseworkSite : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-casework-").FullName;
    private readonly string key = NewKey();
    private readonly byte[] vault = RandomNumberGenerator.GetBytes(32);
    private string? postgres;
    private ServiceProvider? services;

    private CaseworkSite()
    {
    }

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    public static DateOnly Today { get; } = DateOnly.FromDateTime(Start.DateTime);

    public FakeTimeProvider Clock { get; } = new(Start);

    public string DatabaseFile => Path.Combine(root, "rahdari.db");

    public string? PostgresConnection => postgres;

    public Actor Investigator { get; } = Of("investigator1", Roles.Investigator) with { Circle = "AHTC-LHE" };

    public Actor Head { get; } = Of("head1", Roles.CaseSupervisor) with { Circle = "AHTC-LHE" };

    public Actor Elsewhere { get; } = Of("investigator2", Roles.Investigator) with { Circle = "AHTC-KHI" };

    public Actor HeadElsewhere { get; } = Of("head2", Roles.CaseSupervisor) with { Circle = "AHTC-KHI" };

    public Actor Headquarters { get; } = Of("headquarters1", Roles.CaseSupervisor);

    public Actor Analyst { get; } = Of("analyst1", Roles.Analyst);

    public Actor Auditor { get; } = Of("auditor1", Roles.Auditor);

    public static Actor Of(string name, params string[] roles) => new(name, new HashSet<string>(roles), null);

    public static async Task<CaseworkSite> OpenAsync(string engine = Sqlite)
    {
        var site = new CaseworkSite();
        if (engine == Postgres)
            site.postgres = await NewDatabaseAsync();
        await site.StartAsync();
        return site;
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>Starts the register again, as after a restart.</summary>
    public async Task RestartAsync()
    {
        await services!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>A case of Lahore, opened on the first day of February.</summary>
    public async Task<CaseState> OpenCaseAsync()
    {
        var opened = await Get<CaseRegister>().OpenAsync(Guid.NewGuid(), Told.Opened(), Investigator, TestContext.Current.CancellationToken);
        Assert.True(opened.Succeeded, opened.Problem?.ToString());
        return opened.Value;
    }

    /// <summary>Tells facts one after another, each of which must be taken.</summary>
    public async Task<CaseState> TellAsync(CaseState state, params CaseFact[] facts)
    {
        foreach (var fact in facts)
        {
            var told = await Get<CaseRegister>().TellAsync(state.Id, Guid.NewGuid(), fact, state.Version, Head, TestContext.Current.CancellationToken);
            Assert.True(told.Succeeded, $"{fact}: {told.Problem}");
            state = told.Value;
        }
        return state;
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    private async Task StartAsync()
    {
        var home = new CaseworkHome("khi-1", DatabaseFile, postgres, OpenKey, instant => DateOnly.FromDateTime(instant.UtcDateTime)) { OpenVault = () => vault };
        services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddCasework(home).BuildServiceProvider();
        await services.OpenCaseworkAsync(TestContext.Current.CancellationToken);
    }

    private ECDsa OpenKey()
    {
        var opened = ECDsa.Create();
        opened.ImportFromPem(key);
        return opened;
    }

    private static string NewKey()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKeyPem();
    }

    private static async Task<string> NewDatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable("RAHDARI_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "RAHDARI_TEST_POSTGRES names no PostgreSQL server; ./test starts one.");
        var name = $"rahdari_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}
