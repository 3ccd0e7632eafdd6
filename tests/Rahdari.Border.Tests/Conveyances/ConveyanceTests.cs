using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Audit;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Documents.Inspection;

namespace Rahdari.Border.Tests.Conveyances;

/// <summary>By what travellers come and go.</summary>
public class ConveyanceTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData(ConveyanceKind.Flight, " pk 0301 ", "PK301")]
    [InlineData(ConveyanceKind.Flight, "9P-841", "9P841")]
    [InlineData(ConveyanceKind.Flight, "PIA301", "PIA301")]
    [InlineData(ConveyanceKind.Flight, "PK301A", "PK301A")]
    [InlineData(ConveyanceKind.Flight, "12345", null)]
    [InlineData(ConveyanceKind.Flight, "PK", null)]
    [InlineData(ConveyanceKind.Flight, "PK12345", null)]
    [InlineData(ConveyanceKind.Flight, "PK٣٠١", null)]
    [InlineData(ConveyanceKind.Vessel, "imo 9074729", "IMO9074729")]
    [InlineData(ConveyanceKind.Vessel, "9074729", "IMO9074729")]
    [InlineData(ConveyanceKind.Vessel, "9074728", null)] // The last digit proves the others.
    [InlineData(ConveyanceKind.Vessel, "907472", null)]
    [InlineData(ConveyanceKind.Vessel, "Specimen  Star", "SPECIMEN STAR")]
    [InlineData(ConveyanceKind.Vessel, "<b>", null)]
    [InlineData(ConveyanceKind.Train, "14 up", "14UP")]
    [InlineData(ConveyanceKind.Bus, "lea-1234", "LEA1234")]
    [InlineData(ConveyanceKind.Vehicle, "کابل ۱۲", "کابل۱۲")]
    [InlineData(ConveyanceKind.Vehicle, "ABCDEFGHIJKLMNOP", null)]
    [InlineData(ConveyanceKind.Foot, "1", null)]
    [InlineData((ConveyanceKind)9, "1", null)]
    public void A_number_is_kept_as_the_kind_writes_it_or_refused(ConveyanceKind kind, string typed, string? kept)
    {
        var problem = Conveyance.Check(new Conveyance(kind, typed), Today, out var conveyance);
        Assert.Equal(kept is null ? "CONVEYANCE_INVALID" : null, problem?.Code);
        if (kept is not null)
            Assert.Equal(kept, conveyance!.Number);
    }

    [Fact]
    public void Whatever_is_typed_is_kept_or_refused()
    {
        var random = new Random(20260301);
        for (var i = 0; i < 5000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(50)).Select(_ => (char)random.Next(char.MaxValue + 1))]);
            foreach (var kind in Enum.GetValues<ConveyanceKind>())
            {
                if (Conveyance.Check(new Conveyance(kind, text), Today, out var kept) is null && kept!.Number is { } number)
                {
                    Assert.InRange(number.Length, 1, 40);
                    Assert.Null(Conveyance.Check(kept, Today, out var again)); // What is kept is kept as it is.
                    Assert.Equal(kept, again);
                }
            }
        }
    }

    [Fact]
    public async Task A_crossing_has_what_the_counter_works_on()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var crossing = await CrossAsync(site, "SPC000001", "1980-05-17", new Conveyance(ConveyanceKind.Flight, "pk 0301"));
        Assert.Equal((ConveyanceKind.Flight, "PK301", Today), (crossing.ConveyanceKind, crossing.Conveyance, crossing.ConveyanceDay));
        var none = await CrossAsync(site, "SPC000002", "1981-05-17", null);
        Assert.Null(none.ConveyanceKind);
        Assert.Null(none.ConveyanceDay);
    }

    [Fact]
    public async Task A_number_that_is_none_opens_no_encounter()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var refused = await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Entry, "1") { Conveyance = new Conveyance(ConveyanceKind.Flight, "?") }, site.Officer, Cancellation);
        Assert.Equal(("CONVEYANCE_INVALID", "conveyance.number"), (refused.Problem?.Code, refused.Problem?.Field));
    }

    [Theory]
    [InlineData("DXB", Direction.Entry, "PK301", "PK201")] // Announced on another flight than the counter's.
    [InlineData("KHI", Direction.Entry, null, null)] // A flight that leaves here brings nobody.
    [InlineData("KHI", Direction.Exit, null, "PK201")]
    [InlineData("DXB", Direction.Exit, null, null)]
    [InlineData("DXB", Direction.Entry, null, "PK201")]
    public void An_announcement_tells_the_flight_of_its_direction(string origin, Direction direction, string? worked, string? taken)
    {
        var announced = Announced(Boarding.Announced) with { Origin = origin };
        var given = worked is null ? null : new Conveyance(ConveyanceKind.Flight, worked);
        var of = Conveyance.Of(given, announced, direction, "PKKHI");
        Assert.Equal(taken, of?.Number);
        Assert.Equal(worked is not null && worked != taken ? ["CONVEYANCE_OTHER_THAN_ANNOUNCED"] : [], Conveyance.Differing(given, of).Select(f => f.Code));
    }

    [Fact]
    public void Who_stayed_behind_and_who_comes_by_sea_is_on_no_announced_flight()
    {
        Assert.Null(Conveyance.Of(null, Announced(Boarding.NotOnBoard), Direction.Entry, "PKKHI"));
        var ship = new Conveyance(ConveyanceKind.Vessel, "IMO9074729");
        Assert.Equal(ship, Conveyance.Of(ship, Announced(Boarding.Announced), Direction.Entry, "PKKHI"));
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_conveyances_of_a_day_are_counted_and_lead_to_their_crossings(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var flight = new Conveyance(ConveyanceKind.Flight, "PK301");
        await CrossAsync(site, "SPC000001", "1980-05-17", flight);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await CrossAsync(site, "SPC000002", "1981-05-17", flight);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await CrossAsync(site, "SPC000003", "1982-05-17", new Conveyance(ConveyanceKind.Foot));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await CrossAsync(site, "SPC000004", "1983-05-17", null);
        // Late in the queue, after midnight at the port: still yesterday's flight.
        site.Clock.Advance(TimeSpan.FromHours(14));
        var late = await CrossAsync(site, "SPC000005", "1984-05-17", flight with { Day = Today });

        var day = (await site.Get<ConveyanceRegister>().OfDayAsync(Today, 0, 50, site.Officer, Cancellation)).Value!;
        Assert.Equal(
            [(ConveyanceKind.Flight, "PK301", 3), (ConveyanceKind.Foot, null, 1), ((ConveyanceKind?)null, null, 1)],
            day.Items.Select(c => (c.Kind, c.Number, c.Entered)));
        Assert.Equal(late.At, day.Items[0].Last);
        var audited = (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.CrossingsRead }, 0, 10, site.Auditor, Cancellation)).Value!;
        Assert.Equal(("officer1", "conveyances of 2026-03-01"), (Assert.Single(audited.Items).Actor, audited.Items[0].Detail)); // A registration is somebody's.
        Assert.Equal(0, (await site.Get<ConveyanceRegister>().OfDayAsync(Today.AddDays(1), 0, 50, site.Officer, Cancellation)).Value!.Total);

        var filter = new CrossingFilter { ConveyanceKind = ConveyanceKind.Flight, Conveyance = "pk301", ConveyanceDay = Today };
        var crossings = (await site.Get<CrossingRegister>().ListAsync(filter, 0, 50, site.Officer, Cancellation)).Value!;
        Assert.Equal(3, crossings.Total);
        Assert.Contains(second.Id, crossings.Items.Select(c => c.Id));
        Assert.Equal(RecordRule.RoleRequired.Code, (await site.Get<ConveyanceRegister>().OfDayAsync(Today, 0, 50, site.VisaOfficer, Cancellation)).Problem?.Code);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static AnnouncedSeen Announced(Boarding boarding) =>
        new("PK201", Today, "12A", new AnnouncedHolder("SPECIMENA", "KHANUM"), boarding) { Origin = "DXB" };

    private static async Task<Crossing> CrossAsync(TestSite site, string number, string born, Conveyance? by)
    {
        var mrz = Specimens.Passport(number, born: born);
        var opened = await site.Get<EncounterDesk>().OpenAsync(new Presentation(mrz, Direction.Entry, "1") { Conveyance = by }, site.Officer, Cancellation);
        Assert.True(opened.Succeeded, opened.Problem?.Code);
        var decided = await site.DecideAsync(opened.Value, new Decision(DecisionKind.Pass, opened.Value.Advice.Level == Advice.AdviceLevel.Refer ? "test" : null));
        Assert.True(decided.Succeeded, decided.Problem?.Code);
        return decided.Value.Crossing!;
    }
}
