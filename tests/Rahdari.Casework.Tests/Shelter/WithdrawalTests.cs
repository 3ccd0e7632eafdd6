using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>What was allowed ends, whatever stands in the database.</summary>
public sealed class WithdrawalTests
{
    private const string Tampered = "SHELTER_RECORD_TAMPERED";

    [Fact]
    public async Task A_wrap_that_somebody_puts_there_makes_no_consent_irrevocable()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        var consent = await site.ReferAsync(file);
        await site.TamperAsync(async db =>
        {
            var section = await db.Sections.SingleAsync();
            db.Wraps.Add(Wrap(section, "JUNK-1"));
        });
        Assert.NotNull((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Value?.RevokedAt);
        await using var db = site.Open();
        Assert.Equal("DAR-1", (await db.Wraps.SingleAsync()).Organisation);
        Assert.NotNull((await db.Consents.SingleAsync()).RevokedAt);
        Assert.Empty((await site.Get<ShelterVerifier>().WalkAsync(null, default)).Faults);
    }

    [Fact]
    public async Task Where_a_section_cannot_be_opened_the_consent_is_revoked_and_the_audit_tells_that_it_keeps_its_key()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        var consent = await site.ReferAsync(file);
        await site.TamperAsync(async db => (await db.Wraps.SingleAsync(w => w.Organisation == "DAR-1")).Wrapped = [1, 2, 3]);

        Assert.NotNull((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Value?.RevokedAt);
        await using var db = site.Open();
        Assert.Empty(await db.Wraps.Where(w => w.Organisation == "CLINIC-1").ToListAsync());
        Assert.Equal(ReferralState.Ended, (await db.Referrals.SingleAsync()).State);
        Assert.Equal("MedicalCare CLINIC-1; 1 sections keep their key", Assert.Single(await site.AuditAsync(ShelterAction.ConsentRevoked)).Detail);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
    }

