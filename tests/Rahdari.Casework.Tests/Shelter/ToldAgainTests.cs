using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Referrals;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>What is told again under its id is answered as it was recorded; what differs is refused, for it would be lost; and each answer is audited.</summary>
public sealed class ToldAgainTests
{
    private const string KeyTaken = "CASE_KEY_TAKEN";
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public async Task A_file_and_a_consent()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var (files, consents) = (site.Get<VictimFiles>(), site.Get<ConsentRegister>());
        var id = Guid.NewGuid();
        var file = (await files.OpenAsync(site.Cabinet, id, ShelterSite.Identity(), site.Amal)).Value!;
        Assert.Equal(file.Pseudonym, (await AuditedAsync(site, () => files.OpenAsync(site.Cabinet, id, ShelterSite.Identity(), site.Amal))).Value?.Pseudonym);
        Assert.Equal(KeyTaken, (await files.OpenAsync(site.Cabinet, id, ShelterSite.Identity("SPECIMEN OTHER"), site.Amal)).Problem?.Code);

        var told = ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow());
        var consent = (await consents.RecordAsync(site.Cabinet, id, told, site.Amal)).Value!;
        Assert.Equal(consent, (await AuditedAsync(site, () => consents.RecordAsync(site.Cabinet, id, told, site.Amal))).Value);
        foreach (var other in new[]
        {
            told with { IsRefusal = true }, told with { Purpose = Purpose.LegalAid }, told with { Until = told.Until.AddDays(1) }, told with { Details = told.Details with { Language = "Urdu" } },
        })
            Assert.Equal(KeyTaken, (await consents.RecordAsync(site.Cabinet, id, other, site.Amal)).Problem?.Code);
        Assert.True((await consents.RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Succeeded);
        Assert.True((await AuditedAsync(site, () => consents.RevokeAsync(site.Cabinet, consent.Id, site.Amal))).Succeeded);
        Assert.Single(await site.AuditAsync(ShelterAction.ConsentRevoked));
    }

    [Fact]
    public async Task A_referral_and_its_answer()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var desk = site.Get<ReferralDesk>();
        var file = await site.FileAsync();
        var consent = (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()), site.Amal)).Value!;
        var second = (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.Shelter, site.Clock.GetUtcNow()), site.Amal)).Value!;
        var id = Guid.NewGuid();
        Assert.True((await desk.OfferAsync(site.Cabinet, id, consent.Id, "a fracture", site.Amal)).Succeeded);
        Assert.True((await AuditedAsync(site, () => desk.OfferAsync(site.Cabinet, id, consent.Id, "a fracture", site.Amal))).Succeeded);
        Assert.Equal(KeyTaken, (await desk.OfferAsync(site.Cabinet, id, second.Id, "a fracture", site.Amal)).Problem?.Code);
        Assert.Equal("a fracture", (await desk.AcceptAsync(site.ClinicCabinet, id, site.Clinic)).Value?.Message);
        Assert.Equal("a fracture", (await AuditedAsync(site, () => desk.AcceptAsync(site.ClinicCabinet, id, site.Clinic))).Value?.Message);
    }

    [Fact]
    public async Task A_bed_a_stay_and_a_place_in_the_waiting_list()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var beds = site.Get<BedRegister>();
        var (file, other) = (await site.FileAsync(), await site.FileAsync());
        var bed = new Bed(Guid.NewGuid(), "House A", "1", "left", Suitability.Women, Day, null);
        Assert.True((await beds.AddAsync(site.Cabinet, bed, site.Amal)).Succeeded);
        Assert.True((await beds.AddAsync(site.Cabinet, bed, site.Amal)).Succeeded);
        Assert.Equal(KeyTaken, (await beds.AddAsync(site.Cabinet, bed with { Suitability = Suitability.Men }, site.Amal)).Problem?.Code);
        var (stay, place) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True((await beds.WaitAsync(site.Cabinet, place, other.Id, "House A", Suitability.Women, site.Amal)).Succeeded);
        Assert.True((await AuditedAsync(site, () => beds.WaitAsync(site.Cabinet, place, other.Id, "House A", Suitability.Women, site.Amal))).Succeeded);
        Assert.Equal(KeyTaken, (await beds.WaitAsync(site.Cabinet, place, other.Id, "House B", Suitability.Women, site.Amal)).Problem?.Code);
        Assert.True((await beds.BeginAsync(site.Cabinet, stay, file.Id, bed.Id, Day, site.Amal)).Succeeded);
        Assert.True((await AuditedAsync(site, () => beds.BeginAsync(site.Cabinet, stay, file.Id, bed.Id, Day, site.Amal))).Succeeded);
        Assert.Equal(KeyTaken, (await beds.BeginAsync(site.Cabinet, stay, file.Id, bed.Id, Day.AddDays(1), site.Amal)).Problem?.Code);
    }

    [Fact]
    public async Task An_alert_never_claims_that_a_circle_was_told_which_was_not()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        Assert.True((await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("AHTC-KHI", Purpose.PoliceAlert, site.Clock.GetUtcNow()), site.Amal)).Succeeded);
        var id = Guid.NewGuid();
        Task<Answer<RaisedAlert>> Raise(string? circle, string what = "seen at the gate") =>
            site.Get<AlertDesk>().RaiseAsync(site.Cabinet, id, file.Id, AlertLevel.Now, AlertKind.TraffickerSeen, what, "stay inside", circle, site.Amal);
        Assert.Null((await Raise(null)).Value!.Circle);
        Assert.Null((await AuditedAsync(site, () => Raise(null))).Value!.Circle);
        Assert.Equal(KeyTaken, (await Raise("AHTC-KHI")).Problem?.Code);
        Assert.Equal(KeyTaken, (await Raise(null, "seen at the ferry")).Problem?.Code);
        await site.TamperAsync(async db => (await db.Alerts.SingleAsync()).SeenAt = site.Clock.GetUtcNow());
        Assert.Equal("SHELTER_RECORD_TAMPERED", (await Raise(null)).Problem?.Code);
    }

    [Fact]
    public async Task An_alert_names_the_organisations_that_it_did_not_reach()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        await site.ReferAsync(file);
        // The clinic makes its keys anew, and nobody has been told.
        var dora = ShelterSite.Caseworker("dora", "CLINIC-1");
        await site.Get<Rahdari.Casework.Shelter.Organisations.OrganisationRegister>().EnrolAsync(ShelterSite.Passphrase, dora);
        Assert.True((await site.Get<Rahdari.Casework.Shelter.Organisations.OrganisationRegister>().RemoveAsync(site.ClinicCabinet, "dora", site.Clinic)).Succeeded);
        var raised = await site.Get<AlertDesk>().RaiseAsync(site.Cabinet, Guid.NewGuid(), file.Id, AlertLevel.Now, AlertKind.Followed, "followed home", "stay inside", null, site.Amal);
        Assert.Equal(["DAR-1"], raised.Value!.Organisations);
        Assert.Equal(["CLINIC-1"], raised.Value.NotReached);
    }

    /// <summary>The answer, of which there must be a record.</summary>
    private static async Task<Answer<T>> AuditedAsync<T>(ShelterSite site, Func<Task<Answer<T>>> ask)
        where T : class
    {
        await using var db = site.Open();
        var before = await db.Audit.CountAsync();
        var answer = await ask();
        Assert.True(await db.Audit.CountAsync() > before, "Told again, it was handed out without a record.");
        return answer;
    }
}
