using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Rahdari.Border.Audit;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Tests;

/// <summary>A site that runs and listens, in a temporary folder, on a real engine: SQLite, or PostgreSQL where ./test started one.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    public const string Password = "specimen password 1";
    public const string Port = "PKKHI";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-node-").FullName;
    private readonly List<SiteClient> clients = [];
    private readonly HashSet<string> made = [];

    private RunningSite()
    {
    }

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>The folder that the site watches for carriers' lists.</summary>
    public string AdvanceFolder => Directory.CreateDirectory(Path.Combine(root, "advance")).FullName;

    public WebApplication App { get; private set; } = null!;

    public Uri Address => new(App.Urls.First());

    private static SiteSettings Settings { get; } = new()
    {
        Node = "khi-1",
        Port = Port,
        PortName = "Karachi (test)",
        Counters = ["1", "2"],
    };

    private static readonly FreshDatabases Fresh = new(async (path, postgres) =>
    {
        var folder = SiteFolder.Create(path, Settings, postgres).Value!;
        await using var app = await Site.BuildAsync(folder, "http://127.0.0.1:0", builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Start));
            builder.Logging.ClearProviders();
        });
        // The mark of this folder's own key.
        await using DbConnection database = postgres is null ? new SqliteConnection($"Data Source={folder.SqliteFile}") : new NpgsqlConnection(postgres);
        await database.OpenAsync();
        await using var mark = database.CreateCommand();
        mark.CommandText = postgres is null ? "DELETE FROM vault_check" : "DELETE FROM casework.vault_check";
        await mark.ExecuteNonQueryAsync();
        return folder.SqliteFile;
    });

    public static async Task<RunningSite> StartAsync(string engine = Sqlite, bool authenticatorRequired = false, ILoggerProvider? log = null, Action<WebApplication>? map = null, Func<SiteFolder, Task>? prepare = null)
    {
        var site = new RunningSite();
        var settings = Settings with { AuthenticatorRequired = authenticatorRequired, AdvanceFolder = site.AdvanceFolder };
        var folder = SiteFolder.Create(Path.Combine(site.root, "site"), settings, engine == Postgres ? await Fresh.PostgresAsync() : null);
        Assert.True(folder.Succeeded, folder.Problem?.Code);
        if (engine == Sqlite)
            await Fresh.WriteAsync(folder.Value.SqliteFile);
        if (prepare is not null)
            await prepare(folder.Value);
        site.App = await Site.BuildAsync(
            folder.Value,
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(site.Clock);
                // Guesses at what opens an account or a cabinet are cheap here; everything else is as at a site.
                builder.Services.AddSingleton(CheapKeys.Strength);
                builder.Services.Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = 1000);
                builder.Logging.ClearProviders();
                if (log is not null)
                    builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
            },
            TestContext.Current.CancellationToken);
        map?.Invoke(site.App);
        await site.App.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A client that nobody is signed in with.</summary>
    public SiteClient Client()
    {
        var client = new SiteClient(Address);
        clients.Add(client);
        return client;
    }

    /// <summary>A client with cookies that another was given.</summary>
    public SiteClient ClientWith(IReadOnlyDictionary<string, string> cookies)
    {
        var client = Client();
        foreach (var (name, value) in cookies)
            client.Cookies[name] = value;
        return client;
    }

    /// <summary>A client of a user with a role, who is made where absent: the role's name is the user's.</summary>
    public Task<SiteClient> SignInAsync(string role) => SignInAsync(role, Port, role);

    /// <summary>A client of a user, who is made where absent.</summary>
    public async Task<SiteClient> SignInAsync(string name, string? port, params string[] roles)
    {
        await MakeAsync(name, port, roles);
        var client = Client();
        var signedIn = await client.PostAsync("/api/v1/session", new { name, password = Password });
        Assert.Equal(200, signedIn.Status);
        return client;
    }

    public async Task MakeAsync(string name, string? port, params string[] roles)
    {
        if (!made.Add(name))
            return;
        var account = await OnAccountsAsync(accounts => accounts.CreateAsync(name, roles, port ?? UserAccounts.AllPorts, Password, Actor.CommandLine, circle: UserAccounts.AllPorts, organisation: "SPECIMEN-SHELTER"));
        Assert.True(account.Succeeded, account.Problem?.ToString());
    }

    public async Task<T> OnAccountsAsync<T>(Func<UserAccounts, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserAccounts>());
    }

    /// <summary>The audit records of an action, newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AuditAsync(string action, string? actor = null)
    {
        var page = await Get<AuditLog>().ListAsync(new AuditFilter { Action = action, Actor = actor }, 0, 500, Actor.CommandLine, TestContext.Current.CancellationToken);
        return page.Value!.Items;
    }

    /// <summary>Brings a list of invented people into force.</summary>
    public async Task ListAsync(params (string Reference, string Name, string Born)[] persons)
    {
        var list = new PublishedList("un", Start, [.. persons.Select(p => new WatchlistEntry
        {
            Reference = p.Reference,
            Kind = WatchlistEntryKind.Individual,
            Programme = "SPECIMEN",
            Names = [new ListedName(p.Name, ListedNameKind.Primary)],
            BirthDates = [DateSpan.Parse(p.Born)],
        })]);
        var version = await Get<WatchlistRegister>().ImportAsync(list, Actor.CommandLine, cancellation: TestContext.Current.CancellationToken);
        Assert.True(version.Succeeded, version.Problem?.ToString());
        await Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }
}
