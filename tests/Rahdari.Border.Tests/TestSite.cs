using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Travellers.National;

namespace Rahdari.Border.Tests;

/// <summary>A site of its own in a temporary folder, on a real engine: SQLite, or PostgreSQL where ./test started one.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-site-").FullName;
    private ServiceProvider? services;
    private ISenders? senders;
    private INationalHistory? national;

    private TestSite()
    {
    }

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    public FakeTimeProvider Clock { get; } = new(Start);

    public SiteFolder Folder { get; private set; } = null!;

    public string Root => root;

    public Actor Officer { get; } = new("officer1", new HashSet<string> { Roles.Officer }, "PKKHI");

    public Actor Supervisor { get; } = new("supervisor1", new HashSet<string> { Roles.Supervisor }, "PKKHI");

    public Actor ListManager { get; } = new("lists1", new HashSet<string> { Roles.WatchlistManager }, null);

    public Actor VisaOfficer { get; } = new("visas1", new HashSet<string> { Roles.VisaOfficer }, null);

    public Actor Auditor { get; } = new("auditor1", new HashSet<string> { Roles.Auditor }, null);

    public static SiteSettings Settings { get; } = new()
    {
        Node = "khi-1",
        Port = "PKKHI",
        PortName = "Karachi (test)",
        Counters = ["1", "2", "3"],
    };

    private static readonly FreshDatabases Fresh = new(async (folder, postgres) =>
    {
        var site = SiteFolder.Create(folder, Settings, postgres).Value!;
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(Start)).AddBorder(site).BuildServiceProvider();
        await services.OpenBorderAsync();
        return site.SqliteFile;
    });

    public static async Task<TestSite> OpenAsync(string engine, SiteSettings? settings = null, ISenders? senders = null, INationalHistory? national = null)
    {
        var site = new TestSite { senders = senders, national = national };
        var created = SiteFolder.Create(Path.Combine(site.root, "site"), settings ?? Settings, engine == Postgres ? await Fresh.PostgresAsync() : null);
        Assert.True(created.Succeeded, created.Problem?.Code);
        site.Folder = created.Value;
        if (engine == Sqlite)
            await Fresh.WriteAsync(site.Folder.SqliteFile);
        await site.StartAsync();
        return site;
    }

    public IServiceProvider Services => services!;

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>Starts the site again on the same folder, as after a restart.</summary>
    public async Task RestartAsync()
    {
        await services!.DisposeAsync();
        await StartAsync();
    }

    public async Task<Encounter> PresentAsync(string mrz, Direction direction = Direction.Entry, bool accompanied = false)
    {
        var answer = await Get<EncounterDesk>().OpenAsync(new Presentation(mrz, direction, "1", accompanied), Officer, TestContext.Current.CancellationToken);
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value;
    }

    public Task<Answer<DecidedEncounter>> DecideAsync(Encounter encounter, Decision decision, Actor? actor = null, string? key = null) =>
        Get<EncounterDesk>().DecideAsync(encounter.Id, decision, key ?? Guid.NewGuid().ToString(), actor ?? Officer, TestContext.Current.CancellationToken);

    public async Task<Crossing> PassAsync(string mrz, Direction direction = Direction.Entry)
    {
        var encounter = await PresentAsync(mrz, direction);
        var answer = await DecideAsync(encounter, new Decision(DecisionKind.Pass, encounter.Advice.Level == Advice.AdviceLevel.Refer ? "test" : null));
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value.Crossing!;
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    private async Task StartAsync()
    {
        var parts = new ServiceCollection().AddSingleton<TimeProvider>(Clock);
        if (senders is not null)
            parts.AddSingleton(senders);
        if (national is not null)
            parts.AddSingleton(national);
        services = parts.AddBorder(Folder).BuildServiceProvider();
        await services.OpenBorderAsync(TestContext.Current.CancellationToken);
    }
}
