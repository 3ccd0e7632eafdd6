using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Chips;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>What a chip says after the zone was read, what was misread at first, and what an import brought: links follow what is known last.</summary>
public class LateEvidenceTests
{
    private const string Number = "4210100000002", OtherNumber = "3520100000018";

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Numbers_that_chips_have_take_apart_whom_a_third_document_had_joined(int first, int second)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        foreach (var document in new[] { Rare("SPC000001"), Rare("SPC000002"), Rare("SPC000003") })
        {
            await site.PassAsync(document);
            site.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal("SPC000001 SPC000002 SPC000003", await PersonsAsync(site));
        foreach (var at in new[] { first, second })
        {
            await PassAsync(site, Rare($"SPC00000{at}"), at == 1 ? Number : OtherNumber);
            site.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal("SPC000001|SPC000002|SPC000003", await PersonsAsync(site));
        Assert.Empty(await VerifyAsync(site));
    }

    [Fact]
    public async Task A_number_that_only_the_chip_has_joins_who_waited_for_a_supervisor()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Common("SPC000001", Number));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var other = await site.PresentAsync(Common("SPC000002", ""), Direction.Exit);
        Assert.Contains(other.Advice.Reasons, reason => reason.Code == "IDENTITY_PERHAPS_KNOWN");
        Assert.Equal("SPC000001|SPC000002", await PersonsAsync(site));
        await PassAsync(site, Common("SPC000002", ""), Number, Direction.Exit);
        Assert.Equal("SPC000001 SPC000002", await PersonsAsync(site));
        var link = Assert.Single((await site.Get<TravellerLinks>().ListAsync(LinkState.Automatic, 0, 10, site.Supervisor, Cancellation)).Value!.Items);
        Assert.Contains(link.Evidence, found => found.Code == "LINK_SAME_PERSONAL_NUMBER");
        Assert.Empty(await VerifyAsync(site));
    }

    [Fact]
    public async Task A_number_whose_check_digits_fail_makes_nobody_another()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Common("SPC000001", Number));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var misread = Other("SPC000002", OtherNumber).Replace(OtherNumber, Number, StringComparison.Ordinal);
        Assert.DoesNotContain((await site.PresentAsync(misread)).Advice.Reasons, reason => reason.Code.StartsWith("IDENTITY_", StringComparison.Ordinal));
        Assert.Equal("SPC000001|SPC000002", await PersonsAsync(site));
    }

    [Fact]
    public async Task A_link_by_what_was_misread_falls_once_the_document_is_read_right()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Common("SPC000001", Number));
        site.Clock.Advance(TimeSpan.FromDays(1));
        // Its check digits hold: those of another line were read.
        await site.PresentAsync(Common("SPC000002", Number));
        Assert.Equal("SPC000001 SPC000002", await PersonsAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var right = await site.PresentAsync(Common("SPC000002", OtherNumber));
        Assert.DoesNotContain(right.Advice.Reasons, reason => reason.Code is "IDENTITY_LINKED" or "IDENTITY_PERHAPS_KNOWN");
        Assert.Equal("SPC000001|SPC000002", await PersonsAsync(site));
        Assert.Empty((await site.Get<TravellerLinks>().ListAsync(LinkState.Proposed, 0, 10, site.Supervisor, Cancellation)).Value!.Items);
        Assert.Empty(await VerifyAsync(site));
    }

    [Fact]
    public async Task A_traveller_who_passed_keeps_what_was_read_then_and_a_misreading_links_only_until_the_next()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Common("SPC000001", Number));
        await site.PassAsync(Common("SPC000002", OtherNumber));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PresentAsync(Common("SPC000002", Number), Direction.Exit);
        Assert.Equal("SPC000001|SPC000002", await PersonsAsync(site)); // The number kept contradicts.
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PassAsync(Common("SPC000002", OtherNumber), Direction.Exit);
        Assert.Empty((await site.Get<TravellerLinks>().ListAsync(LinkState.Proposed, 0, 10, site.Supervisor, Cancellation)).Value!.Items);
        Assert.Empty(await VerifyAsync(site));
    }

    [Fact]
    public async Task What_was_only_scanned_tears_nothing_until_somebody_passes_on_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Rare("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Rare("SPC000002", Number), Direction.Exit);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PresentAsync(Rare("SPC000003", OtherNumber));
        Assert.Equal("SPC000001 SPC000002|SPC000003", await PersonsAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PassAsync(Rare("SPC000003", OtherNumber));
        Assert.Equal("SPC000001|SPC000002|SPC000003", await PersonsAsync(site)); // Now somebody must choose.
        Assert.Empty(await VerifyAsync(site));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_was_imported_is_found_at_once_and_by_the_number_that_a_chip_had(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await PassAsync(site, Rare("SPC000001"), Number);
        var file = Path.Combine(site.Root, "legacy.csv");
        await File.WriteAllLinesAsync(
            file,
            [
                "id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,cnic,direction,date,time,port",
                $"1,OTHERKHEL,ZARMINA GULALAI,1980-05-17,F,PAK,P,PAK,SPC000002,{Number},entry,2026-01-05,10:00,PKKHI",
                $"2,SPECIMENZAI,NAHEED,1990-02-11,F,PAK,P,PAK,SPC000003,{OtherNumber},entry,2026-01-05,11:00,PKKHI",
            ],
            Cancellation);
        Assert.True((await site.Get<CrossingImporter>().ImportAsync(
            new CrossingImportOrder(file, "ibms"), new Actor("admin1", new HashSet<string> { Roles.Administrator }, null), cancellation: Cancellation)).Succeeded);
        site.Clock.Advance(TimeSpan.FromDays(1));
        // The zone has no number; the chip had it when its holder passed.
        Assert.Equal("SPC000002", Assert.Single((await site.PresentAsync(Rare("SPC000001"), Direction.Exit)).Advice.Reasons, r => r.Code == "IDENTITY_LINKED").Evidence["document"]);
        var renewed = Specimens.Passport("SPC000004", "SPECIMENZAI", "NAHEED", "PAK", "1990-02-11", optional: OtherNumber);
        Assert.NotNull((await site.PresentAsync(renewed, Direction.Exit)).OpenStay);
        Assert.Empty(await VerifyAsync(site));
    }

    /// <summary>Passes on a document whose signed chip has a number that the zone has not.</summary>
    private static async Task PassAsync(TestSite site, string document, string number, Direction direction = Direction.Entry)
    {
        var encounter = await site.PresentAsync(document, direction);
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var row = await db.Encounters.SingleAsync(e => e.Id == encounter.Id, Cancellation);
            row.Content = (EncounterContent.Of(row.Content) with
            {
                Chip = new ChipSeen { At = site.Clock.GetUtcNow(), By = "officer1", Proof = default, IsComplete = true, IsSigned = true, Holder = new HolderDetails { PersonalNumber = number } },
            }).ToJson();
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Succeeded);
    }

    private static async Task<string> PersonsAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var persons = await db.TravellerDocuments.Join(db.Travellers, d => d.TravellerId, t => t.Id, (d, t) => new { d.DocumentNumber, t.PersonId }).ToListAsync(Cancellation);
        return string.Join('|', persons.GroupBy(d => d.PersonId).Select(person => string.Join(' ', person.Select(d => d.DocumentNumber).Order())).Order());
    }

    private static async Task<IReadOnlyList<LedgerFault>> VerifyAsync(TestSite site) =>
        (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: Cancellation)).Value!.Faults;

    private static string Rare(string number, string personal = "") => Specimens.Passport(number, "SPECIMENZAI", "ZARMINA GULALAI", "PAK", "1980-05-17", optional: personal);

    private static string Common(string number, string personal) => Specimens.Passport(number, "AHMADZAI", "ALI", "PAK", "1980-05-17", sex: Sex.Male, optional: personal);

    private static string Other(string number, string personal) => Specimens.Passport(number, "TESTKHEL", "OMAR", "PAK", "1980-05-17", sex: Sex.Male, optional: personal);
}
