using System.Text;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Crossings;

public class CrossingRegisterTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Filters_narrow_and_pages_do_not_overlap(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        for (var i = 0; i < 7; i++)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            await site.PassAsync(Specimens.Passport($"U1000000{i}", surname: i % 2 == 0 ? "SPECIMENA" : "MUSTERA", nationality: i < 5 ? "UTO" : "PAK"));
        }
        Assert.Equal(7, await CountAsync(site, new CrossingFilter()));
        Assert.Equal(4, await CountAsync(site, new CrossingFilter { Surname = "spec" }));
        Assert.Equal(2, await CountAsync(site, new CrossingFilter { Nationality = "pak" }));
        Assert.Equal(1, await CountAsync(site, new CrossingFilter { DocumentNumber = "U10000003" }));
        Assert.Equal(3, await CountAsync(site, new CrossingFilter { From = TestSite.Start.AddHours(5) }));
        Assert.Equal(4, await CountAsync(site, new CrossingFilter { To = TestSite.Start.AddHours(5).ToOffset(TimeSpan.FromHours(5)) }));
        Assert.Equal(0, await CountAsync(site, new CrossingFilter { Outcome = CrossingOutcome.Refused }));
        Assert.Equal(0, await CountAsync(site, new CrossingFilter { Surname = "%" }));

        var first = await ListAsync(site, new CrossingFilter(), 0, 4);
        var second = await ListAsync(site, new CrossingFilter(), 4, 4);
        Assert.Equal(7, first.Items.Concat(second.Items).Select(c => c.Id).Distinct().Count());
        Assert.Equal("U10000006", first.Items[0].DocumentNumber);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_export_is_CSV_that_no_spreadsheet_runs(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "=HYPERLINK(\"x\"), said \"no\"\nand left"));
        var stream = new MemoryStream();
        var export = await site.Get<CrossingRegister>().ExportAsync(new CrossingFilter(), stream, site.Auditor, TestContext.Current.CancellationToken);
        Assert.Equal(1, export.Value!.Rows);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("id,at,port,counter,direction,outcome,", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\"), said \"\"no\"\"\nand left\"", text, StringComparison.Ordinal);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<CrossingRegister>().ExportAsync(new CrossingFilter(), stream, site.Officer, TestContext.Current.CancellationToken)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_read_of_a_person_is_in_the_audit(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var crossing = await site.PassAsync(Specimens.Passport());
        Func<Task>[] reads =
        [
            () => site.Get<CrossingRegister>().FindAsync(crossing.Id, site.Officer, cancellation),
            () => site.Get<CrossingRegister>().ListAsync(new CrossingFilter { Surname = "SPEC" }, 0, 10, site.Supervisor, cancellation),
            () => site.Get<TravellerRegister>().HistoryAsync(crossing.TravellerId, site.Officer, cancellation),
            () => site.Get<EncounterDesk>().FindAsync(crossing.EncounterId, site.Officer, cancellation),
        ];
        foreach (var read in reads)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1)); // Records of one millisecond have no order.
            await read();
        }
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var records = (await site.Get<AuditLog>().ListAsync(new AuditFilter(), 0, 50, site.Auditor, cancellation)).Value!.Items;
        Assert.Equal(["audit.read", "encounter.read", "traveller.read", "crossings.read", "crossing.read"], records.Take(5).Select(r => r.Action));
        Assert.Equal(["encounter.decided", "encounter.opened"], records.Skip(5).Select(r => r.Action).Order());
        Assert.Contains("SPEC", records.Single(r => r.Action == "crossings.read").Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(records, r => r.Detail?.Contains("KHANUM", StringComparison.Ordinal) == true);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<AuditLog>().ListAsync(new AuditFilter(), 0, 50, site.Officer, cancellation)).Problem?.Code);
    }

    private static async Task<Page<Crossing>> ListAsync(TestSite site, CrossingFilter filter, int offset, int take) =>
        (await site.Get<CrossingRegister>().ListAsync(filter, offset, take, site.Supervisor, TestContext.Current.CancellationToken)).Value!;

    private static async Task<int> CountAsync(TestSite site, CrossingFilter filter) => (await ListAsync(site, filter, 0, 100)).Total;
}
