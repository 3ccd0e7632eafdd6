using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Border.Indicators.Detectors;
using Rahdari.Border.Indicators.Simulation;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Indicators;

/// <summary>The record is searched as far as it goes, once, and says what it saw.</summary>
public class IndicationScanTests
{
    private static readonly Actor Searcher = new("analyst1", new HashSet<string> { Roles.Supervisor }, null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_shows_is_told_once_with_the_crossings_that_were_seen_and_a_search_goes_on_where_the_last_ended(string engine)
    {
        await using var site = await IndicatorSites.OpenAsync(engine);
        await TripsAsync(site, 0);
        var scan = site.Get<IndicationScan>();
        // Whoever crossed within the hour is not looked at: the children may stand behind.
        Assert.Equal(new ScanReport(3, 2, true), IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)));
        site.Clock.Advance(TimeSpan.FromHours(2));
        var first = IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation));
        Assert.Equal((1, 1), (first.Crossings, first.Found));
        Assert.Equal(new ScanReport(0, 0, true), IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)));
        await TripsAsync(site, 1);
        site.Clock.Advance(TimeSpan.FromHours(2));
        // Two children beside somebody unconnected, and that they are not the first; that the adult came back alone has been told.
        Assert.Equal(new ScanReport(4, 3, true), IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)));
        // Anew from the beginning: everything has been told.
        Assert.Equal(new ScanReport(8, 0, true), IndicatorSites.Succeed(await scan.RunAsync(new DateOnly(2026, 1, 1), Searcher, cancellation: Cancellation)));

        var register = site.Get<IndicationRegister>();
        var found = IndicatorSites.Succeed(await register.ListAsync(null, 0, 10, site.Supervisor, Cancellation));
        Assert.Equal(["IND-REC-BACK-WITHOUT-MINORS", "IND-REC-DIFFERENT-MINORS", .. Enumerable.Repeat("IND-REC-UNCONNECTED-ADULT", 4)], found.Items.Select(i => i.Code).Order());
        var different = Assert.Single(found.Items, i => i.Code == "IND-REC-DIFFERENT-MINORS");
        Assert.True(different.Saw.Count >= 3);
        Assert.All(different.Saw, seen => Assert.Equal(("PKKHI", Direction.Exit), (seen.Port, seen.Direction)));
        Assert.Single(IndicatorSites.Succeed(await register.ListAsync("ind-rec-different-minors", 0, 10, site.Auditor, Cancellation)).Items);
        Assert.Empty(IndicatorSites.Succeed(await register.ListAsync(null, 0, 10, new Actor("supervisor9", new HashSet<string> { Roles.Supervisor }, "PKLHE"), Cancellation)).Items);
        Assert.Empty(await FaultsAsync(site));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.Indications.Where(i => i.Code == "IND-REC-DIFFERENT-MINORS").ExecuteUpdateAsync(i => i.SetProperty(x => x.Saw, "[]"), Cancellation);
            await db.Indications.Where(i => i.Code == "IND-REC-BACK-WITHOUT-MINORS").ExecuteDeleteAsync(Cancellation);
        }
        Assert.Equal(["ROW_CHANGED", "ROW_DELETED"], (await FaultsAsync(site)).Where(f => f.Kind == LedgerKind.Indication).Select(f => f.Code).Order());
    }

    [Fact]
    public async Task A_search_that_is_ended_goes_on_the_next_time()
    {
        await using var site = await IndicatorSites.OpenAsync();
        await TripsAsync(site, 0);
        site.Clock.Advance(TimeSpan.FromHours(2));
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        var scan = site.Get<IndicationScan>();
        Assert.Equal(new ScanReport(0, 0, false), IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: ended.Token)));
        Assert.Equal(new ScanReport(4, 3, true), IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-01-01")]
    public async Task A_search_that_is_ended_between_two_pages_goes_on_behind_the_first(string? from)
    {
        await using var site = await IndicatorSites.OpenAsync();
        await TripsAsync(site, 0);
        site.Clock.Advance(TimeSpan.FromHours(2));
        if (from is not null)
            IndicatorSites.Succeed(await Scan(site).RunAsync(null, Searcher, cancellation: Cancellation));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            // One more at the very instant of the second: no page ends between them.
            var second = (await db.Crossings.AsNoTracking().OrderBy(c => c.At).ToListAsync(Cancellation))[1];
            db.Crossings.Add(Copied(second));
            await db.SaveChangesAsync(Cancellation);
        }
        using var ended = new CancellationTokenSource();
        var progress = new Ending(ended);
        var day = from is null ? (DateOnly?)null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((1, false), Counted(await Scan(site).RunAsync(day, Searcher, progress, ended.Token)));
        var audited = IndicatorSites.Succeed(await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.IndicationsScanned }, 0, 10, site.Auditor, Cancellation));
        Assert.Contains(audited.Items, record => record.Detail == "cancelled: 1 crossings, 0 found");
        Assert.Contains(audited.Items, record => record.Detail?.StartsWith("begins after ", StringComparison.Ordinal) == true);
        Assert.Equal((4, true), Counted(await Scan(site).RunAsync(null, Searcher, cancellation: Cancellation)));
        Assert.Equal(3, IndicatorSites.Succeed(await site.Get<IndicationRegister>().ListAsync(null, 0, 10, site.Supervisor, Cancellation)).Total);

        static IndicationScan Scan(TestSite site) => new(TestSite.Settings, site.Get<BorderStorage>(), site.Get<LedgerWriter>(), site.Get<IndicatorsInForce>(), site.Clock) { PageSize = 2 };

        static (int, bool) Counted(Answer<ScanReport> report) => (IndicatorSites.Succeed(report).Crossings, report.Value!.IsComplete);
    }

    [Fact]
    public async Task More_of_one_instant_than_a_page_holds_are_looked_at_in_pages()
    {
        await using var site = await IndicatorSites.OpenAsync();
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var crossings = Population.Of(seed: 5, size: 1).Take(7).Select(one => Crossing(one with { Passage = one.Passage with { At = site.Clock.GetUtcNow().AddDays(-2) } })).ToArray();
            db.Crossings.AddRange(crossings);
            await db.SaveChangesAsync(Cancellation);
        }
        var scan = new IndicationScan(TestSite.Settings, site.Get<BorderStorage>(), site.Get<LedgerWriter>(), site.Get<IndicatorsInForce>(), site.Clock) { PageSize = 2 };
        Assert.Equal(7, IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)).Crossings);
        Assert.Equal(0, IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)).Crossings);
    }

    [Fact]
    public async Task What_showed_long_before_is_told_although_the_same_was_told_of_later()
    {
        await using var site = await IndicatorSites.OpenAsync();
        var (child, now) = (Guid.NewGuid(), site.Clock.GetUtcNow());
        var scan = site.Get<IndicationScan>();
        await BesideAsync(now.AddDays(-2));
        Assert.Equal(1, IndicatorSites.Succeed(await scan.RunAsync(null, Searcher, cancellation: Cancellation)).Found);
        await BesideAsync(now.AddDays(-802));
        Assert.Equal(1, IndicatorSites.Succeed(await scan.RunAsync(DateOnly.FromDateTime(now.AddDays(-900).Date), Searcher, cancellation: Cancellation)).Found);

        async Task BesideAsync(DateTimeOffset at)
        {
            await using var db = site.Get<BorderStorage>().Open();
            foreach (var (person, isMinor) in new[] { (Guid.NewGuid(), false), (child, true) })
            {
                var passage = new Passage
                {
                    Id = Guid.NewGuid(),
                    Person = person,
                    At = isMinor ? at.AddMinutes(1) : at,
                    Day = DateOnly.FromDateTime(at.Date),
                    Port = "PKKHI",
                    Counter = "1",
                    Direction = Direction.Exit,
                    Conveyance = "Flight XX1",
                    IsMinor = isMinor,
                    Series = "UTO",
                    Number = $"SPC{person.ToString("N")[..6].ToUpperInvariant()}X",
                    NameParts = [isMinor ? "CHILDONE" : "ADULTONE", isMinor ? "ONLY" : "OTHER"],
                };
                db.Crossings.Add(Crossing(new SimulatedPassage(passage, null, null)));
            }
            await db.SaveChangesAsync(Cancellation);
        }
    }

    [Fact]
    public async Task What_the_counter_recorded_of_a_first_journey_stands()
    {
        await using var site = await IndicatorSites.OpenAsync();
        var first = await site.PresentAsync(Specimens.Passport());
        Assert.True((await site.DecideAsync(first, new Decision(DecisionKind.Refer, "sent away"))).Succeeded);
        Assert.True((await site.DecideAsync(first, new Decision(DecisionKind.Refuse, "papers missing"), site.Supervisor)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(3));
        var again = await site.PresentAsync(Specimens.Passport());
        var told = IndicatorSites.Succeed(await site.Get<JourneyDesk>().TellAsync(again.Id, new JourneyTold { OneWay = true }, site.Officer, Cancellation));
        var crossing = IndicatorSites.Succeed(await site.DecideAsync(told, new Decision(DecisionKind.Pass, "test"))).Crossing!;
        await using var db = site.Get<BorderStorage>().Open();
        var journey = await db.Journeys.AsNoTracking().SingleAsync(j => j.CrossingId == crossing.Id, Cancellation);
        var passage = Assert.Single(await new RecordedPassages(db, TestSite.Settings).OfAsync(await db.Crossings.AsNoTracking().Where(c => c.Id == crossing.Id).ToListAsync(Cancellation), Cancellation));
        Assert.Equal((true, true), (journey.IsFirst, passage.IsFirst));
    }

    [Fact]
    public async Task Only_the_second_line_reads_and_only_headquarters_searches()
    {
        await using var site = await IndicatorSites.OpenAsync();
        foreach (var role in Roles.All)
        {
            var actor = new Actor("somebody", new HashSet<string> { role }, null);
            Assert.Equal(role == Roles.Supervisor, (await site.Get<IndicationScan>().RunAsync(null, actor, cancellation: Cancellation)).Succeeded);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor, (await site.Get<IndicationRegister>().ListAsync(null, 0, 10, actor, Cancellation)).Succeeded);
        }
        Assert.Equal("INDICATORS_OF_HEADQUARTERS", (await site.Get<IndicationScan>().RunAsync(null, site.Supervisor, cancellation: Cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_database_shows_what_the_same_population_shows_in_memory(string engine)
    {
        var whole = Population.Of(seed: 5, size: 1);
        var ordinary = whole.Where(one => one.Case is null).Select(one => one.Passage.Person).Distinct().Where((_, place) => place % 40 == 0).ToHashSet();
        var population = whole.Where(one => one.Case is { Number: < 10 } || ordinary.Contains(one.Passage.Person)).ToArray();
        Assert.True(population.Length > 200, $"{population.Length}");
        var set = new IndicatorSet(1, IndicatorSites.Sample);
        await using var site = await TestSite.OpenAsync(engine);
        await using var db = site.Get<BorderStorage>().Open();
        db.Travellers.AddRange(population.GroupBy(one => one.Passage.Person).Select(of => new TravellerRow { Id = of.Key, FirstSeen = of.Min(one => one.Passage.At), PersonId = of.Key }));
        db.Crossings.AddRange(population.Select(Crossing));
        db.Journeys.AddRange(population.Where(one => one.Told is not null).Select(Journey));
        await db.SaveChangesAsync(Cancellation);
        db.ChangeTracker.Clear();

        var known = new PopulationPassages();
        foreach (var one in population)
            known.Add(one.Passage, one.Told);
        var recorded = new RecordedPassages(db, TestSite.Settings with { TimeZone = "UTC" });
        var rows = (await recorded.OfAsync(await db.Crossings.AsNoTracking().ToListAsync(Cancellation), Cancellation)).ToDictionary(passage => passage.Id);
        var shown = 0;
        foreach (var one in population)
        {
            foreach (var isAfterwards in new[] { false, true })
            {
                var inMemory = IndicatorAdvice.Of(set, await new SceneGathering(known, set).OfAsync(one.Passage, one.Told, PartialDate.Unknown, isAfterwards, Cancellation));
                var stored = IndicatorAdvice.Of(set, await new SceneGathering(recorded, set).OfAsync(rows[one.Passage.Id], one.Told, PartialDate.Unknown, isAfterwards, Cancellation));
                Assert.Equal(inMemory.Select(Text), stored.Select(Text));
                shown += inMemory.Count;
            }
        }
        Assert.True(shown > 100, $"{shown}");

        static string Text(IndicationSeen seen) => $"{seen.Code} {string.Join(' ', seen.Saw.Select(passage => passage.Crossing).Order())}";
    }

    private static Crossing Crossing(SimulatedPassage one) => new()
    {
        Id = one.Passage.Id,
        Node = "khi-1",
        Port = one.Passage.Port,
        Counter = one.Passage.Counter,
        Direction = one.Passage.Direction,
        Outcome = one.Passage.Direction == Direction.Entry ? CrossingOutcome.Admitted : CrossingOutcome.Departed,
        At = one.Passage.At,
        DecidedBy = "officer1",
        EncounterId = Guid.Empty,
        TravellerId = one.Passage.Person,
        DocumentCode = "P",
        IssuingState = one.Passage.Series,
        DocumentNumber = one.Passage.Number,
        Nationality = "UTO",
        PrimaryIdentifier = one.Passage.NameParts[0],
        SecondaryIdentifier = one.Passage.NameParts[1],
        DateOfBirth = PartialDate.Parse(one.Passage.IsMinor ? "2016-01-01" : "1980-01-01"),
        Sex = Sex.Unspecified,
        Advice = AdviceLevel.Clear,
        AdviceReasons = "",
        IdempotencyKey = one.Passage.Id.ToString(),
        ConveyanceKind = one.Passage.Conveyance is null ? null : ConveyanceKind.Flight,
        Conveyance = one.Passage.Conveyance,
        ConveyanceDay = one.Passage.Conveyance is null ? null : one.Passage.Day,
    };

    private static JourneyRow Journey(SimulatedPassage one) => new()
    {
        Id = Guid.NewGuid(),
        EncounterId = Guid.NewGuid(),
        CrossingId = one.Passage.Id,
        TravellerId = one.Passage.Person,
        Port = one.Passage.Port,
        At = one.Passage.At,
        By = "officer1",
        IsFirst = one.Passage.IsFirst,
        Told = System.Text.Json.JsonSerializer.Serialize(one.Told!, BorderJson.Default.JourneyTold),
        Found = "",
        SetNumber = null,
        SponsorKey = one.Told!.Key(ContactKind.Sponsor),
        PhoneKey = one.Told.Key(ContactKind.Phone),
        AddressKey = one.Told.Key(ContactKind.Address),
    };

    /// <summary>An adult leaves beside two other children each time and comes back alone; the next day's clock.</summary>
    private static async Task TripsAsync(TestSite site, int trip)
    {
        await CrossAsync("SPC100000", "ADULTONE", "1980-01-01", Direction.Exit);
        for (var i = 0; i < 2; i++)
            await CrossAsync($"SPD3{trip}{i}00", $"CHILD{(char)('A' + trip)}{(char)('A' + i)}", "2016-01-01", Direction.Exit);
        site.Clock.Advance(TimeSpan.FromDays(5));
        await CrossAsync("SPC100000", "ADULTONE", "1980-01-01", Direction.Entry);

        async Task CrossAsync(string number, string surname, string born, Direction direction)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            var presentation = new Presentation(Specimens.Passport(number, surname, surname, born: born), direction, "1", Accompanied: true) { Conveyance = new Conveyance(ConveyanceKind.Flight, "XX1") };
            var encounter = IndicatorSites.Succeed(await site.Get<EncounterDesk>().OpenAsync(presentation, site.Officer, Cancellation));
            Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Succeeded);
        }
    }

    private static Crossing Copied(Crossing of) => new()
    {
        Id = Guid.NewGuid(),
        Node = of.Node,
        Port = of.Port,
        Counter = of.Counter,
        Direction = of.Direction,
        Outcome = CrossingOutcome.Refused,
        At = of.At,
        DecidedBy = of.DecidedBy,
        EncounterId = Guid.Empty,
        TravellerId = of.TravellerId,
        DocumentCode = of.DocumentCode,
        IssuingState = of.IssuingState,
        DocumentNumber = of.DocumentNumber,
        Nationality = of.Nationality,
        PrimaryIdentifier = of.PrimaryIdentifier,
        SecondaryIdentifier = of.SecondaryIdentifier,
        DateOfBirth = of.DateOfBirth,
        Sex = of.Sex,
        Advice = of.Advice,
        AdviceReasons = "",
        IdempotencyKey = Guid.NewGuid().ToString(),
    };

    private static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(TestSite site) =>
        IndicatorSites.Succeed(await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: Cancellation)).Faults;

    /// <summary>Ends a search at its first page.</summary>
    private sealed class Ending(CancellationTokenSource ended) : IProgress<int>
    {
        public void Report(int value) => ended.Cancel();
    }
}
