using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Pictures;
using Rahdari.Dates;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Pictures;

public class PageDeskTests
{
    private static readonly VisualZone Page = new()
    {
        PrimaryIdentifier = "Specimena",
        SecondaryIdentifier = "Khanum",
        DocumentNumber = "U00000001",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(1980, 5, 17),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2031, 1, 1),
    };

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_page_that_says_otherwise_turns_the_advice_until_the_right_one_is_presented(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await OpenAsync(site);
        var desk = site.Get<PageDesk>();
        var forged = (await desk.PresentAsync(encounter.Id, Page with { DateOfBirth = PartialDate.Of(1990, 5, 17) }, site.Officer, Cancellation)).Value!;
        Assert.Equal(AdviceLevel.Refer, forged.Advice.Level);
        Assert.Equal(["PAGE_DATE_OF_BIRTH_DIFFERS"], forged.Advice.Reasons.Select(r => r.Code).Where(code => code.StartsWith("PAGE_", StringComparison.Ordinal)));
        var right = (await desk.PresentAsync(encounter.Id, Page, site.Officer, Cancellation)).Value!;
        Assert.Equal(encounter.Advice.Reasons.Select(r => r.Code), right.Advice.Reasons.Select(r => r.Code));
        Assert.Equal(("officer1", Page), (right.Page!.By, right.Page.Page));
        Assert.Equal(2, (await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.PagePresented }, 0, 10, site.Auditor, Cancellation)).Value!.Total);
    }

    [Fact]
    public async Task A_camouflage_document_is_known_by_the_name_that_is_printed()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site, "BHO");
        var shown = (await site.Get<PageDesk>().PresentAsync(encounter.Id, Page with { IssuingStateName = "British Honduras" }, site.Officer, Cancellation)).Value!;
        Assert.Contains(shown.Advice.Reasons, r => r.Code == "DOCUMENT_CAMOUFLAGE_ISSUER");
        var turned = (await site.Get<EncounterDesk>().OpenAsync(new Presentation(string.Join('\n', encounter.MrzLines), Direction.Exit, "1"), site.Officer, Cancellation)).Value!;
        Assert.Single(turned.Advice.Reasons, r => r.Code == "DOCUMENT_CAMOUFLAGE_ISSUER");
        var right = (await site.Get<PageDesk>().PresentAsync(turned.Id, Page, site.Officer, Cancellation)).Value!;
        Assert.DoesNotContain(right.Advice.Reasons, r => r.Code == "DOCUMENT_CAMOUFLAGE_ISSUER");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whatever_a_reader_of_pages_gives_is_kept_and_shown_again(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await OpenAsync(site);
        foreach (var text in new[] { "", " ", "\0", "\u202E'", "راہداری", "<script>" })
        {
            var shown = await site.Get<PageDesk>().PresentAsync(encounter.Id, Page with { PrimaryIdentifier = text, DocumentNumber = text, Nationality = text }, site.Officer, Cancellation);
            Assert.True(shown.Succeeded, shown.Problem?.Code);
            Assert.Equal(text, (await site.Get<EncounterDesk>().FindAsync(encounter.Id, site.Officer, Cancellation)).Value!.Page!.Page.PrimaryIdentifier);
        }
    }

    [Fact]
    public async Task What_is_too_long_or_not_for_the_asker_is_refused()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var encounter = await OpenAsync(site);
        var desk = site.Get<PageDesk>();
        var refused = (await desk.PresentAsync(encounter.Id, Page with { PrimaryIdentifier = new string('A', PageDesk.LongestField + 1) }, site.Officer, Cancellation)).Problem;
        Assert.Equal(("PAGE_FIELD_TOO_LONG", "PrimaryIdentifier"), (refused?.Code, refused?.Field));
        Assert.Equal("ROLE_REQUIRED", (await desk.PresentAsync(encounter.Id, Page, site.Auditor, Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.PresentAsync(encounter.Id, Page, site.Officer with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        await site.Get<EncounterDesk>().DecideAsync(encounter.Id, new Decision(DecisionKind.Refuse, "No visa."), "key-00000009", site.Officer, Cancellation);
        Assert.Equal("ENCOUNTER_ALREADY_DECIDED", (await desk.PresentAsync(encounter.Id, Page, site.Officer, Cancellation)).Problem?.Code);
    }

    private static async Task<Encounter> OpenAsync(TestSite site, string state = "UTO") =>
        (await site.Get<EncounterDesk>().OpenAsync(new Presentation(Specimens.Passport(nationality: state), Direction.Entry, "1"), site.Officer, Cancellation)).Value!;
}
