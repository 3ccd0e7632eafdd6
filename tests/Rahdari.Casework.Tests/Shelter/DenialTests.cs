using System.Reflection;
using System.Text.Json;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>Every public method that takes an actor, found by reflection: a new one cannot be forgotten.</summary>
public sealed class DenialTests
{
    /// <summary>What has no victim in it, and who may ask for it. Everything else is the caseworkers' alone.</summary>
    private static readonly Dictionary<Type, string[]> Others = new()
    {
        [typeof(ShelterAudit)] = [Roles.Auditor],
        [typeof(PoliceAlerts)] = [Roles.Investigator, Roles.CaseSupervisor],
    };

    private static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(VictimFiles).Assembly.GetTypes().Where(t => t.IsPublic && t.Namespace?.StartsWith("Rahdari.Casework.Shelter", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor))),
    ];

    [Fact]
    public void Every_method_that_answers_takes_an_actor()
    {
        Assert.True(Methods.Count >= 38, $"{Methods.Count}");
        var silent = typeof(VictimFiles).Assembly.GetTypes().Where(t => t.IsPublic && t.Namespace?.StartsWith("Rahdari.Casework.Shelter", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType) && m.GetParameters().All(p => p.ParameterType != typeof(Actor)));
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Police_border_administrators_and_auditors_are_denied_by_every_method_even_with_a_cabinet_in_their_hands()
    {
        await using var site = await ShelterSite.FoundedAsync();
        foreach (var method in Methods)
        {
            var allowed = Others.GetValueOrDefault(method.DeclaringType!, [Roles.Caseworker]);
            foreach (var role in Roles.All.Except(allowed))
                Assert.Equal("ROLE_REQUIRED", (await CallAsync(site, method, new Actor("amal", new HashSet<string> { role }, null) { Organisation = "DAR-1" }, _ => null, site.Cabinet)).Problem);
            if (allowed.Contains(Roles.Caseworker))
            {
                // Whoever has the site's files and every role but this one; and an account of no organisation.
                Assert.Equal("ROLE_REQUIRED", (await CallAsync(site, method, Actor.CommandLine, _ => null, site.Cabinet)).Problem);
                Assert.Equal("SHELTER_ORGANISATION_REQUIRED", (await CallAsync(site, method, ShelterSite.Caseworker("amal", "DAR-1") with { Organisation = null }, _ => null, site.Cabinet)).Problem);
            }
        }
    }

    [Fact]
    public async Task A_caseworker_of_another_organisation_is_denied_with_this_one_s_cabinet_and_learns_nothing_with_their_own()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await ToldByVictims.RecordAsync(site);
        var stranger = ShelterSite.Caseworker("sara", "DAR-2");
        Assert.True((await site.Get<OrganisationRegister>().FoundAsync("House two", OrganisationKind.Shelter, "by the ministry", ShelterSite.Passphrase, stranger)).Succeeded);
        using var own = await site.UnlockAsync(stranger);
        var samples = await SamplesAsync(site, file);
        var denied = 0;
        foreach (var method in Methods.Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Cabinet))))
        {
            Assert.Equal("SHELTER_OTHER_ORGANISATION", (await CallAsync(site, method, stranger, samples, site.Cabinet)).Problem);
            // With their own cabinet and everything that they could know of the file.
            var (problem, json) = await CallAsync(site, method, stranger, samples, own);
            if (json is null)
            {
                Assert.NotNull(problem);
                denied++;
                continue;
            }
            Assert.DoesNotContain(file.Pseudonym, json);
            foreach (var value in ToldByVictims.Values.Where(v => v != "SPECIMEN QUETZAL" || method.Name != nameof(VictimFiles.OpenAsync)))
                Assert.DoesNotContain(value, json);
        }
        Assert.True(denied >= 18, $"{denied}");
        Assert.True((await site.Get<VictimFiles>().ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Succeeded);
    }

    [Fact]
    public async Task The_auditor_sees_that_a_pseudonym_was_read_and_nothing_of_whom()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await ToldByVictims.RecordAsync(site);
        await site.Get<VictimFiles>().ReadAsync(site.Cabinet, file.Id, FileSection.Medical, null, site.Amal);
        await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Legal, Purpose.MedicalCare, site.Clinic);
        var auditor = new Actor("auditor1", new HashSet<string> { Roles.Auditor }, null);
        var records = (await site.Get<ShelterAudit>().ListAsync(new AuditFilter(), 0, 200, auditor)).Value!.Items;
        Assert.Contains(records, r => r is { Action: ShelterAction.VictimRead, Actor: "amal", Detail: "Medical" } && r.SubjectId == file.Pseudonym);
        Assert.Contains(records, r => r is { Action: ShelterAction.VictimRefused, Actor: "clara" });
        var json = JsonSerializer.Serialize(records);
        Assert.All(ToldByVictims.Values, value => Assert.DoesNotContain(value, json));
    }

    private static async Task<Func<ParameterInfo, object?>> SamplesAsync(ShelterSite site, VictimFile file)
    {
        var consent = Assert.Single((await site.Get<ConsentRegister>().ListAsync(site.Cabinet, file.Id, site.Amal)).Value!);
        var referral = Assert.Single((await site.Get<ReferralDesk>().ListAsync(site.Cabinet, site.Amal)).Value!);
        var stay = Assert.Single((await site.Get<BedRegister>().StaysAsync(site.Cabinet, file.Id, site.Amal)).Value!);
        var waiting = Assert.Single((await site.Get<BedRegister>().WaitingAsync(site.Cabinet, site.Amal)).Value!);
        var day = ToldByVictims.Day.AddDays(1);
        return parameter => (parameter.Name, parameter.ParameterType.Name) switch
        {
            ("fileId", _) => file.Id,
            ("consentId", _) => consent.Id,
            ("referralId", _) => referral.Id,
            ("stayId", _) => stay.Id,
            ("bedId", _) => stay.BedId,
            ("id", _) => parameter.Member.Name == nameof(BedRegister.StopWaitingAsync) ? waiting.Id : parameter.Member.Name == nameof(BedRegister.BeginAsync) ? stay.Id : file.Id,
            ("from", nameof(Stream)) => new MemoryStream("{}"u8.ToArray()),
            ("batch", _) => Guid.NewGuid(),
            ("forWhom", _) => null,
            ("day" or "from" or "until", _) => day,
            ("offset", _) => 0,
            ("take", _) => 200,
            ("version", _) => 1,
            ("identity", _) => ShelterSite.Identity("SPECIMEN QUETZAL"),
            ("content", _) => ShelterSite.Identity("SPECIMEN OTHER"),
            ("section", _) => FileSection.Identity,
            ("purpose", _) => Purpose.MedicalCare,
            ("recipient", _) => "DAR-2",
            ("consent", _) => ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()),
            ("bed", _) => new Bed(stay.BedId, "House A", "1", "1", Suitability.Women, day, null),
            ("end", _) => new StayEnd(ExitReason.OwnWish, DestinationKind.Family, null, null, null),
            ("suitability", _) => Suitability.Women,
            ("level", _) => AlertLevel.Now,
            ("kind", _) => AlertKind.Followed,
            ("organisation", _) => "DAR-1",
            ("member", _) => "amal",
            (_, "String") => "House A",
            _ => throw new InvalidOperationException($"No sample for {parameter.Member.Name}({parameter.ParameterType.Name} {parameter.Name})."),
        };
    }

    private static async Task<(string? Problem, string? Json)> CallAsync(ShelterSite site, MethodInfo method, Actor actor, Func<ParameterInfo, object?> sample, Cabinet cabinet)
    {
        var register = site.Services.GetService(method.DeclaringType!) ?? throw new InvalidOperationException($"{method.DeclaringType} is not registered.");
        var arguments = method.GetParameters().Select(p => p.ParameterType == typeof(Actor) ? actor
            : p.ParameterType == typeof(Cabinet) ? cabinet
            : p.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : sample(p) ?? (p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)).ToArray();
        var task = (Task)method.Invoke(register, arguments)!;
        await task;
        dynamic answer = ((dynamic)task).Result;
        Documents.Findings.Finding? problem = answer.Problem;
        object? value = answer.Value;
        return (problem?.Code, value is null ? null : JsonSerializer.Serialize(value, value.GetType(), ShelterJson.Options));
    }
}
