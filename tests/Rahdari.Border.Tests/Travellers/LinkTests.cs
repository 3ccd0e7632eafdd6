using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>One person by several documents, at the counter and in the second line.</summary>
public class LinkTests
{
    private const string Number = "4210100000002";

    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_enters_on_one_passport_and_leaves_on_another_has_ended_the_stay(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var entry = await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(3));
        var leaving = await site.PresentAsync(Renewed("SPC000002"), Direction.Exit);
        var told = Assert.Single(leaving.Advice.Reasons, reason => reason.Code == "IDENTITY_LINKED");
        Assert.Equal(("SPC000001", "PAK"), (told.Evidence["document"], told.Evidence["state"]));
        Assert.Equal((entry.Id, 1), (leaving.OpenStay!.EntryId, leaving.Traveller.Crossings));
        Assert.NotEqual(entry.TravellerId, leaving.Traveller.Id);
        Assert.True((await site.DecideAsync(leaving, new Decision(DecisionKind.Pass, "test"))).Succeeded);
        var history = await HistoryAsync(site, entry.TravellerId);
        Assert.Equal([StayState.Ended], history.Stays.Select(stay => stay.State));
        Assert.Equal(("SPC000001", "SPC000002"), (history.Stays[0].Entry!.DocumentNumber, history.Stays[0].Exit!.DocumentNumber));
        Assert.Null(history.OpenStay);
        Assert.Equal(2, history.Documents.Count);
        Assert.Equal([LinkState.Automatic], history.Links.Select(link => link.State));
        Assert.Equal(0, await CountInCountryAsync(site));
        Assert.Empty(await VerifyAsync(site));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_undone_link_loses_no_crossing_parts_the_stays_and_does_not_come_back(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var entry = await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var exit = await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        var link = (await HistoryAsync(site, exit.TravellerId)).Links.Single();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("ROLE_REQUIRED", (await Links(site).UndoAsync(link.Id, "two people", site.Officer, Cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await Links(site).UndoAsync(link.Id, " ", site.Supervisor, Cancellation)).Problem?.Code);
        Assert.Equal("LINK_ALREADY_DECIDED", (await Links(site).RejectAsync(link.Id, "two people", site.Supervisor, Cancellation)).Problem?.Code);
        var undone = (await Links(site).UndoAsync(link.Id, "two people", site.Supervisor, Cancellation)).Value!;
        Assert.Equal([(LinkState.Automatic, "identity-resolution"), (LinkState.Undone, "supervisor1")], undone.Changes.Select(change => (change.State, change.By)));
        Assert.True((await Links(site).UndoAsync(link.Id, "two people", site.Supervisor, Cancellation)).Succeeded); // Sent again.
        Assert.Equal([StayState.Open], (await HistoryAsync(site, entry.TravellerId)).Stays.Select(stay => stay.State));
        Assert.Equal([StayState.EntryMissing], (await HistoryAsync(site, exit.TravellerId)).Stays.Select(stay => stay.State));
        Assert.Equal(1, await CountInCountryAsync(site));
        var again = await site.PresentAsync(Renewed("SPC000002"), Direction.Entry);
        Assert.DoesNotContain(again.Advice.Reasons, reason => reason.Code.StartsWith("IDENTITY_", StringComparison.Ordinal));
        // A third document that fits both brings neither to the other: somebody must choose.
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await site.PresentAsync(Renewed("SPC000003"));
        Assert.Equal(2, third.Advice.Reasons.Count(reason => reason.Code == "IDENTITY_PERHAPS_KNOWN"));
        Assert.Equal(0, third.Traveller.Crossings);
        await using var db = site.Get<BorderStorage>().Open();
        Assert.Equal(2, await db.Crossings.CountAsync(Cancellation));
        Assert.Empty(await VerifyAsync(site));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_may_be_one_person_waits_for_a_supervisor_who_confirms_or_rejects_it(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var one = await site.PassAsync(Namesake("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var other = await site.PresentAsync(Namesake("SPC000002"), Direction.Exit);
        Assert.Single(other.Advice.Reasons, reason => reason.Code == "IDENTITY_PERHAPS_KNOWN");
        Assert.Null(other.OpenStay);
        Assert.Equal("ROLE_REQUIRED", (await Links(site).ListAsync(LinkState.Proposed, 0, 10, site.Officer, Cancellation)).Problem?.Code);
        var waiting = (await Links(site).ListAsync(LinkState.Proposed, 0, 10, site.Supervisor, Cancellation)).Value!;
        var link = Assert.Single(waiting.Items);
        Assert.Equal(LinkStrength.Weak, link.Strength);
        Assert.Equal(["SPC000001", "SPC000002"], new[] { link.One, link.Other }.Select(side => side.Documents.Single().DocumentNumber).Order());
        Assert.All(link.Evidence, found => Assert.True(found.Evidence.ContainsKey("one")));
        Assert.Equal(link.Id, (await Links(site).FindAsync(link.Id, site.Auditor, Cancellation)).Value!.Id);
        Assert.Equal("LINK_NOT_FOUND", (await Links(site).FindAsync(link.Id, site.Supervisor with { Port = "PKLHE" }, Cancellation)).Problem?.Code);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(LinkState.Rejected, (await Links(site).RejectAsync(link.Id, "another face", site.Supervisor, Cancellation)).Value!.State);
        Assert.Null((await site.PresentAsync(Namesake("SPC000002"), Direction.Exit)).OpenStay);
        Assert.Empty((await Links(site).ListAsync(LinkState.Proposed, 0, 10, site.Supervisor, Cancellation)).Value!.Items);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(LinkState.Confirmed, (await Links(site).ConfirmAsync(link.Id, "the visa names it", site.Supervisor, Cancellation)).Value!.State);
        Assert.Equal(one.Id, (await site.PresentAsync(Namesake("SPC000002"), Direction.Exit)).OpenStay?.EntryId);
        Assert.Empty(await VerifyAsync(site));
        await using var db = site.Get<BorderStorage>().Open();
        Assert.Equal(
            ["Confirmed: the visa names it", "Proposed", "Rejected: another face"],
            await db.Audit.Where(a => a.Action == AuditAction.LinkChanged && a.SubjectId == link.Id.ToString()).Select(a => a.Detail).OrderBy(detail => detail).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Refusals_and_a_referral_are_told_by_whichever_document()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var refused = await site.PresentAsync(Renewed("SPC000001"));
        Assert.True((await site.DecideAsync(refused, new Decision(DecisionKind.Refuse, "no visa"))).Succeeded);
        site.Clock.Advance(TimeSpan.FromHours(1));
        var referred = await site.PresentAsync(Renewed("SPC000001"));
        Assert.True((await site.DecideAsync(referred, new Decision(DecisionKind.Refer, "look"))).Succeeded);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var elsewhere = await site.PresentAsync(Renewed("SPC000002"));
        Assert.Contains(elsewhere.Advice.Reasons, reason => reason.Code == "IDENTITY_REFUSED_BEFORE");
        Assert.Contains(elsewhere.Advice.Reasons, reason => reason.Code == "IDENTITY_AWAITED_IN_SECOND_LINE");
        Assert.False((await site.DecideAsync(elsewhere, new Decision(DecisionKind.Pass, "test"))).Succeeded);
    }

    [Fact]
    public async Task A_card_with_the_number_of_the_passport_is_its_holders()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        var card = string.Join('\n', MrzComposer.Compose(new MrzFields
        {
            Format = MrzFormat.TD1,
            DocumentCode = "I",
            IssuingState = "PAK",
            PrimaryIdentifier = "SPECIMENZAI",
            SecondaryIdentifier = "ZARMINA GUL",
            NameMayBeTruncated = false,
            DocumentNumber = "SPC900001",
            Nationality = "PAK",
            DateOfBirth = Dates.PartialDate.Parse("1980-05-17"),
            Sex = Sex.Female,
            DateOfExpiry = Dates.PartialDate.Parse("2030-01-01"),
            OptionalData = [Number, ""],
        }));
        Assert.NotNull((await site.PresentAsync(card, Direction.Exit)).OpenStay);
    }

    [Theory]
    [InlineData("UPDATE traveller_links SET state = 'Rejected'")]
    [InlineData("UPDATE traveller_links SET evidence = '[]'")]
    [InlineData("UPDATE traveller_link_changes SET \"by\" = 'supervisor1'")]
    [InlineData("DELETE FROM traveller_links")]
    [InlineData("UPDATE travellers SET person_id = id")]
    [InlineData("UPDATE traveller_links SET state = 'Confirmed'; UPDATE traveller_link_changes SET state = 'Confirmed'")]
    public async Task A_link_that_was_tampered_with_is_found(string tampering)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Renewed("SPC000001"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Renewed("SPC000002"), Direction.Exit);
        Assert.Empty(await VerifyAsync(site));
        await using (var db = site.Get<BorderStorage>().Open())
            await db.Database.ExecuteSqlRawAsync(tampering, Cancellation);
        Assert.NotEmpty(await VerifyAsync(site));
    }

    [Fact]
    public async Task Travellers_from_before_there_were_keys_are_found_once_they_have_them()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var entry = await site.PassAsync(Renewed("SPC000001"));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.TravellerKeys.ExecuteDeleteAsync(Cancellation);
            await db.Travellers.ExecuteUpdateAsync(set => set.SetProperty(t => t.KeysVersion, 0), Cancellation);
        }
        await site.RestartAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(entry.Id, (await site.PresentAsync(Renewed("SPC000002"), Direction.Exit)).OpenStay?.EntryId);
    }

    [Fact]
    public async Task Whatever_order_documents_come_in_the_same_persons_result()
    {
        // One with a renewed passport and a married name; a namesake of hers without a number whom both fit; twins of neighbouring numbers; somebody with another's number.
        string[] documents =
        [
            Renewed("SPC000001"),
            Renewed("SPC000002"),
            Passport("SPC000003", "TESTKHEL", "ZARMINA GUL", "1980-05-17", Number),
            Passport("SPC000004", "SPECIMENZAI", "ZARMINA GUL", "1980-05-17", ""),
            Passport("SPC000005", "SPECIMENZAI", "ZARMINA GUL", "1980-05-17", "3520100000018"),
            Passport("SPC000006", "SPECIMENZAI", "HASSAN", "1990-02-11", "4210100000101", Sex.Male),
            Passport("SPC000007", "SPECIMENZAI", "HUSSAIN", "1990-02-11", "4210100000103", Sex.Male),
            Passport("SPC000008", "OTHERKHEL", "NAHEED", "1991-02-28", Number),
        ];
        string? first = null;
        for (var order = 0; order < 6; order++)
        {
            await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
            var random = new Random(order);
            foreach (var document in documents.OrderBy(_ => random.Next()))
            {
                site.Clock.Advance(TimeSpan.FromMinutes(1));
                await site.PresentAsync(document);
            }
            var persons = await PersonsAsync(site);
            first ??= persons;
            Assert.Equal(first, persons);
            Assert.Empty(await VerifyAsync(site));
        }
        // The one without a number fits two who are not one person: it stays by itself.
        Assert.Equal("SPC000001 SPC000002 SPC000003|SPC000004|SPC000005|SPC000006|SPC000007|SPC000008", first);
    }

    private static async Task<string> PersonsAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        var persons = await db.TravellerDocuments.Join(db.Travellers, d => d.TravellerId, t => t.Id, (d, t) => new { d.DocumentNumber, t.PersonId }).ToListAsync(Cancellation);
        return string.Join('|', persons.GroupBy(d => d.PersonId).Select(person => string.Join(' ', person.Select(d => d.DocumentNumber).Order())).Order());
    }

    private static async Task<int> CountInCountryAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await OpenStays.Entries(db).CountAsync(Cancellation);
    }

    private static async Task<TravellerHistory> HistoryAsync(TestSite site, Guid traveller) =>
        (await site.Get<TravellerRegister>().HistoryAsync(traveller, site.Supervisor, Cancellation)).Value!;

    private static TravellerLinks Links(TestSite site) => site.Get<TravellerLinks>();

    private static async Task<IReadOnlyList<LedgerFault>> VerifyAsync(TestSite site) =>
        (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: Cancellation)).Value!.Faults;

    private static string Renewed(string number) => Passport(number, "SPECIMENZAI", "ZARMINA GUL", "1980-05-17", Number);

    private static string Namesake(string number) => Specimens.Passport(number, "AHMADI", "ALI", "AFG", "1980-05-17", sex: Sex.Male);

    private static string Passport(string number, string surname, string given, string born, string personal, Sex sex = Sex.Female) =>
        Specimens.Passport(number, surname, given, "PAK", born, sex: sex, optional: personal);
}
