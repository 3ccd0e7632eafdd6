using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;

namespace Rahdari.Casework.Tests.Shelter;

public sealed class CabinetTests
{
    [Fact]
    public async Task A_cabinet_opens_with_the_passphrase_alone_and_closes_when_left()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        Assert.True((await site.Get<VictimFiles>().ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Succeeded);

        site.Clock.Advance(Cabinet.Idle);
        Assert.False(site.Cabinet.IsOpen);
        Assert.Equal("SHELTER_CABINET_CLOSED", (await site.Get<VictimFiles>().ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_PASSPHRASE_WRONG", (await site.Get<OrganisationRegister>().OpenAsync("seven herons over the sea", site.Amal)).Problem?.Code);
        using var again = await site.UnlockAsync(site.Amal);
        Assert.True((await site.Get<VictimFiles>().ReadAsync(again, file.Id, FileSection.Identity, null, site.Amal)).Succeeded);
    }

    [Fact]
    public async Task Wrong_passphrases_are_counted_across_restarts_and_make_even_the_right_one_wait()
    {
        await using var site = await ShelterSite.FoundedAsync();
        for (var i = 0; i < 3; i++)
            Assert.Equal("SHELTER_PASSPHRASE_WRONG", (await site.Get<OrganisationRegister>().OpenAsync($"a wrong passphrase {i}", site.Amal)).Problem?.Code);
        await site.RestartAsync();
        Assert.Equal("SHELTER_TRIES_EXHAUSTED", (await site.Get<OrganisationRegister>().OpenAsync(ShelterSite.Passphrase, site.Amal)).Problem?.Code);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("SHELTER_PASSPHRASE_WRONG", (await site.Get<OrganisationRegister>().OpenAsync("a wrong passphrase again", site.Amal)).Problem?.Code);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("SHELTER_TRIES_EXHAUSTED", (await site.Get<OrganisationRegister>().OpenAsync(ShelterSite.Passphrase, site.Amal)).Problem?.Code);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await site.UnlockAsync(site.Amal)).Dispose();
    }

    [Fact]
    public async Task An_account_opens_nothing_until_a_member_admits_it_by_the_fingerprint_that_they_were_told()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var register = site.Get<OrganisationRegister>();
        Assert.Equal("SHELTER_MEMBER_NOT_ADMITTED", (await register.OpenAsync(ShelterSite.Passphrase, site.Bibi)).Problem?.Code);
        var enrolled = await register.EnrolAsync(ShelterSite.Passphrase, site.Bibi);
        Assert.False(enrolled.Value!.IsAdmitted);
        Assert.Equal("SHELTER_MEMBER_NOT_ADMITTED", (await register.OpenAsync(ShelterSite.Passphrase, site.Bibi)).Problem?.Code);
        Assert.Equal("SHELTER_FINGERPRINT_DIFFERS", (await register.AdmitAsync(site.Cabinet, "bibi", "0000-0000-0000-0000-0000", site.Amal)).Problem?.Code);
        Assert.True((await register.AdmitAsync(site.Cabinet, "bibi", enrolled.Value.Fingerprint.ToLowerInvariant(), site.Amal)).Succeeded);

        var file = await site.FileAsync();
        using var hers = await site.UnlockAsync(site.Bibi);
        var read = await site.Get<VictimFiles>().ReadAsync(hers, file.Id, FileSection.Identity, null, site.Bibi);
        Assert.Equal(ShelterSite.Identity().Name, Assert.IsType<IdentitySection>(read.Value?.Content).Name);
    }

    [Fact]
    public async Task A_member_who_is_removed_reads_nothing_more_and_everything_gets_new_keys()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var register = site.Get<OrganisationRegister>();
        var file = await site.FileAsync();
        await site.ReferAsync(file);
        var enrolled = await register.EnrolAsync(ShelterSite.Passphrase, site.Bibi);
        await register.AdmitAsync(site.Cabinet, "bibi", enrolled.Value!.Fingerprint, site.Amal);
        using var hers = await site.UnlockAsync(site.Bibi);
        byte[] before, keyring;
        await using (var db = site.Open())
        {
            before = (await db.Sections.SingleAsync(s => s.FileId == file.Id)).Content;
            keyring = (await db.Members.SingleAsync(m => m.Name == "amal")).Keyring!;
        }