    [Fact]
    public async Task Of_consents_that_lapsed_those_that_are_whole_end_and_are_audited_and_no_other()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var (one, two, three) = (await site.FileAsync(), await site.FileAsync(), await site.FileAsync());
        var (first, second) = (await site.ReferAsync(one, days: 1), await site.ReferAsync(two, days: 1));
        var declined = await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, three.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow(), 1), site.Amal);
        var offered = await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), declined.Value!.Id, "a fracture", site.Amal);
        await site.Get<ReferralDesk>().DeclineAsync(site.ClinicCabinet, offered.Value!.Id, site.Clinic);
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var cabinet = await site.UnlockAsync(site.Amal);
        Guid before;
        await using (var db = site.Open())
            before = (await db.Sections.SingleAsync(s => s.FileId == three.Id)).KeyId;
        await site.TamperAsync(async db => (await db.Consents.SingleAsync(c => c.Id == first.Id)).Details = [1, 2, 3]);

        Assert.Equal(Tampered, (await site.Get<ConsentRegister>().EndLapsedAsync(cabinet, site.Amal)).Problem?.Code);
        Assert.Equal([two.Pseudonym, three.Pseudonym], (await site.AuditAsync(ShelterAction.ConsentLapsed)).Select(a => a.SubjectId!).OrderBy(p => p == three.Pseudonym));
        await using (var db = site.Open())
        {
            Assert.Equal(one.Id, (await db.Wraps.SingleAsync(w => w.Organisation == "CLINIC-1")).FileId);
            Assert.NotEqual(before, (await db.Sections.SingleAsync(s => s.FileId == three.Id)).KeyId); // Who declined may have kept it.
        }
        Assert.Equal($"The row consent/{first.Id:N} is not what was signed.", Assert.Single((await site.Get<ShelterVerifier>().WalkAsync(null, default)).Faults).Detail);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_member_is_shut_out_also_where_a_damaged_row_keeps_the_keys_from_changing_and_the_keys_change_later()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var register = site.Get<OrganisationRegister>();
        var file = await site.FileAsync();
        var enrolled = await register.EnrolAsync(ShelterSite.Passphrase, site.Bibi);
        await register.AdmitAsync(site.Cabinet, "bibi", enrolled.Value!.Fingerprint, site.Amal);
        using var hers = await site.UnlockAsync(site.Bibi);
        var whole = Array.Empty<byte>();
        await site.TamperAsync(async db =>
        {
            var section = await db.Sections.SingleAsync();
            (whole, section.Content) = (section.Content, [1, 2, 3]);
        });
        Assert.Equal(Tampered, (await register.RemoveAsync(site.Cabinet, "bibi", site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_CABINET_CLOSED", (await site.Get<VictimFiles>().ListAsync(hers, 0, 10, site.Bibi)).Problem?.Code);
        Assert.Equal("SHELTER_MEMBER_NOT_ADMITTED", (await register.OpenAsync(ShelterSite.Passphrase, site.Bibi)).Problem?.Code);
        Assert.Contains("keys not changed", Assert.Single(await site.AuditAsync(ShelterAction.MemberRemoved)).Detail);

        await site.TamperAsync(async db => (await db.Sections.SingleAsync()).Content = whole);
        Assert.True((await site.Get<VictimFiles>().ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Succeeded);
        Assert.True((await register.RemoveAsync(site.Cabinet, "bibi", site.Amal)).Succeeded);
        Assert.False(site.Cabinet.IsOpen);
    }

    [Fact]
    public async Task New_keys_go_to_nobody_without_a_consent_in_force_whatever_wraps_are_there()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var register = site.Get<OrganisationRegister>();
        var (planted, lapsed, allowed) = (await site.FileAsync(), await site.FileAsync(), await site.FileAsync());
        await site.ReferAsync(lapsed, days: 1);
        await site.ReferAsync(allowed);
        await site.ForgeAsync(async db => db.Wraps.Add(Wrap(await db.Sections.SingleAsync(s => s.FileId == planted.Id), "CLINIC-1")));
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var cabinet = await site.UnlockAsync(site.Amal);
        await register.EnrolAsync(ShelterSite.Passphrase, site.Bibi);
        Assert.True((await register.RemoveAsync(cabinet, "bibi", site.Amal)).Succeeded);
        await using var db = site.Open();
        Assert.Equal([allowed.Id], await db.Wraps.Where(w => w.Organisation == "CLINIC-1").Select(w => w.FileId).Distinct().ToListAsync());
    }

    [Fact]
    public async Task A_consent_whose_purpose_and_recipient_were_forged_and_signed_shares_nothing()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync();
        var consent = (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("DAR-1", Purpose.Statistics, site.Clock.GetUtcNow()), site.Amal)).Value!;
        await site.ForgeAsync(async db =>
        {
            var row = db.Entry(await db.Consents.SingleAsync());
            row.Property(c => c.Purpose).CurrentValue = Purpose.MedicalCare;
            row.Property(c => c.Recipient).CurrentValue = "CLINIC-1";
            db.Referrals.Add(new ReferralRow
            {
                Id = Guid.NewGuid(),
                FileId = file.Id,
                ConsentId = consent.Id,
                Purpose = Purpose.MedicalCare,
                From = "DAR-1",
                To = "CLINIC-1",
                State = ReferralState.Accepted,
                OfferedAt = site.Clock.GetUtcNow(),
                Message = [],
            });
        });
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, new MedicalSection([new DatedNote(new(2026, 3, 1), "a fracture")], null), 0, site.Amal)).Succeeded);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await files.ExportAsync(site.Cabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), consent.Id, "a fracture", site.Amal)).Problem?.Code);
        Assert.False((await files.ReadAsync(site.ClinicCabinet, file.Id, FileSection.Medical, Purpose.MedicalCare, site.Clinic)).Succeeded);
        await using var db = site.Open();
        Assert.Empty(await db.Wraps.Where(w => w.Organisation == "CLINIC-1").ToListAsync());
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("declined")]
    public async Task The_message_of_a_referral_is_read_no_longer_than_the_consent_allows(string how)
    {
        await using var site = await ShelterSite.FoundedAsync();
        var desk = site.Get<ReferralDesk>();
        var file = await site.FileAsync();
        var consent = (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow(), 1), site.Amal)).Value!;
        var referral = (await desk.OfferAsync(site.Cabinet, Guid.NewGuid(), consent.Id, "a fracture", site.Amal)).Value!;
        Assert.Equal("a fracture", Assert.Single((await desk.ListAsync(site.ClinicCabinet, site.Clinic)).Value!).Message);
        Assert.Contains(await site.AuditAsync(ShelterAction.VictimRead), a => a.Actor == "clara" && a.SubjectId == file.Pseudonym && a.Detail == "message for MedicalCare");
        if (how == "revoked")
            Assert.True((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Succeeded);
        else if (how == "expired")
            site.Clock.Advance(TimeSpan.FromDays(1));
        else
            Assert.Null((await desk.DeclineAsync(site.ClinicCabinet, referral.Id, site.Clinic)).Value!.Message);
        using var clinic = await site.UnlockAsync(site.Clinic);
        Assert.Null(Assert.Single((await desk.ListAsync(clinic, site.Clinic)).Value!).Message);
        await using var db = site.Open();
        if (how != "expired")
            Assert.Empty((await db.Referrals.SingleAsync()).Message);

        // Nor does what is left of it keep the recipient from changing its own keys.
        var dora = ShelterSite.Caseworker("dora", "CLINIC-1");
        await site.Get<OrganisationRegister>().EnrolAsync(ShelterSite.Passphrase, dora);
        Assert.True((await site.Get<OrganisationRegister>().RemoveAsync(clinic, "dora", site.Clinic)).Succeeded);
    }

    [Fact]
    public async Task Declining_a_second_referral_leaves_what_the_first_allows()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        var consent = await site.ReferAsync(file);
        var again = await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), consent.Id, "once more", site.Amal);
        Assert.True((await site.Get<ReferralDesk>().DeclineAsync(site.ClinicCabinet, again.Value!.Id, site.Clinic)).Succeeded);
        Assert.True((await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Succeeded);
    }

    [Theory]
    [InlineData(ShelterSite.Sqlite, true)]
    [InlineData(ShelterSite.Sqlite, false)]
    [InlineData(ShelterSite.Postgres, true)]
    public async Task The_police_read_an_alert_no_longer_than_the_victim_consents(string engine, bool isRevoked)
    {
        await using var site = await ShelterSite.FoundedAsync(engine);
        var file = await site.FileAsync();
        var consent = (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("AHTC-KHI", Purpose.PoliceAlert, site.Clock.GetUtcNow(), 1), site.Amal)).Value!;
        Assert.True((await site.Get<AlertDesk>().RaiseAsync(site.Cabinet, Guid.NewGuid(), file.Id, AlertLevel.Now, AlertKind.Followed, "followed home", "stay inside", "AHTC-KHI", site.Amal)).Succeeded);
        var investigator = new Actor("inspector", new HashSet<string> { Roles.Investigator }, null) { Circle = "AHTC-KHI" };
        Assert.Single((await site.Get<PoliceAlerts>().ListAsync(investigator)).Value!);
        Assert.Contains(await site.AuditAsync(ShelterAction.AlertsRead), a => a.Actor == "inspector" && a.SubjectId == file.Pseudonym);
        if (isRevoked)
            await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal);
        else
            site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await site.Get<PoliceAlerts>().ListAsync(investigator)).Value!);
    }

    private static WrapRow Wrap(SectionRow section, string organisation) =>
        new() { FileId = section.FileId, Section = section.Section, Organisation = organisation, KeyId = section.KeyId, OrganisationKeyId = Guid.NewGuid(), Wrapped = [1, 2, 3] };
}
