using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using static Rahdari.Border.Tests.Retention.Kept;

namespace Rahdari.Border.Tests.Retention;

/// <summary>What is past its time goes, with its content in the ledger; what stays verifies, and nobody can erase a record unseen.</summary>
public class RetentionPurgeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_stay_past_its_time_goes_with_its_traveller_and_an_open_one_never(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var gone = await JourneyAsync(site, Passport("SPC000001", "SPECIMENGONE", "1981-01-02"));
        var inside = await site.PassAsync(Passport("SPC000002", "SPECIMENINSIDE", "1982-02-03"));
        site.Clock.Advance(TimeSpan.FromDays(600));
        var young = await JourneyAsync(site, Passport("SPC000003", "SPECIMENYOUNG", "1983-03-04"));
        site.Clock.Advance(TimeSpan.FromDays(200));
        await PublishAsync(site, (RecordClass.Crossings, 24), (RecordClass.Audit, 24));
        var before = await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation);

        var plan = (await site.Get<RetentionPurge>().PlanAsync(site.Auditor, Cancellation)).Value!;
        var report = await PurgeAsync(site);

        Assert.True(report.IsComplete);
        Assert.Equal((2, 0, 0, new DateOnly(2026, 3, 3)), (Of(plan, RecordClass.Crossings).Records, Of(plan, RecordClass.Crossings).Held, Of(plan, RecordClass.Crossings).Needed, Of(plan, RecordClass.Crossings).Oldest));
        Assert.Equal(2, Of(report.Erased, RecordClass.Crossings).Records);
        Assert.Equal(6, Of(report.Erased, RecordClass.Audit).Records); // Opened and decided, of three crossings.
        Assert.Empty(await FaultsAsync(site));
        Assert.Empty((await site.Get<LedgerVerifier>().WalkAsync($"{before.Head}:{before.HeadHash}", cancellation: Cancellation)).Faults);
        Assert.Equal(new[] { inside.TravellerId, young.TravellerId, young.TravellerId }, (await CrossingsAsync(site)).Select(c => c.TravellerId));
        await using var db = site.Get<BorderStorage>().Open();
        Assert.False(await db.Travellers.AnyAsync(t => t.Id == gone.TravellerId, Cancellation));
        Assert.False(await db.TravellerDocuments.AnyAsync(d => d.TravellerId == gone.TravellerId, Cancellation));
        Assert.False(await db.TravellerKeys.AnyAsync(k => k.TravellerId == gone.TravellerId, Cancellation));
        Assert.False(await db.Encounters.AnyAsync(e => e.TravellerId == gone.TravellerId, Cancellation));
        Assert.False(await db.CrossingKeys.AnyAsync(k => k.CrossingId == gone.Id, Cancellation));
        Assert.Equal(2, await db.LastCrossings.CountAsync(Cancellation));
        Assert.False(await db.Ledger.AnyAsync(e => e.Payload.Contains("SPECIMENGONE"), Cancellation));
        Assert.Equal(0, (await PurgeAsync(site)).Erased.Classes.Sum(c => c.Records));
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task No_byte_of_the_name_is_left_in_the_file()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await JourneyAsync(site, Passport("SPC000001", "SPECIMENGONE", "1981-01-02"));
        for (var i = 0; i < 20; i++)
            await JourneyAsync(site, Passport($"SPC0001{i:D2}", "SPECIMENGONE", $"1981-02-{i + 1:D2}"));
        Assert.Contains("SPECIMENGONE", await BytesAsync(site), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Audit, 12), (RecordClass.Links, 1));
        await PurgeAsync(site);
        Assert.Empty(await CrossingsAsync(site));
        Assert.Equal(0, await ReadAsync(site, db => db.Travellers.CountAsync(Cancellation)));
        var bytes = await BytesAsync(site);
        Assert.DoesNotContain("SPECIMENGONE", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("SPC0001", bytes, StringComparison.Ordinal);

        static async Task<string> BytesAsync(TestSite site)
        {
            var text = new StringBuilder();
            foreach (var file in Directory.GetFiles(site.Root, "*", SearchOption.AllDirectories).Where(f => f.Contains(".db", StringComparison.Ordinal) || f.Contains("sqlite", StringComparison.Ordinal)))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var copy = new MemoryStream();
                await stream.CopyToAsync(copy, Cancellation);
                text.Append(Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length));
            }
            Assert.NotEqual(0, text.Length);
            return text.ToString();
        }
    }

    [Fact]
    public async Task Nobody_finds_out_what_was_erased_by_hashing_what_it_may_have_been()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await JourneyAsync(site, Passport("SPC000001", "SPECIMENGONE"));
        await using var db = site.Get<BorderStorage>().Open();
        var records = await db.Audit.AsNoTracking().ToDictionaryAsync(a => a.Id, Cancellation);
        var entries = await db.Ledger.AsNoTracking().Where(e => e.Kind == LedgerKind.Audit).ToListAsync(Cancellation);
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            var known = System.Text.Json.JsonSerializer.Serialize(records[entry.Id], BorderJson.Default.AuditRecord);
            Assert.StartsWith(known[..^1], entry.Payload, StringComparison.Ordinal);
            Assert.NotEqual(entry.Hash, LedgerChain.Hash(entry.PreviousHash, entry.Node, entry.Sequence, entry.Id, entry.Kind, known));
        }
        Assert.Equal(entries.Count, entries.Select(e => e.Payload.Split("\"salt\":")[1]).Distinct().Count());
    }

    [Fact]
    public async Task Without_a_schedule_nothing_is_purged_and_a_class_that_it_does_not_name_is_kept()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await JourneyAsync(site, Passport("SPC000001", "SPECIMENGONE"));
        site.Clock.Advance(TimeSpan.FromDays(5000));
        Assert.Equal("RETENTION_NONE", (await site.Get<RetentionPurge>().PurgeAsync("specimen", Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal((0, 0), ((await site.Get<RetentionPurge>().PlanAsync(Administrator, Cancellation)).Value!.Schedule, (await site.Get<RetentionPurge>().PlanAsync(Administrator, Cancellation)).Value!.Classes.Count));
        await PublishAsync(site, (RecordClass.Audit, 12));
        await PurgeAsync(site);
        Assert.Equal(2, (await CrossingsAsync(site)).Count);
        Assert.Equal(1, await ReadAsync(site, db => db.Travellers.CountAsync(Cancellation)));
        Assert.Empty(await FaultsAsync(site));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_empties_a_payload_without_a_purge_is_found(string engine)
    {
        await using var site = await PurgedAsync(engine);
        await using var db = site.Get<BorderStorage>().Open();
        var kept = await db.Ledger.AsNoTracking().Where(e => e.Kind == LedgerKind.Crossing && e.Payload != "").OrderBy(e => e.Sequence).FirstAsync(Cancellation);
        await db.Ledger.Where(e => e.Sequence == kept.Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, ""), Cancellation);
        await db.Crossings.Where(c => c.Id == kept.Id).ExecuteDeleteAsync(Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f.Code == "RECORD_CHANGED" && f.Sequence == kept.Sequence);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_empties_a_payload_and_alters_or_forges_a_purge_to_fit_is_found(string engine)
    {
        await using var site = await PurgedAsync(engine);
        await using var db = site.Get<BorderStorage>().Open();
        var kept = await db.Ledger.AsNoTracking().Where(e => e.Kind == LedgerKind.Crossing && e.Payload != "").OrderBy(e => e.Sequence).FirstAsync(Cancellation);
        var purge = await db.Ledger.AsNoTracking().Where(e => e.Kind == LedgerKind.Purge).OrderBy(e => e.Sequence).FirstAsync(Cancellation);
        await db.Ledger.Where(e => e.Sequence == kept.Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, ""), Cancellation);

        // Altered: it is not what was signed, and then nothing that it named counts as purged.
        var altered = purge.Payload.Replace("\"sequences\":\"", $"\"sequences\":\"{kept.Sequence},", StringComparison.Ordinal);
        Assert.NotEqual(purge.Payload, altered);
        await db.Ledger.Where(e => e.Sequence == purge.Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, altered), Cancellation);
        var faults = await FaultsAsync(site);
        Assert.Contains(faults, f => f.Code == "RECORD_CHANGED" && f.Sequence == kept.Sequence);
        Assert.Contains(faults, f => f.Code == "RECORD_CHANGED" && f.Sequence == purge.Sequence);

        // Forged behind the end, with a hash that fits but nobody's signature.
        await db.Ledger.Where(e => e.Sequence == purge.Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, purge.Payload), Cancellation);
        var last = await db.Ledger.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync(Cancellation);
        var id = Guid.CreateVersion7();
        var hash = LedgerChain.Hash(last.Hash, last.Node, last.Sequence + 1, id, LedgerKind.Purge, altered);
        db.Ledger.Add(last with { Sequence = last.Sequence + 1, Id = id, Kind = LedgerKind.Purge, Payload = altered, PreviousHash = last.Hash, Hash = hash });
        await db.LedgerHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, last.Sequence + 1).SetProperty(x => x.Hash, hash), Cancellation);
        await db.SaveChangesAsync(Cancellation);
        faults = await FaultsAsync(site);
        Assert.Contains(faults, f => f.Code == "RECORD_CHANGED" && f.Sequence == kept.Sequence);
        Assert.Contains(faults, f => f.Sequence == last.Sequence + 1);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_purged_row_or_payload_that_is_put_back_is_found(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var gone = await JourneyAsync(site, Passport("SPC000001", "SPECIMENGONE"));
        var signed = await ReadAsync(site, db => db.Ledger.AsNoTracking().SingleAsync(e => e.Id == gone.Id, Cancellation));
        var encounter = await ReadAsync(site, db => db.Encounters.AsNoTracking().SingleAsync(e => e.Id == gone.EncounterId, Cancellation));
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12));
        await PurgeAsync(site);
        Assert.Empty(await FaultsAsync(site));
        await using var db = site.Get<BorderStorage>().Open();
        db.Crossings.Add(gone);
        db.Encounters.Add(encounter);
        await db.SaveChangesAsync(Cancellation);
        var faults = await FaultsAsync(site);
        Assert.Contains(faults, f => f.Code == "ROW_INSERTED" && f.Id == gone.Id);
        Assert.Contains(faults, f => f.Code == "ROW_INSERTED" && f.Id == encounter.Id);
        await db.Ledger.Where(e => e.Id == gone.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, signed.Payload), Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f.Code == "RECORD_CHANGED");
    }

    [Fact]
    public async Task Erased_records_that_are_exchanged_renamed_or_deleted_are_found()
    {
        await using var site = await PurgedAsync(TestSite.Sqlite);
        await using var db = site.Get<BorderStorage>().Open();
        var erased = await db.Ledger.AsNoTracking().Where(e => e.Payload == "").OrderBy(e => e.Sequence).Take(2).ToListAsync(Cancellation);
        await db.Ledger.Where(e => e.Sequence == erased[0].Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Kind, LedgerKind.Hit), Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f.Code == "RECORD_CHANGED");
        await db.Ledger.Where(e => e.Sequence == erased[0].Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.Kind, erased[0].Kind), Cancellation);
        Assert.Empty(await FaultsAsync(site));
        await db.Ledger.Where(e => e.Sequence == erased[0].Sequence).ExecuteUpdateAsync(e => e.SetProperty(x => x.PreviousHash, erased[1].PreviousHash), Cancellation);
        Assert.NotEmpty(await FaultsAsync(site));
        await db.Ledger.Where(e => e.Sequence == erased[0].Sequence).ExecuteDeleteAsync(Cancellation);
        Assert.Contains(await FaultsAsync(site), f => f.Code == "RECORD_DELETED" && f.Sequence == erased[0].Sequence);
    }

    [Fact]
    public async Task A_purge_that_was_broken_off_leaves_a_site_that_verifies_and_the_next_goes_on()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        for (var i = 1; i <= 5; i++)
            await JourneyAsync(site, Passport($"SPC00000{i}", "SPECIMENGONE", $"198{i}-05-17"));
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Audit, 12));
        using var stop = new CancellationTokenSource();

        var first = await PurgeAsync(site, new AtOnce(_ => stop.Cancel()), stop.Token);

        Assert.False(first.IsComplete);
        Assert.Empty(await FaultsAsync(site));
        await site.RestartAsync();
        Assert.Empty(await FaultsAsync(site));
        var second = await PurgeAsync(site);
        Assert.True(second.IsComplete);
        Assert.Equal((10, 20), (first.Erased.Classes.Concat(second.Erased.Classes).Where(c => c.Class == RecordClass.Crossings).Sum(c => c.Records), Of(second.Erased, RecordClass.Audit).Records));
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task A_traveller_with_more_crossings_than_a_transaction_takes_goes_in_parts()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Path.Combine(site.Root, "many.csv");
        var day = new DateOnly(2020, 1, 1);
        await File.WriteAllLinesAsync(
            file,
            Enumerable.Range(0, 2400).Select(i => $"{i},SPECIMENGONE,ANNA,1990-01-01,F,UTO,P,UTO,SPC000001,{(i % 2 == 0 ? "entry" : "exit")},{day.AddDays(i / 2):yyyy-MM-dd},{(i % 2 == 0 ? "08" : "17")}:00,PKKHI")
                .Prepend("id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,direction,date,time,port"),
            Cancellation);
        Assert.True((await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), Administrator, null, Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(400));
        await PublishAsync(site, (RecordClass.Crossings, 12));
        Assert.Equal(2400, Of((await site.Get<RetentionPurge>().PlanAsync(Administrator, Cancellation)).Value!, RecordClass.Crossings).Records);
        var told = new List<int>();
        Assert.Equal(2400, Of((await PurgeAsync(site, new AtOnce(told.Add))).Erased, RecordClass.Crossings).Records);
        Assert.Contains(1000, told);
        Assert.Empty(await FaultsAsync(site));
        Assert.Equal(0, await ReadAsync(site, db => db.Travellers.CountAsync(Cancellation)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Of_an_imported_batch_a_part_may_go_and_the_rest_is_held_against_its_signature(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var file = Path.Combine(site.Root, "batch.csv");
        string[] years = ["2019", "2021", "2025"];
        await File.WriteAllLinesAsync(
            file,
            years.SelectMany((year, i) => new[] { ("entry", "01"), ("exit", "05") }.Select(leg => $"{year}{leg.Item1},SPECIMEN{(char)('A' + i)},ANNA,199{i}-01-01,F,UTO,P,UTO,SPC00000{i},{leg.Item1},{year}-06-{leg.Item2},08:00,PKKHI"))
                .Prepend("id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,direction,date,time,port"),
            Cancellation);
        Assert.True((await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), Administrator, null, Cancellation)).Succeeded);
        await PublishAsync(site, (RecordClass.Crossings, 70));
        var all = await CrossingsAsync(site);
        Assert.Equal(2, Of((await PurgeAsync(site)).Erased, RecordClass.Crossings).Records);
        Assert.Empty(await FaultsAsync(site));
        await PublishAsync(site, (RecordClass.Crossings, 40));
        Assert.Equal(2, Of((await PurgeAsync(site)).Erased, RecordClass.Crossings).Records);
        Assert.Empty(await FaultsAsync(site));

        await using (var db = site.Get<BorderStorage>().Open())
        {
            db.Crossings.Add(all[0]);
            await db.SaveChangesAsync(Cancellation);
            Assert.Contains(await FaultsAsync(site), f => f.Code == "ROW_INSERTED" && f.Id == all[0].Id);
            await db.Crossings.Where(c => c.Id == all[0].Id).ExecuteDeleteAsync(Cancellation);
            await db.Crossings.Where(c => c.Id == all[5].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.PrimaryIdentifier, "SPECIMENX"), Cancellation);
            Assert.Contains(await FaultsAsync(site), f => f.Code == "ROW_CHANGED" && f.Id == all[5].Id);
            await db.Crossings.Where(c => c.Id == all[5].Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.PrimaryIdentifier, all[5].PrimaryIdentifier), Cancellation);
            Assert.Empty(await FaultsAsync(site));
        }
        site.Clock.Advance(TimeSpan.FromDays(3000));
        await PurgeAsync(site);
        Assert.Empty(await CrossingsAsync(site));
        Assert.Equal("", await ReadAsync(site, db => db.Ledger.Where(e => e.Kind == LedgerKind.Import).Select(e => e.Payload).SingleAsync(Cancellation)));
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task Whoever_deletes_rows_of_a_batch_is_found_though_its_last_row_was_purged()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Path.Combine(site.Root, "batch.csv");
        await File.WriteAllTextAsync(
            file,
            "id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,direction,date,time,port\n"
            + "1,SPECIMENA,ANNA,1990-01-01,F,UTO,P,UTO,SPC000001,entry,2019-06-01,08:00,PKKHI\n2,SPECIMENA,ANNA,1990-01-01,F,UTO,P,UTO,SPC000001,exit,2019-06-05,08:00,PKKHI\n"
            + "3,SPECIMENB,ANNA,1991-01-01,F,UTO,P,UTO,SPC000002,exit,2019-06-05,08:00,PKKHI\n",
            Cancellation);
        Assert.True((await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), Administrator, null, Cancellation)).Succeeded);
        await PublishAsync(site, (RecordClass.Crossings, 70));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.Crossings.Where(c => c.DocumentNumber == "SPC000002").ExecuteDeleteAsync(Cancellation);
            await db.LastCrossings.Where(l => !db.Crossings.Any(c => c.Id == l.CrossingId)).ExecuteDeleteAsync(Cancellation);
            await db.CrossingSpans.Where(s => !db.Crossings.Any(c => c.TravellerId == s.TravellerId)).ExecuteDeleteAsync(Cancellation);
        }
        await PurgeAsync(site);
        Assert.Empty(await CrossingsAsync(site));
        Assert.Contains(await FaultsAsync(site), f => f is { Code: "ROW_DELETED", Kind: LedgerKind.Import });
    }

    [Fact]
    public async Task A_crossing_made_old_by_its_row_alone_is_not_purged_but_found()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await JourneyAsync(site, Passport("SPC000001", "SPECIMENA", "1981-01-02"));
        await PublishAsync(site, (RecordClass.Crossings, 12));
        await using (var db = site.Get<BorderStorage>().Open())
            await db.Crossings.ExecuteUpdateAsync(c => c.SetProperty(x => x.At, x => site.Clock.GetUtcNow().AddYears(-5)), Cancellation);
        await PurgeAsync(site);
        Assert.Equal(2, (await CrossingsAsync(site)).Count);
        Assert.Contains(await FaultsAsync(site), f => f.Code == "ROW_CHANGED");
    }

    [Fact]
    public async Task What_headquarters_has_no_receipt_for_stays_once_it_ever_gave_one()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await JourneyAsync(site, Passport("SPC000001", "SPECIMENA", "1981-01-02"));
        var confirmed = (await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Head;
        var late = await JourneyAsync(site, Passport("SPC000002", "SPECIMENB", "1982-01-02"));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            db.LedgerReceipts.Add(new LedgerReceipt { Node = "khi-1", Destination = "hq", Sequence = confirmed });
            await db.SaveChangesAsync(Cancellation);
        }
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Audit, 12));
        var report = await PurgeAsync(site);
        Assert.Equal((2, 2), (Of(report.Erased, RecordClass.Crossings).Records, Of(report.Erased, RecordClass.Crossings).Needed));
        Assert.All(await CrossingsAsync(site), c => Assert.Equal(late.TravellerId, c.TravellerId));
        Assert.Equal(0, await ReadAsync(site, db => db.Ledger.CountAsync(e => e.Payload == "" && e.Sequence > confirmed, Cancellation)));
        Assert.Empty(await FaultsAsync(site));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Hits_vetted_decisions_and_proofs_go_in_an_order_that_verifies(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Khanum SPECIMENA"));
        var mrz = Passport("SPC000001", "SPECIMENA", "1981-05-17");
        var encounter = await site.PresentAsync(mrz);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(encounter.Hits[0].Id, HitState.Dismissed, "another person", site.Supervisor, cancellation: Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"), site.Supervisor)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(mrz, Direction.Exit);
        var referred = await site.PresentAsync(Specimens.Passport("SPC000009", "MUSTER", "ANNA", born: "1985-05-17", expires: "2060-01-01"));
        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Refer, "nervous"))).Succeeded);
        Assert.Empty(await FaultsAsync(site));

        // The proof of the resolution is past its time before the hit is.
        site.Clock.Advance(TimeSpan.FromDays(800));
        await PublishAsync(site, (RecordClass.Audit, 12));
        Assert.InRange(Of((await PurgeAsync(site)).Erased, RecordClass.Audit).Needed, 2, 3);
        Assert.Empty(await FaultsAsync(site));

        // The crossing is past its time, and its hit is not: both stay.
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.UndecidedEncounters, 12));
        var second = await PurgeAsync(site);
        Assert.Equal((0, 2), (Of(second.Erased, RecordClass.Crossings).Records, Of(second.Erased, RecordClass.Crossings).Needed));
        Assert.Equal(1, Of(second.Erased, RecordClass.UndecidedEncounters).Records);
        Assert.Empty(await FaultsAsync(site)); // The referral is signed still, and its encounter purged.

        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Hits, 12), (RecordClass.VettedDecisions, 1));
        var third = await PurgeAsync(site);
        // A vetted decision without an end keeps its hit and crossings until it is withdrawn.
        var vetted = await ReadAsync(site, db => db.Vetted.AsNoTracking().ToListAsync(Cancellation));
        if (vetted is [{ Until: null } decision])
        {
            Assert.Equal(0, Of(third.Erased, RecordClass.Crossings).Records);
            Assert.True((await site.Get<Border.Screening.Vetting.VettedRegister>().WithdrawAsync(decision.Id, "specimen", site.Supervisor, Cancellation)).Succeeded);
            site.Clock.Advance(TimeSpan.FromDays(60));
            third = await PurgeAsync(site);
        }
        Assert.Equal(2, Of(third.Erased, RecordClass.Crossings).Records);
        Assert.Equal(0, await ReadAsync(site, db => db.Hits.CountAsync(Cancellation)));
        Assert.Empty(await FaultsAsync(site));
        await PublishAsync(site, (RecordClass.Audit, 12));
        await PurgeAsync(site);
        Assert.Empty(await FaultsAsync(site));
    }

    [Fact]
    public async Task No_stay_goes_before_an_earlier_one_that_is_needed()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var mrz = Passport("SPC000001", "SPECIMENA");
        var needed = await site.PassAsync(mrz); // Its exit was never recorded.
        site.Clock.Advance(TimeSpan.FromDays(10));
        await JourneyAsync(site, mrz);
        site.Clock.Advance(TimeSpan.FromDays(10));
        await site.PassAsync(mrz, Direction.Exit); // And this one's entry.
        await using (var db = site.Get<BorderStorage>().Open())
        {
            db.Hits.Add(new HitRow
            {
                Id = Guid.CreateVersion7(site.Clock.GetUtcNow()),
                EncounterId = needed.EncounterId,
                Port = "PKKHI",
                FoundAt = site.Clock.GetUtcNow(),
                List = "un",
                ListVersion = 1,
                Reference = "SPi.1",
                PrimaryName = "SPECIMENA",
                Match = "{}",
                State = HitState.Dismissed,
            });
            await db.SaveChangesAsync(Cancellation);
        }
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.Crossings, 12));
        // Without the journey between, the first entry would meet the last exit.
        var report = await PurgeAsync(site);
        Assert.Equal((0, 4), (Of(report.Erased, RecordClass.Crossings).Records, Of(report.Erased, RecordClass.Crossings).Needed));
        Assert.Equal(4, (await CrossingsAsync(site)).Count);
    }

    [Fact]
    public async Task An_expired_order_goes_from_the_list_that_is_searched_too()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var exits = new Actor("exits1", new HashSet<string> { Roles.ExitControl }, null);
        var today = TestSite.Settings.LocalDay(site.Clock.GetUtcNow());
        foreach (var i in new[] { 1, 2, 3 })
        {
            var entered = await site.Get<ExitOrderRegister>().EnterAsync(
                ExitControl.ExitScenario.Counter.ByPassport with { AuthorityReference = $"C.M. {i}/2026", ValidTo = today.AddDays(i == 3 ? 5000 : 10) }, exits, Cancellation);
            Assert.True(entered.Succeeded, entered.Problem?.ToString());
        }
        site.Clock.Advance(TimeSpan.FromDays(500));
        await PublishAsync(site, (RecordClass.ExitControl, 12));
        Assert.Equal(2, Of((await PurgeAsync(site)).Erased, RecordClass.ExitControl).Records);
        Assert.Empty(await FaultsAsync(site));
        Assert.Equal(1, await ReadAsync(site, db => db.WatchlistEntries.CountAsync(Cancellation)));
        Assert.Equal(3, await ReadAsync(site, db => db.ExitOrders.Select(o => o.Number).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Only_an_administrator_of_headquarters_purges_and_auditors_read_the_plan()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await PublishAsync(site, (RecordClass.Crossings, 12));
        var purge = site.Get<RetentionPurge>();
        Assert.Equal("ROLE_REQUIRED", (await purge.PurgeAsync("x", site.Auditor, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("RETENTION_OF_HEADQUARTERS", (await purge.PurgeAsync("x", Administrator with { Port = "PKKHI" }, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await purge.PurgeAsync(" ", Administrator, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await purge.PlanAsync(site.Supervisor, Cancellation)).Problem?.Code);
        await PurgeAsync(site);
        var audit = (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.PurgeEnded }, 0, 10, site.Auditor, Cancellation)).Value!;
        Assert.Equal("complete: 0 records, 0 held", Assert.Single(audit.Items).Detail);
    }

    private static async Task<TestSite> PurgedAsync(string engine)
    {
        var site = await TestSite.OpenAsync(engine);
        await JourneyAsync(site, Passport("SPC000001", "SPECIMENGONE", "1981-01-02"));
        site.Clock.Advance(TimeSpan.FromDays(400));
        await JourneyAsync(site, Passport("SPC000002", "SPECIMENSTAYS", "1982-01-02"));
        await PublishAsync(site, (RecordClass.Crossings, 12), (RecordClass.Audit, 12));
        await PurgeAsync(site);
        Assert.Empty(await FaultsAsync(site));
        return site;
    }

    private sealed class AtOnce(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
