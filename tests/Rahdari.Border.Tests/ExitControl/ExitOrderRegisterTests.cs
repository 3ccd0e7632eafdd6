using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using static Rahdari.Border.Tests.ExitControl.ExitScenario.Counter;

namespace Rahdari.Border.Tests.ExitControl;

public class ExitOrderRegisterTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_order_stops_from_the_moment_it_is_entered_and_names_its_law_authority_and_dates(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var counter = new ExitScenario.Counter(site);
        var standing = await counter.PresentAsync();
        var order = await counter.OrderAsync(ByPassport with { ValidTo = Today.AddDays(30) });
        Assert.Equal((1, ExitOrderState.InForce, "exits1"), (order.Number, order.State, order.EnteredBy));
        // Also whom the officer was about to let go.
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(standing, new Decision(DecisionKind.Pass, "known"))).Problem?.Code);
        var encounter = await counter.PresentAsync();
        var reason = Assert.Single(encounter.Advice.Reasons, r => r.Code == "EXIT_ORDER");
        Assert.Equal(AdviceLevel.Refer, encounter.Advice.Level);
        foreach (var culture in new[] { "en", "ur" })
        {
            var sentence = BorderSentences.Of(reason, System.Globalization.CultureInfo.GetCultureInfo(culture));
            Assert.All(
                new[] { "High Court (specimen)", "C.M. 1/2026", "Code of Civil Procedure, section 151", $"{Today:yyyy-MM-dd}", $"{Today.AddDays(30):yyyy-MM-dd}", "exit-orders/1" },
                told => Assert.Contains(told, sentence, StringComparison.Ordinal));
        }
        Assert.Contains("exit-orders@1", encounter.ScreenedAgainst);
        // An order is no list of persons against which everybody is screened.
        Assert.Contains(encounter.Advice.Reasons, r => r.Code == "SCREENING_NO_WATCHLIST");
    }

    [Fact]
    public async Task An_order_that_begins_at_midnight_locks_whom_an_officer_scanned_before()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var counter = new ExitScenario.Counter(site);
        await counter.OrderAsync(ByPassport with { ValidFrom = Today.AddDays(1) });
        while (TestSite.Settings.LocalDay(site.Clock.GetUtcNow().AddMinutes(10)) == Today)
            site.Clock.Advance(TimeSpan.FromMinutes(10));
        var standing = await counter.PresentAsync();
        Assert.Empty(standing.Hits);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("HITS_OPEN", (await site.DecideAsync(standing, new Decision(DecisionKind.Pass))).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_order_is_lifted_by_a_second_person_with_a_reference_and_a_reason(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (register, counter, cancellation) = (site.Get<ExitOrderRegister>(), new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        await counter.OrderAsync(ByPassport);
        Assert.Equal("EXIT_ORDER_LIFTING_NOT_ASKED", (await register.LiftAsync(1, default, OtherRegistrar, cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await register.AskLiftingAsync(1, "C.M. 2", " ", Registrar, cancellation)).Problem?.Code);
        Assert.Equal("EXIT_ORDER_INVALID", (await register.AskLiftingAsync(1, "", "Recalled", Registrar, cancellation)).Problem?.Code);
        Assert.Equal("EXIT_ORDER_NOT_FOUND", (await register.AskLiftingAsync(2, "C.M. 2", "Recalled", Registrar, cancellation)).Problem?.Code);
        var asked = (await register.AskLiftingAsync(1, "C.M. 2", "Recalled", Registrar, cancellation)).Value!;
        Assert.Equal((ExitOrderState.InForce, "exits1", null), (asked.State, asked.Lifting!.AskedBy, asked.Lifting.LiftedBy));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(asked.Lifting, (await register.AskLiftingAsync(1, "C.M. 2 ", "Recalled", Registrar, cancellation)).Value!.Lifting); // Sent again: what the second person reads stands.
        Assert.Equal("SECOND_PERSON_REQUIRED", (await register.LiftAsync(1, asked.Lifting.AskedAt, Registrar, cancellation)).Problem?.Code);
        var lifted = (await register.LiftAsync(1, asked.Lifting.AskedAt, site.Supervisor, cancellation)).Value!;
        Assert.Equal((ExitOrderState.Lifted, "supervisor1"), (lifted.State, lifted.Lifting!.LiftedBy));
        Assert.Equal(ExitOrderState.Lifted, (await register.LiftAsync(1, asked.Lifting.AskedAt, site.Supervisor, cancellation)).Value!.State);
        Assert.Equal("EXIT_ORDER_ALREADY_LIFTED", (await register.LiftAsync(1, default, OtherRegistrar, cancellation)).Problem?.Code);
        Assert.Equal("EXIT_ORDER_ALREADY_LIFTED", (await register.AskLiftingAsync(1, "C.M. 2", "Recalled", Registrar, cancellation)).Problem?.Code);
        Assert.Empty((await counter.PresentAsync()).Hits);
        Assert.Equal(["exit-orders@2"], site.Get<WatchlistScreen>().Versions);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Orders_are_found_by_state_and_by_a_part_of_what_they_say(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (register, counter, cancellation) = (site.Get<ExitOrderRegister>(), new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        await counter.OrderAsync(ByPassport);
        await counter.OrderAsync(Order with { Cnic = Cnic, ValidFrom = Today.AddDays(3), Authority = "Sessions Court (specimen)" });
        await counter.LiftAsync(await counter.OrderAsync(ByPassport with { AuthorityReference = "C.M. 5/2026" }));
        Assert.Equal([3, 2, 1], await NumbersAsync(null, null));
        Assert.Equal([1], await NumbersAsync(null, ExitOrderState.InForce));
        Assert.Equal([2], await NumbersAsync(null, ExitOrderState.NotYetValid));
        Assert.Equal([3], await NumbersAsync(null, ExitOrderState.Lifted));
        Assert.Empty(await NumbersAsync(null, ExitOrderState.Expired));
        Assert.Equal([2], await NumbersAsync("sessions", null));
        Assert.Equal([2], await NumbersAsync("4210100000002", null));
        Assert.Equal([3, 1], await NumbersAsync("sp0000001", null));
        Assert.Equal(2, (await register.FindAsync(2, site.Auditor, cancellation)).Value!.Number);
        Assert.Equal("EXIT_ORDER_NOT_FOUND", (await register.FindAsync(9, site.Auditor, cancellation)).Problem?.Code);
        var audit = (await site.Get<AuditLog>().ListAsync(new AuditFilter(), 0, 100, site.Auditor, cancellation)).Value!.Items.Select(a => a.Action).ToHashSet();
        Assert.Superset(new HashSet<string> { "exit-order.entered", "exit-order.lifting-asked", "exit-order.lifted", "exit-orders.read" }, audit);

        async Task<IEnumerable<int>> NumbersAsync(string? search, ExitOrderState? state) =>
            (await register.ListAsync(search, state, 0, 50, site.Supervisor, cancellation)).Value!.Items.Select(order => order.Number);
    }

    [Fact]
    public async Task Nobody_but_who_keeps_them_enters_reads_or_lifts_orders()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (register, cancellation) = (site.Get<ExitOrderRegister>(), TestContext.Current.CancellationToken);
        foreach (var actor in new[] { site.Officer, site.Supervisor, site.ListManager, site.Auditor })
        {
            Assert.Equal("ROLE_REQUIRED", (await register.EnterAsync(ByPassport, actor, cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.AskLiftingAsync(1, "C.M. 2", "Recalled", actor, cancellation)).Problem?.Code);
        }
        foreach (var actor in new[] { site.Officer, site.ListManager })
        {
            Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(null, null, 0, 1, actor, cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.FindAsync(1, actor, cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.LiftAsync(1, default, actor, cancellation)).Problem?.Code);
        }
    }

    [Fact]
    public async Task An_order_that_could_stop_anybody_or_says_what_cannot_be_is_not_entered()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        foreach (var (terms, code, field) in new (OrderTerms, string, string)[]
        {
            (Order, "EXIT_ORDER_OF_ANYBODY", "dateOfBirth"),
            (ByPassport with { Name = " " }, "EXIT_ORDER_INVALID", "name"),
            (ByPassport with { Name = null! }, "EXIT_ORDER_INVALID", "name"),
            (ByPassport with { Name = "A\0B" }, "EXIT_ORDER_INVALID", "name"),
            (ByPassport with { Cnic = "42101" }, "EXIT_ORDER_INVALID", "cnic"),
            (ByPassport with { Documents = [new OrderDocument("1")] }, "EXIT_ORDER_INVALID", "documents[0].number"),
            (ByPassport with { Documents = [null!] }, "EXIT_ORDER_INVALID", "documents[0].number"),
            (ByPassport with { Documents = [new OrderDocument("SP0000001", "XYZ")] }, "EXIT_ORDER_INVALID", "documents[0].issuingState"),
            (ByPassport with { Nationality = "XYZ" }, "EXIT_ORDER_INVALID", "nationality"),
            (ByPassport with { DateOfBirth = PartialDate.Of(2090) }, "EXIT_ORDER_INVALID", "dateOfBirth"),
            (ByPassport with { LegalBasis = "" }, "EXIT_ORDER_INVALID", "legalBasis"),
            (ByPassport with { Authority = new string('a', 501) }, "EXIT_ORDER_INVALID", "authority"),
            (ByPassport with { AuthorityReference = "–" }, "EXIT_ORDER_INVALID", "authorityReference"),
            (ByPassport with { Kind = (ExitOrderKind)9 }, "EXIT_ORDER_INVALID", "kind"),
            (ByPassport with { Instruction = (ExitInstruction)9 }, "EXIT_ORDER_INVALID", "instruction"),
            (ByPassport with { ValidFrom = default }, "EXIT_ORDER_INVALID", "validFrom"),
            (ByPassport with { ValidTo = Today.AddDays(-1) }, "EXIT_ORDER_INVALID", "validTo"),
        })
        {
            var problem = (await site.Get<ExitOrderRegister>().EnterAsync(terms, Registrar, TestContext.Current.CancellationToken)).Problem;
            Assert.Equal((code, field), (problem?.Code, problem?.Field));
        }
    }

    [Fact]
    public async Task The_same_order_sent_again_is_the_one_that_stands_and_no_list_takes_its_name()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var counter = new ExitScenario.Counter(site);
        Assert.Equal((await counter.OrderAsync(ByPassport)).Id, (await counter.OrderAsync(ByPassport with { Name = " NAMUNA SPECIMENZADA " })).Id);
        Assert.Equal(["exit-orders@1"], site.Get<WatchlistScreen>().Versions);
        Assert.False(ListName.IsFree("exit-orders"));
        var imported = await site.Get<WatchlistRegister>().ImportAsync(
            Lists.Of(Lists.Person("9", "Nobody ATALL")) with { Code = "exit-orders" }, site.ListManager, allowShrink: true, allowOlder: true, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("WATCHLIST_NAME_INVALID", imported.Problem?.Code);
        var (lists, cancellation) = (site.Get<WatchlistRegister>(), TestContext.Current.CancellationToken);
        foreach (var reader in new[] { site.Supervisor, site.Auditor, Registrar })
        {
            Assert.Equal("1", Assert.Single((await lists.EntriesAsync("exit-orders", null, 0, 10, reader, cancellation)).Value!.Items).Reference);
            Assert.Equal("1", Assert.Single((await lists.ChangesAsync("exit-orders", 1, 0, 10, reader, cancellation)).Value!.Items).Reference);
        }
        // Who keeps the lists reads no more of orders than where orders are kept.
        Assert.Equal("ROLE_REQUIRED", (await lists.EntriesAsync("exit-orders", null, 0, 10, site.ListManager, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await lists.ChangesAsync("exit-orders", 1, 0, 10, site.ListManager, cancellation)).Problem?.Code);
        var (comparison, anybody) = (site.Get<EntryComparison>(), new Matching.PersonQuery("NAMUNA"));
        Assert.Equal("ROLE_REQUIRED", (await comparison.CompareAsync(anybody, "exit-orders", "1", ScreeningPurpose.ByHand, site.ListManager, cancellation)).Problem?.Code);
        Assert.True((await comparison.CompareAsync(anybody, "exit-orders", "1", ScreeningPurpose.ByHand, site.Officer, cancellation)).Succeeded);
    }

    [Fact]
    public async Task Who_is_in_the_country_alerts_once_an_order_that_is_in_force_names_them()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (counter, cancellation) = (new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        await site.PassAsync(Passport());
        var manager = site.Supervisor with { Port = null };
        await counter.OrderAsync(ByPassport with { ValidFrom = Today.AddDays(2) });
        var before = await site.Get<Rescreenings>().RunAsync(manager, null, cancellation);
        Assert.Equal(0, before.Value!.Alerts);
        site.Clock.Advance(TimeSpan.FromDays(2));
        var after = await site.Get<Rescreenings>().RunAsync(manager, null, cancellation);
        Assert.Equal(1, after.Value!.Alerts);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_order_a_lifting_or_a_paper_made_changed_or_taken_away_in_the_tables_is_named(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (counter, cancellation) = (new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        var orders = new List<ExitOrder>();
        for (var i = 0; i < 5; i++)
            orders.Add(await counter.OrderAsync(ByPassport with { AuthorityReference = $"C.M. {i}/2026" }));
        await counter.LiftAsync(orders[0]);
        var consent = await counter.ConsentAsync(Consent);
        var clearance = await counter.ClearanceAsync(Clearance);
        Assert.Empty(await FaultsAsync());

        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.ExitOrders.Where(o => o.Id == orders[0].Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.LiftReason, "Bought"), cancellation);
            await db.ExitOrders.Where(o => o.Id == orders[1].Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Terms, x => x.Terms.Replace("SP0000001", "SP0000002")), cancellation);
            await db.ExitOrders.Where(o => o.Id == orders[2].Id).ExecuteDeleteAsync(cancellation);
            await db.ExitOrders.Where(o => o.Id == orders[3].Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.LiftedAt, TestSite.Start), cancellation);
            await db.WatchlistEntries.Where(e => e.List == "exit-orders" && e.Reference == "5").ExecuteDeleteAsync(cancellation);
            await db.ExitPapers.Where(p => p.Id == consent.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.RevokedAt, TestSite.Start), cancellation);
            await db.ExitPapers.Where(p => p.Id == clearance.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Terms, x => x.Terms.Replace("SAU", "QAT")), cancellation);
        }
        Assert.Equal(
            [("ROW_CHANGED", orders[0].Id), ("ROW_CHANGED", orders[1].Id), ("ROW_DELETED", orders[2].Id), ("ROW_INSERTED", orders[3].Id), ("ROW_CHANGED", orders[4].Id), ("ROW_INSERTED", consent.Id), ("ROW_CHANGED", clearance.Id)],
            (await FaultsAsync()).Where(f => f.Id == consent.Id || f.Id == clearance.Id || orders.Exists(o => o.Id == f.Id)).DistinctBy(f => f.Id).Select(f => (f.Code, f.Id!.Value)).OrderBy(f => orders.FindIndex(o => o.Id == f.Value) is var at && at >= 0 ? at : f.Value == consent.Id ? 5 : 6));

        async Task<IReadOnlyList<LedgerFault>> FaultsAsync() => (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults;
    }

    [Fact]
    public async Task What_is_searched_of_orders_is_what_was_signed_and_nothing_else()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (counter, cancellation) = (new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        var orders = new List<ExitOrder>();
        for (var i = 0; i < 5; i++)
            orders.Add(await counter.OrderAsync(ByPassport with { AuthorityReference = $"C.M. {i}/2026" }));
        await counter.LiftAsync(orders[4]);
        Assert.Empty(await FaultsAsync());

        await using var db = site.Get<BorderStorage>().Open();
        // The hash beside the content says what it said.
        await Entry("1").ExecuteUpdateAsync(e => e.SetProperty(x => x.Content, x => x.Content.Replace("SP0000001", "SP0000002")), cancellation);
        await Entry("2").ExecuteUpdateAsync(e => e.SetProperty(x => x.Kind, WatchlistEntryKind.Entity), cancellation);
        await Entry("5").ExecuteUpdateAsync(e => e.SetProperty(x => x.UntilVersion, (int?)null), cancellation);
        var third = await Entry("3").AsNoTracking().SingleAsync(cancellation);
        db.WatchlistEntries.Add(Copy(third, "3"));
        db.WatchlistEntries.Add(Copy(third, "9"));
        await db.SaveChangesAsync(cancellation);
        var (lifted, added) = (await Entry("5").AsNoTracking().SingleAsync(cancellation), await Entry("9").AsNoTracking().SingleAsync(cancellation));
        Assert.Equal(
            new HashSet<(string, Guid?)> { ("ROW_CHANGED", orders[0].Id), ("ROW_CHANGED", orders[1].Id), ("ROW_CHANGED", orders[2].Id), ("ROW_INSERTED", lifted.Id), ("ROW_INSERTED", added.Id) },
            (await FaultsAsync()).Select(f => (f.Code, f.Id)).ToHashSet());

        IQueryable<WatchlistEntryRow> Entry(string reference) => db.WatchlistEntries.Where(e => e.List == "exit-orders" && e.Reference == reference);

        async Task<IReadOnlyList<LedgerFault>> FaultsAsync() => (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults;

        static WatchlistEntryRow Copy(WatchlistEntryRow of, string reference) => new()
        {
            Id = Guid.CreateVersion7(),
            List = of.List,
            Reference = reference,
            Kind = of.Kind,
            SearchText = of.SearchText,
            Content = of.Content,
            ContentHash = of.ContentHash,
            FromVersion = of.FromVersion + 1,
        };
    }

    [Fact]
    public async Task By_what_a_paper_or_an_order_is_found_is_signed_with_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (counter, cancellation) = (new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        var order = await counter.OrderAsync(ByPassport);
        var (consent, clearance) = (await counter.ConsentAsync(Consent), await counter.ClearanceAsync(Clearance));
        await using var db = site.Get<BorderStorage>().Open();
        var papers = db.ExitPapers.Where(p => p.Id == consent.Id);
        var changes = new (Guid Of, string Field, Func<Task<int>> Change)[]
        {
            (order.Id, "validFrom", () => db.ExitOrders.ExecuteUpdateAsync(o => o.SetProperty(x => x.ValidFrom, Today.AddDays(1)), cancellation)),
            (order.Id, "validTo", () => db.ExitOrders.ExecuteUpdateAsync(o => o.SetProperty(x => x.ValidTo, Today), cancellation)),
            (clearance.Id, "personalNumber", () => db.ExitPapers.Where(p => p.Id == clearance.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PersonalNumber, "4210100000099"), cancellation)),
            (consent.Id, "documentNumber", () => papers.ExecuteUpdateAsync(p => p.SetProperty(x => x.DocumentNumber, "SP0000099"), cancellation)),
            (consent.Id, "dateOfBirth", () => papers.ExecuteUpdateAsync(p => p.SetProperty(x => x.DateOfBirth, PartialDate.Of(2015)), cancellation)),
            (consent.Id, "validFrom", () => papers.ExecuteUpdateAsync(p => p.SetProperty(x => x.ValidFrom, Today), cancellation)),
            (consent.Id, "validTo", () => papers.ExecuteUpdateAsync(p => p.SetProperty(x => x.ValidTo, Today.AddDays(9)), cancellation)),
        };
        foreach (var (of, field, change) in changes)
        {
            Assert.Equal(1, await change());
            var faults = (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults;
            Assert.Contains(faults, f => f.Code == "ROW_CHANGED" && f.Id == of && f.Detail.Contains(field, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_was_asked_anew_since_the_second_person_looked_is_not_agreed_to()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (register, counter, cancellation) = (site.Get<ExitOrderRegister>(), new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        var seen = (await counter.AskLiftingAsync(await counter.OrderAsync(ByPassport))).Lifting!;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var anew = (await register.AskLiftingAsync(1, "C.M. 3/2026", "Another reason", OtherRegistrar, cancellation)).Value!.Lifting!;
        var problem = (await register.LiftAsync(1, seen.AskedAt, site.Supervisor, cancellation)).Problem;
        Assert.Equal(("EXIT_ORDER_LIFTING_CHANGED", "askedAt"), (problem?.Code, problem?.Field));
        Assert.NotEmpty((await counter.PresentAsync()).Hits);
        Assert.Equal(ExitOrderState.Lifted, (await register.LiftAsync(1, anew.AskedAt, site.Supervisor, cancellation)).Value!.State);
    }

    [Theory]
    [InlineData("who")]
    [InlineData("when")]
    [InlineData("what")]
    [InlineData("both")]
    public async Task That_somebody_else_asked_for_a_lifting_must_be_signed(string changed)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (counter, cancellation) = (new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        var order = await counter.AskLiftingAsync(await counter.OrderAsync(ByPassport));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var row = await db.ExitOrders.SingleAsync(cancellation);
            row.LiftAskedBy = changed is "who" or "both" ? "nobody" : row.LiftAskedBy;
            row.LiftAskedAt = changed is "when" ? row.LiftAskedAt!.Value.AddSeconds(1) : row.LiftAskedAt;
            row.LiftReason = changed is "what" ? "Bought" : row.LiftReason;
            await db.SaveChangesAsync(cancellation);
            // Who asked agrees with themselves: what the register audits of it then stands in the chain.
            if (changed is "both")
                Assert.True((await site.Get<ExitOrderRegister>().LiftAsync(1, row.LiftAskedAt!.Value, Registrar, cancellation)).Succeeded);
        }
        var fault = Assert.Single((await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: cancellation)).Value!.Faults);
        Assert.Equal(("ROW_CHANGED", order.Id), (fault.Code, fault.Id));
    }
}
