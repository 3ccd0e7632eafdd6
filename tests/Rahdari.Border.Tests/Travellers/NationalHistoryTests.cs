using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>What a port shows of a person's crossings at other ports, and who may ask.</summary>
public sealed class NationalHistoryTests
{
    private const string Number = "4210100000002";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_headquarters_tells_stands_beside_what_the_port_has_and_nothing_twice(string engine)
    {
        var national = new Told();
        await using var site = await TestSite.OpenAsync(engine, national: national);
        var own = await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var later = await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        var elsewhere = Elsewhere(own, TestSite.Start.AddHours(12));
        // As headquarters has it, it is older than what stands here.
        national.Answer = new KnownHistory([NationalCrossing.Of(later), elsewhere, NationalCrossing.Of(own) with { Direction = Direction.Exit }, elsewhere], HasMore: true);

        var history = await ReadAsync(site, own.TravellerId);

        Assert.Equal([later.Id, own.Id], history.Crossings.Select(c => c.Id));
        Assert.Equal((HistorySource.Headquarters, null, true), (history.National!.Source, history.National.Gap, history.National.HasMore));
        Assert.Equal([elsewhere], history.National.Crossings);
        var asked = Assert.Single(national.Asked);
        Assert.Equal("officer1", asked.Asker);
        Assert.Equal([("SPC000001", Number), ("SPC000002", Number)], asked.Documents.Select(d => (d.DocumentNumber, d.PersonalNumber?.Number)));
        var audited = Assert.Single(await AuditedAsync(site));
        Assert.Equal(("officer1", "PKKHI", "traveller", own.TravellerId.ToString()), (audited.Actor, audited.Port, audited.SubjectKind, audited.SubjectId));
    }

    [Fact]
    public async Task Where_headquarters_does_not_answer_the_port_says_so_and_shows_its_own()
    {
        var national = new Told();
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite, national: national);
        var own = await site.PassAsync(Specimens.Passport("SPC000001"));
        var unanswered = await ReadAsync(site, own.TravellerId);
        Assert.Equal((HistorySource.ThisPort, HistoryGap.NoAnswer, 0, 1), (unanswered.National!.Source, unanswered.National.Gap, unanswered.National.Crossings.Count, unanswered.Crossings.Count));
        Assert.Single(await AuditedAsync(site));

        // Where it is known that the line is down nobody is asked, and nobody waits.
        national.IsUp = false;
        Assert.Equal(HistoryGap.LineDown, (await ReadAsync(site, own.TravellerId)).National!.Gap);
        Assert.Single(national.Asked);
        Assert.Single(await AuditedAsync(site));
    }

    [Fact]
    public async Task A_site_that_stands_alone_says_nothing_of_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var own = await site.PassAsync(Specimens.Passport("SPC000001"));
        Assert.False(site.Get<TravellerRegister>().AsksHeadquarters);
        Assert.Null((await ReadAsync(site, own.TravellerId)).National);
        Assert.Empty(await AuditedAsync(site));
    }

    [Fact]
    public async Task Only_who_may_read_the_history_here_may_ask_for_it_elsewhere()
    {
        var national = new Told { Answer = new KnownHistory([], HasMore: false) };
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite, national: national);
        var own = await site.PassAsync(Specimens.Passport("SPC000001"));
        var travellers = site.Get<TravellerRegister>();
        var history = (await travellers.HistoryAsync(own.TravellerId, site.Officer, Cancellation)).Value!;
        foreach (var (role, port, code) in new[] { (Roles.VisaOfficer, null, "ROLE_REQUIRED"), (Roles.WatchlistManager, "PKKHI", "ROLE_REQUIRED"), (Roles.Officer, "PKLHE", "TRAVELLER_NOT_FOUND"), (Roles.Supervisor, "PKLHE", "TRAVELLER_NOT_FOUND") })
            Assert.Equal(code, (await travellers.WithNationalAsync(history, new Actor("other1", new HashSet<string> { role }, port), Cancellation)).Problem?.Code);
        Assert.Empty(national.Asked);
        Assert.Empty(await AuditedAsync(site));
        Assert.True((await travellers.WithNationalAsync(history, site.Auditor, Cancellation)).Succeeded);
        Assert.Single(national.Asked);
    }

    [Fact]
    public async Task A_crossing_of_whom_a_supervisor_here_told_apart_is_not_shown_though_headquarters_joins_them()
    {
        var national = new Told();
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite, national: national);
        var one = await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var other = await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        var link = Assert.Single((await ReadAsync(site, one.TravellerId)).Links);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await site.Get<TravellerLinks>().UndoAsync(link.Id, "two people", site.Supervisor, Cancellation)).Succeeded);
        var elsewhere = Elsewhere(one, TestSite.Start.AddHours(12));
        national.Answer = new KnownHistory([NationalCrossing.Of(other), elsewhere, NationalCrossing.Of(one)], HasMore: false);

        Assert.Equal([elsewhere], (await ReadAsync(site, one.TravellerId)).National!.Crossings);
    }

    private static NationalCrossing Elsewhere(Crossing like, DateTimeOffset at) =>
        NationalCrossing.Of(like) with { Id = Guid.CreateVersion7(at), Node = "lhe-1", Port = "PKLHE", Direction = Direction.Exit, Outcome = CrossingOutcome.Departed, At = at };

    private static string Renewed(string number) => Specimens.Passport(number, nationality: "PAK", optional: Number);

    private static async Task<TravellerHistory> ReadAsync(TestSite site, Guid traveller)
    {
        var travellers = site.Get<TravellerRegister>();
        var history = await travellers.HistoryAsync(traveller, site.Officer, Cancellation);
        Assert.True(history.Succeeded, history.Problem?.Code);
        return (await travellers.WithNationalAsync(history.Value, site.Officer, Cancellation)).Value!;
    }

    private static async Task<IReadOnlyList<AuditRecord>> AuditedAsync(TestSite site) =>
        (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.TravellerAsked }, 0, 100, site.Auditor, Cancellation)).Value!.Items;

    /// <summary>Headquarters, as a test has it answer.</summary>
    private sealed class Told : INationalHistory
    {
        public bool IsLinked => true;

        public bool IsUp { get; set; } = true;

        public KnownHistory? Answer { get; set; }

        public List<HistoryQuestion> Asked { get; } = [];

        public Task<KnownHistory?> AskAsync(HistoryQuestion question, CancellationToken cancellation)
        {
            Asked.Add(question);
            return Task.FromResult(Answer);
        }
    }
}
