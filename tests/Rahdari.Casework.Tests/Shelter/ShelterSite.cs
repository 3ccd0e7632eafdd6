using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>A victims' store of its own on a real engine, with two organisations. Guesses at passphrases are cheap here; everything else is as at a site.</summary>
internal sealed class ShelterSite : IAsyncDisposable
{
    public const string Sqlite = CaseworkSite.Sqlite;
    public const string Postgres = CaseworkSite.Postgres;
    public const string Passphrase = "seven herons over the lake";

    private readonly CaseworkSite site;

    private ShelterSite(CaseworkSite site) => this.site = site;

    public static TheoryData<string> Engines => CaseworkSite.Engines;

    public FakeTimeProvider Clock => site.Clock;

    public string File => site.DatabaseFile;

    public string? Connection => site.PostgresConnection;

    public Actor Amal { get; } = Caseworker("amal", "DAR-1");

    public Actor Bibi { get; } = Caseworker("bibi", "DAR-1");

    public Actor Clinic { get; } = Caseworker("clara", "CLINIC-1");

    public Actor Auditor { get; } = new("auditor1", new HashSet<string> { Roles.Auditor }, null);

    public Cabinet Cabinet { get; private set; } = null!;

    public Cabinet ClinicCabinet { get; private set; } = null!;

    public string RecoveryCode { get; private set; } = "";

    public static Actor Caseworker(string name, string organisation) => new(name, new HashSet<string> { Roles.Caseworker }, null) { Organisation = organisation };

    public static IdentitySection Identity(string name = "SPECIMEN AMINA", Sex sex = Sex.Female, AgeGroup age = AgeGroup.YoungAdult) => new(name, [], sex, age, "2004-03-18", "UTO", ["SPC0012345"], ["Sindhi"]);

    public static NewConsent ConsentTo(string recipient, Purpose purpose, DateTimeOffset now, int days = 30) =>
        new(Guid.NewGuid(), purpose, recipient, false, now, now.AddDays(days), new ConsentDetails(ConsentBy.Victim, null, null, "what the clinic reads, that she may refuse and revoke", "Sindhi"));

    public static async Task<ShelterSite> OpenAsync(string engine = Sqlite) =>
        new(await CaseworkSite.OpenAsync(engine, parts => parts.AddSingleton(CheapKeys.Strength), hasRoles: true));

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
        where T : notnull => site.Get<T>();

    public Task RestartAsync() => site.RestartAsync();

    /// <summary>The same site on a copy of the database's files as they are while it runs.</summary>
    public async Task<ShelterSite> CopiedAsync() => new(await site.CopiedAsync());

    public string As(string role) => site.As(role);

    public Task MakeRolesAsync() => site.MakeRolesAsync();

    public byte[] SigningKey => site.SigningKey;

    public IServiceProvider Services => site.Services;

    public ShelterContext Open() => Get<ShelterStorage>().Open();

    /// <summary>Changes rows as somebody does who has the database and the site's signing key: the chain holds, and knows nothing of it.</summary>
    public Task ForgeAsync(Func<ShelterContext, Task> forge) => Get<ShelterWriter>().RunAsync(
        async append =>
        {
            await forge(append.Db);
            return true;
        },
        CancellationToken.None);

    /// <summary>Changes rows as somebody does who has the database alone.</summary>
    public async Task TamperAsync(Func<ShelterContext, Task> tamper)
    {
        await using var db = Open();
        await tamper(db);
        await db.SaveChangesAsync();
    }

    /// <summary>The audit, the newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AuditAsync(string action) => (await Get<ShelterAudit>().ListAsync(new AuditFilter { Action = action }, 0, 200, Auditor)).Value!.Items;

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
