using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Pictures;
using Rahdari.Border.Visas;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Visas;

public class VisaDeskTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_visa_of_the_passports_holder_leaves_the_advice(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await OpenAsync(site);
        var shown = (await site.Get<VisaDesk>().PresentAsync(encounter.Id, Specimens.Visa(), site.Officer, Cancellation)).Value!;
        Assert.Equal(encounter.Advice.Reasons.Select(r => r.Code), shown.Advice.Reasons.Select(r => r.Code));
        Assert.Equal(("V", "PAK", "officer1"), (shown.Visa!.Document.DocumentCode, shown.Visa.Document.IssuingState, shown.Visa.By));
        Assert.Equivalent(shown.Visa, (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, Cancellation)).Value!.Visa);
        Assert.Equal(1, (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.VisaPresented }, 0, 10, site.Auditor, Cancellation)).Value!.Total);
    }

    [Fact]
    public async Task A_visa_of_another_turns_the_advice_until_the_right_one_is_presented()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var desk = site.Get<VisaDesk>();
        var wrong = (await desk.PresentAsync(encounter.Id, Specimens.Visa(surname: "OTHERSPECIMEN", born: "1991-01-01", state: "UTO"), site.Officer, Cancellation)).Value!;
        Assert.Equal(AdviceLevel.Refer, wrong.Advice.Level);
        Assert.Equal(
            ["VISA_DATE_OF_BIRTH_DIFFERS", "VISA_FOR_OWN_NATIONAL", "VISA_NAME_DIFFERS", "VISA_OF_ANOTHER_STATE"],
            wrong.Advice.Reasons.Select(r => r.Code).Where(code => code.StartsWith("VISA_", StringComparison.Ordinal)).Order());
        Assert.Equal("Name", wrong.Advice.Reasons.Single(r => r.Code == "VISA_NAME_DIFFERS").Field);
        var right = (await desk.PresentAsync(encounter.Id, Specimens.Visa(), site.Officer, Cancellation)).Value!;
        Assert.Equal(encounter.Advice.Reasons.Select(r => r.Code), right.Advice.Reasons.Select(r => r.Code));
    }

    [Fact]
    public async Task A_wrong_check_digit_is_the_visas_and_not_the_passports()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var lines = Specimens.Visa().Split('\n');
        var forged = $"{lines[0]}\n{lines[1][..27]}{(char)('0' + ((lines[1][27] - '0' + 1) % 10))}{lines[1][28..]}";
        var shown = (await site.Get<VisaDesk>().PresentAsync(encounter.Id, forged, site.Officer, Cancellation)).Value!;
        var found = Assert.Single(shown.Advice.Reasons, r => r.Code == "MRZ_CHECK_DIGIT_DATE_OF_EXPIRY");
        Assert.Equal(VisaRules.Field, found.Field);
        Assert.True(shown.Advice.Level >= AdviceLevel.Ask);
    }

    [Fact]
    public async Task A_picture_of_the_visa_is_the_visa_and_one_of_the_page_leaves_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var desk = site.Get<PictureDesk>();
        var doubt = Finding.Of("IMAGE_CHARACTER_UNCERTAIN", Severity.Warning, null, ("line", "1"), ("column", "5"));
        var visa = (await desk.PresentAsync(encounter.Id, Picture(Specimens.Visa()) with { Barcodes = [Specimens.VisaSeal], Doubts = [doubt] }, site.Officer, Cancellation)).Value!;
        Assert.Null(visa.Picture);
        Assert.Equal(1, visa.Visa!.Seals);
        Assert.Contains(visa.Advice.Reasons, r => r.Code == doubt.Code && r.Field == VisaRules.Field);
        Assert.Contains(visa.Advice.Reasons, r => r.Code == "SEAL_SIGNER_UNKNOWN" && r.Field == VisaRules.Field);

        var page = (await desk.PresentAsync(encounter.Id, Picture(string.Join('\n', encounter.MrzLines)), site.Officer, Cancellation)).Value!;
        Assert.NotNull(page.Picture);
        Assert.Equal(visa.Advice.Reasons.Select(r => r.Code), page.Advice.Reasons.Select(r => r.Code));

        var scanned = (await site.Get<VisaDesk>().PresentAsync(encounter.Id, Specimens.Visa(), site.Officer, Cancellation)).Value!;
        Assert.DoesNotContain(scanned.Advice.Reasons, r => r.Field == VisaRules.Field);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_added_stays_with_a_document_that_is_presented_again_for_the_other_direction(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await OpenAsync(site);
        await site.Get<PictureDesk>().PresentAsync(encounter.Id, Picture(Specimens.Visa()) with { Barcodes = [Specimens.VisaSeal] }, site.Officer, Cancellation);
        await site.Get<PageDesk>().PresentAsync(encounter.Id, new VisualZone { Sex = Sex.Male }, site.Officer, Cancellation);
        var page = (await site.Get<PictureDesk>().PresentAsync(encounter.Id, Picture(Specimens.Passport()) with { Portrait = new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 } }, site.Officer, Cancellation)).Value!;
        Assert.Equal(3, page.Revision);
        Assert.Equal(3, (await site.Get<EncounterDesk>().StandingAsync(encounter.Id, site.Officer, Cancellation)).Value!.Revision);

        var turned = (await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Exit, "1"), site.Officer, Cancellation)).Value!;
        Assert.NotEqual(encounter.Id, turned.Id);
        Assert.Contains(turned.Advice.Reasons, r => r.Code == "SEAL_SIGNER_UNKNOWN" && r.Field == VisaRules.Field);
        Assert.Contains(turned.Advice.Reasons, r => r.Code == "PAGE_SEX_DIFFERS");
        Assert.Equal((1, Sex.Male, true), (turned.Visa!.Seals, turned.Page!.Page.Sex, turned.Picture!.HasPortrait));
        Assert.True((await site.Get<PictureDesk>().PortraitAsync(turned.Id, site.Officer, Cancellation)).Succeeded);

        // Whoever leaves is not asked by what they may enter.
        Assert.Equal([.. page.Advice.Reasons.Select(r => r.Code).Where(code => code != "PERMISSION_NO_RULES").Append("STAY_NO_ENTRY").Order()], turned.Advice.Reasons.Select(r => r.Code).Order());

        // At another counter, or with another zone, it is another document.
        var elsewhere = (await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Entry, "2"), site.Officer, Cancellation)).Value!;
        Assert.Null(elsewhere.Visa);
    }

    [Fact]
    public async Task A_visa_is_no_document_to_begin_with()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var refused = await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Visa(), Direction.Entry, "1"), site.Officer, Cancellation);
        Assert.Equal("VISA_WITHOUT_PASSPORT", refused.Problem?.Code);
    }

    [Fact]
    public async Task What_is_no_visa_or_not_for_the_asker_is_refused()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var desk = site.Get<VisaDesk>();
        Assert.Equal("VISA_UNREADABLE", (await desk.PresentAsync(encounter.Id, Specimens.Passport(), site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("VISA_UNREADABLE", (await desk.PresentAsync(encounter.Id, "no zone", site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await desk.PresentAsync(encounter.Id, Specimens.Visa(), site.Auditor, Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.PresentAsync(encounter.Id, Specimens.Visa(), site.Officer with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        Assert.Equal("ENCOUNTER_NOT_FOUND", (await desk.PresentAsync(Guid.NewGuid(), Specimens.Visa(), site.Officer, Cancellation)).Problem?.Code);
        await site.Get<EncounterDesk>().DecideAsync(encounter.Id, new Decision(DecisionKind.Refuse, "No visa."), "key-00000009", site.Officer, Cancellation);
        Assert.Equal("ENCOUNTER_ALREADY_DECIDED", (await desk.PresentAsync(encounter.Id, Specimens.Visa(), site.Officer, Cancellation)).Problem?.Code);
    }

    private static PicturePresented Picture(string zone) => new(MrzReader.Read(zone, new DateOnly(2026, 3, 1)), new HashSet<(int, int)>(), null, []);

    private static async Task<Encounter> OpenAsync(TestSite site) =>
        (await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(), Direction.Entry, "1"), site.Officer, Cancellation)).Value!;
}
