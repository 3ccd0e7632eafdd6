using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Tests.Shelter;

public sealed class TamperTests
{
    private const string Tampered = "SHELTER_RECORD_TAMPERED";

    private static readonly Actor Auditor = new("auditor1", new HashSet<string> { Roles.Auditor }, null);

    [Fact]
    public async Task A_changed_a_swapped_and_an_older_section_are_refused_and_found()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var (one, two) = (await site.FileAsync(), await site.FileAsync());
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, null, Auditor)).Value!.Faults);
        async Task<string?> ReadAsync(VictimFile file) => (await files.ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Problem?.Code;

        // An older version of the section, as it was signed once.
        SectionRow before;
        await using (var db = site.Open())
            before = await db.Sections.AsNoTracking().SingleAsync(s => s.FileId == one.Id);
        Assert.True((await files.WriteAsync(site.Cabinet, one.Id, ShelterSite.Identity("SPECIMEN AMINA BIBI"), 1, site.Amal)).Succeeded);
        SectionRow after;
        await using (var db = site.Open())
        {
            after = await db.Sections.AsNoTracking().SingleAsync(s => s.FileId == one.Id);
            db.Update(before);
            await db.SaveChangesAsync();
        }
        Assert.Equal(Tampered, await ReadAsync(one));
        await PutAsync(after);
        Assert.Null(await ReadAsync(one));

        // Another file's section.
        SectionRow other;
        await using (var db = site.Open())
            other = await db.Sections.AsNoTracking().SingleAsync(s => s.FileId == two.Id);
        await PutAsync(Copy(after, other.Content));
        Assert.Equal(Tampered, await ReadAsync(one));

        // A bit, anywhere.
        foreach (var place in new[] { 0, 13, 40, after.Content.Length - 1 })
        {
            var content = after.Content.ToArray();
            content[place] ^= 1;
            await PutAsync(Copy(after, content));
            Assert.Equal(Tampered, await ReadAsync(one));
        }
        Assert.Contains((await site.Get<CaseworkVerifier>().VerifyAsync(null, null, Auditor)).Value!.Faults, f => f.Code == "ROW_CHANGED" && f.Detail.Contains($"{one.Id:N}"));

        // Nothing, and nonsense.
        await PutAsync(Copy(after, []));
        Assert.Equal(Tampered, await ReadAsync(one));
        await PutAsync(after);
        Assert.Null(await ReadAsync(one));
        Assert.Empty((await site.Get<ShelterVerifier>().WalkAsync(null, default)).Faults);

        async Task PutAsync(SectionRow row)
        {
            await using var db = site.Open();
            db.Update(row);
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task Even_with_every_signature_right_a_text_opens_in_its_own_place_and_version_alone()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        await using var db = site.Open();
        var row = await db.Sections.AsNoTracking().SingleAsync(s => s.FileId == file.Id);
        var wrap = await db.Wraps.AsNoTracking().SingleAsync(w => w.FileId == file.Id);
        var key = KeyChange.KeyOf(site.Cabinet, wrap, isOwner: true)!;
        Assert.NotNull(Sealing.OpenJson<SectionContent>(key, KeyChange.Belongs(row), row.Content));
        foreach (var elsewhere in new[]
        {
            $"section|{Guid.NewGuid():N}|{row.Section}|{row.KeyId:N}|{row.Version}", $"section|{row.FileId:N}|{FileSection.Medical}|{row.KeyId:N}|{row.Version}",
            $"section|{row.FileId:N}|{row.Section}|{Guid.NewGuid():N}|{row.Version}", $"section|{row.FileId:N}|{row.Section}|{row.KeyId:N}|{row.Version + 1}",
        })
            Assert.Null(Sealing.OpenJson<SectionContent>(key, elsewhere, row.Content));
        // Whoever knows the organisation's public key alone cannot make a wrap that its own members take for theirs.
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Code == "DAR-1");
        wrap.Wrapped = KeyPair.WrapTo(organisation.PublicKey, key);
        Assert.Null(KeyChange.KeyOf(site.Cabinet, wrap, isOwner: true));
    }

    [Theory]
    [MemberData(nameof(ShelterSite.Engines), MemberType = typeof(ShelterSite))]
    public async Task A_revocation_that_is_undone_in_the_database_stays_a_revocation(string engine)
    {
        await using var site = await ShelterSite.FoundedAsync(engine);
        var file = await site.FileAsync();
        var consent = await site.ReferAsync(file);
        List<WrapRow> wraps;
        await using (var db = site.Open())
            wraps = await db.Wraps.AsNoTracking().Where(w => w.Organisation == "CLINIC-1").ToListAsync();
        Assert.True((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Succeeded);
        await using (var db = site.Open())
        {
            await db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.RevokedAt, (DateTimeOffset?)null));
            await db.Referrals.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Rahdari.Casework.Shelter.Referrals.ReferralState.Accepted));
            db.Wraps.AddRange(wraps);
            await db.SaveChangesAsync();
        }
        Assert.Equal(Tampered, (await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
        Assert.Equal(Tampered, (await site.Get<VictimFiles>().ExportAsync(site.Cabinet, file.Id, Purpose.MedicalCare, "CLINIC-1", site.Amal)).Problem?.Code);
        var faults = (await site.Get<CaseworkVerifier>().VerifyAsync(null, null, Auditor)).Value!.Faults;
        Assert.Contains(faults, f => f.Code == "ROW_CHANGED" && f.Detail.Contains("consent/"));
        Assert.Contains(faults, f => f.Code == "ROW_INSERTED" && f.Detail.Contains("wrap/"));
    }

    [Fact]
    public async Task A_row_deleted_and_an_end_cut_off_are_found_and_nothing_is_read_on_a_broken_chain()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        await using (var db = site.Open())
            await db.Wraps.ExecuteDeleteAsync();
        Assert.Contains((await site.Get<ShelterVerifier>().WalkAsync(null, default)).Faults, f => f.Code == "ROW_DELETED");
        await using (var db = site.Open())
        {
            var last = await db.Ledger.MaxAsync(e => e.Sequence);
            await db.Ledger.Where(e => e.Sequence > last - 3).ExecuteDeleteAsync();
        }
        Assert.Equal(Tampered, (await site.Get<VictimFiles>().ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Problem?.Code);
        Assert.Contains((await site.Get<ShelterVerifier>().WalkAsync(null, default)).Faults, f => f.Code.StartsWith("RECORD_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ShelterSite.Engines), MemberType = typeof(ShelterSite))]
    public async Task An_older_state_whose_end_was_cut_off_is_not_taken_after_a_restart_either(string engine)
    {
        await using var site = await ShelterSite.FoundedAsync(engine);
        var file = await site.FileAsync();
        var consent = await site.ReferAsync(file);
        await using var before = site.Open();
        var end = await before.Ledger.MaxAsync(e => e.Sequence);
        var (section, consents, referrals) = (await before.Sections.AsNoTracking().ToListAsync(), await before.Consents.AsNoTracking().ToListAsync(), await before.Referrals.AsNoTracking().ToListAsync());
        var wraps = await before.Wraps.AsNoTracking().ToListAsync();
        Assert.True((await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Succeeded);
        await site.TamperAsync(async db =>
        {
            await db.Ledger.Where(e => e.Sequence > end).ExecuteDeleteAsync();
            await db.Wraps.ExecuteDeleteAsync();
            db.UpdateRange(section);
            db.UpdateRange(consents);
            db.UpdateRange(referrals);
            db.AddRange(wraps);
        });
        await site.RestartAsync();
        Assert.Equal(Tampered, (await site.Get<VictimFiles>().ReadAsync(site.ClinicCabinet, file.Id, FileSection.Identity, Purpose.MedicalCare, site.Clinic)).Problem?.Code);
        var verified = (await site.Get<CaseworkVerifier>().VerifyAsync(null, null, Auditor)).Value!;
        Assert.Contains(verified.Faults, f => f.Code == "RECORD_DELETED");
        Assert.Equal(end, verified.Shelter.Head);
    }

    [Fact]
    public async Task An_end_cut_off_with_its_head_is_found_by_the_head_that_was_noted()
    {
        await using var site = await ShelterSite.FoundedAsync();
        await site.FileAsync();
        var verifier = site.Get<CaseworkVerifier>();
        var noted = (await verifier.VerifyAsync(null, null, Auditor)).Value!.Shelter;
        await site.TamperAsync(async db =>
        {
            var (end, hash) = (noted.Head - 1, (await db.Ledger.AsNoTracking().SingleAsync(e => e.Sequence == noted.Head - 1)).Hash);
            await db.Ledger.Where(e => e.Sequence > end).ExecuteDeleteAsync();
            await db.LedgerHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, end).SetProperty(x => x.Hash, hash));
        });
        Assert.DoesNotContain((await verifier.VerifyAsync(null, null, Auditor)).Value!.Faults, f => f.Code == "END_CUT_OFF");
        Assert.Contains((await verifier.VerifyAsync(null, $"{noted.Head}:{noted.HeadHash}", Auditor)).Value!.Faults, f => f.Code == "END_CUT_OFF");
        Assert.Contains((await verifier.VerifyAsync(null, "x", Auditor)).Value!.Faults, f => f.Code == "ANCHOR_INVALID");
    }

    [Fact]
    public async Task A_deleted_row_is_tampering_and_not_nothing()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var (file, other) = (await site.FileAsync(), await site.FileAsync());
        var consent = await site.ReferAsync(file);
        Assert.Equal("SHELTER_SECTION_EMPTY", (await files.ReadAsync(site.Cabinet, file.Id, FileSection.Medical, null, site.Amal)).Problem?.Code);
        await site.TamperAsync(db => db.Sections.Where(s => s.FileId == file.Id).ExecuteDeleteAsync());
        Assert.Equal(Tampered, (await files.ReadAsync(site.Cabinet, file.Id, FileSection.Identity, null, site.Amal)).Problem?.Code);
        Assert.Equal(Tampered, (await files.WriteAsync(site.Cabinet, file.Id, ShelterSite.Identity(), 0, site.Amal)).Problem?.Code);
        Assert.Equal(Tampered, (await files.SearchAsync(site.Cabinet, "amina", site.Amal)).Problem?.Code);
        Assert.Equal(Tampered, (await files.DueAsync(site.Cabinet, new DateOnly(2026, 3, 1), site.Amal)).Problem?.Code);
        await site.TamperAsync(db => db.Consents.ExecuteDeleteAsync());
        Assert.Equal(Tampered, (await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal)).Problem?.Code);
        await site.TamperAsync(db => db.Files.Where(f => f.Id == other.Id).ExecuteDeleteAsync());
        Assert.Equal(Tampered, (await files.ReadAsync(site.Cabinet, other.Id, FileSection.Identity, null, site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_FILE_NOT_FOUND", (await files.ReadAsync(site.Cabinet, Guid.NewGuid(), FileSection.Identity, null, site.Amal)).Problem?.Code);
    }

    [Fact]
    public void A_row_keeps_the_hash_that_was_signed_of_it_once_its_table_gets_more_columns()
    {
        // As they were signed: where these change, every row of every site reads as tampered.
        var day = new DateOnly(2026, 3, 1);
        var bed = new BedRow { Id = Guid.Parse("00000000-0000-7000-8000-00000000000a"), Organisation = "DAR-1", Shelter = "House A", Room = "1", Name = "left", Suitability = Rahdari.Casework.Shelter.Beds.Suitability.Women, From = day };
        Assert.Equal("e0368bba4aff6204253767bed2addecf35a052256d00bea0caf45c5ec0bb5127", RowFact.HashOf(bed));
        bed.Until = day;
        Assert.Equal("c2b1dcf6b692765c8d3834bc2309a192d4f25842f656b3f55bad790d2392b23f", RowFact.HashOf(bed));
    }

    [Fact]
    public async Task Another_public_key_in_the_database_gets_no_key_of_anybody()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await site.FileAsync();
        using var mine = KeyPair.Make();
        await using (var db = site.Open())
            await db.Organisations.Where(o => o.Code == "CLINIC-1").ExecuteUpdateAsync(s => s.SetProperty(o => o.PublicKey, mine.ExportSubjectPublicKeyInfo()));
        Assert.Equal(Tampered, (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()), site.Amal)).Problem?.Code);
        // Not even where it was signed: the roster, which nobody else can write, holds the fingerprint that was told by voice.
        await site.Get<ShelterWriter>().RunAsync(
            async append =>
            {
                (await append.Db.Organisations.SingleAsync(o => o.Code == "CLINIC-1")).Contact = "signed again";
                return true;
            },
            CancellationToken.None);
        Assert.Equal("SHELTER_KEY_NOT_TRUSTED", (await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()), site.Amal)).Problem?.Code);
    }

    [Fact]
    public async Task What_was_acknowledged_stands_in_the_files_before_the_site_stops()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var file = await ToldByVictims.RecordAsync(site);
        await using var after = await site.CopiedAsync();
        using var cabinet = await after.UnlockAsync(site.Amal);
        foreach (var section in Enum.GetValues<FileSection>())
            Assert.True((await after.Get<VictimFiles>().ReadAsync(cabinet, file.Id, section, null, site.Amal)).Succeeded);
        Assert.Empty((await after.Get<ShelterVerifier>().WalkAsync(null, default)).Faults);
    }

    [Fact]
    public async Task Every_table_of_the_store_is_verified()
    {
        await using var site = await ShelterSite.OpenAsync();
        await using var db = site.Open();
        var rows = db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsSubclassOf(typeof(ShelterRow))).OrderBy(t => t.Name).ToList();
        Assert.Equal(rows, ShelterVerifier.Tables(db).Select(t => t.ElementType).OrderBy(t => t.Name));
        Assert.Equal(rows.Count + 3, db.Model.GetEntityTypes().Count()); // and the ledger, its head, the audit
    }

    private static SectionRow Copy(SectionRow row, byte[] content) => new()
    {
        FileId = row.FileId,
        Section = row.Section,
        KeyId = row.KeyId,
        Version = row.Version,
        WrittenAt = row.WrittenAt,
        WrittenBy = row.WrittenBy,
        Content = content,
    };
}
