using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Border.Tests.Indicators;
using Rahdari.Border.Tests.Permissions;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>Who is alerted, by what somebody enters and what is an indicator is the same at every port, and changed by nobody but headquarters.</summary>
public class RuleDistributionTests
{
    private static readonly PolicyRule Weighted = new("un", ScreeningPurpose.Counter, Weight: 2);

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_port_goes_by_headquarters_policy_rules_and_indicators_in_the_place_of_its_own(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        // The port's own bear the same numbers.
        Entries.Succeed(await sites.Port.Get<PolicyRegister>().ProposeAsync([Weighted with { Weight = 5 }], "own", sites.Port.ListManager, Cancellation));
        Entries.Succeed(await sites.Port.Get<EntryRulesRegister>().PublishAsync([Entries.Class("OWN")], "own", sites.Port.VisaOfficer, Cancellation));
        Entries.Succeed(await sites.Port.Get<IndicatorRegister>().PublishAsync([.. IndicatorSites.Sample.Skip(1)], "own", sites.Port.ListManager, Cancellation));
        await PublishAsync(sites.Headquarters);
        Assert.Equal(["entry-rules", "indicators", "policy"], (await sites.CatchUpAsync()).Select(terms => terms.Topic).Order());

        Assert.Equal([Weighted], sites.Port.Get<PolicyInForce>().Rules.All);
        Assert.Equal(["policy#1"], sites.Port.Get<WatchlistScreen>().Against(ScreeningPurpose.Counter));
        var shown = Entries.Succeed(await sites.Port.Get<PolicyRegister>().InForceAsync(sites.Port.Auditor, Cancellation));
        Assert.Equal((1, "hq-1"), (shown.Number, shown.DecidedBy));
        Assert.Equal(["TOURIST", "BUSINESS", "RESIDENT"], Entries.Succeed(await sites.Port.Get<EntryRulesRegister>().InForceAsync(sites.Port.Officer, Cancellation)).Classes.Select(c => c.Code));
        Assert.Equal(IndicatorSites.Sample.Count, Entries.Succeed(await sites.Port.Get<IndicatorRegister>().InForceAsync(sites.Port.Officer, Cancellation)).Indicators.Count);
        // A transaction of the counter's sees them too.
        var (rules, set) = await sites.Port.Get<LedgerWriter>().WriteAsync(
            async append => ((await sites.Port.Get<EntryRulesInForce>().ReadAsync(append.Db, Cancellation)).Classes.Count, (await sites.Port.Get<IndicatorsInForce>().ReadAsync(append.Db, Cancellation)).Indicators.Count), Cancellation);
        Assert.Equal((3, IndicatorSites.Sample.Count), (rules, set));

        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await sites.Port.Get<PolicyRegister>().ProposeAsync([Weighted with { Weight = 7 }], "own", sites.Port.ListManager, Cancellation)).Problem?.Code);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await sites.Port.Get<EntryRulesRegister>().PublishAsync([Entries.Class("OWN2")], "own", sites.Port.VisaOfficer, Cancellation)).Problem?.Code);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await sites.Port.Get<IndicatorRegister>().PublishAsync([.. IndicatorSites.Sample.Skip(2)], "own", sites.Port.ListManager, Cancellation)).Problem?.Code);
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
        await sites.Port.RestartAsync();
        Assert.Equal([Weighted], sites.Port.Get<PolicyInForce>().Rules.All);
        Assert.Empty(await sites.MissingAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_later_policy_takes_the_place_of_the_one_held_and_one_changed_here_is_found(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        await PublishAsync(sites.Headquarters);
        await sites.CatchUpAsync();
        Entries.Succeed(await sites.Headquarters.Get<PolicyRegister>().ProposeAsync([Weighted with { Weight = 4 }], "more", sites.Headquarters.ListManager, Cancellation));
        var terms = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal(("policy", 2L), (terms.Topic, terms.To));
        Assert.Equal(4, Assert.Single(sites.Port.Get<PolicyInForce>().Rules.All).Weight);
        Assert.Equal(["entry-rules 1", "indicators 1", "policy 2"], (await sites.Received.HeldAsync()).Select(held => $"{held.Topic} {held.Version}"));
        await using var db = sites.Port.Get<BorderStorage>().Open();
        await db.HeldTopics.Where(h => h.Topic == "policy").ExecuteUpdateAsync(set => set.SetProperty(h => h.Content, h => h.Content!.Replace("4", "9")), Cancellation);
        Assert.Equal("ROW_CHANGED", Assert.Single((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults).Code);
        await db.HeldTopics.Where(h => h.Topic == "policy").ExecuteDeleteAsync(Cancellation);
        Assert.Equal("ROW_DELETED", Assert.Single((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults).Code);
    }

    [Fact]
    public async Task What_came_into_force_at_a_port_says_nothing_of_headquarters_that_takes_its_records_in()
    {
        await using var sites = await TwoSites.OpenAsync(TestSite.Sqlite);
        await PublishAsync(sites.Headquarters);
        await sites.CatchUpAsync();
        await using var here = sites.Port.Get<BorderStorage>().Open();
        await using var there = sites.Headquarters.Get<BorderStorage>().Open();
        there.Audit.AddRange(await here.Audit.AsNoTracking().ToListAsync(Cancellation));
        there.Ledger.AddRange(await here.Ledger.AsNoTracking().ToListAsync(Cancellation));
        await there.SaveChangesAsync(Cancellation);
        Assert.Empty(await HeldContents.FaultsAsync(there, "hq-1", Cancellation));
        Assert.Empty(await HeldContents.FaultsAsync(here, "khi-1", Cancellation));
    }

    [Theory]
    [InlineData("policy", "not json")]
    [InlineData("policy", "{}")]
    [InlineData("policy", """{"id":"00000000-0000-0000-0000-000000000001","number":2,"basedOn":0,"rules":"[]","isWide":false,"reason":"x","proposedAt":"2026-03-01T06:00:00+00:00","proposedBy":"x"}""")]
    [InlineData("policy", """{"id":"00000000-0000-0000-0000-000000000001","number":1,"basedOn":0,"rules":"[null]","isWide":false,"reason":"x","proposedAt":"2026-03-01T06:00:00+00:00","proposedBy":"x"}""")]
    [InlineData("entry-rules", """{"id":"00000000-0000-0000-0000-000000000001","number":1,"classes":"[{}]","reason":"x","publishedAt":"2026-03-01T06:00:00+00:00","publishedBy":"x"}""")]
    [InlineData("indicators", """{"id":"00000000-0000-0000-0000-000000000001","number":1,"indicators":"{","reason":"x","publishedAt":"2026-03-01T06:00:00+00:00","publishedBy":"x"}""")]
    public void A_document_that_could_not_be_published_here_is_not_gone_by(string topic, string content) =>
        Assert.NotNull(PublishedDocuments.Problem(Topic.Parse(topic)!, 1, content));

    private static async Task PublishAsync(TestSite headquarters)
    {
        Entries.Succeed(await headquarters.Get<PolicyRegister>().ProposeAsync([Weighted], "specimen", headquarters.ListManager, Cancellation));
        Entries.Succeed(await headquarters.Get<EntryRulesRegister>().PublishAsync(Entries.Rules, "specimen", headquarters.VisaOfficer, Cancellation));
        Entries.Succeed(await headquarters.Get<IndicatorRegister>().PublishAsync(IndicatorSites.Sample, "specimen", headquarters.ListManager, Cancellation));
    }
}
