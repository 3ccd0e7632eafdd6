using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Screening;

/// <summary>What another policy would do is known before it takes effect: on those who really crossed.</summary>
public class PolicyPreviewTests
{
    private static readonly WatchlistEntry Listed = Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03") with { Sex = 'M' };
    private static readonly WatchlistEntry Other = Lists.Person("SPEi.8", "Other EXEMPLAR");
    private static readonly PolicyRule Off = new("un", ScreeningPurpose.Counter, IsScreened: false);

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_effect_of_a_policy_is_that_on_the_travellers_of_the_last_thirty_days_each_counted_once(string engine)
    {
        await using var site = await CrossedAsync(engine);
        var (preview, cancellation) = (site.Get<PolicyPreview>(), TestContext.Current.CancellationToken);
        var off = (await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.ListManager, cancellation: cancellation)).Value!;
        // Three travellers: one who is listed, one whose day of birth is another's, one whom nobody resembles; the listed one twice.
        Assert.Equal((3, 1, 0, 0, 1), (off.Travellers, off.AlertedNow, off.AlertedThen, off.More, off.Fewer));
        Assert.Equal([new ListEffect("un", 1, 0, 0, 1)], off.Lists);
        var gone = Assert.Single(off.Sample);
        Assert.Equal(("SPECIMENOV, BASHAR", "SPEi.7", false, "PKKHI"), (gone.Name, gone.Reference, gone.Alerts, gone.Port));

        PolicyRule[] low = [new("un", ScreeningPurpose.Counter, Threshold: 0.1, Weight: 6)];
        var more = (await preview.EffectAsync(low, ScreeningPurpose.Counter, site.Supervisor, cancellation: cancellation)).Value!;
        Assert.Equal((1, 2, 1, 0), (more.AlertedNow, more.AlertedThen, more.More, more.Fewer));
        Assert.Equal(("SPECIMENOV, BASHIR", true), Assert.Single(more.Sample.Select(one => (one.Name, one.Alerts))));
        // Rules for another purpose change nothing of this one.
        Assert.Equal((0, 0), (await preview.EffectAsync(low, ScreeningPurpose.Advance, site.Supervisor, cancellation: cancellation)).Value is var other ? (other!.More, other.Fewer) : default);

        site.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(0, (await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.ListManager, cancellation: cancellation)).Value!.Travellers);
        var audited = await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.PolicyPreviewed }, 0, 10, site.Auditor, cancellation);
        Assert.Equal(4, audited.Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whom_a_supervisor_told_apart_does_not_count_and_another_port_is_not_shown(string engine)
    {
        await using var site = await CrossedAsync(engine, HitState.Dismissed);
        var (preview, cancellation) = (site.Get<PolicyPreview>(), TestContext.Current.CancellationToken);
        var effect = (await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.ListManager, cancellation: cancellation)).Value!;
        Assert.Equal((3, 0, 0), (effect.Travellers, effect.AlertedNow, effect.Fewer));
        var elsewhere = await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.Supervisor with { Port = "PKLHE" }, cancellation: cancellation);
        Assert.Equal((0, 0), (elsewhere.Value!.Travellers, elsewhere.Value.Sample.Count));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_effect_of_an_import_is_known_before_it_is_in_force(string engine)
    {
        await using var site = await CrossedAsync(engine, HitState.Dismissed);
        var (preview, cancellation) = (site.Get<PolicyPreview>(), TestContext.Current.CancellationToken);
        var coming = Lists.Of(Listed with { Remarks = "Seen at Specimen harbour." }, Lists.Person("SPEi.9", "Zarina NAMUNA", "1990-11-21"));
        var effect = (await preview.ImportEffectAsync(coming, site.ListManager, cancellation: cancellation)).Value!;
        // Who was told apart from the entry as it is would alert for it as it would be.
        Assert.Equal((3, 0, 2, 2, 0), (effect.Travellers, effect.AlertedNow, effect.AlertedThen, effect.More, effect.Fewer));
        Assert.Equal([("SPEi.7", 1), ("SPEi.9", 1)], effect.Entries.Select(e => (e.Reference, e.More)));
        var emptied = (await preview.ImportEffectAsync(Lists.Of() with { Code = "ecl" }, site.ListManager, cancellation: cancellation)).Value!;
        Assert.Equal((0, 0), (emptied.More, emptied.Fewer));
        Assert.Equal("ROLE_REQUIRED", (await preview.ImportEffectAsync(coming, site.Officer, cancellation: cancellation)).Problem?.Code);
        Assert.Equal(["un@1"], site.Get<WatchlistScreen>().Versions);
    }

    [Fact]
    public async Task The_preview_tells_how_far_it_is_can_be_cancelled_and_is_for_those_who_decide()
    {
        await using var site = await CrossedAsync(TestSite.Sqlite);
        var (preview, shares) = (site.Get<PolicyPreview>(), new Shares());
        Assert.True((await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.ListManager, shares, TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal(1, shares.Last);
        Assert.Equal("ROLE_REQUIRED", (await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.Officer, cancellation: TestContext.Current.CancellationToken)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await preview.EffectAsync([Off], ScreeningPurpose.Counter, site.Auditor, cancellation: TestContext.Current.CancellationToken)).Problem?.Code);
        Assert.Equal("POLICY_INVALID", (await preview.EffectAsync([Off with { Threshold = 2 }], ScreeningPurpose.Counter, site.ListManager, cancellation: TestContext.Current.CancellationToken)).Problem?.Code);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => preview.EffectAsync([Off], ScreeningPurpose.Counter, site.ListManager, cancellation: cancelled.Token));
    }

    /// <summary>Three travellers who crossed: one who is listed, twice; one of a like name; one whom nobody resembles.</summary>
    private static async Task<TestSite> CrossedAsync(string engine, HitState resolution = HitState.Confirmed)
    {
        var site = await TestSite.OpenAsync(engine);
        var listed = Specimens.Passport("U00000001", "SPECIMENOV", "BASHAR", born: "1975-02-03", sex: Sex.Male);
        await site.PassAsync(listed);
        await site.PassAsync(Specimens.Passport("U00000002", "SPECIMENOV", "BASHIR", born: "1971-05-06"));
        await site.PassAsync(Specimens.Passport("U00000003", "NAMUNA", "ZARINA", born: "1990-11-21"));
        await Lists.ImportAsync(site, Listed, Other);
        var again = await site.PresentAsync(listed, Direction.Exit);
        var cancellation = TestContext.Current.CancellationToken;
        Assert.True((await site.Get<HitQueue>().ResolveAsync(again.Hits[0].Id, resolution, "Seen", site.Supervisor, cancellation: cancellation)).Succeeded);
        Assert.True((await site.DecideAsync(again, new Decision(DecisionKind.Refuse, "Seen"), site.Supervisor)).Succeeded);
        return site;
    }

    private sealed class Shares : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value) => Last = value;
    }
}
