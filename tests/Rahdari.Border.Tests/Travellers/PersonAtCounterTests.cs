using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>One person with two passports before two counters, and what of others is told there.</summary>
public class PersonAtCounterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_passports_open_at_two_counters_one_passes()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var first = await site.PresentAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await site.PresentAsync(Renewed("SPC000002"));
        Assert.Equal("ENCOUNTER_SUPERSEDED", (await site.DecideAsync(first, new Decision(DecisionKind.Pass, "test"))).Problem?.Code);
        Assert.True((await site.DecideAsync(second, new Decision(DecisionKind.Pass, "test"))).Succeeded);
    }

    [Fact]
    public async Task Who_was_referred_on_one_passport_and_decided_on_another_is_awaited_no_more()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var referred = await site.PresentAsync(Renewed("SPC000001"));
        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Refer, "look"))).Succeeded);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await site.PresentAsync(Renewed("SPC000002"));
        Assert.True((await site.DecideAsync(second, new Decision(DecisionKind.Pass, "seen"), site.Supervisor)).Succeeded);
        Assert.Equal("ENCOUNTER_SUPERSEDED", (await site.DecideAsync(referred, new Decision(DecisionKind.Pass, "seen"), site.Supervisor)).Problem?.Code);
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain((await site.PresentAsync(Renewed("SPC000001"), Direction.Exit)).Advice.Reasons, reason => reason.Code == "IDENTITY_AWAITED_IN_SECOND_LINE");
    }

    [Fact]
    public async Task An_officer_is_shown_the_links_within_the_person_and_a_supervisor_also_who_may_be_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var entry = await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        site.Clock.Advance(TimeSpan.FromDays(1));
        // Somebody else with her number.
        await site.PassAsync(Specimens.Passport("SPC000003", "OTHERKHEL", "NAHEED", "PAK", "1991-02-28", optional: "4210100000002"));
        var register = site.Get<TravellerRegister>();
        Assert.Equal([LinkState.Automatic], (await register.HistoryAsync(entry.TravellerId, site.Officer, Cancellation)).Value!.Links.Select(link => link.State));
        Assert.Contains((await register.HistoryAsync(entry.TravellerId, site.Supervisor, Cancellation)).Value!.Links, link => link.State == LinkState.Proposed);
        Assert.Contains((await register.HistoryAsync(entry.TravellerId, site.Auditor, Cancellation)).Value!.Links, link => link.State == LinkState.Proposed);
    }

    [Fact]
    public async Task A_decision_on_a_link_that_is_sent_again_is_audited_for_what_it_shows()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var exit = await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        var link = (await site.Get<TravellerRegister>().HistoryAsync(exit.TravellerId, site.Supervisor, Cancellation)).Value!.Links.Single();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await site.Get<TravellerLinks>().UndoAsync(link.Id, "two people", site.Supervisor, Cancellation)).Succeeded);
        Assert.Equal(0, await ReadsAsync(site, link.Id));
        Assert.True((await site.Get<TravellerLinks>().UndoAsync(link.Id, "two people", site.Supervisor, Cancellation)).Succeeded);
        Assert.Equal(1, await ReadsAsync(site, link.Id));
    }

    private static async Task<int> ReadsAsync(TestSite site, Guid link) =>
        (await site.Get<AuditLog>().ListAsync(new AuditFilter { SubjectId = link.ToString(), Action = AuditAction.LinksRead }, 0, 10, site.Auditor, Cancellation)).Value!.Items.Count;

    private static string Renewed(string number) => Specimens.Passport(number, "SPECIMENZAI", "ZARMINA GUL", "PAK", "1980-05-17", sex: Sex.Female, optional: "4210100000002");
}