        var removed = await register.RemoveAsync(site.Cabinet, "bibi", site.Amal);
        Assert.True(removed.Succeeded, $"{removed.Problem} {removed.Problem?.Evidence.Values.FirstOrDefault()}");
        Assert.False(site.Cabinet.IsOpen);
        Assert.Equal("SHELTER_CABINET_CLOSED", (await site.Get<VictimFiles>().ReadAsync(hers, file.Id, FileSection.Identity, null, site.Bibi)).Problem?.Code);
        await using (var db = site.Open())
        {
            Assert.NotEqual(before, (await db.Sections.SingleAsync(s => s.FileId == file.Id)).Content);
            Assert.NotEqual(keyring, (await db.Members.SingleAsync(m => m.Name == "amal")).Keyring);
        }

        // Amal, the paper and the clinic go on.
        using var opened = await site.UnlockAsync(site.Amal);
        Assert.True((await site.Get<VictimFiles>().ReadAsync(opened, file.Id, FileSection.Identity, null, site.Amal)).Succeeded);
        Assert.Single((await site.Get<ConsentRegister>().ListAsync(opened, file.Id, site.Amal)).Value!);
        Assert.True((await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Succeeded);
        Assert.True((await register.RecoverAsync(site.RecoveryCode, "nine storks on a roof", site.Bibi)).Succeeded);
    }

