using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Pictures;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Pictures;

public class PictureDeskTests
{
    private static readonly byte[] Portrait = [0xFF, 0xD8, 0xFF, 0xD9];

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_picture_of_the_page_scanned_adds_its_portrait_and_leaves_the_advice(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await OpenAsync(site);
        var desk = site.Get<PictureDesk>();
        Assert.Equal("PICTURE_PORTRAIT_NOT_FOUND", (await desk.PortraitAsync(encounter.Id, site.Officer, Cancellation)).Problem?.Code);
        var shown = (await desk.PresentAsync(encounter.Id, Picture(encounter.MrzLines), site.Officer, Cancellation)).Value!;
        Assert.Equal(encounter.Advice.Reasons.Select(r => r.Code), shown.Advice.Reasons.Select(r => r.Code));
        Assert.Equal((true, 0), (shown.Picture!.HasPortrait, shown.Picture.Seals));
        Assert.Equal(Portrait, (await desk.PortraitAsync(encounter.Id, site.Officer, Cancellation)).Value);
        Assert.Equivalent(shown.Picture, (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, Cancellation)).Value!.Picture);
        Assert.Equal(1, (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.PicturePresented }, 0, 10, site.Auditor, Cancellation)).Value!.Total);
        Assert.Equal(2, (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.PicturePortraitRead }, 0, 10, site.Auditor, Cancellation)).Value!.Total);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_picture_of_another_page_turns_the_advice_until_the_right_one_is_taken(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await OpenAsync(site);
        var desk = site.Get<PictureDesk>();
        var other = Specimens.Passport(number: "U00000088").Split('\n');
        var shown = (await desk.PresentAsync(encounter.Id, Picture(other), site.Officer, Cancellation)).Value!;
        Assert.Equal(AdviceLevel.Refer, shown.Advice.Level);
        Assert.Contains(shown.Advice.Reasons, r => r.Code is "PICTURE_OF_ANOTHER_DOCUMENT" or "PICTURE_ZONE_DIFFERS");
        var right = (await desk.PresentAsync(encounter.Id, Picture(encounter.MrzLines), site.Officer, Cancellation)).Value!;
        Assert.DoesNotContain(right.Advice.Reasons, r => r.Code.StartsWith("PICTURE_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_was_not_read_clearly_is_no_difference_and_one_that_was_is()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var desk = site.Get<PictureDesk>();
        string[] read = [encounter.MrzLines[0][..30] + "K" + encounter.MrzLines[0][31..], encounter.MrzLines[1]];
        var unclear = (await desk.PresentAsync(encounter.Id, Picture(read, (1, 31)), site.Officer, Cancellation)).Value!;
        Assert.DoesNotContain(unclear.Advice.Reasons, r => r.Code.StartsWith("PICTURE_", StringComparison.Ordinal));
        var clear = (await desk.PresentAsync(encounter.Id, Picture(read), site.Officer, Cancellation)).Value!;
        Assert.Equal("31", Assert.Single(clear.Advice.Reasons, r => r.Code == "PICTURE_ZONE_DIFFERS").Evidence["column"]);
    }

    [Fact]
    public async Task A_seal_on_the_page_is_held_against_the_document_and_the_signers_in_force()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var shown = (await site.Get<PictureDesk>().PresentAsync(encounter.Id, Picture(encounter.MrzLines) with { Barcodes = [Specimens.VisaSeal] }, site.Officer, Cancellation)).Value!;
        Assert.Equal(1, shown.Picture!.Seals);
        Assert.Contains(shown.Advice.Reasons, r => r.Code == "SEAL_SIGNER_UNKNOWN");
        Assert.Contains(shown.Advice.Reasons, r => r.Code == "SEAL_STATE_DIFFERS");
    }

    [Fact]
    public async Task What_is_decided_or_not_for_the_asker_takes_no_picture()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var (desk, picture) = (site.Get<PictureDesk>(), Picture(encounter.MrzLines));
        Assert.Equal("ROLE_REQUIRED", (await desk.PresentAsync(encounter.Id, picture, site.Auditor, Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.PresentAsync(encounter.Id, picture, site.Officer with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.PortraitAsync(encounter.Id, site.Officer with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        Assert.Equal("ENCOUNTER_NOT_FOUND", (await desk.PresentAsync(Guid.NewGuid(), picture, site.Officer, Cancellation)).Problem?.Code);
        await site.Get<EncounterDesk>().DecideAsync(encounter.Id, new Decision(DecisionKind.Refuse, "No visa."), "key-00000009", site.Officer, Cancellation);
        Assert.Equal("ENCOUNTER_ALREADY_DECIDED", (await desk.PresentAsync(encounter.Id, picture, site.Officer, Cancellation)).Problem?.Code);
    }

    private static PicturePresented Picture(IReadOnlyList<string> lines, params (int Line, int Column)[] uncertain) =>
        new(MrzReader.Read(string.Join('\n', lines), new DateOnly(2026, 3, 1)), uncertain.ToHashSet(), Portrait, []);

    private static async Task<Encounter> OpenAsync(TestSite site) =>
        (await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(number: "U00000077"), Direction.Entry, "1"), site.Officer, Cancellation)).Value!;
}
