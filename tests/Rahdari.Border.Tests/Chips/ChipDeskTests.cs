using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Chips;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Trust;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Chips;

public class ChipDeskTests
{
    /// <summary>What a JPEG begins with, and a frame header.</summary>
    private static readonly byte[] Portrait = [0xFF, 0xD8, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x64, 0x00, 0x4B, 0x01, 0x01, 0x11, 0x00, 0xFF, 0xD9];

    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_genuine_chip_is_shown_and_leaves_the_advice_clear(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.None);
        var shown = (await site.Get<ChipDesk>().PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Value!;
        Assert.Equal(encounter.Advice.Level, shown.Advice.Level);
        Assert.Equal(("PACE-ECDH-GM AES-128", ChipProof.ChipAuthentication, true, true, ImageKind.Jpeg), (shown.Chip!.Access, shown.Chip.Proof, shown.Chip.IsComplete, shown.Chip.IsSigned, shown.Chip.Portrait));
        Assert.Equal(encounter.Document.DateOfBirth, shown.Chip.Document!.DateOfBirth);
        Assert.Equal(Portrait, (await site.Get<ChipDesk>().PortraitAsync(encounter.Id, site.Officer, Cancellation)).Value!.Encoded.ToArray());
        var again = (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, Cancellation)).Value!;
        Assert.Equivalent(shown.Chip, again.Chip);
        Assert.Equal(1, (await site.Get<EncounterDesk>().StandingAsync(encounter.Id, site.Officer, Cancellation)).Value!.Revision);
        foreach (var action in new[] { AuditAction.ChipPresented, AuditAction.ChipPortraitRead })
            Assert.Equal(1, (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = action }, 0, 10, site.Auditor, Cancellation)).Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_chip_that_lies_turns_the_advice_and_nobody_passes_on_what_was_advised_before(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.ZoneDiffers);
        Assert.NotEqual(AdviceLevel.Refer, encounter.Advice.Level);
        var shown = (await site.Get<ChipDesk>().PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Value!;
        Assert.Equal(AdviceLevel.Refer, shown.Advice.Level);
        Assert.Contains(shown.Advice.Reasons, r => r.Code == "CHIP_DATE_OF_BIRTH_DIFFERS");
        var passed = await site.Get<EncounterDesk>().DecideAsync(encounter.Id, new Decision(DecisionKind.Pass), "key-00000001", site.Officer, Cancellation);
        Assert.Equal("REASON_REQUIRED", passed.Problem?.Code);
        var recorded = await site.Get<EncounterDesk>().DecideAsync(encounter.Id, new Decision(DecisionKind.Refuse, "The page is forged."), "key-00000002", site.Officer, Cancellation);
        Assert.Contains("CHIP_DATE_OF_BIRTH_DIFFERS", recorded.Value!.Crossing!.AdviceReasons, StringComparison.Ordinal);
        Assert.Equal("ENCOUNTER_ALREADY_DECIDED", (await site.Get<ChipDesk>().PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_later_reading_takes_the_place_of_the_one_before()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.None);
        var desk = site.Get<ChipDesk>();
        var removed = new ChipPresented(new Dictionary<string, byte[]>(), null, ChipProof.None, false, [Finding.Of("CHIP_REMOVED", Severity.Information, null, ("step", "BAC"))]);
        var first = (await desk.PresentAsync(encounter.Id, removed, site.Officer, Cancellation)).Value!;
        // As its rule weighs it, whatever the reader says.
        Assert.Equal(Severity.Warning, Assert.Single(first.Advice.Reasons, r => r.Code == "CHIP_REMOVED").Severity);
        Assert.Equal("CHIP_PORTRAIT_NOT_FOUND", (await desk.PortraitAsync(encounter.Id, site.Officer, Cancellation)).Problem?.Code);
        var second = (await desk.PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Value!;
        Assert.DoesNotContain(second.Advice.Reasons, r => r.Code == "CHIP_REMOVED");
        Assert.True((await desk.PortraitAsync(encounter.Id, site.Officer, Cancellation)).Succeeded);
    }

    /// <summary>The name alone is one in many's: with the place of birth, which no zone has, a supervisor has to look at it.</summary>
    [Theory]
    [InlineData("Kandahar", true, true)]
    [InlineData("Kandahar", false, false)]
    [InlineData("Lahore", true, false)]
    public async Task The_place_of_birth_that_a_State_signed_is_screened(string born, bool trusted, bool alerts)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.None, trusted, new HolderDetails { PlaceOfBirth = born });
        var name = $"{encounter.Document.SecondaryIdentifier} {encounter.Document.PrimaryIdentifier}";
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", name) with { BirthPlaces = ["Kandahar, Afghanistan"] });
        var compared = site.Get<WatchlistScreen>().Screen(WatchlistScreen.Query(encounter.Document, placeOfBirth: null), 0.0001)[0];
        PolicyRule[] rules = [new("un", ScreeningPurpose.Counter, Threshold: 0.5, Weight: -compared.Points - 2)];
        await site.Get<PolicyRegister>().ProposeAsync(rules, "A test", site.ListManager, Cancellation);
        Assert.True((await site.Get<PolicyRegister>().DecideAsync(1, true, null, site.Supervisor, Cancellation)).Succeeded);

        // Presented anew, so that lists and policy are those of now.
        encounter = (await site.Get<EncounterDesk>().OpenAsync(new Presentation(string.Join('\n', encounter.MrzLines), Direction.Entry, "1"), site.Officer, Cancellation)).Value!;
        Assert.Empty(encounter.Hits);
        var shown = (await site.Get<ChipDesk>().PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Value!;
        Assert.Equal((trusted, born), (shown.Chip!.IsSigned, shown.Chip.Holder?.PlaceOfBirth));
        Assert.Equal(alerts ? 1 : 0, shown.Hits.Count);
        Assert.Equal(alerts ? 1 : 0, (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, Cancellation)).Value!.Hits.Count);
        // Read again, what was found is not found twice.
        Assert.Equal(alerts ? 1 : 0, (await site.Get<ChipDesk>().PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Value!.Hits.Count);
        // For the other direction: the chip is carried over, and with it what it says.
        var turned = (await site.Get<EncounterDesk>().OpenAsync(new Presentation(string.Join('\n', encounter.MrzLines), Direction.Exit, "1"), site.Officer, Cancellation)).Value!;
        Assert.Equal(alerts ? 1 : 0, turned.Hits.Count);
        if (!alerts)
            return;
        Assert.Equal(AdviceLevel.Refer, turned.Advice.Level);
        Assert.Equal((Agreement.Equal, born), turned.Hits[0].Match.Parts.Single(p => p.Kind == ScorePartKind.PlaceOfBirth) is var part ? (part.Agreement, part.Queried) : default);
    }

    /// <summary>Another place of birth takes a hit below the threshold; but whoever stands before a counter with an open hit is not let go by being presented for the other direction.</summary>
    [Fact]
    public async Task A_hit_stays_where_the_chip_says_another_place_of_birth()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.None, holder: new HolderDetails { PlaceOfBirth = "Lahore" });
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", $"{encounter.Document.SecondaryIdentifier} {encounter.Document.PrimaryIdentifier}") with { BirthPlaces = ["Kandahar, Afghanistan"] });
        var compared = site.Get<WatchlistScreen>().Screen(WatchlistScreen.Query(encounter.Document, placeOfBirth: null), 0.0001)[0];
        await site.Get<PolicyRegister>().ProposeAsync([new("un", ScreeningPurpose.Counter, Threshold: 0.5, Weight: -compared.Points + 1)], "A test", site.ListManager, Cancellation);
        Assert.True((await site.Get<PolicyRegister>().DecideAsync(1, true, null, site.Supervisor, Cancellation)).Succeeded);
        Assert.Empty(site.Get<WatchlistScreen>().Screen(WatchlistScreen.Query(encounter.Document, "Lahore"), purpose: ScreeningPurpose.Counter));
        foreach (var direction in new[] { Direction.Entry, Direction.Exit, Direction.Entry })
        {
            var opened = (await site.Get<EncounterDesk>().OpenAsync(new Presentation(string.Join('\n', encounter.MrzLines), direction, "1"), site.Officer, Cancellation)).Value!;
            Assert.Single(opened.Hits);
            Assert.Single((await site.Get<ChipDesk>().PresentAsync(opened.Id, chip, site.Officer, Cancellation)).Value!.Hits);
        }
    }

    [Fact]
    public async Task A_State_that_nobody_trusts_is_told()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.None, trusted: false);
        var shown = (await site.Get<ChipDesk>().PresentAsync(encounter.Id, chip, site.Officer, Cancellation)).Value!;
        Assert.Equal((false, ChipProof.None), (shown.Chip!.IsSigned, shown.Chip.Proof)); // A key that nobody vouches for proves nothing.
        Assert.Contains(shown.Advice.Reasons, r => r.Code == "CHIP_SIGNER_UNKNOWN");
    }

    [Fact]
    public async Task What_is_no_chip_or_not_for_the_asker_is_refused()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (encounter, chip) = await OpenAsync(site, SpecimenLie.None);
        var desk = site.Get<ChipDesk>();
        Assert.Equal("ROLE_REQUIRED", (await desk.PresentAsync(encounter.Id, chip, site.Auditor, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await desk.PortraitAsync(encounter.Id, site.Auditor, Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.PresentAsync(encounter.Id, chip, site.Officer with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.PortraitAsync(encounter.Id, site.Officer with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        Assert.Equal("ENCOUNTER_NOT_FOUND", (await desk.PresentAsync(Guid.NewGuid(), chip, site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("CHIP_FILE_UNKNOWN", (await desk.PresentAsync(encounter.Id, chip with { Files = new Dictionary<string, byte[]> { ["EF.DG17"] = [] } }, site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("CHIP_FILE_UNKNOWN", (await desk.PresentAsync(encounter.Id, chip with { Files = new Dictionary<string, byte[]> { ["EF.DG1"] = null! } }, site.Officer, Cancellation)).Problem?.Code);
        Finding[] odd = [null!, new Finding(null!, Severity.Critical, null, null!), Finding.Of("MINOR_ALONE", Severity.Critical, null), Finding.Of("CHIP_REMOVED", Severity.Critical, null)];
        Assert.DoesNotContain((await desk.PresentAsync(encounter.Id, chip with { Findings = odd }, site.Officer, Cancellation)).Value!.Advice.Reasons, r => r.Severity == Severity.Critical);
        Assert.Equal("CHIP_TOO_LARGE", (await desk.PresentAsync(encounter.Id, chip with { Files = new Dictionary<string, byte[]> { ["EF.DG2"] = new byte[ChipPresented.LargestChip + 1] } }, site.Officer, Cancellation)).Problem?.Code);
    }

    private static async Task<(Encounter Encounter, ChipPresented Chip)> OpenAsync(TestSite site, SpecimenLie lie, bool trusted = true, HolderDetails? holder = null)
    {
        var now = site.Clock.GetUtcNow();
        var state = SpecimenState.Create(now);
        if (trusted)
            Assert.True((await site.Get<TrustImporter>().ImportAsync(state.Authority.Publish(now, state.Authority.Certificate), state.Authority.Certificate, Administrator, cancellation: Cancellation)).Succeeded);
        var fields = MrzReader.Read(Specimens.Passport(number: "U00000077"), new DateOnly(2026, 3, 1)).Fields!;
        var issued = state.Issue(new SpecimenPassport(fields, Portrait) { Holder = holder, Keys = ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication) }, lie);
        var opened = await site.Get<EncounterDesk>().OpenAsync(new Presentation(string.Join('\n', issued.Zone), Direction.Entry, "1"), site.Officer, Cancellation);
        return (opened.Value!, ChipPresented.Of(await ChipReader.ReadAsync(issued.Chip(), issued.Password, cancellation: Cancellation)));
    }
}
