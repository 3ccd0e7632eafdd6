using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Tests.ExitControl;

/// <summary>One line of the table of scenarios: what is on record, who stands at the counter, and what the officer is told.</summary>
/// <param name="Text">In words, without abbreviations of the code.</param>
/// <param name="Expected">The advice and the codes of leaving among its reasons: <c>refer: EXIT_ORDER</c>.</param>
/// <param name="Arrange">Makes it so.</param>
internal sealed record ExitScenario(string Text, string Expected, Func<ExitScenario.Counter, Task> Arrange)
{
    private static readonly string[] OfLeaving = ["EXIT_", "MINOR_", "EMIGRATION_", "SCREENING_"];

    /// <summary>Runs it on a site of its own; what was told, as <see cref="Expected"/> is written.</summary>
    public async Task<string> RunAsync()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Nobody ATALL", "1901-01-01"));
        var counter = new Counter(site);
        await Arrange(counter);
        var encounter = await counter.PresentAsync();
        var codes = encounter.Advice.Reasons.Select(reason => reason.Code).Where(code => OfLeaving.Any(of => code.StartsWith(of, StringComparison.Ordinal))).Distinct();
        return $"{encounter.Advice.Level.ToString().ToLowerInvariant()}: {string.Join(' ', codes.Order(StringComparer.Ordinal))}".TrimEnd(' ');
    }

    /// <summary>A counter of a site, with a traveller who is about to present a document: a grown woman of the country, who leaves.</summary>
    internal sealed class Counter(TestSite site)
    {
        public const string Cnic = "42101-0000000-2";
        public const string Number = "SP0000001";

        public static readonly DateOnly Today = TestSite.Settings.LocalDay(TestSite.Start);

        public static readonly Actor Registrar = new("exits1", new HashSet<string> { Roles.ExitControl }, null);
        public static readonly Actor OtherRegistrar = new("exits2", new HashSet<string> { Roles.ExitControl }, null);

        public string Mrz { get; set; } = Passport();

        public Direction Direction { get; set; } = Direction.Exit;

        public bool Accompanied { get; set; }

        public Leaving Leaving { get; set; } = new();

        public TestSite Site => site;

        public static OrderTerms Order { get; } = new()
        {
            Name = "NAMUNA SPECIMENZADA",
            Kind = ExitOrderKind.CourtOrder,
            LegalBasis = "Code of Civil Procedure, section 151",
            Authority = "High Court (specimen)",
            AuthorityReference = "C.M. 1/2026",
            ValidFrom = Today,
        };

        public static OrderTerms ByPassport { get; } = Order with { Documents = [new OrderDocument(Number, "PAK")] };

        public static ConsentTerms Consent { get; } = new()
        {
            Name = "NANHA SPECIMENZADA",
            DateOfBirth = Dates.PartialDate.Of(2016, 2, 3),
            DocumentNumber = "SP0000009",
            Adults = [new ConsentAdult("NAMUNA SPECIMENZADA", Number)],
            GivenBy = ConsentGiver.Father,
            GiverName = "MUSA SPECIMENZADA",
            Reference = "Notary (specimen) 7/2026",
            ValidFrom = Today.AddDays(-10),
        };

        public static ClearanceTerms Clearance { get; } = new()
        {
            Name = "NAMUNA SPECIMENZADA",
            Cnic = Cnic,
            PassportNumber = Number,
            RegistrationNumber = "SPC-REG-1",
            Destination = "SAU",
            Employer = "Specimen Hospital",
            Occupation = "Nurse",
            PromoterLicence = "SPC/LIC/1",
            LicenceValidTo = Today.AddYears(1),
            ValidTo = Today.AddDays(60),
        };

        public static string Passport(string number = Number, string surname = "SPECIMENZADA", string given = "NAMUNA", string born = "1980-05-17", string cnic = Cnic, string nationality = "PAK") =>
            Specimens.Passport(number, surname, given, nationality, born, optional: cnic.Replace("-", "", StringComparison.Ordinal));

        public static string Minor(string born = "2016-02-03", string number = "SP0000009", string nationality = "PAK") => Passport(number, given: "NANHA", born: born, cnic: "42101-0000001-2", nationality: nationality);

        public async Task<ExitOrder> OrderAsync(OrderTerms terms)
        {
            var entered = await site.Get<ExitOrderRegister>().EnterAsync(terms, Registrar, TestContext.Current.CancellationToken);
            Assert.True(entered.Succeeded, entered.Problem?.ToString());
            return entered.Value;
        }

        public async Task<ExitOrder> AskLiftingAsync(ExitOrder order)
        {
            var asked = await site.Get<ExitOrderRegister>().AskLiftingAsync(order.Number, "C.M. 2/2026", "Recalled by the court", Registrar, TestContext.Current.CancellationToken);
            Assert.True(asked.Succeeded, asked.Problem?.ToString());
            return asked.Value;
        }

        public async Task LiftAsync(ExitOrder order)
        {
            var asked = await AskLiftingAsync(order);
            var lifted = await site.Get<ExitOrderRegister>().LiftAsync(order.Number, asked.Lifting!.AskedAt, OtherRegistrar, TestContext.Current.CancellationToken);
            Assert.True(lifted.Succeeded, lifted.Problem?.ToString());
        }

        public async Task ImportAsync(string columns, string row)
        {
            var list = ExitControlList.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"ECL No,Name,CNIC No{columns}\n{row}\n")), "ecl.csv").Usable(false)!;
            var imported = await site.Get<WatchlistRegister>().ImportAsync(list, site.ListManager, cancellation: TestContext.Current.CancellationToken);
            Assert.True(imported.Succeeded, imported.Problem?.ToString());
            await site.Get<WatchlistScreen>().RefreshAsync(TestContext.Current.CancellationToken);
        }

        public async Task<TravelConsent> ConsentAsync(ConsentTerms terms)
        {
            var entered = await site.Get<TravelConsentRegister>().EnterAsync(terms, Registrar, TestContext.Current.CancellationToken);
            Assert.True(entered.Succeeded, entered.Problem?.ToString());
            return entered.Value;
        }

        public async Task<EmigrationClearance> ClearanceAsync(ClearanceTerms terms)
        {
            var entered = await site.Get<EmigrationRegister>().EnterAsync(terms, Registrar, TestContext.Current.CancellationToken);
            Assert.True(entered.Succeeded, entered.Problem?.ToString());
            return entered.Value;
        }

        public async Task<Encounter> PresentAsync()
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            var opened = await site.Get<EncounterDesk>().OpenAsync(new Presentation(Mrz, Direction, "1", Accompanied) { Leaving = Leaving }, site.Officer, TestContext.Current.CancellationToken);
            Assert.True(opened.Succeeded, opened.Problem?.ToString());
            return opened.Value;
        }

        /// <summary>Somebody else is let out at the same counter.</summary>
        public async Task OtherLeavesAsync(string mrz)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await site.PassAsync(mrz, Direction.Exit);
        }
    }
}
