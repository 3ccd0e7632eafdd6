using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Tests.Watchlists;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Tests.Encounters;

/// <summary>A document that a list in force reports, at the counter.</summary>
public class ReportedDocumentTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [InlineData("U00000001", "DOCUMENT_REPORTED_STOLEN", AdviceLevel.Refer)]
    [InlineData("UOO00000I", "DOCUMENT_REPORTED_NUMBER_ALIKE", AdviceLevel.Ask)]
    [InlineData("U00000002", null, AdviceLevel.Clear)]
    public async Task A_document_is_found_by_its_State_and_number_as_the_list_and_recognition_write_them(string number, string? code, AdviceLevel advice)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Bashar SPECIMENOV"));
        await ReportAsync(site, LostDocumentsTests.Csv);
        var encounter = await site.PresentAsync(Specimens.Passport(number));
        Assert.Equal(code, Reported(encounter)?.Code);
        Assert.Equal(advice, encounter.Advice.Level);
        Assert.Equal(["lost@1", "un@1"], encounter.ScreenedAgainst);
        // Another State's document may have the same number.
        Assert.Null(Reported(await site.PresentAsync(Specimens.Passport(number, nationality: "PAK"))));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Nobody_passes_unseen_on_a_document_that_was_reported_since_it_was_presented(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Bashar SPECIMENOV"));
        await ReportAsync(site, "Country,Number,Date,Reason\nUTO,U99999999,2026-02-01,lost\n");
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(AdviceLevel.Clear, encounter.Advice.Level);

        await ReportAsync(site, "Country,Number,Date,Reason\nUTO,U99999999,2026-02-01,lost\nUTO,U00000001,2026-02-02,stolen\n");
        var refused = await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "known to me"), key: "the-same-key");
        Assert.Equal("DOCUMENT_REPORTED_SINCE", refused.Problem?.Code);
        var told = (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal(("DOCUMENT_REPORTED_STOLEN", AdviceLevel.Refer, "lost@2"), (told.Advice.Reasons[0].Code, told.Advice.Level, told.ScreenedAgainst[0]));
        Assert.True(told.Revision > encounter.Revision);

        // Whoever has been told decides as on a document that was reported before.
        Assert.Equal("REASON_REQUIRED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Problem?.Code);
        var passed = (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "found again, police report seen"), key: "the-same-key")).Value!;
        Assert.Equal(CrossingOutcome.Admitted, passed.Crossing!.Outcome);
        Assert.Contains("DOCUMENT_REPORTED_STOLEN", passed.Crossing.AdviceReasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_documents_alone_screens_nobody_and_the_officer_is_told()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ReportAsync(site, LostDocumentsTests.Csv);
        var encounter = await site.PresentAsync(Specimens.Passport("U00000002"));
        Assert.Equal("SCREENING_NO_WATCHLIST", Assert.Single(encounter.Advice.Reasons, r => r.Severity >= Severity.Warning).Code);
    }

    [Fact]
    public async Task A_list_of_documents_that_the_policy_switches_off_is_not_looked_up_and_one_that_stays_screens_nobody()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Bashar SPECIMENOV"));
        await ReportAsync(site, LostDocumentsTests.Csv);
        await OffAsync(1, new PolicyRule("lost", ScreeningPurpose.Counter, IsScreened: false));
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Null(Reported(encounter));
        Assert.Equal(["un@1", "policy#1"], encounter.ScreenedAgainst);
        await OffAsync(2, new PolicyRule("un", ScreeningPurpose.Counter, IsScreened: false));
        var reported = await site.PresentAsync(Specimens.Passport());
        Assert.Equal("DOCUMENT_REPORTED_STOLEN", Reported(reported)?.Code);
        Assert.Contains(reported.Advice.Reasons, r => r.Code == "SCREENING_NO_WATCHLIST");

        async Task OffAsync(int number, PolicyRule rule)
        {
            var (register, cancellation) = (site.Get<PolicyRegister>(), TestContext.Current.CancellationToken);
            Assert.Equal(number, (await register.ProposeAsync([rule], "For a test", site.ListManager, cancellation)).Value!.Number);
            Assert.True((await register.DecideAsync(number, true, null, site.Supervisor, cancellation)).Succeeded);
        }
    }

    [Fact]
    public async Task A_report_that_was_withdrawn_since_stops_nobody()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ReportAsync(site, LostDocumentsTests.Csv);
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(AdviceLevel.Refer, encounter.Advice.Level);
        await ReportAsync(site, LostDocumentsTests.Csv.Replace("UTO,U00000001,Passport,2026-02-01,Stolen,SP-1,Utopolis\n", "", StringComparison.Ordinal));
        var passed = (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass))).Value!;
        Assert.DoesNotContain("REPORTED", passed.Crossing!.AdviceReasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_lists_that_did_not_change_stay_when_another_does_and_are_there_after_a_restart()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ReportAsync(site, LostDocumentsTests.Csv);
        await ReportAsync(site, "Country,Number,Date,Reason\nUTO,U00000001,2026-02-03,revoked\n", "uto-revoked");
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Bashar SPECIMENOV"));
        Assert.Equal(["DOCUMENT_REPORTED_REVOKED", "DOCUMENT_REPORTED_STOLEN"], await CodesAsync());
        await site.RestartAsync();
        await site.Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["DOCUMENT_REPORTED_REVOKED", "DOCUMENT_REPORTED_STOLEN"], await CodesAsync());

        async Task<IEnumerable<string>> CodesAsync() =>
            (await site.PresentAsync(Specimens.Passport())).Advice.Reasons.Select(r => r.Code).Where(c => c.StartsWith("DOCUMENT_REPORTED", StringComparison.Ordinal)).Order();
    }

    private static Finding? Reported(Encounter encounter) => encounter.Advice.Reasons.SingleOrDefault(r => r.Code.StartsWith("DOCUMENT_REPORTED", StringComparison.Ordinal));

    private static async Task ReportAsync(TestSite site, string csv, string? name = null)
    {
        var list = LostDocumentsTests.Read(csv).Usable();
        var version = await site.Get<WatchlistRegister>().ImportAsync(name is null ? list : list with { Code = name }, site.ListManager, allowShrink: true, cancellation: TestContext.Current.CancellationToken);
        Assert.True(version.Succeeded, version.Problem?.ToString());
        await site.Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
    }
}
