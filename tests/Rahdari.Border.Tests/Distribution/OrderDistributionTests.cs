using Rahdari.Border.Crossings;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Tests.ExitControl;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;
using static Rahdari.Border.Tests.ExitControl.ExitScenario.Counter;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>An order entered at headquarters stops at every port, and lets go where it is lifted there.</summary>
public class OrderDistributionTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task An_order_of_headquarters_stops_at_the_port_until_it_is_lifted_there(string engine)
    {
        await using var sites = await TwoSites.OpenAsync(engine);
        var headquarters = new ExitScenario.Counter(sites.Headquarters);
        var counter = new ExitScenario.Counter(sites.Port);
        var order = await headquarters.OrderAsync(ByPassport);
        await headquarters.OrderAsync(Order with { Name = "MUSTER MITHAL", Documents = [new OrderDocument("SP0000077", "PAK")] });
        Assert.Equal("exit-orders", Assert.Single(await sites.CatchUpAsync()).Topic);
        var encounter = await counter.PresentAsync();
        Assert.Contains(encounter.Advice.Reasons, reason => reason.Code == "EXIT_ORDER");
        Assert.Contains("exit-orders@2", encounter.ScreenedAgainst);
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);

        var register = sites.Port.Get<ExitOrderRegister>();
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await register.EnterAsync(ByPassport, Registrar)).Problem?.Code);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await register.AskLiftingAsync(1, "C.M. 2/2026", "settled", Registrar)).Problem?.Code);
        Assert.Equal("GOVERNED_BY_HEADQUARTERS", (await register.LiftAsync(1, TestSite.Start, OtherRegistrar)).Problem?.Code);

        var there = sites.Headquarters.Get<ExitOrderRegister>();
        var asked = (await there.AskLiftingAsync(order.Number, "C.M. 2/2026", "settled", Registrar)).Value!;
        Assert.True((await there.LiftAsync(order.Number, asked.Lifting!.AskedAt, OtherRegistrar)).Succeeded);
        var terms = Assert.Single(await sites.CatchUpAsync());
        Assert.Equal((2L, 3L), (terms.From, terms.To));
        Assert.DoesNotContain((await counter.PresentAsync()).Advice.Reasons, reason => reason.Code == "EXIT_ORDER");
        Assert.Empty((await sites.Port.Get<LedgerVerifier>().WalkAsync()).Faults);
    }

    [Fact]
    public async Task Reports_of_lost_documents_reach_the_port_that_looks_them_up()
    {
        await using var sites = await TwoSites.OpenAsync(TestSite.Sqlite);
        await sites.ImportAsync(new WatchlistEntry
        {
            Reference = "LOST.1",
            Kind = WatchlistEntryKind.Document,
            Programme = "Lost",
            Names = [new ListedName("UTO SPC000009", ListedNameKind.Primary)],
            Documents = [new ListedDocument("P", "SPC000009", "UTO")],
            Report = Documents.Inspection.ReportKind.Stolen,
            ListedOn = new DateOnly(2026, 1, 1),
        });
        await sites.CatchUpAsync();
        Assert.Contains((await sites.Port.PresentAsync(Specimens.Passport("SPC000009"), Direction.Entry)).Advice.Reasons, reason => reason.Code.StartsWith("DOCUMENT_REPORTED", StringComparison.Ordinal));
    }
}
