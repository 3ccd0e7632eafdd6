using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Screening;

/// <summary>Who was let in before a list named them is found all the same: once, by whatever process, and nobody else.</summary>
public class RescreeningTests
{
    private static readonly WatchlistEntry Listed = Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03");
    private static readonly WatchlistEntry Other = Lists.Person("SPEi.8", "Other EXEMPLAR");
    private static readonly string Passport = Specimens.Passport("U00000001", "SPECIMENOV", "BASHAR", born: "1975-02-03", sex: Sex.Male);

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_is_in_the_country_is_found_once_where_a_list_comes_to_name_them(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var entered = await site.PassAsync(Passport);
        await site.PassAsync(Specimens.Passport("U00000002", "NAMUNA", "ZARINA", born: "1990-11-21"));
        var left = Specimens.Passport("U00000003", "SPECIMENOV", "BASHAR", born: "1976-02-03", sex: Sex.Male);
        await site.PassAsync(left);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.PassAsync(left, Direction.Exit);
        await RefuseAsync(site, Specimens.Passport("U00000004", "SPECIMENOV", "BASHAR", born: "1974-02-03", sex: Sex.Male));
        await Lists.ImportAsync(site, Listed, Other);

        var run = (await site.Get<Rescreenings>().RunAsync(site.ListManager, cancellation: Cancellation)).Value!;
        Assert.Equal((RescreeningState.Done, 2, 2, 1, "lists1"), (run.State, run.Total, run.Done, run.Alerts, run.StartedBy));
        Assert.Equal(["un@1"], run.Against);
        var alert = Assert.Single(await AlertsAsync(site, HitState.Open));
        Assert.Equal((entered.TravellerId, "SPECIMENOV, BASHAR", "SPEi.7", "PKKHI", run.Id), (alert.TravellerId, alert.Name, alert.Hit.Reference, alert.Port, alert.Hit.RunId));
        Assert.Equal(entered.EncounterId, alert.Hit.EncounterId);

        // Nothing of what was advised and decided changes by it, and the ledger knows each of them.
        var encounter = (await site.Get<EncounterDesk>().FindAsync(entered.EncounterId, site.Supervisor, Cancellation)).Value!;
        Assert.Equal((EncounterState.Decided, entered.Advice, 1), (encounter.State, encounter.Advice.Level, encounter.Hits.Count));
        Assert.Contains(alert.Hit.Id, (await site.Get<HitQueue>().ListAsync(HitState.Open, 0, 10, site.Supervisor, Cancellation)).Value!.Items.Select(h => h.Id));
        Assert.Empty((await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults);

        var again = (await site.Get<Rescreenings>().RunAsync(site.Supervisor, cancellation: Cancellation)).Value!;
        Assert.Equal((RescreeningState.Done, 2, 0), (again.State, again.Done, again.Alerts));
        Assert.Single(await AlertsAsync(site, null));
        var audited = (await site.Get<AuditLog>().ListAsync(new AuditFilter { SubjectId = again.Id.ToString() }, 0, 10, site.Auditor, Cancellation)).Value!.Items;
        Assert.Equal([("rescreening.ended", "Done, 2 of 2 travellers, 0 alerts, 0 not screened"), ("rescreening.started", "2 travellers, un@1")], audited.OrderBy(a => a.Action).Select(a => (a.Action, a.Detail)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_entered_elsewhere_on_one_passport_is_found_by_another_that_was_read_here(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var file = Path.Combine(site.Root, "legacy.csv");
        await File.WriteAllLinesAsync(
            file,
            [
                "id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,cnic,direction,date,time,port",
                "1,SPECIMENOV,BASHAR,1975-02-03,M,PAK,P,PAK,SPC000001,4210100000001,entry,2026-01-05,10:00,PKLHE",
                "2,NAMUNA,OMAR,1985-02-03,M,PAK,P,PAK,SPC000003,4210100000011,entry,2026-01-05,11:00,PKLHE",
            ],
            Cancellation);
        Assert.True((await site.Get<CrossingImporter>().ImportAsync(
            new CrossingImportOrder(file, "ibms"), new Actor("admin1", new HashSet<string> { Roles.Administrator }, null), cancellation: Cancellation)).Succeeded);
        var refused = await site.PresentAsync(Specimens.Passport("SPC000002", "SPECIMENOV", "BASHAR", "PAK", "1975-02-03", sex: Sex.Male, optional: "4210100000001"));
        Assert.NotNull(refused.OpenStay);
        Assert.True((await site.DecideAsync(refused, new Decision(DecisionKind.Refuse, "already here"))).Succeeded);
        await Lists.ImportAsync(site, Listed, Other);

        var run = (await site.Get<Rescreenings>().RunAsync(site.ListManager, cancellation: Cancellation)).Value!;
        Assert.Equal((RescreeningState.Done, 1, 1, 1), (run.State, run.Total, run.Done, run.Alerts));
        Assert.Equal(refused.Id, Assert.Single(await AlertsAsync(site, HitState.Open)).Hit.EncounterId);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whom_a_supervisor_told_apart_is_found_again_only_once_the_entry_says_something_else(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Passport);
        await Lists.ImportAsync(site, Listed);
        var runs = site.Get<Rescreenings>();
        await runs.RunAsync(site.Supervisor, cancellation: Cancellation);
        var alert = Assert.Single(await AlertsAsync(site, HitState.Open));
        var other = new Actor("supervisor2", new HashSet<string> { Roles.Supervisor }, "PKLHE");
        Assert.Equal("OTHER_PORT", (await site.Get<HitQueue>().ResolveAsync(alert.Hit.Id, HitState.Dismissed, "Other place of birth", other, cancellation: Cancellation)).Problem?.Code);
        Assert.Empty((await site.Get<CountryAlerts>().ListAsync(null, 0, 10, other, Cancellation)).Value!.Items);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(alert.Hit.Id, HitState.Dismissed, "Other place of birth", site.Supervisor, cancellation: Cancellation)).Succeeded);

        await Lists.ImportAsync(site, Listed, Other);
        Assert.Equal(0, (await runs.RunAsync(site.Supervisor, cancellation: Cancellation)).Value!.Alerts);
        // What was told apart here counts at the counter too.
        site.Clock.Advance(TimeSpan.FromDays(1));
        var exit = await site.PresentAsync(Passport, Direction.Exit);
        Assert.Equal(HitState.Suppressed, Assert.Single(exit.Hits).State);
        await RefuseAsync(site, exit);
        // Now the encounter of the refused exit is the latest, which has said of the entry all there is to say.
        Assert.Equal(0, (await runs.RunAsync(site.Supervisor, cancellation: Cancellation)).Value!.Alerts);
        Assert.Single(await AlertsAsync(site, null));

        site.Clock.Advance(TimeSpan.FromHours(1));
        await Lists.ImportAsync(site, Listed with { Remarks = "Seen at Specimen harbour." }, Other);
        Assert.Equal(1, (await runs.RunAsync(site.Supervisor, cancellation: Cancellation)).Value!.Alerts);
        var changed = Assert.Single(await AlertsAsync(site, HitState.Open));
        Assert.Equal(exit.Id, changed.Hit.EncounterId);
        Assert.Equal([VettingChange.Entry], changed.Hit.Before!.Changes);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(changed.Hit.Id, HitState.Confirmed, "Same scar", site.Supervisor, cancellation: Cancellation)).Succeeded);
        Assert.Equal(0, (await runs.RunAsync(site.Supervisor, cancellation: Cancellation)).Value!.Alerts);
        Assert.Empty((await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults);
    }

    [Fact]
    public async Task Whom_the_counter_told_apart_is_recorded_as_suppressed_and_found_again_when_the_decision_has_ended()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Listed);
        var before = await site.PresentAsync(Passport);
        var until = TestSite.Settings.LocalDay(site.Clock.GetUtcNow()).AddDays(7);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(before.Hits[0].Id, HitState.Dismissed, "Other place of birth", site.Supervisor, until, Cancellation)).Succeeded);
        var passed = await site.DecideAsync(before, new Decision(DecisionKind.Pass, "test"));
        Assert.True(passed.Succeeded, passed.Problem?.Code);
        Assert.Equal(0, (await site.Get<Rescreenings>().RunAsync(site.Supervisor, cancellation: Cancellation)).Value!.Alerts);
        Assert.Empty(await AlertsAsync(site, null)); // The encounter's own hit answers.
        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, (await site.Get<Rescreenings>().RunAsync(site.Supervisor, cancellation: Cancellation)).Value!.Alerts);
        Assert.Equal([VettingChange.Ended], Assert.Single(await AlertsAsync(site, HitState.Open)).Hit.Before!.Changes);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_run_that_stops_in_the_middle_goes_on_there_after_a_restart_and_finds_what_an_unbroken_one_finds(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await CrowdAsync(site, 20);
        await Lists.ImportAsync(site, [.. Crowd(20).Where((_, i) => i % 3 == 0).Select(Entry)]);
        using var stop = new CancellationTokenSource();
        var stopped = Runs(site, chunk: 3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.RunAsync(site.Supervisor, new Told(times => times == 3 ? stop.CancelAsync() : Task.CompletedTask), stop.Token));
        var left = (await stopped.ListAsync(0, 10, site.Auditor, Cancellation)).Value!.Items[0];
        Assert.Equal((RescreeningState.Cancelled, 20, 9), (left.State, left.Total, left.Done));
        Assert.Equal(left.Alerts, (await AlertsAsync(site, HitState.Open)).Count);
        var expected = await EachAloneAsync(site);
        Assert.InRange(left.Alerts, 1, expected.Count - 1);

        await site.RestartAsync();
        var done = (await Runs(site, chunk: 3).ResumeAsync(left.Id, site.Supervisor, cancellation: Cancellation)).Value!;
        Assert.Equal((left.Id, RescreeningState.Done, 20, 20, expected.Count), (done.Id, done.State, done.Total, done.Done, done.Alerts));
        Assert.Equal(expected, (await AlertsAsync(site, HitState.Open)).Select(a => (a.Hit.EncounterId, a.Hit.Reference)).Order());
        Assert.Equal("RESCREENING_ALREADY_ENDED", (await Runs(site).ResumeAsync(left.Id, site.Supervisor, cancellation: Cancellation)).Problem?.Code);
        Assert.Empty((await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults);
    }

    [Fact]
    public async Task A_site_that_is_stopped_interrupts_its_run_and_takes_it_up_again_by_itself()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await CrowdAsync(site, 8);
        await Lists.ImportAsync(site, [.. Crowd(8).Select(Entry)]);
        var night = Runs(site, chunk: 2);
        // Two in the morning at the port.
        site.Clock.Advance(TimeSpan.FromHours(16));
        // A night before the site was there is not made up for.
        Assert.Null(await night.NightlyAsync(site.Clock.GetUtcNow(), Cancellation));
        // As a process that was killed leaves it: running, and nobody works on it.
        var started = (await night.RunAsync(site.Supervisor, new Told(async times => await (times == 2 ? AbandonAsync(site) : Task.CompletedTask)), Cancellation)).Value!;
        Assert.Equal(RescreeningState.Interrupted, started.State);
        Assert.Equal("RESCREENING_ALREADY_RUNNING", (await night.RunAsync(site.Supervisor, cancellation: Cancellation)).Problem?.Code);
        Assert.Null(await night.NightlyAsync(TestSite.Start, Cancellation));
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(RescreeningState.Interrupted, (await night.FindAsync(started.Id, site.Auditor, Cancellation)).Value!.State);
        await site.RestartAsync();
        var done = (await Runs(site, chunk: 2).NightlyAsync(site.Clock.GetUtcNow(), Cancellation))!;
        Assert.Equal((started.Id, RescreeningState.Done, 8, 8), (done.Id, done.State, done.Total, done.Done));
        Assert.Equal(await EachAloneAsync(site), (await AlertsAsync(site, null)).Select(a => (a.Hit.EncounterId, a.Hit.Reference)).Order());
    }

    [Fact]
    public async Task A_site_that_stops_in_mid_run_interrupts_it_and_a_run_that_failed_is_taken_up_after_a_while()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await CrowdAsync(site, 40);
        await Lists.ImportAsync(site, [.. Crowd(40).Select(Entry)]);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Guid started;
        await using (var stopping = Runs(site, chunk: 1))
            started = (await stopping.StartAsync(site.Supervisor, Cancellation)).Value!.Id;
        var runs = Runs(site);
        var left = (await runs.FindAsync(started, site.Auditor, Cancellation)).Value!;
        Assert.Equal(RescreeningState.Interrupted, left.State);
        Assert.InRange(left.Done, 0, 39);

        // This process was there before: it tries again after a while, another that starts at once.
        site.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await runs.NightlyAsync(TestSite.Start, Cancellation));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = (await runs.NightlyAsync(TestSite.Start, Cancellation))!;
        Assert.Equal((started, RescreeningState.Done, 40), (done.Id, done.State, done.Done));
        Assert.Equal(await EachAloneAsync(site), (await AlertsAsync(site, null)).Select(a => (a.Hit.EncounterId, a.Hit.Reference)).Order());
    }

    [Fact]
    public async Task Everybody_is_screened_every_night_once_at_the_ports_hour()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Passport);
        await Lists.ImportAsync(site, Other);
        var runs = site.Get<Rescreenings>();
        Assert.Null(await runs.NightlyAsync(TestSite.Start, Cancellation)); // Eleven in the morning.
        site.Clock.Advance(TimeSpan.FromHours(15)); // Two at night.
        Assert.Equal((RescreeningState.Done, "nightly-rescreening"), (await runs.NightlyAsync(TestSite.Start, Cancellation)) is { } first ? (first.State, first.StartedBy) : default);
        Assert.Null(await runs.NightlyAsync(TestSite.Start, Cancellation));
        await Lists.ImportAsync(site, Other, Listed);
        // A site that was off at night makes up for it.
        site.Clock.Advance(TimeSpan.FromHours(30));
        var changed = (await runs.NightlyAsync(site.Clock.GetUtcNow(), Cancellation))!;
        Assert.Equal((RescreeningState.Done, 1), (changed.State, changed.Alerts));
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Runs(site, hour: null).NightlyAsync(TestSite.Start, Cancellation));
        Assert.Equal((RescreeningState.Done, 0), (await Runs(site, hour: 3).NightlyAsync(TestSite.Start, Cancellation)) is { } third ? (third.State, third.Alerts) : default);
    }

    [Fact]
    public async Task Whom_the_counter_let_in_by_other_rules_is_found_by_night_though_no_list_has_changed()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Listed);
        var proposed = await site.Get<PolicyRegister>().ProposeAsync([new PolicyRule("un", ScreeningPurpose.Counter, IsScreened: false)], "test", site.ListManager, Cancellation);
        Assert.True((await site.Get<PolicyRegister>().DecideAsync(proposed.Value!.Number, true, "test", site.Supervisor, Cancellation)).Succeeded);
        var runs = site.Get<Rescreenings>();
        site.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal(0, (await runs.NightlyAsync(TestSite.Start, Cancellation))!.Total);
        await site.PassAsync(Passport);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 1), (await runs.NightlyAsync(TestSite.Start, Cancellation)) is { } run ? (run.Done, run.Alerts) : default);
    }

    [Fact]
    public async Task Who_was_told_apart_is_found_by_the_night_after_that_was_withdrawn()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Listed);
        var before = await site.PresentAsync(Passport);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(before.Hits[0].Id, HitState.Dismissed, "Other place of birth", site.Supervisor, cancellation: Cancellation)).Succeeded);
        Assert.True((await site.DecideAsync(before, new Decision(DecisionKind.Pass, "test"))).Succeeded);
        var runs = site.Get<Rescreenings>();
        site.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal((1, 0), (await runs.NightlyAsync(TestSite.Start, Cancellation)) is { } quiet ? (quiet.Done, quiet.Alerts) : default);
        var vetted = (await site.Get<VettedRegister>().ListAsync(null, null, 0, 10, site.Supervisor, Cancellation)).Value!.Items[0];
        Assert.True((await site.Get<VettedRegister>().WithdrawAsync(vetted.Id, "Seen again", site.Supervisor, Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await runs.NightlyAsync(TestSite.Start, Cancellation))!.Alerts);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task One_traveller_who_cannot_be_read_keeps_nobody_else_from_being_screened(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await CrowdAsync(site, 6);
        await Lists.ImportAsync(site, [.. Crowd(6).Select(Entry)]);
        await using var db = site.Get<BorderStorage>().Open();
        var broken = await db.Encounters.OrderBy(e => e.TravellerId).Select(e => e.Id).FirstAsync(Cancellation);
        await db.Encounters.Where(e => e.Id == broken).ExecuteUpdateAsync(e => e.SetProperty(one => one.Content, "{\"Document\": 7}"), Cancellation);
        var run = (await Runs(site, chunk: 2).RunAsync(site.Supervisor, cancellation: Cancellation)).Value!;
        Assert.Equal((RescreeningState.Done, 6, 1, 5), (run.State, run.Done, run.Failed, run.Alerts));
        var audited = (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = "rescreening.failed" }, 0, 10, site.Auditor, Cancellation)).Value!.Items;
        Assert.Equal(broken.ToString(), Assert.Single(audited).SubjectId);
    }

    [Fact]
    public async Task A_run_is_cancelled_from_elsewhere_and_starts_anew_where_the_lists_have_changed_since()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await CrowdAsync(site, 6);
        await Lists.ImportAsync(site, Other);
        var runs = Runs(site, chunk: 2);
        var cancelled = (await runs.RunAsync(site.Supervisor, new Told(async times =>
        {
            if (times != 1)
                return;
            Assert.Equal("RESCREENING_ALREADY_RUNNING", (await runs.StartAsync(site.ListManager, Cancellation)).Problem?.Code);
            var running = (await runs.ListAsync(0, 1, site.Auditor, Cancellation)).Value!.Items[0];
            Assert.Equal((RescreeningState.Running, 2), (running.State, running.Done));
            Assert.Equal("ROLE_REQUIRED", (await runs.CancelAsync(running.Id, site.Auditor, Cancellation)).Problem?.Code);
            Assert.Equal(RescreeningState.Cancelled, (await runs.CancelAsync(running.Id, site.ListManager, Cancellation)).Value!.State);
        }), Cancellation)).Value!;
        Assert.Equal((RescreeningState.Cancelled, 2), (cancelled.State, cancelled.Done));
        await Lists.ImportAsync(site, Other, Entry(Crowd(1)[0], 0));
        var anew = (await runs.ResumeAsync(cancelled.Id, site.Supervisor, cancellation: Cancellation)).Value!;
        Assert.NotEqual(cancelled.Id, anew.Id);
        Assert.Equal((RescreeningState.Done, 6), (anew.State, anew.Done));
        Assert.NotEmpty(await AlertsAsync(site, HitState.Open));
        Assert.Equal("RESCREENING_NOT_FOUND", (await runs.ResumeAsync(Guid.NewGuid(), site.Supervisor, cancellation: Cancellation)).Problem?.Code);
        Assert.Equal("RESCREENING_NOT_FOUND", (await runs.CancelAsync(Guid.NewGuid(), site.Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("RESCREENING_ALREADY_ENDED", (await runs.CancelAsync(anew.Id, site.Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await runs.StartAsync(site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await runs.ListAsync(0, 1, site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<CountryAlerts>().ListAsync(null, 0, 1, site.ListManager, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task What_a_run_finds_is_to_the_last_part_what_each_traveller_alone_would_be_found_for()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await CrowdAsync(site, 120);
        // Every name part is shared by many: of each traveller some entries are near, and some are not near enough.
        await Lists.ImportAsync(site, [.. Crowd(120).Where((_, i) => i % 4 == 0).Select(Entry), .. Crowd(120).Where((_, i) => i % 5 == 1).Select((one, i) => Lists.Person($"SPEx.{i}", $"{one.Given} {one.Surname}"))]);
        var run = (await Runs(site, chunk: 32).RunAsync(site.Supervisor, cancellation: Cancellation)).Value!;
        Assert.Equal((120, 120), (run.Total, run.Done));
        await using var db = site.Get<BorderStorage>().Open();
        var found = (await db.Hits.AsNoTracking().ToListAsync(Cancellation)).GroupBy(h => h.EncounterId).ToDictionary(g => g.Key, g => g.Select(h => h.Match).Order(StringComparer.Ordinal).ToArray());
        var screen = site.Get<WatchlistScreen>();
        foreach (var encounter in await db.Encounters.AsNoTracking().ToListAsync(Cancellation))
        {
            var alone = screen.Screen(WatchlistScreen.Query(EncounterContent.Of(encounter.Content).Document, placeOfBirth: null), purpose: ScreeningPurpose.Rescreening, cancellation: Cancellation);
            Assert.Equal(alone.Select(hit => JsonSerializer.Serialize(hit, BorderJson.Default.Hit)).Order(StringComparer.Ordinal), found.GetValueOrDefault(encounter.Id) ?? []);
        }
        Assert.InRange(found.Count, 40, 119);
        Assert.Equal(run.Alerts, found.Values.Sum(f => f.Length));
    }

    [Theory]
    [InlineData("Asia/Karachi", "2026-03-01T20:59:59Z", "2026-02-28T21:00:00Z")]
    [InlineData("Asia/Karachi", "2026-03-01T21:00:00Z", "2026-03-01T21:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-29T01:00:00Z")] // There was no two o'clock: three.
    [InlineData("Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25T01:00:00Z")] // There were two: the second.
    public void The_hour_is_the_ports(string zone, string now, string last) =>
        Assert.Equal(Instant(last), RescreeningNight.LastHour(Instant(now), TimeZoneInfo.FindSystemTimeZoneById(zone), 2));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Rescreenings Runs(TestSite site, int chunk = 256, int? hour = 2) => new(
        TestSite.Settings with { RescreeningHour = hour },
        site.Get<BorderStorage>(),
        site.Get<LedgerWriter>(),
        site.Get<WatchlistScreen>(),
        site.Get<PolicyInForce>(),
        site.Clock,
        chunk: chunk);

    private static async Task<IReadOnlyList<CountryAlert>> AlertsAsync(TestSite site, HitState? state) =>
        (await site.Get<CountryAlerts>().ListAsync(state, 0, 100, site.Supervisor, Cancellation)).Value!.Items;

    /// <summary>Whom a screening of each traveller alone finds: encounter and reference.</summary>
    private static async Task<IReadOnlyList<(Guid, string)>> EachAloneAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var found = new List<(Guid, string)>();
        foreach (var encounter in await db.Encounters.AsNoTracking().ToListAsync(Cancellation))
        {
            var hits = site.Get<WatchlistScreen>().Screen(WatchlistScreen.Query(EncounterContent.Of(encounter.Content).Document, placeOfBirth: null), purpose: ScreeningPurpose.Rescreening, cancellation: Cancellation);
            found.AddRange(hits.Select(hit => (encounter.Id, WatchlistEntry.Origin(hit.Person.Key).Reference)));
        }
        return [.. found.Order()];
    }

    /// <summary>Another worker's mark, as if the one that has it had been killed.</summary>
    private static async Task AbandonAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        await db.Rescreenings.Where(r => r.State == RescreeningState.Running).ExecuteUpdateAsync(set => set.SetProperty(r => r.Worker, Guid.NewGuid()), Cancellation);
    }

    private static async Task RefuseAsync(TestSite site, string passport) => await RefuseAsync(site, await site.PresentAsync(passport));

    private static async Task RefuseAsync(TestSite site, Encounter encounter)
    {
        var refused = await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "test"), site.Supervisor);
        Assert.True(refused.Succeeded, refused.Problem?.Code);
    }

    /// <summary>Lets invented travellers in.</summary>
    private static async Task CrowdAsync(TestSite site, int count)
    {
        foreach (var (one, i) in Crowd(count).Select((one, i) => (one, i)))
            await site.PassAsync(Specimens.Passport($"U{i:D8}", one.Surname, one.Given, born: one.Born));
    }

    private static IReadOnlyList<(string Surname, string Given, string Born)> Crowd(int count)
    {
        string[] surnames = ["SPECIMENOV", "EXEMPLARI", "NAMUNAWALA", "SPECIMANI", "MUSTERZAI", "EJEMPLOV", "MISALUDDIN"];
        string[] given = ["BASHAR", "ZARINA", "GULALAI", "TIMUR", "PARVEZ", "NASREEN", "ROSHAN", "YAQUB", "SHIRIN", "DANISH", "FARZANA"];
        return [.. Enumerable.Range(0, count).Select(i => (surnames[i % 7], $"{given[i % 11]} {given[i / 11 % 11]}", $"{1950 + (i * 7 % 50)}-{1 + (i % 12):D2}-{1 + (i * 5 % 28):D2}"))];
    }

    private static WatchlistEntry Entry((string Surname, string Given, string Born) one, int i) => Lists.Person($"SPEi.{100 + (3 * i)}", $"{one.Given} {one.Surname}", one.Born);

    /// <summary>Does something each time that progress is told.</summary>
    private sealed class Told(Func<int, Task> does) : IProgress<double>
    {
        private int times;

        public void Report(double value) => does(++times).GetAwaiter().GetResult();
    }
}
