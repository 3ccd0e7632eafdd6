using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Tests.Ledger;

/// <summary>Whoever changes the register behind its back is found.</summary>
public class CaseworkVerifierTests
{
    public static TheoryData<string> Engines => CaseworkSite.Engines;

    public static TheoryData<string, string> Tampering => new()
    {
        { "UPDATE cases SET stage = 'Closed'", "ROW_CHANGED" },
        { "UPDATE cases SET circle = 'AHTC-KHI'", "ROW_CHANGED" },
        { "UPDATE cases SET next_due = NULL", "ROW_CHANGED" },
        { "UPDATE cases SET state = replace(state, 'SPECIMEN RECRUITER', 'SOMEBODY ELSE')", "ROW_CHANGED" },
        { "DELETE FROM cases", "ROW_DELETED" },
        { "DELETE FROM casework_events WHERE number = 2", "ROW_CHANGED" },
        { "UPDATE casework_audit SET actor = 'nobody'", "ROW_CHANGED" },
        { "DELETE FROM casework_audit WHERE action = 'case.told'", "ROW_DELETED" },
        { "UPDATE casework_ledger SET payload = replace(payload, 'SPECIMEN RECRUITER', 'SOMEBODY ELSE')", "RECORD_CHANGED" },
        { "UPDATE law_books SET reason = 'another'", "ROW_CHANGED" },
        { "DELETE FROM law_books", "ROW_DELETED" },
        { "DELETE FROM casework_ledger WHERE sequence = 3", "RECORD_DELETED" },
        { "DELETE FROM casework_ledger WHERE sequence > 4", "RECORD_DELETED" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_nobody_touched_is_whole(string engine)
    {
        await using var site = await CaseworkSite.OpenAsync(engine);
        await site.TellAsync(await site.OpenCaseAsync(), Told.ToTrial());
        await site.Get<CaseRegister>().ListAsync(new CaseFilter(), 0, 10, site.Head, Cancellation);

        var verified = await site.Get<CaseworkVerifier>().VerifyAsync(null, null, site.Auditor, Cancellation);
        Assert.Empty(verified.Value!.Faults);
        Assert.True(verified.Value.Cases.Checked > 16);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<CaseworkVerifier>().VerifyAsync(null, null, site.Head, Cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Every_tampering_is_named(string sql, string fault)
    {
        await using var site = await CaseworkSite.OpenAsync();
        await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(), Told.Accused());
        await using (var db = site.Get<CaseworkStorage>().Open())
            await db.Database.ExecuteSqlRawAsync(sql, Cancellation);

        var verified = await site.Get<CaseworkVerifier>().VerifyAsync(null, null, site.Auditor, Cancellation);
        Assert.Contains(fault, verified.Value!.Faults.Select(f => f.Code));
    }

    [Fact]
    public async Task An_end_cut_off_with_its_head_is_found_by_the_head_that_was_noted()
    {
        await using var site = await CaseworkSite.OpenAsync();
        await site.OpenCaseAsync();
        var noted = (await site.Get<CaseworkVerifier>().VerifyAsync(null, null, site.Auditor, Cancellation)).Value!;
        await using (var db = site.Get<CaseworkStorage>().Open())
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM casework_ledger WHERE sequence > 2", Cancellation);
            await db.Database.ExecuteSqlRawAsync("UPDATE casework_ledger_heads SET sequence = 2, hash = (SELECT hash FROM casework_ledger WHERE sequence = 2)", Cancellation);
        }

        var verified = await site.Get<CaseworkVerifier>().VerifyAsync($"{noted.Cases.Head}:{noted.Cases.HeadHash}", null, site.Auditor, Cancellation);
        Assert.Contains("END_CUT_OFF", verified.Value!.Faults.Select(f => f.Code));
        Assert.Contains("ANCHOR_INVALID", (await site.Get<CaseworkVerifier>().VerifyAsync("x", null, site.Auditor, Cancellation)).Value!.Faults.Select(f => f.Code));
    }
}
