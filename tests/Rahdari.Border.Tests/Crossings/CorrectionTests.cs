using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Tests.Crossings;

/// <summary>A crossing that was recorded wrongly.</summary>
public class CorrectionTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_crossing_that_never_took_place_is_annulled_and_counts_no_more(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var crossing = await site.PassAsync(Specimens.Passport());
        Assert.Equal(1, await InCountryAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        var corrected = await CorrectAsync(site, crossing, new CorrectionOrder(0, "Turned back at the gate") { Outcome = CrossingOutcome.Annulled });
        Assert.Equal((1, CrossingOutcome.Admitted, CrossingOutcome.Annulled), (corrected.Value!.Number, corrected.Value.Before.Outcome, corrected.Value.After.Outcome));
        Assert.Null(corrected.Value.After.PermittedUntil);

        Assert.Equal(0, await InCountryAsync(site));
        var history = (await site.Get<TravellerRegister>().HistoryAsync(crossing.TravellerId, site.Supervisor, Cancellation)).Value!;
        Assert.Empty(history.Stays);
        Assert.Null(history.OpenStay);
        Assert.Equal(0, history.Summary.Crossings);
        Assert.Equal(CrossingOutcome.Annulled, Assert.Single(history.Crossings).Outcome);
        Assert.Equal(corrected.Value, Assert.Single(history.Corrections)); // Both are shown: what was recorded, and what holds.
        await VerifiesAsync(site);
    }

    [Fact]
    public async Task An_exit_recorded_as_an_entry_is_turned_and_its_outcome_with_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport());
        site.Clock.Advance(TimeSpan.FromDays(1));
        var exit = await site.PassAsync(Specimens.Passport()); // The counter was left on entry.
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        var corrected = await CorrectAsync(site, exit, new CorrectionOrder(0, "Left, not entered") { Direction = Direction.Exit });
        Assert.Equal(CrossingOutcome.Departed, corrected.Value!.After.Outcome);
        Assert.Equal(0, await InCountryAsync(site));
        var stay = Assert.Single((await site.Get<TravellerRegister>().HistoryAsync(exit.TravellerId, site.Supervisor, Cancellation)).Value!.Stays);
        Assert.Equal(exit.At, stay.Exit?.At);

        // And back again: the table stands as the last correction says.
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("PERMITTED_UNTIL_INVALID", (await CorrectAsync(site, exit, new CorrectionOrder(1, "It was an entry") { Direction = Direction.Entry })).Problem?.Code); // Nobody stays without an end.
        Assert.True((await CorrectAsync(site, exit, new CorrectionOrder(1, "It was an entry") { Direction = Direction.Entry, PermittedUntil = new DateOnly(2026, 4, 1) })).Succeeded);
        Assert.Equal(1, await InCountryAsync(site));
        await VerifiesAsync(site);
    }

    [Fact]
    public async Task Stay_and_conveyance_are_corrected_together()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var crossing = await site.PassAsync(Specimens.Passport());
        var until = new DateOnly(2026, 3, 7);
        var corrected = await CorrectAsync(site, crossing, new CorrectionOrder(0, "Seven days were stamped") { PermittedUntil = until, Conveyance = new Conveyance(ConveyanceKind.Flight, "pk 301") });
        Assert.Equal((until, "PK301", new DateOnly(2026, 3, 1)), (corrected.Value!.After.PermittedUntil, corrected.Value.After.Conveyance, corrected.Value.After.ConveyanceDay));
        site.Clock.Advance(TimeSpan.FromDays(8));
        var overstays = (await site.Get<StayRegister>().ListAsync(StayListing.Overstayed, null, 0, 10, site.Supervisor, Cancellation)).Value!;
        Assert.Equal(until, Assert.Single(overstays.Items).PermittedUntil);
        await VerifiesAsync(site);
    }

    [Fact]
    public async Task The_order_sent_again_makes_no_second_correction()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var crossing = await site.PassAsync(Specimens.Passport());
        var order = new CorrectionOrder(0, " Turned back ") { Outcome = CrossingOutcome.Annulled, Conveyance = new Conveyance(ConveyanceKind.Foot) };
        var first = await CorrectAsync(site, crossing, order);
        var again = await CorrectAsync(site, crossing, order);
        Assert.Equal(first.Value, again.Value);
        Assert.Single((await site.Get<CorrectionRegister>().OfAsync(crossing.Id, site.Officer, Cancellation)).Value!);
        // Another that has not seen it is told.
        Assert.Equal("CORRECTION_UNREAD", (await CorrectAsync(site, crossing, new CorrectionOrder(0, "Refused") { Outcome = CrossingOutcome.Refused })).Problem?.Code);
    }

    [Theory]
    [InlineData("CORRECTION_EMPTY", null, null, null, "x")]
    [InlineData("REASON_REQUIRED", CrossingOutcome.Annulled, null, null, " ")]
    [InlineData("CORRECTION_OUTCOME", CrossingOutcome.Departed, null, null, "x")]
    [InlineData("CORRECTION_OUTCOME", CrossingOutcome.Admitted, Direction.Exit, null, "x")]
    [InlineData("CORRECTION_OUTCOME", (CrossingOutcome)17, null, null, "x")]
    [InlineData("PERMITTED_UNTIL_INVALID", null, null, "2026-02-28", "x")]
    [InlineData("PERMITTED_UNTIL_INVALID", CrossingOutcome.Refused, null, "2026-03-02", "x")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string rule, CrossingOutcome? outcome, Direction? direction, string? until, string reason)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var crossing = await site.PassAsync(Specimens.Passport());
        var order = new CorrectionOrder(0, reason) { Outcome = outcome, Direction = direction, PermittedUntil = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(rule, (await CorrectAsync(site, crossing, order)).Problem?.Code);
        Assert.Equal(crossing, (await site.Get<CrossingRegister>().FindAsync(crossing.Id, site.Supervisor, Cancellation)).Value);
    }

    [Fact]
    public async Task Only_another_supervisor_of_the_port_corrects()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var crossing = (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"), site.Supervisor)).Value!.Crossing!;
        var order = new CorrectionOrder(0, "x") { Outcome = CrossingOutcome.Annulled };
        Assert.Equal("CORRECTION_OF_OWN_DECISION", (await site.Get<CorrectionRegister>().CorrectAsync(crossing.Id, order, site.Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<CorrectionRegister>().CorrectAsync(crossing.Id, order, site.Officer, Cancellation)).Problem?.Code);
        var elsewhere = site.Supervisor with { Name = "supervisor2", Port = "PKLHE" };
        Assert.Equal("OTHER_PORT", (await site.Get<CorrectionRegister>().CorrectAsync(crossing.Id, order, elsewhere, Cancellation)).Problem?.Code);
        Assert.Equal("CROSSING_NOT_FOUND", (await site.Get<CorrectionRegister>().CorrectAsync(Guid.Empty, order, site.Supervisor, Cancellation)).Problem?.Code);
        Assert.True((await site.Get<CorrectionRegister>().CorrectAsync(crossing.Id, order, elsewhere with { Port = "PKKHI" }, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_decision_sent_again_is_answered_as_it_was_taken_whatever_was_corrected_since()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var decision = new Decision(DecisionKind.Pass);
        var decided = await site.DecideAsync(encounter, decision, key: "counter-1-000001");
        Assert.True((await CorrectAsync(site, decided.Value!.Crossing!, new CorrectionOrder(0, "Turned back") { Outcome = CrossingOutcome.Annulled })).Succeeded);
        var again = await site.DecideAsync(encounter, decision, key: "counter-1-000001");
        Assert.True(again.Value!.Replayed);
        Assert.Equal(CrossingOutcome.Annulled, again.Value.Crossing!.Outcome);
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", (await site.DecideAsync(encounter, new Decision(DecisionKind.Refuse, "x"), key: "counter-1-000001")).Problem?.Code);
    }

    [Fact]
    public async Task A_conveyance_corrected_by_its_number_keeps_its_day_and_a_day_far_off_is_none()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var yesterday = new DateOnly(2026, 2, 28);
        var opened = await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Entry, "1") { Conveyance = new Conveyance(ConveyanceKind.Flight, "PK301") { Day = yesterday } }, site.Officer, Cancellation);
        var crossing = (await site.DecideAsync(opened.Value!, new Decision(DecisionKind.Pass))).Value!.Crossing!;
        var corrected = await CorrectAsync(site, crossing, new CorrectionOrder(0, "Other flight") { Conveyance = new Conveyance(ConveyanceKind.Flight, "PK305") });
        Assert.Equal(("PK305", yesterday), (corrected.Value!.After.Conveyance, corrected.Value.After.ConveyanceDay));
        var far = new CorrectionOrder(1, "Other year") { Conveyance = new Conveyance(ConveyanceKind.Flight, "PK305") { Day = yesterday.AddYears(-1) } };
        Assert.Equal("CONVEYANCE_DAY", (await CorrectAsync(site, crossing, far)).Problem?.Code);
    }

    /// <summary>What someone with the database's password could try on a corrected crossing.</summary>
    [Theory]
    [InlineData("UPDATE crossings SET outcome = 'Refused'", "ROW_CHANGED")]
    [InlineData("UPDATE crossings SET permitted_until = '2027-01-01'", "ROW_CHANGED")]
    [InlineData("UPDATE crossings SET corrected_at = NULL", "ROW_CHANGED")]
    [InlineData("UPDATE crossings SET document_number = 'SPC999999'", "ROW_CHANGED")]
    [InlineData("UPDATE crossings SET outcome = 'Admitted', permitted_until = (SELECT json_extract(before, '$.permittedUntil') FROM corrections), corrected_at = NULL", "ROW_CHANGED")] // All as it was.
    [InlineData("UPDATE corrections SET after = 'x'", "ROW_DELETED")]
    [InlineData("UPDATE corrections SET after = before", "ROW_CHANGED")]
    [InlineData("UPDATE corrections SET \"by\" = 'somebody'", "ROW_CHANGED")]
    [InlineData("DELETE FROM corrections", "ROW_DELETED")]
    [InlineData("INSERT INTO corrections SELECT '01990000-0000-7000-8000-000000000000', node, crossing_id, 2, at, \"by\", reason, after, before FROM corrections", "ROW_INSERTED")]
    public async Task Tampering_with_a_correction_is_named(string sql, string fault)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var crossing = await site.PassAsync(Specimens.Passport());
        Assert.True((await CorrectAsync(site, crossing, new CorrectionOrder(0, "Turned back") { Outcome = CrossingOutcome.Annulled })).Succeeded);
        await VerifiesAsync(site);
        await using (var db = site.Get<BorderStorage>().Open())
        {
#pragma warning disable EF1002 // Statements of the test alone.
            await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
#pragma warning restore EF1002
        }
        Assert.Contains((await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults, f => f.Code == fault);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<Answer<Correction>> CorrectAsync(TestSite site, Crossing crossing, CorrectionOrder order) =>
        site.Get<CorrectionRegister>().CorrectAsync(crossing.Id, order, site.Supervisor, Cancellation);

    private static async Task<int> InCountryAsync(TestSite site) =>
        (await site.Get<StayRegister>().ListAsync(StayListing.InCountry, null, 0, 10, site.Supervisor, Cancellation)).Value!.Total;

    private static async Task VerifiesAsync(TestSite site) => Assert.Empty((await site.Get<LedgerVerifier>().WalkAsync(cancellation: Cancellation)).Faults);
}