    [Fact]
    public async Task The_recovery_code_admits_once_and_a_new_one_takes_its_place()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        var register = site.Get<OrganisationRegister>();
        Assert.Equal("SHELTER_PASSPHRASE_WRONG", (await register.RecoverAsync(site.RecoveryCode[..^1] + "?", "nine storks on a roof", site.Bibi)).Problem?.Code);
        var recovered = await register.RecoverAsync(site.RecoveryCode.ToLowerInvariant().Replace("-", " "), "nine storks on a roof", site.Bibi);
        Assert.True(recovered.Succeeded, recovered.Problem?.ToString());
        using var hers = await site.UnlockAsync(site.Bibi, "nine storks on a roof");
        Assert.True((await site.Get<VictimFiles>().ReadAsync(hers, file.Id, FileSection.Identity, null, site.Bibi)).Succeeded);
        Assert.Equal("SHELTER_PASSPHRASE_WRONG", (await register.RecoverAsync(site.RecoveryCode, "nine storks on a roof", site.Bibi)).Problem?.Code);
        Assert.True((await register.RecoverAsync(recovered.Value.RecoveryCode, "ten storks on a roof", site.Bibi)).Succeeded);
    }

    [Fact]
    public async Task A_passphrase_is_changed_and_a_weak_one_refused()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var register = site.Get<OrganisationRegister>();
        Assert.Equal("SHELTER_PASSPHRASE_WEAK", (await register.ChangePassphraseAsync(ShelterSite.Passphrase, "short", site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_PASSPHRASE_WEAK", (await register.ChangePassphraseAsync(ShelterSite.Passphrase, "aaaaaaaaaaaaaaaaaaaa", site.Amal)).Problem?.Code);
        Assert.True((await register.ChangePassphraseAsync(ShelterSite.Passphrase, "nine storks on a roof", site.Amal)).Succeeded);
        Assert.Equal("SHELTER_PASSPHRASE_WRONG", (await register.OpenAsync(ShelterSite.Passphrase, site.Amal)).Problem?.Code);
        (await site.UnlockAsync(site.Amal, "nine storks on a roof")).Dispose();
    }

    [Fact]
    public async Task A_cabinet_that_closes_midway_is_an_answer()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var answer = await site.Get<ShelterWriter>().RunAsync<VictimFile>(
            site.Cabinet,
            site.Amal,
            null,
            _ =>
            {
                site.Cabinet.Close();
                site.Cabinet.SealOwn("nothing", "nothing");
                throw new InvalidOperationException("A closed cabinet sealed something.");
            },
            CancellationToken.None);
        Assert.Equal("SHELTER_CABINET_CLOSED", answer.Problem?.Code);
    }

    [Fact]
    public async Task An_opened_cabinet_shows_whose_keys_it_holds()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var listed = (await site.Get<OrganisationRegister>().ListAsync(site.Amal)).Value!.Single(o => o.Code == "DAR-1");
        Assert.Equal(listed.Fingerprint, site.Cabinet.Fingerprint);
        Assert.NotEqual(site.ClinicCabinet.Fingerprint, site.Cabinet.Fingerprint);
        await using (var db = site.Open())
            await db.Organisations.ExecuteUpdateAsync(s => s.SetProperty(o => o.Contact, "elsewhere"));
        Assert.Equal("SHELTER_RECORD_TAMPERED", (await site.Get<OrganisationRegister>().ListAsync(site.Amal)).Problem?.Code);
    }

    [Fact]
    public async Task What_no_database_keeps_is_refused()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var register = site.Get<OrganisationRegister>();
        Assert.Equal("SHELTER_PASSPHRASE_WEAK", (await register.EnrolAsync("seven herons \ud800 the lake", site.Bibi)).Problem?.Code);
        Assert.Equal("kind", (await register.FoundAsync("House", (OrganisationKind)99, "here", ShelterSite.Passphrase, ShelterSite.Caseworker("sara", "DAR-2"))).Problem?.Field);
        Assert.Equal("member", (await register.AdmitAsync(site.Cabinet, "bi\0bi", "0000", site.Amal)).Problem?.Field);
        Assert.Equal("organisation", (await register.TrustAsync(site.Cabinet, "DAR\0", "0000", site.Amal)).Problem?.Field);
        Assert.Equal("shelter", (await site.Get<Rahdari.Casework.Shelter.Beds.BedRegister>().OccupancyAsync(site.Cabinet, "House\0", new DateOnly(2026, 3, 1), site.Amal)).Problem?.Field);
        Assert.Equal("name", (await site.Get<VictimFiles>().OpenAsync(site.Cabinet, Guid.NewGuid(), ShelterSite.Identity("SPECIMEN \udc00"), site.Amal)).Problem?.Field);
        var consent = ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow());
        Assert.Equal("guardian", (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, Guid.NewGuid(), consent with { Details = consent.Details with { Guardian = new string('a', 5000) } }, site.Amal)).Problem?.Field);
    }

    [Fact]
    public async Task Nothing_is_shared_with_a_partner_whose_key_nobody_has_told()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var other = ShelterSite.Caseworker("dana", "LAW-1");
        var founded = await site.Get<OrganisationRegister>().FoundAsync("Lawyers", OrganisationKind.LegalAid, "court road", ShelterSite.Passphrase, other);
        var file = await site.FileAsync();
        var consent = ShelterSite.ConsentTo("LAW-1", Purpose.LegalAid, site.Clock.GetUtcNow());
        Assert.Equal("SHELTER_KEY_NOT_TRUSTED", (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, consent, site.Amal)).Problem?.Code);
        Assert.True((await site.Get<OrganisationRegister>().TrustAsync(site.Cabinet, "LAW-1", founded.Value!.Organisation.Fingerprint, site.Amal)).Succeeded);
        Assert.True((await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, consent, site.Amal)).Succeeded);
    }

    [Fact]
    public void A_site_guards_a_private_key_with_600000_rounds_and_3072_bits()
    {
        Assert.True(KeyStrength.Standard.Iterations >= 600_000);
        using var pair = KeyPair.Make();
        Assert.Equal(3072, pair.KeySize);
        var locked = KeyPair.Locked(pair, ShelterSite.Passphrase, KeyStrength.Standard);
        Assert.Null(KeyPair.Unlocked(locked, "seven herons over the sea"));
        using var same = KeyPair.Unlocked(locked, ShelterSite.Passphrase);
        Assert.Equal(pair.ExportSubjectPublicKeyInfo(), same!.ExportSubjectPublicKeyInfo());
        Assert.Contains(Convert.ToHexString(new byte[] { 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A }), Convert.ToHexString(locked)); // id-aes256-CBC
    }
}
