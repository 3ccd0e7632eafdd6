using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening;
using Rahdari.Dates;
using static Rahdari.Border.Tests.ExitControl.ExitScenario.Counter;

namespace Rahdari.Border.Tests.ExitControl;

/// <summary>The table of scenarios; <c>docs/exit-control-scenarios.md</c> is made of it.</summary>
internal static class ExitScenarios
{
    public static IReadOnlyList<(string Title, IReadOnlyList<ExitScenario> Scenarios)> Groups { get; } =
    [
        ("Orders that bar leaving",
        [
            new("A court order in force from today names the passport by which the traveller leaves", "refer: EXIT_ORDER", c => c.OrderAsync(ByPassport)),
            new("A court order names the identity number alone; the traveller leaves by a renewed passport", "refer: EXIT_ORDER", async c =>
            {
                await c.OrderAsync(Order with { Cnic = Cnic });
                c.Mrz = Passport("SP0000077");
            }),
            new("A court order names the identity number, and the name is spelt quite otherwise", "refer: EXIT_ORDER", c => c.OrderAsync(Order with { Cnic = Cnic, Name = "N. MUSTERZADA" })),
            new("A court order names the person by name and date of birth", "refer: EXIT_ORDER", c => c.OrderAsync(Order with { DateOfBirth = PartialDate.Of(1980, 5, 17) })),
            new("A court order names the person by name and year of birth, and the name is spelt otherwise", "refer: EXIT_ORDER", c => c.OrderAsync(Order with { Name = "Namoona Specimenzadah", DateOfBirth = PartialDate.Of(1980) })),
            new("A court order is against a namesake who was born twenty years later and has another identity number", "clear:", c =>
                c.OrderAsync(Order with { DateOfBirth = PartialDate.Of(2000, 1, 1), Cnic = "35202-7654321-4" })),
            new("A court order is against somebody else", "clear:", c => c.OrderAsync(Order with { Name = "QASIM FULANPUR", DateOfBirth = PartialDate.Of(1961, 1, 9) })),
            new("An order begins tomorrow", "clear: EXIT_ORDER_NOT_YET_VALID", c => c.OrderAsync(ByPassport with { ValidFrom = Today.AddDays(1) })),
            new("An order began yesterday and ends today", "refer: EXIT_ORDER", c => c.OrderAsync(ByPassport with { ValidFrom = Today.AddDays(-1), ValidTo = Today })),
            new("An order ended yesterday", "clear: EXIT_ORDER_EXPIRED", async c =>
            {
                await c.OrderAsync(ByPassport with { ValidTo = Today });
                c.Site.Clock.Advance(TimeSpan.FromDays(1));
            }),
            new("An order was lifted by a second person", "clear:", async c => await c.LiftAsync(await c.OrderAsync(ByPassport))),
            new("It was asked that an order be lifted, and nobody has agreed yet", "refer: EXIT_ORDER", async c => await c.AskLiftingAsync(await c.OrderAsync(ByPassport))),
            new("An order was lifted and made again by the court", "refer: EXIT_ORDER", async c =>
            {
                await c.LiftAsync(await c.OrderAsync(ByPassport));
                await c.OrderAsync(ByPassport with { AuthorityReference = "C.M. 9/2026" });
            }),
            new("Whom an order names comes into the country", "clear: EXIT_ORDER_ON_ENTRY", async c =>
            {
                await c.OrderAsync(ByPassport);
                c.Direction = Direction.Entry;
            }),
            new("An order says that the document is to be kept", "refer: EXIT_ORDER_TAKE_DOCUMENT", c => c.OrderAsync(ByPassport with { Instruction = ExitInstruction.TakeDocument })),
            new("An order says that the authority is to be informed, and no more", "ask: EXIT_ORDER_INFORMS", c => c.OrderAsync(ByPassport with { Instruction = ExitInstruction.InformOnly })),
            new("A condition of bail forbids leaving", "refer: EXIT_ORDER", c => c.OrderAsync(ByPassport with { Kind = ExitOrderKind.BailCondition })),
            new("The government placed the traveller on the exit control list by an order entered by hand", "refer: EXIT_ORDER", c => c.OrderAsync(ByPassport with { Kind = ExitOrderKind.ExitControlList })),
            new("One order ended yesterday, another is in force", "refer: EXIT_ORDER EXIT_ORDER_EXPIRED", async c =>
            {
                await c.OrderAsync(ByPassport with { ValidTo = Today });
                await c.OrderAsync(ByPassport with { AuthorityReference = "C.M. 3/2026" });
                c.Site.Clock.Advance(TimeSpan.FromDays(1));
            }),
            new("A supervisor has found before that the order is against a namesake", "clear: SCREENING_HIT_VETTED", async c =>
            {
                await c.OrderAsync(Order with { DateOfBirth = PartialDate.Of(1980) });
                var before = await c.PresentAsync();
                var told = await c.Site.Get<HitQueue>().ResolveAsync(before.Hits[0].Id, HitState.Dismissed, "Another mother", c.Site.Supervisor, cancellation: TestContext.Current.CancellationToken);
                Assert.True(told.Succeeded, told.Problem?.Code);
            }),
            new("An imported exit control list names the traveller without dates", "refer: EXIT_ORDER", c => c.ImportAsync("", $"SPC/1,NAMUNA SPECIMENZADA,{Cnic}")),
            new("An imported exit control list names the traveller until next year", "refer: EXIT_ORDER", c => c.ImportAsync(",Valid From,Valid Until,Authority,Legal Basis", $"SPC/1,NAMUNA SPECIMENZADA,{Cnic},2026-01-01,2027-12-31,Interior (specimen),section 2")),
            new("An imported exit control list named the traveller until last month", "clear: EXIT_ORDER_EXPIRED", c => c.ImportAsync(",Valid Until", $"SPC/1,NAMUNA SPECIMENZADA,{Cnic},31/01/2026")),
            new("An imported exit control list names the traveller from next month", "clear: EXIT_ORDER_NOT_YET_VALID", c => c.ImportAsync(",Valid From", $"SPC/1,NAMUNA SPECIMENZADA,{Cnic},01/04/2026")),
            new("An imported exit control list names who comes into the country", "clear: EXIT_ORDER_ON_ENTRY", async c =>
            {
                await c.ImportAsync("", $"SPC/1,NAMUNA SPECIMENZADA,{Cnic}");
                c.Direction = Direction.Entry;
            }),
        ]),
        ("Minors who leave",
        [
            new("A minor leaves with an adult, and no consent is recorded", "ask: MINOR_CONSENT_NONE", c => Leaves(c, Minor())),
            new("A minor leaves alone, and no consent is recorded", "refer: MINOR_ALONE MINOR_CONSENT_NONE", c => Leaves(c, Minor(), accompanied: false)),
            new("The father consents that the minor leaves with the mother, whose passport was presented just before", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent);
                await c.OtherLeavesAsync(Passport());
                await Leaves(c, Minor());
            }),
            new("The father consents that the minor leaves with the mother, whose passport's number the officer types", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent);
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent names the mother's identity number, and her passport was presented just before", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent with { Adults = [new ConsentAdult("NAMUNA SPECIMENZADA", Cnic)] });
                await c.OtherLeavesAsync(Passport());
                await Leaves(c, Minor());
            }),
            new("The consent names neither passport nor B-Form, and is found by name and date of birth", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent with { DocumentNumber = null });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent is for another child born on the same day", "ask: MINOR_CONSENT_NONE", async c =>
            {
                await c.ConsentAsync(Consent with { DocumentNumber = null, Name = "QASIM FULANPUR" });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent is for another child of the same name and date of birth, as the B-Form says", "ask: MINOR_CONSENT_NONE", async c =>
            {
                await c.ConsentAsync(Consent with { DocumentNumber = null, BForm = "42101-0000005-2" });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent gives the B-Form, and the minor leaves by a renewed passport", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent with { BForm = "42101-0000001-2" });
                await Leaves(c, Minor(number: "SP0000019"), new Leaving { Companion = Number });
            }),
            new("Another adult than the one named in the consent stands with the minor", "refer: MINOR_CONSENT_OTHER_ADULT", async c =>
            {
                await c.ConsentAsync(Consent);
                await Leaves(c, Minor(), new Leaving { Companion = "SP0000055" });
            }),
            new("The adult named in the consent was at the counter an hour ago", "ask: MINOR_CONSENT_ADULT_UNKNOWN", async c =>
            {
                await c.ConsentAsync(Consent);
                await c.OtherLeavesAsync(Passport());
                c.Site.Clock.Advance(TimeSpan.FromHours(1));
                await Leaves(c, Minor());
            }),
            new("The adult named in the consent was refused at the counter just before", "ask: MINOR_CONSENT_ADULT_UNKNOWN", c => AfterAsync(c, DecisionKind.Refuse)),
            new("The adult named in the consent was referred to the second line just before", "ask: MINOR_CONSENT_ADULT_UNKNOWN", c => AfterAsync(c, DecisionKind.Refer)),
            new("The consent ended yesterday", "ask: MINOR_CONSENT_EXPIRED", async c =>
            {
                await c.ConsentAsync(Consent with { ValidTo = Today.AddDays(-1) });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent begins tomorrow", "ask: MINOR_CONSENT_NOT_YET_VALID", async c =>
            {
                await c.ConsentAsync(Consent with { ValidFrom = Today.AddDays(1) });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The father has taken his consent back", "refer: MINOR_CONSENT_REVOKED", async c =>
            {
                var consent = await c.ConsentAsync(Consent);
                Assert.True((await c.Site.Get<TravelConsentRegister>().RevokeAsync(consent.Id, "The father came and said so", c.Site.Supervisor, TestContext.Current.CancellationToken)).Succeeded);
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent is for Saudi Arabia, and the minor goes to Qatar", "refer: MINOR_CONSENT_OTHER_DESTINATION", async c =>
            {
                await c.ConsentAsync(Consent with { Destinations = ["SAU"] });
                await Leaves(c, Minor(), new Leaving { Companion = Number, Destination = "QAT" });
            }),
            new("The consent is for Saudi Arabia, and nobody has asked where the minor goes", "ask: MINOR_CONSENT_DESTINATION_UNKNOWN", async c =>
            {
                await c.ConsentAsync(Consent with { Destinations = ["SAU"] });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent is for one journey, and the minor has left since", "ask: MINOR_CONSENT_USED", async c =>
            {
                await c.ConsentAsync(Consent with { IsForOneJourney = true });
                await c.OtherLeavesAsync(Minor());
                c.Site.Clock.Advance(TimeSpan.FromDays(1));
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent is for one journey, and the minor has left since by another passport", "ask: MINOR_CONSENT_USED", async c =>
            {
                await c.ConsentAsync(Consent with { IsForOneJourney = true });
                await c.OtherLeavesAsync(Minor(number: "SP0000019"));
                c.Site.Clock.Advance(TimeSpan.FromDays(1));
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("A consent that ended and another that is in force", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent with { ValidTo = Today.AddDays(-1) });
                await c.ConsentAsync(Consent with { Reference = "Notary (specimen) 8/2026" });
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("The consent lets the minor go alone", "refer: MINOR_ALONE MINOR_CONSENT_ALONE", async c =>
            {
                await c.ConsentAsync(Consent with { Adults = [] });
                await Leaves(c, Minor(), accompanied: false);
            }),
            new("A court decided who keeps the minor, whatever the father consents to", "refer: EXIT_ORDER_OF_CUSTODY MINOR_CONSENT_AGAINST_ORDER", async c =>
            {
                await c.OrderAsync(Order with { Name = "NANHA SPECIMENZADA", DateOfBirth = PartialDate.Of(2016, 2, 3), Kind = ExitOrderKind.MinorCustody, LegalBasis = "Guardians and Wards Act 1890, section 25" });
                await c.ConsentAsync(Consent);
                await Leaves(c, Minor(), new Leaving { Companion = Number });
            }),
            new("A court decided who keeps a namesake of the minor, as a supervisor has found before", "clear: MINOR_CONSENT_FOUND SCREENING_HIT_VETTED", async c =>
            {
                await c.OrderAsync(Order with { Name = "NANHA SPECIMENZADA", DateOfBirth = PartialDate.Of(2016), Kind = ExitOrderKind.MinorCustody });
                await c.ConsentAsync(Consent);
                await Leaves(c, Minor(), new Leaving { Companion = Number });
                var before = await c.PresentAsync();
                var told = await c.Site.Get<HitQueue>().ResolveAsync(before.Hits[0].Id, HitState.Dismissed, "Another father", c.Site.Supervisor, cancellation: TestContext.Current.CancellationToken);
                Assert.True(told.Succeeded, told.Problem?.Code);
            }),
            new("The consent is for Germany, whose passports carry another code than its name has", "clear: MINOR_CONSENT_FOUND", async c =>
            {
                await c.ConsentAsync(Consent with { Destinations = ["DEU"] });
                await Leaves(c, Minor(), new Leaving { Companion = Number, Destination = "DEU" });
            }),
            new("The passport tells the year of birth alone, and the holder may still be seventeen", "ask: MINOR_CONSENT_NONE", c => Leaves(c, Minor("2008"))),
            new("The passport of an infant who leaves alone tells the year of birth alone, which is this year", "refer: MINOR_ALONE MINOR_CONSENT_NONE", c => Leaves(c, Minor("2026"), accompanied: false)),
            new("The holder is eighteen today", "clear:", c => Leaves(c, Minor("2008-03-01"))),
            new("A foreign minor leaves with an adult, and no consent is recorded", "ask:", c => Leaves(c, Minor(nationality: "UTO"))),
            new("A minor comes into the country with an adult", "clear:", async c =>
            {
                await Leaves(c, Minor());
                c.Direction = Direction.Entry;
            }),
        ]),
        ("Workers who leave for employment abroad",
        [
            new("The protector registered the worker for this State", "clear: EMIGRATION_CLEARED", async c =>
            {
                await c.ClearanceAsync(Clearance);
                await Works(c, "SAU");
            }),
            new("The protector registered the worker, who leaves by a renewed passport", "clear: EMIGRATION_CLEARED", async c =>
            {
                await c.ClearanceAsync(Clearance);
                c.Mrz = Passport("SP0000077");
                await Works(c, "SAU");
            }),
            new("The protector registered the worker for direct employment, without a promoter", "clear: EMIGRATION_CLEARED", async c =>
            {
                await c.ClearanceAsync(Clearance with { PromoterLicence = null, LicenceValidTo = null });
                await Works(c, "SAU");
            }),
            new("No clearance is recorded", "ask: EMIGRATION_NOT_CLEARED", c => Works(c, "SAU")),
            new("The clearance ended yesterday", "ask: EMIGRATION_CLEARANCE_EXPIRED", async c =>
            {
                await c.ClearanceAsync(Clearance with { ValidTo = Today.AddDays(-1) });
                await Works(c, "SAU");
            }),
            new("The clearance is for Saudi Arabia, and the worker goes to Qatar", "ask: EMIGRATION_OTHER_DESTINATION", async c =>
            {
                await c.ClearanceAsync(Clearance);
                await Works(c, "QAT");
            }),
            new("The promoter's licence ended before the worker leaves", "ask: EMIGRATION_LICENCE_ENDED", async c =>
            {
                await c.ClearanceAsync(Clearance with { LicenceValidTo = Today.AddDays(-1) });
                await Works(c, "SAU");
            }),
            new("The protector has taken the clearance back", "refer: EMIGRATION_CLEARANCE_REVOKED", async c =>
            {
                var clearance = await c.ClearanceAsync(Clearance);
                Assert.True((await c.Site.Get<EmigrationRegister>().RevokeAsync(clearance.Id, "The employer does not exist", Registrar, TestContext.Current.CancellationToken)).Succeeded);
                await Works(c, "SAU");
            }),
            new("A clearance that was taken back and a new one", "clear: EMIGRATION_CLEARED", async c =>
            {
                var clearance = await c.ClearanceAsync(Clearance);
                Assert.True((await c.Site.Get<EmigrationRegister>().RevokeAsync(clearance.Id, "Mistyped", Registrar, TestContext.Current.CancellationToken)).Succeeded);
                await c.ClearanceAsync(Clearance with { RegistrationNumber = "SPC-REG-2" });
                await Works(c, "SAU");
            }),
            new("The traveller leaves for another reason than work, without a clearance", "clear:", _ => Task.CompletedTask),
            new("A foreign worker leaves", "ask:", async c =>
            {
                c.Mrz = Passport(nationality: "UTO");
                await Works(c, "SAU");
            }),
        ]),
    ];

    /// <summary>The mother's passport was presented and decided on; then the minor's, for whom she has the father's consent.</summary>
    private static async Task AfterAsync(ExitScenario.Counter counter, DecisionKind kind)
    {
        await counter.ConsentAsync(Consent);
        var mother = await counter.PresentAsync();
        var decided = await counter.Site.DecideAsync(mother, new Decision(kind, "test"));
        Assert.True(decided.Succeeded, decided.Problem?.Code);
        await Leaves(counter, Minor());
    }

    private static Task Leaves(ExitScenario.Counter counter, string minor, Leaving? leaving = null, bool accompanied = true)
    {
        (counter.Mrz, counter.Leaving, counter.Accompanied) = (minor, leaving ?? new Leaving(), accompanied);
        return Task.CompletedTask;
    }

    private static Task Works(ExitScenario.Counter counter, string destination)
    {
        counter.Leaving = new Leaving { ForWork = true, Destination = destination };
        return Task.CompletedTask;
    }
}
