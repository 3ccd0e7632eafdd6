using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

public sealed class ConsentTests
{
    [Fact]
    public async Task A_recipient_reads_what_the_purpose_covers_once_it_accepted_and_nothing_else()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync();
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, new MedicalSection([new DatedNote(new(2026, 3, 1), "a fracture")], null), 0, site.Amal)).Succeeded);
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, new LegalSection([new DatedNote(new(2026, 3, 1), "wants no proceedings")], null, false), 0, site.Amal)).Succeeded);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, Purpose.MedicalCare, site.Clinic)).Problem?.Code);

        var consent = await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()), site.Amal);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
        var referral = await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), consent.Value!.Id, "a fracture", site.Amal);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
        Assert.Equal("a fracture", Assert.Single((await site.Get<ReferralDesk>().ListAsync(site.ClinicCabinet, site.Clinic)).Value!).Message);
        Assert.True((await site.Get<ReferralDesk>().AcceptAsync(site.ClinicCabinet, referral.Value!.Id, site.Clinic)).Succeeded);

        Assert.Equal("a fracture", Assert.IsType<MedicalSection>((await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, Purpose.MedicalCare, site.Clinic)).Value?.Content).Notes[0].Text);
        foreach (var purpose in Enum.GetValues<Purpose>())
            Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Legal, purpose, site.Clinic)).Problem?.Code);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, null, site.Clinic)).Problem?.Code);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.WriteAsync(site.ClinicCabinet, file.Id, new MedicalSection([], null), 1, site.Clinic)).Problem?.Code);

        // What is written later is read too, also a section that did not exist.
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, new SafetySection([new DatedNote(new(2026, 3, 2), "call the guard")], null), 0, site.Amal)).Succeeded);
        Assert.True((await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Safety, Purpose.MedicalCare, site.Clinic)).Succeeded);
        var export = await files.ExportAsync(site.ClinicCabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Clinic);
        Assert.Equal([FileSection.Identity, FileSection.Medical, FileSection.Safety], export.Value?.Sections.Select(s => s.Section));
    }

    [Fact]
    public async Task A_recipient_finds_a_file_with_what_it_was_given_it_for_until_the_consent_is_taken_back()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync();
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, new LegalSection([], null, false), 0, site.Amal)).Succeeded);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.FindAsync(site.ClinicCabinet, file.Id, site.Clinic)).Problem?.Code);
        Assert.Equal(ShelterAction.VictimRefused, Assert.Single(await site.AuditAsync(ShelterAction.VictimRefused)).Action);

        var consent = await site.ReferAsync(file);
        var found = (await files.FindAsync(site.ClinicCabinet, file.Id, site.Clinic)).Value!;
        Assert.Equal(file.Pseudonym, found.Pseudonym);
        Assert.Equal([Purpose.MedicalCare], found.For);
        Assert.Equal([FileSection.Identity], found.Sections);
        Assert.Equal([Purpose.MedicalCare], Assert.Single((await files.ListAsync(site.ClinicCabinet, 0, 10, site.Clinic)).Value!.Items).For);
        var own = (await files.FindAsync(site.Cabinet, file.Id, site.Amal)).Value!;
        Assert.Equal([FileSection.Identity, FileSection.Legal], own.Sections);
        Assert.Empty(own.For);

        Assert.True((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Succeeded);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.FindAsync(site.ClinicCabinet, file.Id, site.Clinic)).Problem?.Code);
    }

    [Fact]
    public async Task A_revoked_consent_ends_reading_and_export_at_once_and_takes_the_keys()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync();
        var consent = await site.ReferAsync(file);
        Assert.True((await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Succeeded);
        Assert.True((await files.ExportAsync(site.Cabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Amal)).Succeeded);
        byte[] before;
        await using (var db = site.Open())
            before = (await db.Sections.SingleAsync()).Content;

        var revoked = await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal);
        Assert.NotNull(revoked.Value?.RevokedAt);
        await using (var db = site.Open())
        {
            Assert.Empty(await db.Wraps.Where(w => w.Organisation == "CLINIC-1").ToListAsync());
            Assert.NotEqual(before, (await db.Sections.SingleAsync()).Content);
        }
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ExportAsync(site.ClinicCabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Clinic)).Problem?.Code);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ExportAsync(site.Cabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Amal)).Problem?.Code);
        Assert.Empty((await files.ListAsync(site.ClinicCabinet, 0, 10, site.Clinic)).Value!.Items);

        // Help goes on: the owner reads as before.
        Assert.True((await files.ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Succeeded);
    }

    [Fact]
    public async Task A_consent_that_has_ended_allows_nothing_even_before_its_keys_are_taken()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync();
        await site.ReferAsync(file, days: 1);
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var clinic = await site.UnlockAsync(site.Clinic);
        using var own = await site.UnlockAsync(site.Amal);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ReadAsync(clinic, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ExportAsync(own, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Amal)).Problem?.Code);
        Assert.Single((await site.Get<ConsentRegister>().EndLapsedAsync(own, site.Amal)).Value!);
        await using var db = site.Open();
        Assert.Empty(await db.Wraps.Where(w => w.Organisation == "CLINIC-1").ToListAsync());
    }

    [Fact]
    public async Task A_declined_referral_leaves_no_wraps()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        var consent = await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()), site.Amal);
        var referral = await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), consent.Value!.Id, "a fracture", site.Amal);
        Assert.True((await site.Get<ReferralDesk>().DeclineAsync(site.ClinicCabinet, referral.Value!.Id, site.Clinic)).Succeeded);
        Assert.Equal("SHELTER_REFERRAL_ANSWERED", (await site.Get<ReferralDesk>().AcceptAsync(site.ClinicCabinet, referral.Value.Id, site.Clinic)).Problem?.Code);
        Guid before;
        await using (var db = site.Open())
        {
            Assert.Empty(await db.Wraps.Where(w => w.Organisation == "CLINIC-1").ToListAsync());
            before = (await db.Sections.SingleAsync()).KeyId;
        }
        // Who declined may have looked: when the consent is revoked the sections get new keys all the same.
        Assert.True((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Value.Id, site.Amal)).Succeeded);
        await using (var db = site.Open())
            Assert.NotEqual(before, (await db.Sections.SingleAsync()).KeyId);
    }

    [Fact]
    public async Task For_a_child_a_guardian_consents_or_its_best_interests_and_a_refusal_is_recorded()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var consents = site.Get<ConsentRegister>();
        var child = await site.FileAsync(ShelterSite.Identity("SPECIMEN CHILD", age: AgeGroup.Child));
        var own = ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow());
        Assert.Equal("SHELTER_CONSENT_BY_OTHER", (await consents.RecordAsync(site.Cabinet, child.Id, own, site.Amal)).Problem?.Code);
        var undocumented = own with { Details = own.Details with { GivenBy = ConsentBy.BestInterests, Guardian = "Child protection bureau" } };
        Assert.Equal("document", (await consents.RecordAsync(site.Cabinet, child.Id, undocumented, site.Amal)).Problem?.Field);
        Assert.True((await consents.RecordAsync(site.Cabinet, child.Id, undocumented with { Details = undocumented.Details with { Document = "CPB 14/2026" } }, site.Amal)).Succeeded);

        var refusal = own with { Id = Guid.NewGuid(), IsRefusal = true };
        var refused = await consents.RecordAsync(site.Cabinet, child.Id, refusal, site.Amal);
        Assert.False(refused.Value!.IsInForce);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), refusal.Id, "a fracture", site.Amal)).Problem?.Code);
    }

    [Fact]
    public async Task Only_those_who_agreed_are_counted_and_few_are_not_told_nor_what_tells_them_by_subtraction()
    {
        await using var site = await ShelterSite.FoundedAsync();
        for (var i = 0; i < 19; i++)
        {
            var age = i % 2 == 0 ? AgeGroup.YoungAdult : AgeGroup.Adult;
            var file = await site.FileAsync(ShelterSite.Identity($"SPECIMEN {i}", i < 2 ? Sex.Male : i < 10 ? Sex.Unspecified : Sex.Female, age));
            if (i < 18)
                Assert.True((await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("DAR-1", Purpose.Statistics, site.Clock.GetUtcNow()), site.Amal)).Succeeded);
        }
        var counts = (await site.Get<VictimFiles>().CountAsync(site.Cabinet, site.Amal)).Value!;
        Assert.Contains(new CountFact("all", "all", 18), counts);
        Assert.Contains(new CountFact("ageGroup", "Adult", 9), counts);
        Assert.Contains(new CountFact("sex", "Male", null), counts);
        Assert.True(counts.Count(c => c is { Dimension: "sex", Count: null }) >= 2, "What one hidden number is follows from the others.");
    }

    [Fact]
    public async Task Who_may_be_a_child_does_not_consent_alone_and_whoever_becomes_one_is_listed_as_due()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var consents = site.Get<ConsentRegister>();
        var unknown = await site.FileAsync(ShelterSite.Identity(age: AgeGroup.Unknown));
        var own = ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow());
        Assert.Equal("SHELTER_CONSENT_BY_OTHER", (await consents.RecordAsync(site.Cabinet, unknown.Id, own, site.Amal)).Problem?.Code);

        var file = await site.FileAsync();
        await site.ReferAsync(file);
        async Task<IEnumerable<DueItem>> DueAsync() => (await site.Get<VictimFiles>().DueAsync(site.Cabinet, new DateOnly(2026, 3, 1), site.Amal)).Value!.Where(d => d.Kind == DueKind.ConsentByOther);
        Assert.Empty(await DueAsync());
        Assert.True((await site.Get<VictimFiles>().WriteAsync(site.Cabinet, file.Id, ShelterSite.Identity(age: AgeGroup.Adolescent), 1, site.Amal)).Succeeded);
        Assert.Equal(file.Id, Assert.Single(await DueAsync()).FileId);
    }
}
