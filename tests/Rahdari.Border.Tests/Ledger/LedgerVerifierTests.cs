using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Ledger;

/// <summary>What someone with the database's password could try.</summary>
public class LedgerVerifierTests
{
    private const string Table = "{ledger}";

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_untouched_chain_is_whole(string engine)
    {
        await using var site = await RecordedAsync(engine);
        var verification = await VerifyAsync(site);
        Assert.Empty(verification.Faults);
        Assert.Equal(12, verification.Checked); // four crossings: encounter opened, crossing, encounter decided
        Assert.Equal(12, verification.Head);
        Assert.Empty((await VerifyAsync(site, $"{verification.Head}:{verification.HeadHash}")).Faults);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_changed_record_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await TamperAsync(site, $"UPDATE {Table} SET payload = replace(payload, 'SPECIMENA', 'SPECIMENB') WHERE sequence = 5 AND kind = 'crossing'");
        await ExpectAsync(site, ("RECORD_CHANGED", 5));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_record_changed_with_its_hash_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var entry = await db.Ledger.AsNoTracking().SingleAsync(e => e.Sequence == 5, TestContext.Current.CancellationToken);
            var payload = entry.Payload.Replace("SPECIMENA", "SPECIMENB", StringComparison.Ordinal);
            Assert.NotEqual(entry.Payload, payload);
            var hash = LedgerChain.Hash(entry.PreviousHash, entry.Node, entry.Sequence, entry.Id, entry.Kind, payload);
            await db.Ledger.Where(e => e.Sequence == 5).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, payload).SetProperty(x => x.Hash, hash), TestContext.Current.CancellationToken);
        }
        await ExpectAsync(site, ("RECORD_CHANGED", 5));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_deleted_record_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await TamperAsync(site, $"DELETE FROM {Table} WHERE sequence = 5");
        var verification = await VerifyAsync(site);
        Assert.Contains(verification.Faults, f => f is { Code: "RECORD_DELETED", Sequence: 5 });
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_end_cut_off_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        var before = await VerifyAsync(site);
        await TamperAsync(site, $"DELETE FROM {Table} WHERE sequence > 10");
        Assert.Contains((await VerifyAsync(site)).Faults, f => f is { Code: "RECORD_DELETED", Sequence: 11 });

        // Who also moves the head back, and clears the tables, is found by what an auditor noted before.
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var last = await db.Ledger.AsNoTracking().SingleAsync(e => e.Sequence == 10, TestContext.Current.CancellationToken);
            await db.LedgerHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, 10).SetProperty(x => x.Hash, last.Hash), TestContext.Current.CancellationToken);
            await db.Crossings.Where(c => !db.Ledger.Any(e => e.Id == c.Id)).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.Audit.Where(a => !db.Ledger.Any(e => e.Id == a.Id)).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.Encounters.Where(e => !db.Crossings.Any(c => c.EncounterId == e.Id)).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.LastCrossings.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.CrossingSpans.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.CrossingKeys.Where(k => !db.Crossings.Any(c => c.Id == k.CrossingId)).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await LastCrossings.FollowAsync(db, await db.Crossings.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Empty((await VerifyAsync(site)).Faults);
        Assert.Contains((await VerifyAsync(site, $"{before.Head}:{before.HeadHash}")).Faults, f => f.Code == "END_CUT_OFF");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_inserted_record_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var last = await db.Ledger.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync(TestContext.Current.CancellationToken);
            var id = Guid.CreateVersion7();
            db.Ledger.Add(last with { Sequence = last.Sequence + 1, Id = id, PreviousHash = last.Hash, Hash = LedgerChain.Hash(last.Hash, last.Node, last.Sequence + 1, id, last.Kind, last.Payload) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var verification = await VerifyAsync(site);
        Assert.Contains(verification.Faults, f => f is { Code: "RECORD_INSERTED", Sequence: 13 });
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_record_inserted_between_others_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            // Room is made by moving the later records up; the forged one takes the place.
            for (var sequence = 12; sequence >= 5; sequence--)
                await db.Ledger.Where(e => e.Sequence == sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Sequence, sequence + 1), TestContext.Current.CancellationToken);
            var model = await db.Ledger.AsNoTracking().SingleAsync(e => e.Sequence == 4, TestContext.Current.CancellationToken);
            var id = Guid.CreateVersion7();
            db.Ledger.Add(model with { Sequence = 5, Id = id, PreviousHash = model.Hash, Hash = LedgerChain.Hash(model.Hash, model.Node, 5, id, model.Kind, model.Payload) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var verification = await VerifyAsync(site);
        Assert.Contains(verification.Faults, f => f is { Code: "RECORD_INSERTED", Sequence: 5 });
        Assert.Contains(verification.Faults, f => f is { Code: "RECORD_REORDERED", Sequence: 6 });
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Exchanged_records_are_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await TamperAsync(site, $"UPDATE {Table} SET sequence = 1000 WHERE sequence = 6");
        await TamperAsync(site, $"UPDATE {Table} SET sequence = 6 WHERE sequence = 7");
        await TamperAsync(site, $"UPDATE {Table} SET sequence = 7 WHERE sequence = 1000");
        var verification = await VerifyAsync(site);
        Assert.Contains(verification.Faults, f => f is { Code: "RECORD_REORDERED", Sequence: 6 } && f.Detail.Contains("record 7", StringComparison.Ordinal));
        Assert.Contains(verification.Faults, f => f is { Code: "RECORD_REORDERED", Sequence: 7 } && f.Detail.Contains("record 6", StringComparison.Ordinal));
        Assert.DoesNotContain(verification.Faults, f => f.Code is "RECORD_CHANGED" or "RECORD_INSERTED");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_row_that_differs_from_what_was_signed_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var cancellation = TestContext.Current.CancellationToken;
            var ids = await db.Crossings.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellation);
            await db.Crossings.Where(c => c.Id == ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Reason, "added later"), cancellation);
            await db.Crossings.Where(c => c.Id == ids[1]).ExecuteDeleteAsync(cancellation);
            var third = await db.Crossings.AsNoTracking().SingleAsync(c => c.Id == ids[2], cancellation);
            db.Crossings.Add(third with { Id = Guid.CreateVersion7(), IdempotencyKey = "forged-key" });
            db.Crossings.Add(third with { Id = Guid.CreateVersion7(), IdempotencyKey = "forged-elsewhere", Node = "elsewhere" });
            var signed = await db.Audit.Select(a => a.Id).FirstAsync(cancellation);
            db.Crossings.Add(third with { Id = signed, IdempotencyKey = "forged-as-audit" });
            await db.SaveChangesAsync(cancellation);
        }
        var faults = (await VerifyAsync(site)).Faults;
        Assert.Contains("reason", Assert.Single(faults, f => f.Code == "ROW_CHANGED").Detail, StringComparison.Ordinal);
        Assert.Single(faults, f => f.Code == "ROW_DELETED");
        Assert.Equal(3, faults.Count(f => f.Code == "ROW_INSERTED"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_note_of_the_end_that_is_gone_or_another_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        await using var db = site.Get<BorderStorage>().Open();
        await db.LedgerHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Hash, LedgerChain.Genesis), cancellation);
        Assert.Equal(12, Assert.Single((await VerifyAsync(site)).Faults, f => f.Code == "HEAD_CHANGED").Sequence);
        await db.LedgerHeads.ExecuteDeleteAsync(cancellation);
        Assert.Equal(12, Assert.Single((await VerifyAsync(site)).Faults).Sequence);
        Assert.Equal("HEAD_DELETED", (await VerifyAsync(site)).Faults[0].Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_chain_of_a_node_without_a_key_here_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var last = await db.Ledger.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync(TestContext.Current.CancellationToken);
            db.Ledger.Add(last with { Node = "lhe-1", Id = Guid.CreateVersion7() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Contains("lhe-1", Assert.Single((await VerifyAsync(site)).Faults, f => f.Code == "CHAIN_UNKNOWN").Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_hit_taken_away_added_or_resolved_behind_the_supervisors_back_is_named(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Khanum SPECIMENA"));
        var cancellation = TestContext.Current.CancellationToken;
        var hits = new List<Guid>();
        for (var i = 1; i <= 4; i++)
            hits.Add((await site.PresentAsync(Specimens.Passport($"U0000000{i}", born: $"198{i}-05-17"))).Hits[0].Id);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(hits[0], HitState.Confirmed, "the same person", site.Supervisor, cancellation: cancellation)).Succeeded);
        Assert.Empty((await VerifyAsync(site)).Faults);

        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.Hits.Where(h => h.Id == hits[0]).ExecuteUpdateAsync(h => h.SetProperty(x => x.State, HitState.Dismissed), cancellation);
            await db.Hits.Where(h => h.Id == hits[1]).ExecuteDeleteAsync(cancellation);
            await db.Hits.Where(h => h.Id == hits[2]).ExecuteUpdateAsync(h => h.SetProperty(x => x.State, HitState.Dismissed).SetProperty(x => x.ResolvedBy, "supervisor1"), cancellation);
            await db.Hits.Where(h => h.Id == hits[3]).ExecuteUpdateAsync(h => h.SetProperty(x => x.Reference, "SPEi.9"), cancellation);
        }
        var faults = (await VerifyAsync(site)).Faults;
        Assert.Equal(new[] { hits[0], hits[3] }.Order(), faults.Where(f => f.Code == "ROW_CHANGED").Select(f => f.Id!.Value).Order());
        Assert.Equal(hits[1], Assert.Single(faults, f => f.Code == "ROW_DELETED").Id);
        Assert.Equal((hits[2], "resolution of hit"), Assert.Single(faults.Where(f => f.Code == "ROW_INSERTED").Select(f => (f.Id!.Value, f.Kind))));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_encounter_whose_decision_or_referral_was_undone_or_invented_is_named(string engine)
    {
        await using var site = await RecordedAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var open = await site.PresentAsync(Specimens.Passport("U00000008", born: "1978-03-04"));
        var referred = await site.PresentAsync(Specimens.Passport("U00000009", born: "1979-04-05"));
        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Refer, "nervous"))).Succeeded);
        Assert.Empty((await VerifyAsync(site)).Faults);

        Guid decided;
        await using (var db = site.Get<BorderStorage>().Open())
        {
            decided = await db.Encounters.Where(e => e.CrossingId != null).Select(e => e.Id).FirstAsync(cancellation);
            await db.Encounters.Where(e => e.Id == decided || e.Id == referred.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.State, EncounterState.Open), cancellation);
            await db.Encounters.Where(e => e.Id == open.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.State, EncounterState.Decided), cancellation);
        }
        var faults = (await VerifyAsync(site)).Faults;
        Assert.Equal(new[] { decided, referred.Id }.Order(), faults.Where(f => f.Code == "ROW_CHANGED").Select(f => f.Id!.Value).Order());
        Assert.Equal(open.Id, Assert.Single(faults, f => f.Code == "ROW_INSERTED").Id);
    }

    [Fact]
    public async Task Auditors_and_administrators_verify_and_it_is_audited()
    {
        await using var site = await RecordedAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        var verifier = site.Get<LedgerVerifier>();
        Assert.Equal("ROLE_REQUIRED", (await verifier.VerifyAsync(null, site.Officer, cancellation: cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await verifier.VerifyAsync(null, site.ListManager, cancellation: cancellation)).Problem?.Code);
        Assert.Empty((await verifier.VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults);
        var audit = await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.LedgerVerified }, 0, 10, site.Auditor, cancellation);
        var record = Assert.Single(audit.Value!.Items);
        Assert.Equal((site.Auditor.Name, "12 records, 0 faults"), (record.Actor, record.Detail));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Many_counters_at_once_make_one_chain(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async counter =>
        {
            for (var i = 0; i < 10; i++)
                await site.PassAsync(Specimens.Passport($"U{counter:D2}{i:D6}", born: $"19{60 + counter}-0{1 + (i / 28)}-{1 + (i % 28):D2}"));
        }));
        var verification = await VerifyAsync(site);
        Assert.Empty(verification.Faults);
        Assert.Equal(240, verification.Checked);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Counters_go_on_recording_while_the_ledger_is_verified(string engine)
    {
        await using var site = await RecordedAsync(engine);
        using var halfway = new Halfway();
        var verifying = Task.Run(() => site.Get<LedgerVerifier>().WalkAsync(null, halfway, TestContext.Current.CancellationToken));
        await halfway.Reached;
        await site.PassAsync(Specimens.Passport("U00000009", born: "1979-04-05"));
        halfway.GoOn();
        Assert.Equal(12, (await verifying).Checked);
        Assert.Equal(15, (await VerifyAsync(site)).Checked);
    }

    /// <summary>Four crossings, each of which leaves three records: encounter opened (audit), crossing, encounter decided (audit). The second crossing is record 5.</summary>
    private static async Task<TestSite> RecordedAsync(string engine)
    {
        var site = await TestSite.OpenAsync(engine);
        for (var i = 1; i <= 4; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.PassAsync(Specimens.Passport($"U0000000{i}", born: $"198{i}-05-17"));
        }
        return site;
    }

    [Fact]
    public async Task An_interview_that_was_asked_for_and_taken_out_is_found()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.DecideAsync(await site.PresentAsync(Specimens.Passport()), new Decision(DecisionKind.Refer, Interview: true));
        Assert.Empty((await VerifyAsync(site)).Faults);
        await TamperAsync(site, """UPDATE encounters SET content = replace(content, '"interviewAsked":true', '"interviewAsked":false')""");
        Assert.Equal("ROW_CHANGED", Assert.Single((await VerifyAsync(site)).Faults).Code);
    }

    private static Task<LedgerVerification> VerifyAsync(TestSite site, string? anchor = null) =>
        site.Get<LedgerVerifier>().WalkAsync(anchor, cancellation: TestContext.Current.CancellationToken);

    private static async Task ExpectAsync(TestSite site, params (string Code, long Sequence)[] expected)
    {
        var chain = (await VerifyAsync(site)).Faults.Where(f => f.Code.StartsWith("RECORD_", StringComparison.Ordinal));
        Assert.Equal(expected, chain.Select(f => (f.Code, f.Sequence!.Value)));
    }

    private static async Task TamperAsync(TestSite site, string sql)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var table = db is PostgresBorderContext ? "border.ledger" : "ledger";
        var changed = await db.Database.ExecuteSqlRawAsync(sql.Replace(Table, table, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.True(changed > 0, "Nothing was changed.");
    }

    /// <summary>Holds a verification up once it has read.</summary>
    private sealed class Halfway : IProgress<double>, IDisposable
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim goOn = new();

        public Task Reached => reached.Task;

        public void Report(double value)
        {
            reached.TrySetResult();
            goOn.Wait();
        }

        public void GoOn() => goOn.Set();

        public void Dispose() => goOn.Dispose();
    }
}
