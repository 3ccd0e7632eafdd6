using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>What headquarters tells a port of a person's crossings.</summary>
public sealed class NationalRegisterTests
{
    private static readonly Actor LahoreOfficer = new("officer2", new HashSet<string> { Roles.Officer }, "PKLHE");

    private static readonly Actor NationalSupervisor = new("supervisor9", new HashSet<string> { Roles.Supervisor }, null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SiteSettings Lahore => TestSite.Settings with { Node = "lhe-1", Port = "PKLHE", PortName = "Lahore (test)" };

    private static SiteSettings National => TestSite.Settings with { Node = "national", Port = "PKISB", PortName = "Headquarters (test)" };

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_port_is_told_of_a_persons_crossings_at_every_port_and_who_asked_is_audited(string engine)
    {
        await using var country = await Country.OpenAsync(engine);
        var came = await country.Karachi.PassAsync(Specimens.Passport("SPC100001"));
        country.Lahore.Clock.Advance(TimeSpan.FromDays(2));
        var left = await country.PassAtLahoreAsync(Specimens.Passport("SPC100001"));
        await country.Karachi.PassAsync(Specimens.Passport("SPC100009", surname: "SPECIMENB", born: "1971-02-03"));
        await country.ArriveAsync();

        var told = await country.AskAsync("lhe-1", Document("SPC100001"));

        Assert.Equal([(left.Id, "lhe-1", "PKLHE", Direction.Exit), (came.Id, "khi-1", "PKKHI", Direction.Entry)], told!.Crossings.Select(c => (c.Id, c.Node, c.Port, c.Direction)));
        Assert.Equal(NationalCrossing.Of(came), told.Crossings[1]);
        Assert.False(told.HasMore);
        var read = Assert.Single(await country.AuditedAsync(AuditAction.TravellerRead));
        Assert.Equal(("officer2@lhe-1", "PKLHE", "traveller", "asked over the link"), (read.Actor, read.Port, read.SubjectKind, read.Detail));
        Assert.Contains(Guid.Parse(read.SubjectId!), new[] { came.TravellerId, left.TravellerId });
    }

    [Fact]
    public async Task A_crossing_is_told_as_it_stands_corrected()
    {
        await using var country = await Country.OpenAsync();
        var crossing = await country.Karachi.PassAsync(Specimens.Passport("SPC100001"));
        country.Karachi.Clock.Advance(TimeSpan.FromHours(1));
        var corrected = await country.Karachi.Get<CorrectionRegister>().CorrectAsync(crossing.Id, new CorrectionOrder(0, "The wrong key was pressed") { Direction = Direction.Exit }, country.Karachi.Supervisor, Cancellation);
        Assert.True(corrected.Succeeded, corrected.Problem?.Code);
        await country.ArriveAsync();
        var told = Assert.Single((await country.AskAsync("lhe-1", Document("SPC100001")))!.Crossings);
        Assert.Equal((Direction.Exit, CrossingOutcome.Departed, country.Karachi.Clock.GetUtcNow()), (told.Direction, told.Outcome, told.CorrectedAt));
    }

    [Fact]
    public async Task Of_many_crossings_the_newest_are_told_and_that_there_are_more()
    {
        await using var country = await Country.OpenAsync();
        var ids = new List<Guid>();
        for (var i = 0; i <= KnownHistory.MostCrossings; i++)
        {
            ids.Add((await country.Karachi.PassAsync(Specimens.Passport("SPC100001"), i % 2 == 0 ? Direction.Entry : Direction.Exit)).Id);
            country.Karachi.Clock.Advance(TimeSpan.FromHours(5));
        }
        await country.ArriveAsync();
        var told = await country.AskAsync("lhe-1", Document("SPC100001"));
        Assert.True(told!.HasMore);
        Assert.Equal(ids.Skip(1).Reverse(), told.Crossings.Select(c => c.Id));
    }

    [Fact]
    public async Task Of_nobody_who_is_known_nothing_is_told_and_that_it_was_asked_is_audited_without_naming_them()
    {
        await using var country = await Country.OpenAsync();
        await country.Karachi.PassAsync(Specimens.Passport("SPC100001"));
        await country.ArriveAsync();
        // The same number on a passport of somebody else is of somebody else.
        var told = await country.AskAsync("lhe-1", Document("SPC100002", "SPECIMENQ", "1999-09-09"), Document("SPC100001", "SPECIMENQ", "1999-09-09"));
        Assert.Equal((0, false), (told!.Crossings.Count, told.HasMore));
        Assert.Empty(await country.AuditedAsync(AuditAction.TravellerRead));
        var asked = Assert.Single(await country.AuditedAsync(AuditAction.TravellerAsked));
        Assert.Equal(("officer2@lhe-1", "PKLHE", null, null, "nobody known"), (asked.Actor, asked.Port, asked.SubjectKind, asked.SubjectId, asked.Detail));
    }

    [Fact]
    public async Task Whoever_has_a_new_passport_is_known_by_what_identifies_them_without_being_written_down()
    {
        await using var country = await Country.OpenAsync();
        var came = await country.Karachi.PassAsync(Rare("SPC100001"));
        await country.ArriveAsync();
        var told = await country.AskAsync("lhe-1", RareDocument("SPC100002"));
        Assert.Equal([came.Id], told!.Crossings.Select(c => c.Id));
        // The name without the day is not enough.
        Assert.Empty((await country.AskAsync("lhe-1", RareDocument("SPC100003") with { DateOfBirth = PartialDate.Parse("1990-03-04") }))!.Crossings);
        await using var db = country.Headquarters.Get<BorderStorage>().Open();
        Assert.Equal([came.TravellerId], db.Travellers.Select(t => t.Id).ToArray());
        Assert.Equal(["SPC100001"], db.TravellerDocuments.Select(d => d.DocumentNumber).ToArray());
    }

    [Fact]
    public async Task Of_two_whom_somebody_told_apart_only_the_holder_of_the_document_is_told()
    {
        await using var country = await Country.OpenAsync();
        var one = await country.Karachi.PassAsync(Rare("SPC100001"));
        country.Lahore.Clock.Advance(TimeSpan.FromDays(1));
        var other = await country.PassAtLahoreAsync(Rare("SPC100002"));
        await country.ArriveAsync();
        var supervisor = country.Headquarters.Get<TravellerRegister>();
        var link = Assert.Single((await supervisor.HistoryAsync(one.TravellerId, NationalSupervisor, Cancellation)).Value!.Links);
        Assert.Equal(2, (await country.AskAsync("khi-1", RareDocument("SPC100001")))!.Crossings.Count);
        country.Headquarters.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True((await country.Headquarters.Get<TravellerLinks>().UndoAsync(link.Id, "two people", NationalSupervisor, Cancellation)).Succeeded);

        Assert.Equal([one.Id], (await country.AskAsync("khi-1", RareDocument("SPC100001")))!.Crossings.Select(c => c.Id));
        Assert.Equal([other.Id], (await country.AskAsync("khi-1", RareDocument("SPC100002")))!.Crossings.Select(c => c.Id));
        // A third passport is as like the one as the other: somebody must choose first.
        Assert.Empty((await country.AskAsync("khi-1", RareDocument("SPC100003")))!.Crossings);
    }

    [Fact]
    public async Task A_node_that_takes_no_part_is_told_nothing()
    {
        await using var country = await Country.OpenAsync(revoked: "lhe-1");
        await country.Karachi.PassAsync(Specimens.Passport("SPC100001"));
        await country.ArriveAsync();
        Assert.Null(await country.AskAsync("lhe-1", Document("SPC100001")));
        Assert.Null(await country.AskAsync("nobody-1", Document("SPC100001")));
        Assert.Empty(await country.AuditedAsync(AuditAction.TravellerRead));
        Assert.Empty(await country.AuditedAsync(AuditAction.TravellerAsked));
    }

    private static KnownIdentity Document(string number, string surname = "SPECIMENA", string born = "1980-05-17") => new()
    {
        IssuingState = "UTO",
        DocumentCode = "P",
        DocumentNumber = number,
        Nationality = "UTO",
        PrimaryIdentifier = surname,
        SecondaryIdentifier = "KHANUM",
        DateOfBirth = PartialDate.Parse(born),
        Sex = Sex.Female,
    };

    /// <summary>A name that hardly anybody bears: it links without a number.</summary>
    private static string Rare(string number) => Specimens.Passport(number, "SPECIMENZAI", "ZARMINA GULALAI", "AFG");

    private static KnownIdentity RareDocument(string number) => Document(number, "SPECIMENZAI") with { IssuingState = "AFG", Nationality = "AFG", SecondaryIdentifier = "ZARMINA GULALAI" };

    /// <summary>Two ports, whose records are brought to headquarters when a test says so.</summary>
    private sealed class Country : IAsyncDisposable
    {
        public required TestSite Karachi { get; init; }

        public required TestSite Lahore { get; init; }

        public required TestSite Headquarters { get; init; }

        public static async Task<Country> OpenAsync(string engine = TestSite.Sqlite, string? revoked = null)
        {
            var (karachi, lahore) = (await TestSite.OpenAsync(TestSite.Sqlite), await TestSite.OpenAsync(TestSite.Sqlite, NationalRegisterTests.Lahore));
            return new Country { Karachi = karachi, Lahore = lahore, Headquarters = await TestSite.OpenAsync(engine, National, new Enrolled(revoked, karachi, lahore)) };
        }

        public async Task<Crossing> PassAtLahoreAsync(string mrz)
        {
            var opened = await Lahore.Get<EncounterDesk>().OpenAsync(new Presentation(mrz, Direction.Exit, "1", false), LahoreOfficer, Cancellation);
            var decided = await Lahore.DecideAsync(opened.Value!, new Decision(DecisionKind.Pass, "test"), LahoreOfficer);
            Assert.True(decided.Succeeded, decided.Problem?.ToString());
            return decided.Value.Crossing!;
        }

        public async Task ArriveAsync()
        {
            foreach (var site in new[] { Karachi, Lahore })
            {
                if (await site.Get<Outbox>().ReadAsync(0, 10_000, int.MaxValue, Cancellation) is { Count: > 0 } records)
                    await Headquarters.Get<RecordIntake>().TakeAsync(site.Folder.Settings.Node, records, Cancellation);
            }
            while (await Headquarters.Get<ReceivedTravellers>().LinkAsync(Cancellation) > 0)
            {
            }
        }

        public Task<KnownHistory?> AskAsync(string node, params KnownIdentity[] documents) => Headquarters.Get<NationalRegister>().ReadAsync(new HistoryQuestion("officer2", documents), node, Cancellation);

        /// <summary>What was audited at headquarters itself.</summary>
        public async Task<IReadOnlyList<AuditRecord>> AuditedAsync(string action)
        {
            var read = await Headquarters.Get<AuditLog>().ListAsync(new AuditFilter { Action = action }, 0, 100, Headquarters.Auditor, Cancellation);
            return [.. read.Value!.Items.Where(record => record.Node == National.Node && record.Actor.Contains('@', StringComparison.Ordinal))];
        }

        public async ValueTask DisposeAsync()
        {
            await Headquarters.DisposeAsync();
            await Lahore.DisposeAsync();
            await Karachi.DisposeAsync();
        }
    }

    /// <summary>Ports whose keys are known.</summary>
    private sealed class Enrolled(string? revoked, params TestSite[] sites) : ISenders
    {
        public IReadOnlyList<Sender> All =>
            [.. sites.Select(site => site.Folder.Settings is var of ? new Sender(of.Node, of.Port, [new SenderKey(1, site.Folder.OpenKey())], of.Node == revoked) : null!)];
    }
}
