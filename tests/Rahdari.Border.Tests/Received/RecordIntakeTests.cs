using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Tests.Retention;

namespace Rahdari.Border.Tests.Received;

public sealed class RecordIntakeTests
{
    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SiteSettings Lahore => TestSite.Settings with { Node = "lhe-1", Port = "PKLHE", PortName = "Lahore (test)" };

    private static SiteSettings National => TestSite.Settings with { Node = "national", Port = "PKISB", PortName = "Headquarters (test)" };

    private static Actor LahoreOfficer { get; } = new("officer2", new HashSet<string> { Roles.Officer }, "PKLHE");

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_a_port_signed_stands_at_headquarters_once_and_verifies(string engine)
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        var senders = new Enrolled(port);
        await using var national = await TestSite.OpenAsync(engine, National, senders);
        var crossing = await port.PassAsync(Specimens.Passport("SPC100001"));
        port.Clock.Advance(TimeSpan.FromHours(1));
        var left = await port.PassAsync(Specimens.Passport("SPC100001"), Direction.Exit);
        var records = await RecordsAsync(port);

        var first = await national.Get<RecordIntake>().TakeAsync("khi-1", [.. records.Take(3)], Cancellation);
        var all = await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation);
        var again = await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation);

        Assert.Equal((3, records.Count - 3, 0), (first.Taken, all.Taken, again.Taken));
        Assert.Equal(records[^1].Sequence, again.Receipt.Sequence);
        Assert.Equal(records[^1].Hash, (await national.Get<RecordIntake>().ReceiptAsync("khi-1", Cancellation)).Hash);
        await using (var db = national.Get<BorderStorage>().Open())
        {
            Assert.Equal([crossing, left], await db.Crossings.AsNoTracking().OrderBy(c => c.At).ToListAsync(Cancellation));
            var stored = await db.Ledger.AsNoTracking().Where(e => e.Node == "khi-1").OrderBy(e => e.Sequence).ToListAsync(Cancellation);
            Assert.Equal(records.Select(Written), stored.Select(Written));
        }
        Assert.Empty(await FaultsAsync(national));
    }

    [Fact]
    public async Task Who_came_by_one_port_and_left_by_another_is_one_person_at_headquarters()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var other = await TestSite.OpenAsync(TestSite.Sqlite, Lahore);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port, other));
        await port.PassAsync(Specimens.Passport("SPC100001"));
        other.Clock.Advance(TimeSpan.FromDays(2));
        var opened = await other.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport("SPC100001"), Direction.Exit, "1", false), LahoreOfficer, Cancellation);
        var decided = await other.DecideAsync(opened.Value!, new Decision(DecisionKind.Pass, "test"), LahoreOfficer);
        Assert.True(decided.Succeeded, decided.Problem?.ToString());

        // The exit comes first: the order of arrival says nothing.
        await national.Get<RecordIntake>().TakeAsync("lhe-1", await RecordsAsync(other), Cancellation);
        await national.Get<RecordIntake>().TakeAsync("khi-1", await RecordsAsync(port), Cancellation);
        while (await national.Get<ReceivedTravellers>().LinkAsync(Cancellation) > 0)
        {
        }

        await using (var db = national.Get<BorderStorage>().Open())
        {
            Assert.Equal(2, await db.Travellers.CountAsync(Cancellation));
            Assert.Single(await db.Travellers.Select(t => t.PersonId).Distinct().ToListAsync(Cancellation));
            Assert.Empty(await db.UnlinkedTravellers.ToListAsync(Cancellation));
        }
        Assert.Empty(await FaultsAsync(national));
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_correction_at_the_port_is_one_at_headquarters(string engine)
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(engine, National, new Enrolled(port));
        var crossing = await port.PassAsync(Specimens.Passport("SPC100001"));
        port.Clock.Advance(TimeSpan.FromHours(1));
        var correction = await port.Get<CorrectionRegister>().CorrectAsync(crossing.Id, new CorrectionOrder(0, "The wrong key was pressed") { Direction = Direction.Exit }, port.Supervisor, Cancellation);
        Assert.True(correction.Succeeded, correction.Problem?.ToString());

        await national.Get<RecordIntake>().TakeAsync("khi-1", await RecordsAsync(port), Cancellation);

        await using (var db = national.Get<BorderStorage>().Open())
            Assert.Equal((Direction.Exit, CrossingOutcome.Departed), await db.Crossings.Select(c => new ValueTuple<Direction, CrossingOutcome>(c.Direction, c.Outcome)).SingleAsync(Cancellation));
        Assert.Empty(await FaultsAsync(national));
    }

    public static TheoryData<Refusal, Func<LedgerEntry, LedgerEntry>> Altered => new()
    {
        { Refusal.HashWrong, record => record with { Payload = record.Payload.Replace("PKKHI", "PKLHE", StringComparison.Ordinal) } },
        { Refusal.HashWrong, record => record with { Id = Guid.CreateVersion7() } },
        { Refusal.HashWrong, record => record with { Kind = "hit" } },
        { Refusal.HashWrong, record => record with { PreviousHash = new byte[32] } },
        { Refusal.OfAnotherNode, record => record with { Node = "lhe-1" } },
        { Refusal.SignatureWrong, record => record with { Signature = [.. record.Signature.Select((b, i) => i == 5 ? (byte)(b ^ 1) : b)] } },
        { Refusal.SignatureWrong, record => record with { Signature = [] } },
    };

    [Theory]
    [MemberData(nameof(Altered))]
    public async Task A_record_that_was_altered_on_the_way_is_kept_apart_and_nothing_behind_it_is_taken(Refusal reason, Func<LedgerEntry, LedgerEntry> alter)
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port));
        await port.PassAsync(Specimens.Passport("SPC100001"));
        var records = await RecordsAsync(port);
        var place = records.ToList().FindIndex(record => record.Kind == LedgerKind.Crossing);
        LedgerEntry[] sent = [.. records.Select((record, i) => i == place ? alter(record) : record)];

        var intake = await national.Get<RecordIntake>().TakeAsync("khi-1", sent, Cancellation);
        await national.Get<RecordIntake>().TakeAsync("khi-1", sent, Cancellation);

        Assert.Equal((reason, place), (intake.Refused, intake.Taken));
        Assert.Equal(place, intake.Receipt.Sequence);
        var kept = Assert.Single((await national.Get<Quarantine>().ListAsync(null, 0, 10, Administrator, Cancellation)).Value!.Items);
        Assert.Equal(("khi-1", reason, 2), (kept.Sender, kept.Reason, kept.Times));
        // What was meant comes in all the same.
        Assert.Equal(records.Count - place, (await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation)).Taken);
        Assert.Empty(await FaultsAsync(national));
    }

    [Fact]
    public async Task Another_record_in_the_place_of_one_that_was_taken_in_is_told_although_it_is_signed()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port));
        await port.PassAsync(Specimens.Passport("SPC100001"));
        var records = await RecordsAsync(port);
        await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation);
        var last = records[^1];
        using var key = port.Folder.OpenKey();
        var other = LedgerChain.Sign(key, last.PreviousHash, last.Node, last.Sequence, new LedgerFact(LedgerKind.Audit, last.Id, last.Payload.Replace("officer1", "officer9", StringComparison.Ordinal)));
        Assert.Equal(Refusal.Forked, (await national.Get<RecordIntake>().TakeAsync("khi-1", [other], Cancellation)).Refused);
        var next = LedgerChain.Sign(key, other.Hash, last.Node, last.Sequence + 1, new LedgerFact("note", Guid.CreateVersion7(), "{}"));
        Assert.Equal(Refusal.ChainBroken, (await national.Get<RecordIntake>().TakeAsync("khi-1", [next], Cancellation)).Refused);
        Assert.Equal(last.Sequence, (await national.Get<RecordIntake>().ReceiptAsync("khi-1", Cancellation)).Sequence);
    }

    [Fact]
    public async Task What_lacks_the_records_before_it_waits_to_be_sent_again()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port));
        await port.PassAsync(Specimens.Passport("SPC100001"));
        var records = await RecordsAsync(port);
        var intake = await national.Get<RecordIntake>().TakeAsync("khi-1", [.. records.Skip(2)], Cancellation);
        Assert.Equal((true, 0, 0L, null), (intake.IsGap, intake.Taken, intake.Receipt.Sequence, intake.Refused));
        Assert.Equal(records.Count, (await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation)).Taken);
    }

    [Fact]
    public async Task Nobody_is_taken_in_who_was_not_enrolled_or_was_revoked_or_speaks_for_another_port()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await port.PassAsync(Specimens.Passport("SPC100001"));
        var records = await RecordsAsync(port);
        foreach (var (senders, reason) in new (ISenders, Refusal)[]
        {
            (new Enrolled(), Refusal.SenderUnknown),
            (new Enrolled(port) { IsRevoked = true }, Refusal.SenderRevoked),
            (new Enrolled(port) { Port = "PKLHE" }, Refusal.NotTheirs),
        })
        {
            await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, senders);
            Assert.Equal(reason, (await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation)).Refused);
            await using var db = national.Get<BorderStorage>().Open();
            Assert.Empty(await db.Crossings.ToListAsync(Cancellation));
            Assert.Single(await db.Quarantine.ToListAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_row_that_was_changed_at_headquarters_is_found()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port));
        await port.PassAsync(Specimens.Passport("SPC100001"));
        await national.Get<RecordIntake>().TakeAsync("khi-1", await RecordsAsync(port), Cancellation);
        await using (var db = national.Get<BorderStorage>().Open())
            await db.Crossings.ExecuteUpdateAsync(set => set.SetProperty(c => c.PrimaryIdentifier, "SOMEBODYELSE"), Cancellation);
        Assert.Contains(await FaultsAsync(national), fault => fault.Code == "ROW_CHANGED" && fault.Detail.StartsWith("khi-1", StringComparison.Ordinal));
        await using (var db = national.Get<BorderStorage>().Open())
            await db.Ledger.Where(e => e.Node == "khi-1" && e.Sequence == 2).ExecuteDeleteAsync(Cancellation);
        Assert.Contains(await FaultsAsync(national), fault => fault.Code == "RECORD_DELETED");
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_past_its_time_at_headquarters_is_erased_there_also_from_the_records_that_were_received(string engine)
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(engine, National, new Enrolled(port));
        await port.PassAsync(Kept.Passport("SPC100001", "SPECIMENA"));
        port.Clock.Advance(TimeSpan.FromHours(1));
        await port.PassAsync(Kept.Passport("SPC100001", "SPECIMENA"), Direction.Exit);
        await national.Get<RecordIntake>().TakeAsync("khi-1", await RecordsAsync(port), Cancellation);
        await Kept.PublishAsync(national, (RecordClass.Crossings, 12), (RecordClass.Audit, 12));
        national.Clock.Advance(TimeSpan.FromDays(500));
        await Kept.PurgeAsync(national);
        await using (var db = national.Get<BorderStorage>().Open())
        {
            Assert.Empty(await db.Crossings.ToListAsync(Cancellation));
            Assert.Empty(await db.Audit.Where(a => a.Node == "khi-1").ToListAsync(Cancellation));
            Assert.All(await db.Ledger.Where(e => e.Node == "khi-1").ToListAsync(Cancellation), record => Assert.DoesNotContain("SPC100001", record.Payload, StringComparison.Ordinal));
        }
        Assert.Empty(await FaultsAsync(national));
        // What comes after goes on behind it; what nobody erased may lack nothing.
        port.Clock.Advance(TimeSpan.FromDays(501));
        national.Clock.Advance(TimeSpan.FromDays(2));
        await port.PassAsync(Kept.Passport("SPC100002", "SPECIMENB"));
        Assert.Null((await national.Get<RecordIntake>().TakeAsync("khi-1", await RecordsAsync(port), Cancellation)).Refused);
        Assert.Empty(await FaultsAsync(national));
        await using (var db = national.Get<BorderStorage>().Open())
            await db.Ledger.Where(e => e.Node == "khi-1" && e.Kind == LedgerKind.Crossing && e.Payload != "").ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, ""), Cancellation);
        Assert.Contains(await FaultsAsync(national), fault => fault.Code == "RECORD_CHANGED");
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_ports_hits_and_decisions_go_from_headquarters_once_both_say_so_and_no_hold_keeps_them(string engine)
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(engine, National, new Enrolled(port));
        await Lists.ImportAsync(port, Lists.Person("SPEi.1", "Khanum SPECIMENA"), Lists.Person("SPEi.2", "Khanum MUSTERZADA"));
        var held = await PassHitAsync("SPC000001", "SPECIMENA");
        await PassHitAsync("SPC000002", "MUSTERZADA");
        await SendAsync();
        string[] kinds = [LedgerKind.Hit, LedgerKind.Vetted];
        Assert.Equal(6, await StandingAsync()); // Of each two hits, for who leaves is found again, and the decision.
        await Kept.PublishAsync(port, (RecordClass.Crossings, 12), (RecordClass.Hits, 12), (RecordClass.VettedDecisions, 12));
        await Kept.PublishAsync(national, (RecordClass.Hits, 12), (RecordClass.VettedDecisions, 12));
        port.Clock.Advance(TimeSpan.FromDays(500));
        national.Clock.Advance(TimeSpan.FromDays(500));

        // The port has them still.
        Assert.Equal(4, Kept.Of((await Kept.PurgeAsync(national)).Erased, RecordClass.Hits).Needed);
        Assert.Equal(6, await StandingAsync());

        // The port erased them, and headquarters keeps them for longer: whoever holds a port takes nothing from it.
        await Kept.PurgeAsync(port);
        await SendAsync();
        await Kept.PublishAsync(national, (RecordClass.Hits, 24), (RecordClass.VettedDecisions, 24));
        Assert.Equal(0, Kept.Of((await Kept.PurgeAsync(national)).Erased, RecordClass.Hits).Records);
        Assert.Equal(6, await StandingAsync());

        // Both periods are over, and a court keeps one person's.
        await Kept.PublishAsync(national, (RecordClass.Hits, 12), (RecordClass.VettedDecisions, 12));
        var hold = await national.Get<HoldRegister>().PlaceAsync(new HoldTerms("High Court (specimen)", "C.M. 7/2026", "Inquiry (specimen)") { Travellers = [held.TravellerId] }, Administrator, Cancellation);
        Assert.True(hold.Succeeded, hold.Problem?.ToString());
        var plan = (await national.Get<RetentionPurge>().PlanAsync(Administrator, Cancellation)).Value!;
        Assert.Equal((2, 2), (Kept.Of(plan, RecordClass.Hits).Records, Kept.Of(plan, RecordClass.Hits).Held));
        await Kept.PurgeAsync(national);
        Assert.Equal(3, await StandingAsync());
        var theirs = (await Kept.CrossingsAsync(national)).Where(c => c.TravellerId == held.TravellerId).Select(c => $"{c.EncounterId}").Append($"{held.TravellerId}").ToArray();
        Assert.All(
            await Kept.ReadAsync(national, db => db.Ledger.Where(e => e.Node == "khi-1" && e.Payload != "" && kinds.Contains(e.Kind)).ToListAsync(Cancellation)),
            entry => Assert.Contains(theirs, id => entry.Payload.Contains(id, StringComparison.Ordinal)));
        Assert.Empty(await FaultsAsync(national));

        async Task<Crossing> PassHitAsync(string number, string surname)
        {
            var encounter = await port.PresentAsync(Kept.Passport(number, surname));
            Assert.True((await port.Get<HitQueue>().ResolveAsync(
                Assert.Single(encounter.Hits).Id, HitState.Dismissed, "another person", port.Supervisor, TestSite.Settings.LocalDay(port.Clock.GetUtcNow()).AddDays(10), Cancellation)).Succeeded);
            port.Clock.Advance(TimeSpan.FromMinutes(1));
            var decided = await port.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"), port.Supervisor);
            Assert.True(decided.Succeeded, decided.Problem?.ToString());
            port.Clock.Advance(TimeSpan.FromDays(1));
            await port.PassAsync(Kept.Passport(number, surname), Direction.Exit);
            return (await Kept.CrossingsAsync(port)).Single(c => c.EncounterId == encounter.Id);
        }

        async Task SendAsync() => Assert.Null((await national.Get<RecordIntake>().TakeAsync("khi-1", await RecordsAsync(port), Cancellation)).Refused);

        Task<int> StandingAsync() => Kept.ReadAsync(national, db => db.Ledger.CountAsync(e => e.Node == "khi-1" && e.Payload != "" && kinds.Contains(e.Kind), Cancellation));
    }

    [Fact]
    public async Task What_a_port_erased_before_it_was_sent_comes_without_payload_and_verifies()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port));
        await port.PassAsync(Kept.Passport("SPC100001", "SPECIMENA"));
        await Kept.PublishAsync(port, (RecordClass.Crossings, 12), (RecordClass.Audit, 12));
        port.Clock.Advance(TimeSpan.FromDays(500));
        await Kept.PurgeAsync(port);
        var records = await RecordsAsync(port);
        Assert.Contains(records, record => record.Payload.Length == 0);
        Assert.Equal((records.Count, null), ((await national.Get<RecordIntake>().TakeAsync("khi-1", records, Cancellation)) is var intake ? intake.Taken : 0, intake.Refused));
        Assert.Empty(await FaultsAsync(national));
    }

    [Fact]
    public async Task A_flood_of_refused_records_fills_no_disk()
    {
        await using var port = await TestSite.OpenAsync(TestSite.Sqlite);
        await using var national = await TestSite.OpenAsync(TestSite.Sqlite, National, new Enrolled(port));
        await using (var db = national.Get<BorderStorage>().Open())
        {
            db.Quarantine.AddRange(Enumerable.Range(0, Quarantine.MostOfSender).Select(i => new QuarantineRow
            {
                Id = Guid.CreateVersion7(),
                Sender = "khi-1",
                Fingerprint = $"{i}",
                Reason = Refusal.Unreadable,
                Content = [],
                FirstAt = TestSite.Start,
                LastAt = TestSite.Start,
                Times = 1,
            }));
            await db.SaveChangesAsync(Cancellation);
        }
        await national.Get<RecordIntake>().RefuseAsync("khi-1", RandomNumberGenerator.GetBytes(100), Cancellation);
        await using (var db = national.Get<BorderStorage>().Open())
            Assert.Equal((Quarantine.MostOfSender, Quarantine.MostOfSender + 1), (await db.Quarantine.CountAsync(Cancellation), await db.Quarantine.SumAsync(q => q.Times, Cancellation)));
    }

    private static async Task<IReadOnlyList<LedgerEntry>> RecordsAsync(TestSite site) => await site.Get<Outbox>().ReadAsync(0, 10_000, int.MaxValue, Cancellation);

    private static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(TestSite site) => (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, null, Cancellation)).Value!.Faults;

    private static string Written(LedgerEntry record) => JsonSerializer.Serialize(record);

    /// <summary>Ports whose keys are known.</summary>
    private sealed class Enrolled(params TestSite[] sites) : ISenders
    {
        public bool IsRevoked { get; init; }

        public string? Port { get; init; }

        public IReadOnlyList<Sender> All => [.. sites.Select(site => new Sender(site.Folder.Settings.Node, Port ?? site.Folder.Settings.Port, [new SenderKey(1, site.Folder.OpenKey())], IsRevoked))];
    }
}
