using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Evidence;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Tests.Evidence;

public sealed class EvidenceTests
{
    private static readonly EvidenceTold Recording = new("Recording of a call", EvidenceKind.Recording, new DateOnly(2026, 2, 20), "Lahore", "Store room 1", "Specimen witness", "call.bin");
    private static readonly EvidenceTold Object = new("A ledger of debts", EvidenceKind.Thing, new DateOnly(2026, 2, 20), "Lahore", "Store room 1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => CaseworkSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_rests_encrypted_and_everything_that_happens_to_it_stays(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        var register = site.Get<EvidenceRegister>();
        var state = await site.OpenCaseAsync();
        var bytes = new byte[(2 * EvidenceContent.PartLength) + 77];
        new Random(7).NextBytes(bytes);
        "SPECIMEN SPOKEN WORDS"u8.CopyTo(bytes.AsSpan(EvidenceContent.PartLength - 5)); // Across two parts.
        var id = Guid.NewGuid();
        var taken = await register.TakeAsync(state.Id, id, Recording, new MemoryStream(bytes), site.Investigator, Cancellation);
        Assert.True(taken.Succeeded, taken.Problem?.ToString());
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), (long)bytes.Length, 1), (taken.Value.Taken.Sha256, taken.Value.Taken.Length, taken.Value.Item));

        // Sent again after a lost answer: one piece, and what was written twice is taken back.
        Assert.Equal(1, (await register.TakeAsync(state.Id, id, Recording, new MemoryStream(bytes), site.Investigator, Cancellation)).Value?.Item);
        Assert.Equal("CASE_KEY_TAKEN", (await register.TakeAsync(state.Id, id, Recording, new MemoryStream([1]), site.Investigator, Cancellation)).Problem?.Code);
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            var parts = await db.EvidenceParts.ToListAsync(Cancellation);
            Assert.Equal(3, parts.Count);
            Assert.DoesNotContain(parts, part => part.Sealed.AsSpan().IndexOf("SPECIMEN SPOKEN"u8) >= 0 || part.Sealed.AsSpan().IndexOf(bytes.AsSpan(0, 32)) >= 0);
        }

        await site.RestartAsync();
        register = site.Get<EvidenceRegister>();
        var read = await register.ReadAsync(id, "To hear it with the prosecutor", site.Investigator, Cancellation);
        using var heard = new MemoryStream();
        Assert.True(await read.Value!.CopyToAsync(heard, Cancellation));
        Assert.Equal(bytes, heard.ToArray());
        Assert.IsType<EvidenceChecked>((await register.CheckAsync(id, site.Investigator, Cancellation)).Value!.Chain[^1].Fact);
        var handing = Guid.NewGuid();
        var handed = new HandedOver("Forensic laboratory (specimen)", "R-7", "Analysis of the voice");
        Assert.True((await register.HandOverAsync(id, handing, handed, site.Investigator, Cancellation)).Succeeded);
        Assert.Equal(4, (await register.HandOverAsync(id, handing, handed, site.Investigator, Cancellation)).Value?.Chain.Count);
        var item = Assert.Single((await register.ListAsync(state.Id, site.Auditor, Cancellation)).Value!);
        Assert.Equal(["EvidenceTaken", "EvidenceRead", "EvidenceChecked", "HandedOver"], item.Chain.Select(e => e.Fact.GetType().Name));
        Assert.Equal(("Forensic laboratory (specimen)", true), (item.Holder, ((EvidenceChecked)item.Chain[2].Fact).IsIntact));
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);

        Assert.Equal("ROLE_REQUIRED", (await register.DisposeAsync(id, Guid.NewGuid(), new Disposed("Order 1", "Returned"), site.Investigator, Cancellation)).Problem?.Code);
        Assert.True((await register.DisposeAsync(id, Guid.NewGuid(), new Disposed("Order 1", "Returned"), site.Head, Cancellation)).Succeeded);
        Assert.Equal("EVIDENCE_DISPOSED", (await register.ReadAsync(id, "Once more", site.Head, Cancellation)).Problem?.Code);
        await using (var db = site.Get<CaseworkStorage>().Open())
            Assert.Equal(0, await db.EvidenceParts.CountAsync(Cancellation));
        Assert.Empty((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults);
    }

    [Theory]
    [InlineData("UPDATE evidence_parts SET number = 9 WHERE number = 1")]
    [InlineData("DELETE FROM evidence_parts WHERE number = 1")]
    [InlineData("DELETE FROM evidence_parts WHERE number = 0")]
    [InlineData("UPDATE evidence_parts SET sealed = zeroblob(100) WHERE number = 0")]
    public async Task A_file_that_was_changed_is_never_handed_out_as_what_was_taken(string tampering)
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (register, state, id) = (site.Get<EvidenceRegister>(), await site.OpenCaseAsync(), Guid.NewGuid());
        await register.TakeAsync(state.Id, id, Recording, new MemoryStream(new byte[EvidenceContent.PartLength + 5]), site.Investigator, Cancellation);
        await using (var db = site.Get<CaseworkStorage>().Open())
            Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(tampering, Cancellation));
        var read = await register.ReadAsync(id, "To see", site.Investigator, Cancellation);
        Assert.False(await read.Value!.CopyToAsync(Stream.Null, Cancellation));
        Assert.False(((EvidenceChecked)(await register.CheckAsync(id, site.Investigator, Cancellation)).Value!.Chain[^1].Fact).IsIntact);
        Assert.Contains((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults, fault => fault.Code == "ROW_CHANGED");
    }

    [Fact]
    public async Task A_file_of_another_piece_cannot_stand_in_its_place()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (register, state, first, second) = (site.Get<EvidenceRegister>(), await site.OpenCaseAsync(), Guid.NewGuid(), Guid.NewGuid());
        await register.TakeAsync(state.Id, first, Recording, new MemoryStream([1, 2, 3]), site.Investigator, Cancellation);
        await register.TakeAsync(state.Id, second, Recording, new MemoryStream([4, 5, 6]), site.Investigator, Cancellation);
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            var rows = await db.Evidence.OrderBy(e => e.Item).ToListAsync(Cancellation);
            (rows[0].ContentId, rows[0].WrappedKey) = (rows[1].ContentId, rows[1].WrappedKey);
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.Equal("VAULT_UNREADABLE", (await register.CheckAsync(first, site.Investigator, Cancellation)).Problem?.Code); // A key is no proof against the file.
        Assert.Contains((await site.Get<CaseworkVerifier>().VerifyAsync(null, site.Auditor, Cancellation)).Value!.Faults, fault => fault.Code == "ROW_CHANGED");
        var read = await register.ReadAsync(first, "To see", site.Investigator, Cancellation);
        Assert.False(await read.Value!.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task What_broke_off_leaves_nothing_behind_and_an_empty_file_is_one()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (register, state) = (site.Get<EvidenceRegister>(), await site.OpenCaseAsync());
        await Assert.ThrowsAsync<IOException>(() => register.TakeAsync(state.Id, Guid.NewGuid(), Recording, new Broken(3), site.Investigator, Cancellation));
        await using (var db = site.Get<CaseworkStorage>().Open())
            Assert.Equal(0, await db.EvidenceParts.CountAsync(Cancellation));
        var id = Guid.NewGuid();
        Assert.Equal(0, (await register.TakeAsync(state.Id, id, Recording, new MemoryStream(), site.Investigator, Cancellation)).Value?.Taken.Length);
        Assert.True(await (await register.ReadAsync(id, "To see", site.Investigator, Cancellation)).Value!.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task A_thing_has_a_chain_and_no_file_and_fields_are_held_to_what_they_may_be()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (register, state, id) = (site.Get<EvidenceRegister>(), await site.OpenCaseAsync(), Guid.NewGuid());
        Assert.False((await register.TakeAsync(state.Id, id, Object, null, site.Investigator, Cancellation)).Value!.HasFile);
        Assert.Equal("EVIDENCE_WITHOUT_FILE", (await register.ReadAsync(id, "To see", site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("EVIDENCE_WITHOUT_FILE", (await register.CheckAsync(id, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_FIELD_INVALID", (await register.TakeAsync(state.Id, Guid.NewGuid(), Object, new MemoryStream([1]), site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_FIELD_INVALID", (await register.TakeAsync(state.Id, Guid.NewGuid(), Recording, null, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_FIELD_INVALID", (await register.TakeAsync(state.Id, Guid.NewGuid(), Object with { Title = "a\0b" }, null, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_DAY_INVALID", (await register.TakeAsync(state.Id, Guid.NewGuid(), Object with { TakenOn = new DateOnly(2026, 3, 2) }, null, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_NOT_FOUND", (await register.TakeAsync(Guid.NewGuid(), Guid.NewGuid(), Object, null, site.Investigator, Cancellation)).Problem?.Code);
        Assert.Equal("EVIDENCE_NOT_FOUND", (await register.CheckAsync(Guid.NewGuid(), site.Investigator, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task Another_circle_and_every_other_role_are_refused()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var (register, state, id) = (site.Get<EvidenceRegister>(), await site.OpenCaseAsync(), Guid.NewGuid());
        await register.TakeAsync(state.Id, id, Recording, new MemoryStream([1]), site.Investigator, Cancellation);
        var elsewhere = site.Investigator with { Circle = "AHTC-KHI" };
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.ReadAsync(id, "To see", elsewhere, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.ListAsync(state.Id, elsewhere, Cancellation)).Problem?.Code);
        Assert.Equal("CASE_OF_OTHER_CIRCLE", (await register.TakeAsync(state.Id, Guid.NewGuid(), Object, null, elsewhere, Cancellation)).Problem?.Code);
        foreach (var role in Roles.All.Except([Roles.Investigator, Roles.CaseSupervisor]))
        {
            var actor = CaseworkSite.Of("somebody", role);
            Assert.Equal("ROLE_REQUIRED", (await register.ReadAsync(id, "To see", actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.CheckAsync(id, actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.TakeAsync(state.Id, Guid.NewGuid(), Object, null, actor, Cancellation)).Problem?.Code);
            Assert.Equal(role == Roles.Auditor, (await register.ListAsync(state.Id, actor, Cancellation)).Succeeded);
        }
    }

    /// <summary>A line that breaks after so many megabytes.</summary>
    private sealed class Broken(int parts) : MemoryStream
    {
        private int left = parts;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => left-- > 0 ? ValueTask.FromResult(buffer.Length) : throw new IOException("The line broke off.");
    }
}
