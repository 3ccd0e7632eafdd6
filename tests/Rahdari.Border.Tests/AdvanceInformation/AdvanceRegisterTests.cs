using System.Text;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Tests.Watchlists;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.AdvanceInformation.Cusres;
using Rahdari.Documents.AdvanceInformation;

namespace Rahdari.Border.Tests.AdvanceInformation;

public class AdvanceRegisterTests
{
    private static readonly Actor Gateway = new("carriers", new HashSet<string> { Roles.CarrierGateway }, null);

    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_list_is_taken_once_its_travellers_are_screened_and_the_flight_is_expected(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var register = await ListedAsync(site, "Bashar SPECIMENOV");
        var file = List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000077"), Traveller("SPECIMENOV", "BASHAR", "750203", "M", "U00000078"), Crew("SPECIMENI", "PILOT"));

        var taken = (await register.ImportAsync(file, Administrator, Cancellation)).Value!;
        Assert.Equal((false, 1, 3, 1, 0), (taken.Repeated, taken.Lists, taken.Travellers, taken.Hits, taken.Findings.Count));
        var answers = Assert.IsType<BoardingAnswers>(Assert.Single(AdvanceReader.Read(Assert.Single(taken.Answers), new DateOnly(2026, 3, 1)).Messages));
        Assert.Equal([BoardingDecision.Board, BoardingDecision.BoardAfterChecks, BoardingDecision.Board], answers.Answers.Select(a => a.Decision));

        var again = (await register.ImportAsync(file, Administrator, Cancellation)).Value!;
        Assert.Equal((true, 1, 3, 1), (again.Repeated, again.Lists, again.Travellers, again.Hits));
        Assert.Equal(taken.Answers, again.Answers); // the first may never have come
        var flight = Assert.Single((await register.FlightsAsync(null, 0, 10, site.Officer, Cancellation)).Value!.Items);
        Assert.Equal(("UT123", new DateOnly(2026, 3, 1), "DXB", "KHI", 2, 1, 1), (flight.Flight, flight.Day, flight.Origin, flight.Destination, flight.Passengers, flight.Crew, flight.Hits));
        var travellers = (await register.TravellersAsync("UT123", flight.Day, 0, 10, site.Officer, Cancellation)).Value!;
        Assert.Equal(3, (await register.TravellersAsync("UT0123", flight.Day, 0, 10, site.Officer, Cancellation)).Value!.Total); // as some carriers write it
        Assert.Equal((3, "SPECIMENOV", "12A"), (travellers.Total, travellers.Items[0].Surname, travellers.Items[0].Seat));
        foreach (var (action, times) in new[] { (AuditAction.AdvanceReceived, 1), (AuditAction.AdvanceRead, 2) })
            Assert.Equal(times, (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = action }, 0, 10, site.Auditor, Cancellation)).Value!.Total);
    }

    [Fact]
    public async Task Who_is_announced_with_a_reported_document_is_counted_with_the_possible_matches()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var lost = LostDocumentsTests.Read("Country,Number,Date,Reason\nUTO,U00000077,2026-02-01,stolen\nPAK,U00000078,2026-02-01,stolen\n").Usable();
        Assert.True((await site.Get<WatchlistRegister>().ImportAsync(lost, site.ListManager, cancellation: Cancellation)).Succeeded);
        await site.Get<WatchlistScreen>().RefreshAsync(Cancellation);
        var file = List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000077"), Traveller("SPECIMENB", "ANNA", "900101", "F", "U00000078"), Traveller("SPECIMENC", "ANNA", "900101", "F", "UOOOOOO77"));
        var taken = (await site.Get<AdvanceRegister>().ImportAsync(file, Administrator, Cancellation)).Value!;
        Assert.Equal((3, 1), (taken.Travellers, taken.Hits));
        var answers = Assert.IsType<BoardingAnswers>(Assert.Single(AdvanceReader.Read(Assert.Single(taken.Answers), new DateOnly(2026, 3, 1)).Messages));
        Assert.Equal([BoardingDecision.BoardAfterChecks, BoardingDecision.Board, BoardingDecision.Board], answers.Answers.Select(a => a.Decision));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_later_list_takes_the_place_of_an_earlier_one_and_old_flights_are_forgotten(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var register = site.Get<AdvanceRegister>();
        await register.ImportAsync(List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000077")), Administrator, Cancellation);
        await register.ImportAsync(List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000077").Replace("12A", "14C", StringComparison.Ordinal), Traveller("SPECIMENB", "ANNA", "900101", "F", "U00000079")), Administrator, Cancellation);
        var day = new DateOnly(2026, 3, 1);
        Assert.Equal(["14C", "12A"], (await register.TravellersAsync("UT123", day, 0, 10, site.Officer, Cancellation)).Value!.Items.Select(t => t.Seat));
        site.Clock.Advance(TimeSpan.FromDays(40));
        await register.ImportAsync(ListOf("260412", Traveller("SPECIMENC", "ANNA", "900101", "F", "U00000080")), Administrator, Cancellation);
        Assert.Equal(0, (await register.TravellersAsync("UT123", day, 0, 10, site.Officer, Cancellation)).Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_was_announced_is_known_at_the_counter_and_what_differs_is_told(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.Get<AdvanceRegister>().ImportAsync(
            List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000077"), Traveller("SOMEBODY", "ELSE", "800517", "F", "U00000078"), Traveller("SPECIMENA", "KHANUM", "800518", "F", "U00000079")), Administrator, Cancellation);
        var before = await OpenAsync(site, Specimens.Passport(number: "U00000070"));
        Assert.DoesNotContain(before.Advice.Reasons, r => r.Code.StartsWith("ANNOUNCED", StringComparison.Ordinal));
        var announced = await OpenAsync(site, Specimens.Passport(number: "U00000077"));
        Assert.Equal("UT123", Assert.Single(announced.Advice.Reasons, r => r.Code.StartsWith("ANNOUNCED", StringComparison.Ordinal)).Evidence["flight"]);
        var another = await OpenAsync(site, Specimens.Passport(number: "U00000078"));
        Assert.Equal(AdviceLevel.Refer, another.Advice.Level);
        Assert.Contains(another.Advice.Reasons, r => r.Code == "ANNOUNCED_NAME_DIFFERS");
        Assert.Contains((await OpenAsync(site, Specimens.Passport(number: "U00000079"))).Advice.Reasons, r => r.Code == "ANNOUNCED_DATE_OF_BIRTH_DIFFERS");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_flight_that_closes_says_who_comes_and_a_crossing_that_somebody_came(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (register, day) = (site.Get<AdvanceRegister>(), new DateOnly(2026, 3, 1));
        await register.ImportAsync(
            List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000001"), Referred("SPECIMENB", "ANNA", "R2", "U00000002"), Traveller("SPECIMENC", "IDA", "900101", "F", "U00000003"), Crew("SPECIMENI", "PILOT")), Gateway, Cancellation);
        Assert.Equal([Boarding.Announced], (await ReadAsync()).Select(t => t.Boarding).Distinct());

        var closed = (await register.ImportAsync(Status("266+CLNB", "NAD+FL'RFF+AVF:SPC001'RFF+ABO:R2'"), Gateway, Cancellation)).Value!;
        Assert.Empty(closed.Findings);
        Assert.Empty(closed.Answers); // nobody waits for one
        Assert.Equal([Boarding.OnBoard, Boarding.NotOnBoard, Boarding.OnBoard, Boarding.OnBoard], (await ReadAsync()).Select(t => t.Boarding));
        Assert.Equal(1, Assert.Single((await register.FlightsAsync(day, 0, 10, site.Officer, Cancellation)).Value!.Items).Absent);

        await register.ImportAsync(Status("745+XR", Traveller("SPECIMENC", "IDA", "900101", "F", "U00000003")), Gateway, Cancellation);
        Assert.Equal(Boarding.NotOnBoard, (await ReadAsync()).Single(t => t.Surname == "SPECIMENC").Boarding);

        await site.PassAsync(Specimens.Passport());
        var came = (await ReadAsync()).Single(t => t.Surname == "SPECIMENA");
        Assert.Equal((CrossingOutcome.Admitted, site.Clock.GetUtcNow()), (came.Outcome, came.CrossedAt));
        Assert.Null((await ReadAsync()).Single(t => t.Surname == "SPECIMENC").Outcome);

        async Task<IReadOnlyList<ExpectedTraveller>> ReadAsync() => (await register.TravellersAsync("UT123", day, 0, 10, site.Officer, Cancellation)).Value!.Items;
    }

    [Fact]
    public async Task A_closing_list_in_parts_marks_the_same_in_any_order_and_a_flight_may_not_go_at_all()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (register, day) = (site.Get<AdvanceRegister>(), new DateOnly(2026, 3, 1));
        string[] travellers = [.. Enumerable.Range(1, 4).Select(i => Traveller($"SPECIMEN{(char)('A' + i)}", "ANNA", "900101", "F", $"U0000000{i}"))];
        await register.ImportAsync(List(travellers), Gateway, Cancellation);
        foreach (var part in new[] { travellers[2], travellers[0] })
            await register.ImportAsync(Status("266+CLOB", part), Gateway, Cancellation);
        Assert.Equal([Boarding.OnBoard, Boarding.NotOnBoard, Boarding.OnBoard, Boarding.NotOnBoard], (await ReadAsync()).Select(t => t.Boarding));
        await register.ImportAsync(Status("266+XF"), Gateway, Cancellation);
        Assert.All(await ReadAsync(), t => Assert.Equal(Boarding.NotOnBoard, t.Boarding));

        async Task<IReadOnlyList<ExpectedTraveller>> ReadAsync() => (await register.TravellersAsync("UT123", day, 0, 10, site.Officer, Cancellation)).Value!.Items;
    }

    [Fact]
    public async Task Who_is_meant_is_known_by_the_document_the_reference_the_booking_or_the_name()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        string[] travellers = [Referred("SPECIMENA", "ANNA", "R1", "U00000001"), Traveller("SPECIMENB", "IDA", "900101", "F", "U00000002"), Traveller("SPECIMENC", "EVA", "900202", "F", "U00000003").Replace("SPC001", "SPC009", StringComparison.Ordinal)];
        foreach (var (beginning, named, absent) in new[]
        {
            ("266+CLNB", "NAD+FL'RFF+ABO:R1'", "SPECIMENA"), // a reference without its booking
            ("266+CLNB", Traveller("SPECIMENB", "IDA", "900101", "F", "U00000O02"), "SPECIMENB"), // a number mistyped
            ("745+XR", "NAD+FL'RFF+AVF:SPC009'", "SPECIMENC"), // a booking alone
        })
        {
            await register.ImportAsync(ListOf("260301", [.. travellers, Crew("SPECIMENI", $"PILOT {absent}")]), Gateway, Cancellation);
            await register.ImportAsync(Status("266+XF"), Gateway, Cancellation);
            await register.ImportAsync(ListOf("260301", [.. travellers, Crew("SPECIMENI", $"SECOND {absent}")]), Gateway, Cancellation); // it goes after all
            var taken = (await register.ImportAsync(Status(beginning, named), Gateway, Cancellation)).Value!;
            Assert.DoesNotContain(taken.Findings, f => f.Code == "ADVANCE_STATUS_OF_NOBODY");
            Assert.Equal([absent], (await ReadAsync(site)).Where(t => t.Boarding == Boarding.NotOnBoard && t.Role == AdvanceRole.Passenger).Select(t => t.Surname));
        }
    }

    [Fact]
    public async Task A_list_that_closes_another_flight_or_nobodys_marks_nobody_and_says_so()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        await register.ImportAsync(List(Traveller("SPECIMENA", "ANNA", "900101", "F", "U00000001")), Gateway, Cancellation);
        byte[][] closings =
        [
            Status("266+CLOB"),
            Status("266+CLOB", Traveller("STRANGER", "ONE", "700101", "M", "U00000099")),
            Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Status("266+XF")).Replace("DTM+189:2603011340:201'", "", StringComparison.Ordinal).Replace("DTM+232:2603011640:201'", "", StringComparison.Ordinal)),
        ];
        foreach (var closing in closings)
        {
            Assert.Contains((await register.ImportAsync(closing, Gateway, Cancellation)).Value!.Findings, f => f.Code == "ADVANCE_STATUS_OF_NOBODY");
            Assert.Equal(Boarding.Announced, Assert.Single(await ReadAsync(site)).Boarding);
        }
        Assert.Contains((await register.ImportAsync(Status("266+QQ"), Gateway, Cancellation)).Value!.Findings, f => f.Code == "API_LIST_FUNCTION_UNKNOWN");
    }

    [Fact]
    public async Task A_closing_that_came_before_its_list_marks_it_when_it_is_sent_again_and_a_late_list_opens_nothing_again()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        var (traveller, closing) = (Traveller("SPECIMENA", "ANNA", "900101", "F", "U00000001"), Status("266+CLOB", Traveller("SPECIMENA", "ANNA", "900101", "F", "U00000001")));
        await register.ImportAsync(closing, Gateway, Cancellation);
        await register.ImportAsync(List(traveller), Gateway, Cancellation);
        Assert.True((await register.ImportAsync(closing, Gateway, Cancellation)).Value!.Repeated);
        Assert.Equal(Boarding.OnBoard, Assert.Single(await ReadAsync(site)).Boarding);
        await register.ImportAsync(List(traveller.Replace("12A", "14C", StringComparison.Ordinal)), Gateway, Cancellation);
        Assert.Equal(("14C", Boarding.OnBoard), (Assert.Single(await ReadAsync(site)).Seat, Assert.Single(await ReadAsync(site)).Boarding));
    }

    [Fact]
    public async Task Who_is_said_to_have_missed_the_flight_and_comes_is_told()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        await register.ImportAsync(List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000001")), Gateway, Cancellation);
        await register.ImportAsync(Status("266+XF"), Gateway, Cancellation);
        Assert.Contains((await OpenAsync(site, Specimens.Passport())).Advice.Reasons, r => r.Code == "ANNOUNCED_NOT_ON_BOARD");
        await register.ImportAsync(ListOf("260302", Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000001")), Gateway, Cancellation);
        Assert.Equal("2026-03-02", Assert.Single((await OpenAsync(site, Specimens.Passport())).Advice.Reasons, r => r.Code == "ANNOUNCED").Evidence["day"]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_booked_is_screened_and_expected_until_a_list_names_them(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var register = await ListedAsync(site, "Bashar SPECIMENOV");
        var bookings = Bookings("010326:1340:010326:1640+DXB+KHI+UT+0123", Booked("SPECIMENA", "KHANUM", "17MAY80", "F", "U00000001"), "TIF+SPECIMENB+ANNAMRS:A:2'", Booked("SPECIMENOV", "BASHAR", "03FEB75", "M", "U00000003"));
        var taken = (await register.ImportAsync(bookings, Gateway, Cancellation)).Value!;
        Assert.Equal((1, 3, 1, 0), (taken.Lists, taken.Travellers, taken.Hits, taken.Answers.Count)); // a booking is not answered
        Assert.Equal(
            [("SPECIMENOV", "BASHAR", Boarding.Booked, "SPC001", 1), ("SPECIMENA", "KHANUM", Boarding.Booked, "SPC001", 0), ("SPECIMENB", "ANNAMRS", Boarding.Booked, "SPC001", 0)],
            (await ReadAsync(site)).Select(t => (t.Surname, t.GivenNames, t.Boarding, t.Booking, t.Hits)));
        Assert.Equal("12A", (await ReadAsync(site)).Single(t => t.Surname == "SPECIMENA").Seat);
        Assert.Equal("UT123", Assert.Single((await OpenAsync(site, Specimens.Passport())).Advice.Reasons, r => r.Code == "ANNOUNCED").Evidence["flight"]);

        await register.ImportAsync(List(Traveller("SPECIMENA", "KHANUM IDA", "800517", "F", "U00000001"), Traveller("SPECIMENB", "AN NA", "900101", "F", "U00000002")), Gateway, Cancellation);
        var listed = await ReadAsync(site);
        Assert.Equal([("SPECIMENOV", Boarding.Booked), ("SPECIMENA", Boarding.Announced), ("SPECIMENB", Boarding.Announced)], listed.Select(t => (t.Surname, t.Boarding)));
        // Bookings are sent anew until the flight leaves; what a list has said stays.
        await register.ImportAsync((byte[])[.. bookings, .. "\n"u8], Gateway, Cancellation);
        Assert.Equal(listed, await ReadAsync(site));
        await register.ImportAsync(Status("266+CLOB", Traveller("SPECIMENA", "KHANUM IDA", "800517", "F", "U00000001")), Gateway, Cancellation);
        Assert.Equal([Boarding.NotOnBoard, Boarding.OnBoard, Boarding.NotOnBoard], (await ReadAsync(site)).Select(t => t.Boarding));
    }

    [Theory]
    [InlineData("280226:2340+DXB+KHI+UT+123")] // no arrival told
    [InlineData("280226:2340::0310+DXB+KHI+UT+123")] // nor its day
    [InlineData("280226:2340:010326:0310+DXB+KHI+UT+123")]
    public async Task Bookings_of_a_flight_over_midnight_are_found_by_its_list_and_not_by_that_of_the_day_before(string flight)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        await register.ImportAsync(Overnight("27", "28", Traveller("SPECIMENC", "EVA", "900101", "F", "U00000003")), Gateway, Cancellation);
        await register.ImportAsync(Bookings(flight, Booked("SPECIMENA", "KHANUM", "17MAY80", "F", "U00000001"), Booked("SPECIMENB", "ANNA", "01JAN90", "F", "U00000002")), Gateway, Cancellation);
        await register.ImportAsync(Overnight("27", "28", Traveller("SPECIMENC", "EVA", "900101", "F", "U00000003"), Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000001")), Gateway, Cancellation);
        await register.ImportAsync(Overnight("28", "01", Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000001")), Gateway, Cancellation);
        Assert.Equal([("SPECIMENA", Boarding.Announced), ("SPECIMENB", Boarding.Booked)], (await ReadAsync(site)).Select(t => (t.Surname, t.Boarding)));
        Assert.Equal([("28", 2), ("01", 2)], (await register.FlightsAsync(new DateOnly(2026, 2, 27), 0, 10, site.Officer, Cancellation)).Value!.Items.Select(f => ($"{f.Day:dd}", f.Passengers)));
    }

    [Fact]
    public async Task A_booking_that_comes_again_with_its_document_a_visa_or_a_name_that_ends_like_a_title_is_one_traveller()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = await ListedAsync(site, "Badr SPECIMENOV");
        const string Flight = "010326:1340:010326:1640+DXB+KHI+UT+123";
        Assert.Equal(1, (await register.ImportAsync(Bookings(Flight, "TIF+SPECIMENOV+BADR:A:1'", "TIF+SPECIMENC+EVAMRS:A:4'SSR+DOCO:HK::UT:::::/KARACHI/V/V1234567/KARACHI/01JAN26/PAK'"), Gateway, Cancellation)).Value!.Hits);
        await register.ImportAsync(Bookings(Flight, Booked("SPECIMENOV", "BADR", "03FEB75", "M", "U00000001"), "TIF+SPECIMENC+EVAMRS:A:4'"), Gateway, Cancellation);
        Assert.Equal(2, (await ReadAsync(site)).Count);
        await register.ImportAsync(List(Traveller("SPECIMENC", "EVA", "900101", "F", "U00000004"), Traveller("SPECIMENOV", "BADR", "750203", "M", "U00000001")), Gateway, Cancellation);
        Assert.Equal([Boarding.Announced, Boarding.Announced], (await ReadAsync(site)).Select(t => t.Boarding));
    }

    [Fact]
    public async Task Of_two_who_booked_under_one_name_a_list_names_one_and_a_closing_those_it_names()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        var bookings = Bookings("010326:1340:010326:1640+DXB+KHI+UT+123", "TIF+SPECIMENA+ALIMR:A:1'", "TIF+SPECIMENA+ALIMSTR:C:2'", "TIF+SPECIMENB+ANNAMRS:A:3'");
        await register.ImportAsync(bookings, Gateway, Cancellation);
        await register.ImportAsync(List(Traveller("SPECIMENA", "ALI", "700101", "M", "U00000001")), Gateway, Cancellation);
        Assert.Equal([Boarding.Announced, Boarding.Booked, Boarding.Booked], (await ReadAsync(site)).Select(t => t.Boarding));
        await register.ImportAsync(Status("266+CLOB", Traveller("SPECIMENA", "ALI", "700101", "M", "U00000001"), Traveller("SPECIMENB", "ANNA", "900101", "F", "U00000002")), Gateway, Cancellation);
        Assert.All(await ReadAsync(site), t => Assert.Equal(Boarding.OnBoard, t.Boarding));
        // A list that comes late names her with her document: one traveller still, and on board.
        await register.ImportAsync(List(Traveller("SPECIMENB", "ANNA", "900101", "F", "U00000002")), Gateway, Cancellation);
        Assert.Equal(("ANNA", Boarding.OnBoard), (await ReadAsync(site)).Where(t => t.Surname == "SPECIMENB").Select(t => (t.GivenNames, t.Boarding)).Single());
    }

    [Fact]
    public async Task Only_an_entry_of_that_States_document_shows_that_somebody_came()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.Get<AdvanceRegister>().ImportAsync(List(Traveller("SPECIMENA", "KHANUM", "800517", "F", "U00000001")), Gateway, Cancellation);
        await site.PassAsync(Specimens.Passport(nationality: "PAK", surname: "OTHER"));
        Assert.Null(Assert.Single(await ReadAsync(site)).CrossedAt);
    }

    [Fact]
    public async Task What_is_broken_is_told_and_the_rest_taken_and_nobody_else_hands_over_or_looks()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<AdvanceRegister>();
        Assert.Equal("ROLE_REQUIRED", (await register.ImportAsync(List(), site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.TravellersAsync("UT123", new DateOnly(2026, 3, 1), 0, 10, Administrator, Cancellation)).Problem?.Code);
        Assert.False((await register.ImportAsync("hello"u8.ToArray(), Administrator, Cancellation)).Succeeded);
        var taken = (await register.ImportAsync(List(Traveller("SPECIMENA", "KHANUM", "809999", "F", "U00000077"), Traveller("SPECIMENB", "ANNA", "900101", "F", "U00000079")), Administrator, Cancellation)).Value!;
        Assert.NotEmpty(taken.Findings);
        Assert.Equal(2, taken.Travellers);
    }

    private static async Task<IReadOnlyList<ExpectedTraveller>> ReadAsync(TestSite site) =>
        (await site.Get<AdvanceRegister>().TravellersAsync("UT123", new DateOnly(2026, 3, 1), 0, 10, site.Officer, Cancellation)).Value!.Items;

    private static async Task<Encounter> OpenAsync(TestSite site, string zone) =>
        (await site.Get<EncounterDesk>().OpenAsync(new Presentation(zone, Direction.Entry, "1"), site.Officer, Cancellation)).Value!;

    /// <summary>The register of a site at which somebody of a name is listed.</summary>
    private static async Task<AdvanceRegister> ListedAsync(TestSite site, string name)
    {
        await Lists.ImportAsync(site, Lists.Person("SPEi.7", name, "1975-02-03"));
        await site.Get<WatchlistScreen>().RefreshAsync(Cancellation);
        return site.Get<AdvanceRegister>();
    }

    private static byte[] Bookings(string flight, params string[] travellers)
    {
        var body = $"MSG+:22'ORG+UT'TVL+{flight}'EQN+1'SRC'RCI+UT:SPC001'" + string.Concat(travellers);
        return Encoding.Latin1.GetBytes($"UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260228:0910+REF2'UNH+B1+PNRGOV:11:1:IA'{body}UNT+{body.Count(c => c == '\'') + 2}+B1'UNZ+1+REF2'");
    }

    private static string Booked(string surname, string given, string born, string sex, string number) =>
        $"TIF+{surname}+{given}MR:A:{number[^1]}'SSR+SEAT:HK:1:UT:::DXB:KHI+12A::{number[^1]}'SSR+DOCS:HK::UT:::::/P/UTO/{number}/UTO/{born}/{sex}/01JAN31/{surname}/{given}'";

    private static byte[] List(params string[] travellers) => ListOf("260301", travellers);

    private static byte[] ListOf(string day, params string[] travellers) => Message("745", day, travellers);

    private static byte[] Overnight(string departs, string arrives, params string[] travellers) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(Message("745", arrives == "01" ? "260301" : $"2602{arrives}", travellers)).Replace($"DTM+189:{(arrives == "01" ? "260301" : $"2602{arrives}")}1340", $"DTM+189:2602{departs}2340", StringComparison.Ordinal));

    private static byte[] Status(string beginning, params string[] travellers) => Message(beginning, "260301", travellers);

    private static string Referred(string surname, string given, string reference, string number) => Traveller(surname, given, "910101", "F", number).Replace("RFF+SEA", $"RFF+ABO:{reference}'RFF+SEA", StringComparison.Ordinal);

    private static byte[] Message(string beginning, string day, string[] travellers)
    {
        var body = string.Concat(travellers);
        var segments = 9 + body.Count(c => c == '\'');
        return Encoding.Latin1.GetBytes(
            $"UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260228:0910+REF1++APIS'UNH+M1+PAXLST:D:02B:UN:IATA'BGM+{beginning}'TDT+20+UT123+++UT'LOC+125+DXB'DTM+189:{day}1340:201'LOC+87+KHI'DTM+232:{day}1640:201'"
            + $"{body}CNT+42:{travellers.Length}'UNT+{segments}+M1'UNZ+1+REF1'");
    }

    private static string Traveller(string surname, string given, string born, string sex, string number) =>
        $"NAD+FL+++{surname}:{given}'ATT+2++{sex}'DTM+329:{born}'NAT+2+UTO'RFF+AVF:SPC001'RFF+SEA:12A'DOC+P:110:111+{number}'DTM+36:310101'LOC+91+UTO'";

    private static string Crew(string surname, string given) => $"NAD+FM+++{surname}:{given}'ATT+2++M'DTM+329:700101'NAT+2+UTO'DOC+P:110:111+U00000090'DTM+36:310101'LOC+91+UTO'";
}
