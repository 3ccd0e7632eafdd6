using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Tests;

/// <summary>A register of its own on a real engine: SQLite in a temporary folder, or PostgreSQL where ./test started one.</summary>
internal sealed class CaseworkSite : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-casework-").FullName;
    private readonly Action<IServiceCollection>? parts;
    private readonly bool hasRoles;
    private byte[] vault = RandomNumberGenerator.GetBytes(32);
    private string? postgres;
    private ServiceProvider? services;

    private static readonly FreshDatabases Fresh = new((folder, postgres) => MakeAsync(folder, postgres, hasRoles: false));
    private static readonly FreshDatabases FreshWithRoles = new((folder, postgres) => MakeAsync(folder, postgres, hasRoles: true));

    private CaseworkSite(Action<IServiceCollection>? parts, bool hasRoles) => (this.parts, this.hasRoles) = (parts, hasRoles);

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    public static DateOnly Today { get; } = DateOnly.FromDateTime(Start.DateTime);

    public FakeTimeProvider Clock { get; } = new(Start);

    public string DatabaseFile => Path.Combine(root, "rahdari.db");

    public string? PostgresConnection => postgres;

    /// <summary>PKCS#8.</summary>
    public byte[] SigningKey { get; private init; } = NewKey();

    public IServiceProvider Services => services!;

    public Actor Investigator { get; } = Of("investigator1", Roles.Investigator) with { Circle = "AHTC-LHE" };

    public Actor Head { get; } = Of("head1", Roles.CaseSupervisor) with { Circle = "AHTC-LHE" };

    public Actor Elsewhere { get; } = Of("investigator2", Roles.Investigator) with { Circle = "AHTC-KHI" };

    public Actor HeadElsewhere { get; } = Of("head2", Roles.CaseSupervisor) with { Circle = "AHTC-KHI" };

    public Actor Headquarters { get; } = Of("headquarters1", Roles.CaseSupervisor);

    public Actor Analyst { get; } = Of("analyst1", Roles.Analyst);

    public Actor Auditor { get; } = Of("auditor1", Roles.Auditor);

    public static Actor Of(string name, params string[] roles) => new(name, new HashSet<string>(roles), null);

    /// <summary>Opens it.</summary>
    /// <param name="engine">On which database.</param>
    /// <param name="parts">Parts of it that a test brings, before those of the site.</param>
    /// <param name="hasRoles">True where casework and the victims' store get the roles of samples/postgres/roles.sql, on PostgreSQL.</param>
    public static async Task<CaseworkSite> OpenAsync(string engine = Sqlite, Action<IServiceCollection>? parts = null, bool hasRoles = false)
    {
        var site = new CaseworkSite(parts, hasRoles);
        if (engine == Sqlite)
            await Fresh.WriteAsync(site.DatabaseFile);
        else
            site.postgres = await (hasRoles ? FreshWithRoles : Fresh).PostgresAsync();
        if (hasRoles && engine == Postgres)
            await site.MakeRolesAsync(); // What a role may do with the database itself is not copied.
        await site.StartAsync();
        return site;
    }

    /// <summary>The same site on a copy of the database's files as they are while it runs.</summary>
    public async Task<CaseworkSite> CopiedAsync()
    {
        var other = new CaseworkSite(parts, hasRoles) { SigningKey = SigningKey, vault = vault };
        foreach (var file in Directory.GetFiles(root))
            File.Copy(file, Path.Combine(other.root, Path.GetFileName(file)));
        other.Clock.SetUtcNow(Clock.GetUtcNow());
        await other.StartAsync();
        return other;
    }

    /// <summary>What samples/postgres/roles.sql does.</summary>
    public async Task MakeRolesAsync()
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await RolesAsync(), connection);
        await command.ExecuteNonQueryAsync();
    }

    public static Task<string> RolesAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "postgres", "roles.sql"));

    /// <summary>The database as one of the roles sees it.</summary>
    public string As(string role) => new NpgsqlConnectionStringBuilder(postgres) { Username = role }.ToString();

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>Starts the register again, as after a restart.</summary>
    public async Task RestartAsync()
    {
        await services!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>As above, where the key of what is encrypted was lost and another stands in its place.</summary>
    public Task RestartWithAnotherVaultAsync()
    {
        vault = RandomNumberGenerator.GetBytes(32);
        return RestartAsync();
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
        var (casework, shelter) = hasRoles && postgres is not null ? (As("rahdari_casework"), As("rahdari_shelter")) : (postgres, null);
        var home = new CaseworkHome("khi-1", DatabaseFile, casework, OpenKey, instant => DateOnly.FromDateTime(instant.UtcDateTime)) { OpenVault = () => vault, ShelterConnection = shelter };
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        parts?.Invoke(collection);
        services = collection.AddCasework(home).BuildServiceProvider();
        await services.OpenCaseworkAsync(TestContext.Current.CancellationToken);
    }

    // A site that nothing was written to, but for the mark of its vault's key.
    private static async Task<string> MakeAsync(string folder, string? postgres, bool hasRoles)
    {
        var site = new CaseworkSite(null, hasRoles) { postgres = postgres };
        if (hasRoles)
            await site.MakeRolesAsync();
        await site.StartAsync();
        await using (var db = site.Get<CaseworkStorage>().Open())
            await db.VaultChecks.ExecuteDeleteAsync();
        await site.services!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Move(site.root, folder);
        return Path.Combine(folder, Path.GetFileName(site.DatabaseFile));
    }

    private ECDsa OpenKey()
    {
        var opened = ECDsa.Create();
        opened.ImportPkcs8PrivateKey(SigningKey, out _);
        return opened;
    }

    private static byte[] NewKey()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKey();
    }
}
