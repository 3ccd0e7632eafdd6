using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>A victims' store of its own on a real engine, with two organisations. Guesses at passphrases are cheap here; everything else is as at a site.</summary>
internal sealed class ShelterSite : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    public const string Passphrase = "seven herons over the lake";

    // Making a pair takes seconds: a few are made once and taken in turn, enough that no two in a site are the same.
    private static readonly Lazy<RSAParameters[]> Pairs = new(() =>
    {
        var made = new RSAParameters[12];
        Parallel.For(0, made.Length, i =>
        {
            using var pair = KeyPair.Make();
            made[i] = pair.ExportParameters(includePrivateParameters: true);
        });
        return made;
    });

    private static int taken;

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-shelter-").FullName;
    private readonly byte[] key;
    private ServiceProvider? services;

    private ShelterSite()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        key = made.ExportPkcs8PrivateKey();
    }

    public static TheoryData<string> Engines => [Sqlite, Postgres];

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));

    public string File => Path.Combine(root, "site.db");

    public string? Connection { get; private set; }

    public Actor Amal { get; } = Caseworker("amal", "DAR-1");

    public Actor Bibi { get; } = Caseworker("bibi", "DAR-1");

    public Actor Clinic { get; } = Caseworker("clara", "CLINIC-1");

    public Cabinet Cabinet { get; private set; } = null!;

    public Cabinet ClinicCabinet { get; private set; } = null!;

    public string RecoveryCode { get; private set; } = "";

    public static Actor Caseworker(string name, string organisation) => new(name, new HashSet<string> { Roles.Caseworker }, null) { Organisation = organisation };

    public static IdentitySection Identity(string name = "SPECIMEN AMINA", Sex sex = Sex.Female, AgeGroup age = AgeGroup.YoungAdult) => new(name, [], sex, age, "2004-03-18", "UTO", ["SPC0012345"], ["Sindhi"]);

    public static NewConsent ConsentTo(string recipient, Purpose purpose, DateTimeOffset now, int days = 30) =>
        new(Guid.NewGuid(), purpose, recipient, false, now, now.AddDays(days), new ConsentDetails(ConsentBy.Victim, null, null, "what the clinic reads, that she may refuse and revoke", "Sindhi"));

    public static async Task<ShelterSite> OpenAsync(string engine = Sqlite)
    {
        var site = new ShelterSite { Connection = engine == Postgres ? await NewDatabaseAsync() : null };
        if (site.Connection is not null)
            await site.MakeRolesAsync();
        await site.StartAsync();
        return site;
    }

    /// <summary>With both organisations founded, trusting each other, and their cabinets open.</summary>
    public static async Task<ShelterSite> FoundedAsync(string engine = Sqlite)
    {
        var site = await OpenAsync(engine);
        var founded = await site.Get<OrganisationRegister>().FoundAsync("House one", OrganisationKind.Shelter, "by the ministry", Passphrase, site.Amal);
        var clinic = await site.Get<OrganisationRegister>().FoundAsync("Clinic one", OrganisationKind.Medical, "ward 3", Passphrase, site.Clinic);
        Assert.True(founded.Succeeded && clinic.Succeeded, $"{founded.Problem} {clinic.Problem}");
        site.RecoveryCode = founded.Value.RecoveryCode;
        site.Cabinet = await site.UnlockAsync(site.Amal);
        site.ClinicCabinet = await site.UnlockAsync(site.Clinic);
        Assert.True((await site.Get<OrganisationRegister>().TrustAsync(site.Cabinet, "CLINIC-1", clinic.Value.Organisation.Fingerprint, site.Amal)).Succeeded);
        return site;
    }

    public async Task<Cabinet> UnlockAsync(Actor actor, string passphrase = Passphrase)
    {
        var opened = await Get<OrganisationRegister>().OpenAsync(passphrase, actor);
        Assert.True(opened.Succeeded, opened.Problem?.ToString());
        return opened.Value;
    }

    public async Task<VictimFile> FileAsync(IdentitySection? identity = null)
    {
        var file = await Get<VictimFiles>().OpenAsync(Cabinet, Guid.NewGuid(), identity ?? Identity(), Amal);
        Assert.True(file.Succeeded, file.Problem?.ToString());
        return file.Value;
    }

    /// <summary>The file is referred to the clinic and accepted; the answer is the consent.</summary>
    public async Task<Consent> ReferAsync(VictimFile file, int days = 30)
    {
        var consent = await Get<ConsentRegister>().RecordAsync(Cabinet, file.Id, ConsentTo("CLINIC-1", Purpose.MedicalCare, Clock.GetUtcNow(), days), Amal);
        Assert.True(consent.Succeeded, consent.Problem?.ToString());
        var referral = await Get<ReferralDesk>().OfferAsync(Cabinet, Guid.NewGuid(), consent.Value.Id, "a fracture that healed badly", Amal);
        Assert.True(referral.Succeeded, referral.Problem?.ToString());
        Assert.True((await Get<ReferralDesk>().AcceptAsync(ClinicCabinet, referral.Value.Id, Clinic)).Succeeded);
        return consent.Value;
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public async Task RestartAsync()
    {
        await services!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>The same site on a copy of the database, as after the process was killed.</summary>
    public async Task<ShelterSite> KilledAsync()
    {
        var other = new ShelterSite();
        key.CopyTo(other.key, 0);
        foreach (var file in Directory.GetFiles(root))
            System.IO.File.Copy(file, Path.Combine(other.root, Path.GetFileName(file)));
        other.Clock.SetUtcNow(Clock.GetUtcNow());
        await other.StartAsync(key);
        return other;
    }

    /// <summary>The database as one of the roles sees it.</summary>
    public string As(string role) => new NpgsqlConnectionStringBuilder(Connection) { Username = role }.ToString();

    /// <summary>What samples/postgres/roles.sql does.</summary>
    public async Task MakeRolesAsync()
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "postgres", "roles.sql")), connection);
        await command.ExecuteNonQueryAsync();
    }

    public byte[] SigningKey => key;

    public IServiceProvider Services => services!;

    public ShelterContext Open() => Get<ShelterStorage>().Open();

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    private static RSA NextPair()
    {
        var pair = RSA.Create();
        pair.ImportParameters(Pairs.Value[(uint)Interlocked.Increment(ref taken) % Pairs.Value.Length]);
        return pair;
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

    private async Task StartAsync(byte[]? signing = null)
    {
        ECDsa Key()
        {
            var opened = ECDsa.Create();
            opened.ImportPkcs8PrivateKey(signing ?? key, out _);
            return opened;
        }
        var (casework, shelter) = Connection is null ? (null, null) : (As("rahdari_casework"), As("rahdari_shelter"));
        var home = new CaseworkHome("test-1", File, casework, Key, instant => DateOnly.FromDateTime(instant.UtcDateTime)) { OpenVault = () => new byte[32], ShelterConnection = shelter };
        services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton(new KeyStrength(1000, NextPair)).AddCasework(home).BuildServiceProvider();
        await services.OpenCaseworkAsync();
    }
}
