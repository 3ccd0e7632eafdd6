using System.Text;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Dates;
using static Rahdari.Border.Tests.ExitControl.ExitScenario.Counter;

namespace Rahdari.Border.Tests.ExitControl;

/// <summary>Consents, clearances and the contacts on the help sheets: who may keep them, and what they must say.</summary>
public class ExitPaperTests
{
    private const string Header = "state,kind,name,name_urdu,contact,source,checked_on\n";

    private static readonly Actor Gateway = new("protector1", new HashSet<string> { Roles.EmigrationGateway }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_consent_is_recorded_found_and_taken_back_once(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var (register, counter, cancellation) = (site.Get<TravelConsentRegister>(), new ExitScenario.Counter(site), TestContext.Current.CancellationToken);
        var consent = await counter.ConsentAsync(Consent);
        Assert.Equal(consent.Id, (await counter.ConsentAsync(Consent)).Id);
        Assert.Equal(ExitPaperState.Valid, consent.State);
        Assert.Equal(consent.Id, Assert.Single((await register.ListAsync("notary", 0, 10, site.Auditor, cancellation)).Value!.Items).Id);
        Assert.Empty((await register.ListAsync("nothing such", 0, 10, site.Supervisor, cancellation)).Value!.Items);
        Assert.Equal("REASON_REQUIRED", (await register.RevokeAsync(consent.Id, " ", Registrar, cancellation)).Problem?.Code);
        var revoked = (await register.RevokeAsync(consent.Id, "Mistaken", Registrar, cancellation)).Value!;
        Assert.Equal((ExitPaperState.Revoked, "exits1", "Mistaken"), (revoked.State, revoked.Revocation!.By, revoked.Revocation.Reason));
        Assert.True((await register.RevokeAsync(consent.Id, "Mistaken", Registrar, cancellation)).Succeeded);
        Assert.Equal("EXIT_PAPER_ALREADY_REVOKED", (await register.RevokeAsync(consent.Id, "Again", site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal("EXIT_PAPER_NOT_FOUND", (await site.Get<EmigrationRegister>().RevokeAsync(consent.Id, "Mistaken", Registrar, cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task The_protectors_program_hands_over_clearances_and_reads_nothing()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var (register, cancellation) = (site.Get<EmigrationRegister>(), TestContext.Current.CancellationToken);
        var clearance = (await register.EnterAsync(Clearance, Gateway, cancellation)).Value!;
        Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(null, 0, 10, Gateway, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.EnterAsync(Clearance, site.Supervisor, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<TravelConsentRegister>().EnterAsync(Consent, Gateway, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<TravelConsentRegister>().EnterAsync(Consent, site.Officer, cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<ExitOrderRegister>().EnterAsync(ByPassport, Gateway, cancellation)).Problem?.Code);
        Assert.Equal(clearance.Id, Assert.Single((await register.ListAsync("spc-reg-1", 0, 10, site.Supervisor, cancellation)).Value!.Items).Id);
        Assert.Equal(ExitPaperState.Revoked, (await register.RevokeAsync(clearance.Id, "Mistyped", Gateway, cancellation)).Value!.State);
    }

    [Fact]
    public async Task What_cannot_be_is_not_recorded()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var (terms, field) in new (ConsentTerms, string)[]
        {
            (Consent with { Name = null! }, "name"),
            (Consent with { DateOfBirth = PartialDate.Unknown }, "dateOfBirth"),
            (Consent with { BForm = "1" }, "bForm"),
            (Consent with { DocumentNumber = "1" }, "documentNumber"),
            (Consent with { Adults = [null!] }, "adults[0].name"),
            (Consent with { Adults = [new ConsentAdult("A", "")] }, "adults[0].documentNumber"),
            (Consent with { GivenBy = (ConsentGiver)9 }, "givenBy"),
            (Consent with { GiverName = "" }, "giverName"),
            (Consent with { Reference = " " }, "reference"),
            (Consent with { ValidFrom = default }, "validFrom"),
            (Consent with { ValidTo = Consent.ValidFrom.AddDays(-1) }, "validTo"),
            (Consent with { Destinations = ["SAU", "XYZ"] }, "destinations"),
        })
        {
            var problem = (await site.Get<TravelConsentRegister>().EnterAsync(terms, Registrar, cancellation)).Problem;
            Assert.Equal(("EXIT_PAPER_INVALID", field), (problem?.Code, problem?.Field));
        }
        foreach (var (terms, field) in new (ClearanceTerms, string)[]
        {
            (Clearance with { Cnic = null! }, "cnic"),
            (Clearance with { PassportNumber = "1" }, "passportNumber"),
            (Clearance with { Destination = "XYZ" }, "destination"),
            (Clearance with { Name = "" }, "name"),
            (Clearance with { RegistrationNumber = "" }, "registrationNumber"),
            (Clearance with { Employer = "\u0001a" }, "employer"),
            (Clearance with { Occupation = null! }, "occupation"),
            (Clearance with { PromoterLicence = new string('a', 201) }, "promoterLicence"),
            (Clearance with { ValidTo = default }, "validTo"),
        })
        {
            var problem = (await site.Get<EmigrationRegister>().EnterAsync(terms, Registrar, cancellation)).Problem;
            Assert.Equal(("EXIT_PAPER_INVALID", field), (problem?.Code, problem?.Field));
        }
    }

    [Theory]
    [InlineData("XYZ", null, "DESTINATION_UNKNOWN")]
    [InlineData(null, "12345678901234567890123456789012345678901", "COMPANION_INVALID")]
    public async Task What_is_said_of_the_journey_is_checked(string? destination, string? companion, string code)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var presentation = new Presentation(Passport(), Direction.Exit, "1") { Leaving = new Leaving { Destination = destination, Companion = companion } };
        Assert.Equal(code, (await site.Get<EncounterDesk>().OpenAsync(presentation, site.Officer, TestContext.Current.CancellationToken)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Contacts_are_replaced_whole_and_those_of_the_State_come_first(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Empty((await site.Get<HelpContacts>().ListAsync("SAU", site.Officer, cancellation)).Value!);
        Assert.True((await ImportAsync(site, Header + ",hotline,Specimen hotline,نمونہ,000,specimen.example,2026-02-01\nSAU,embassy,Specimen embassy,,111,specimen.example,2026-02-01\nQAT,labour,Other,,222,specimen.example,2026-02-01\n")).Succeeded);
        Assert.Equal(["111", "000"], (await site.Get<HelpContacts>().ListAsync("sau", site.Officer, cancellation)).Value!.Select(c => c.Contact));
        Assert.Equal(3, (await site.Get<HelpContacts>().ListAsync(null, site.Auditor, cancellation)).Value!.Count);
        Assert.True((await ImportAsync(site, Header)).Succeeded);
        Assert.Empty((await site.Get<HelpContacts>().ListAsync(null, site.Officer, cancellation)).Value!);
        Assert.Equal("ROLE_REQUIRED", (await site.Get<HelpContacts>().ImportAsync(new MemoryStream([]), site.Officer, cancellation)).Problem?.Code);
    }

    [Theory]
    [InlineData("", "header")]
    [InlineData("a,b\n", "header")]
    [InlineData(Header + "SAU,embassy\n", "columns")]
    [InlineData(Header + "XYZ,embassy,N,,1,s,2026-02-01\n", "state")]
    [InlineData(Header + "SAU,friend,N,,1,s,2026-02-01\n", "kind")]
    [InlineData(Header + "SAU,embassy,,,1,s,2026-02-01\n", "name")]
    [InlineData(Header + "SAU,embassy,N,,,s,2026-02-01\n", "contact")]
    [InlineData(Header + "SAU,embassy,N,,1,,2026-02-01\n", "source")]
    [InlineData(Header + "SAU,embassy,N,,1,s,01/02/2026\n", "checked_on")]
    [InlineData(Header + "SAU,embassy,N,\u0001,1,s,2026-02-01\n", "name_urdu")]
    [InlineData(Header + "SAU,\"embassy,N,,1,s,2026-02-01\n", "csv")]
    public async Task A_table_of_contacts_that_is_wrong_anywhere_changes_nothing(string csv, string column)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        Assert.True((await ImportAsync(site, Header + "SAU,embassy,N,,1,s,2026-02-01\n")).Succeeded);
        var problem = (await ImportAsync(site, csv)).Problem;
        Assert.Equal(("HELP_CONTACTS_INVALID", column), (problem?.Code, problem?.Field));
        Assert.Single((await site.Get<HelpContacts>().ListAsync(null, site.Officer, TestContext.Current.CancellationToken)).Value!);
    }

    [Fact]
    public async Task Any_bytes_are_answered()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Header + "SAU,embassy,N,,1,s,2026-02-01\n");
            for (var change = 0; change < 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var read = await site.Get<HelpContacts>().ImportAsync(new MemoryStream(bytes), Registrar, TestContext.Current.CancellationToken);
            Assert.True(read.Succeeded || read.Problem.Code == "HELP_CONTACTS_INVALID");
        }
    }

    private static Task<Answer<IReadOnlyList<HelpContact>>> ImportAsync(TestSite site, string csv) =>
        site.Get<HelpContacts>().ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Registrar, TestContext.Current.CancellationToken);
}
