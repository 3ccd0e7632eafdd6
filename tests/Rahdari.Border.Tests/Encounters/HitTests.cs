using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Tests.Encounters;

public class HitTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_hit_through_an_alias_locks_the_decision_until_a_supervisor_dismisses_it(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await HitAsync(site);
        var hit = Assert.Single(encounter.Hits);
        Assert.Equal("SPEi.7", hit.Reference);
        Assert.Equal("Bishr SPECIMANOV", hit.Match.Name.Text);
        Assert.Equal(AdviceLevel.Refer, encounter.Advice.Level);
        Assert.Equal("SCREENING_HIT", encounter.Advice.Reasons[0].Code);

        Assert.Equal("HITS_OPEN", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "known to me"))).Problem?.Code);
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "listed"))).Problem?.Code);

        var queue = site.Get<HitQueue>();
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal("ROLE_REQUIRED", (await queue.ResolveAsync(hit.Id, HitState.Dismissed, "no", site.Officer, cancellation: cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await queue.ResolveAsync(hit.Id, HitState.Dismissed, " ", site.Supervisor, cancellation: cancellation)).Problem?.Code);
        var resolved = await queue.ResolveAsync(hit.Id, HitState.Dismissed, "Other place of birth", site.Supervisor, cancellation: cancellation);
        Assert.Equal(HitState.Dismissed, resolved.Value!.State);
        Assert.Equal("HIT_ALREADY_RESOLVED", (await queue.ResolveAsync(hit.Id, HitState.Confirmed, "It is", site.Supervisor, cancellation: cancellation)).Problem?.Code);

        var cleared = await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, cancellation);
        Assert.Equal(AdviceLevel.Clear, cleared.Value!.Advice.Level);
        var decided = await site.DecideAsync(encounter, new Decision(DecisionKind.Pass));
        Assert.Equal(CrossingOutcome.Admitted, decided.Value!.Crossing!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_confirmed_hit_is_decided_by_a_supervisor_alone(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await HitAsync(site);
        var cancellation = TestContext.Current.CancellationToken;
        await site.Get<HitQueue>().ResolveAsync(encounter.Hits[0].Id, HitState.Confirmed, "Same scar", site.Supervisor, cancellation: cancellation);
        Assert.Equal("SUPERVISOR_REQUIRED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "listed"))).Problem?.Code);
        var refused = await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "listed"), site.Supervisor);
        Assert.Equal(CrossingOutcome.Refused, refused.Value!.Crossing!.Outcome);
        Assert.Contains("SCREENING_HIT", refused.Value.Crossing.AdviceReasons, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whoever_opened_the_encounter_cannot_resolve_its_hit(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var both = new Actor("chief1", new HashSet<string> { Roles.Officer, Roles.Supervisor }, "PKKHI");
        await Lists.ImportAsync(site, Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03"));
        var cancellation = TestContext.Current.CancellationToken;
        var opened = await site.Get<EncounterDesk>().OpenAsync(
            new Presentation(Specimens.Passport(surname: "SPECIMENOV", given: "BASHAR", born: "1975-02-03"), Direction.Entry, "1"), both, cancellation);
        var hit = Assert.Single(opened.Value!.Hits);
        Assert.Equal("HIT_OF_OWN_ENCOUNTER", (await site.Get<HitQueue>().ResolveAsync(hit.Id, HitState.Dismissed, "mine", both, cancellation: cancellation)).Problem?.Code);
        Assert.True((await site.Get<HitQueue>().ResolveAsync(hit.Id, HitState.Dismissed, "seen", site.Supervisor, cancellation: cancellation)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Importing_a_list_is_a_difference(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var lists = site.Get<WatchlistRegister>();
        var cancellation = TestContext.Current.CancellationToken;
        WatchlistEntry[] many = [.. Enumerable.Range(1, 40).Select(i => Lists.Person($"SPEi.{i}", $"Specimen NUMBER{i}"))];
        var first = await Lists.ImportAsync(site, many);
        Assert.Equal((1, 40, 0, 0), (first.Number, first.Added, first.Changed, first.Delisted));
        var again = await Lists.ImportAsync(site, many);
        Assert.Equal((1, 0, 0, 0), (again.Number, again.Added, again.Changed, again.Delisted));
        var next = await Lists.ImportAsync(site, [Lists.Person("SPEi.2", "Specimen RENAMED"), .. many[2..], Lists.Person("SPEi.99", "Specimen NEW")]);
        Assert.Equal((2, 1, 1, 1), (next.Number, next.Added, next.Changed, next.Delisted));
        Assert.Equal(["un@2"], site.Get<WatchlistScreen>().Versions);

        var changes = await lists.ChangesAsync("un", 2, 0, 10, site.ListManager, cancellation);
        Assert.Equal(3, changes.Value!.Total);
        var changed = Assert.Single(changes.Value.Items, c => c.Kind == WatchlistChangeKind.Changed);
        Assert.Equal(("Specimen NUMBER2", "Specimen RENAMED"), (changed.Before!.Names[0].Text, changed.After!.Names[0].Text));
        var found = await lists.EntriesAsync("un", "renamed", 0, 10, site.ListManager, cancellation);
        Assert.Equal("SPEi.2", Assert.Single(found.Value!.Items).Reference);

        Assert.Equal("WATCHLIST_SHRINKS", (await lists.ImportAsync(Lists.Of(many[..20]), site.ListManager, cancellation: cancellation)).Problem?.Code);
        var older = Lists.Of(many) with { PublishedAt = TestSite.Start.AddDays(-1) };
        Assert.Equal("WATCHLIST_OLDER", (await lists.ImportAsync(older, site.ListManager, cancellation: cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await lists.ImportAsync(Lists.Of(many), site.Officer, cancellation: cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_cancelled_import_leaves_the_version_in_force(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Specimen ONE"));
        using var cancel = new CancellationTokenSource();
        WatchlistEntry[] many = [.. Enumerable.Range(1, 3000).Select(i => Lists.Person($"SPEi.{i}", $"Specimen NUMBER{i}"))];
        var progress = new CancelAtHalf(cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            site.Get<WatchlistRegister>().ImportAsync(Lists.Of(many), site.ListManager, progress: progress, cancellation: cancel.Token));
        var inForce = await site.Get<WatchlistRegister>().InForceAsync(site.Officer, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (Assert.Single(inForce.Value!).Number, inForce.Value![0].Entries));
        var entries = await site.Get<WatchlistRegister>().EntriesAsync("un", null, 0, 10, site.ListManager, TestContext.Current.CancellationToken);
        Assert.Equal(1, entries.Value!.Total);
    }

    private static async Task<Encounter> HitAsync(TestSite site)
    {
        await Lists.ImportAsync(site, Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03", "Bishr SPECIMANOV"), Lists.Person("SPEi.8", "Other SPECIMAN"));
        return await site.PresentAsync(Specimens.Passport(surname: "SPECIMANOV", given: "BISHR", born: "1975-02-03"));
    }

    private sealed class CancelAtHalf(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= 0.5)
                source.Cancel();
        }
    }
}
