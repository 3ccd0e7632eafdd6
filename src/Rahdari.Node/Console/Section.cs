namespace Rahdari.Node.Console;

/// <summary>A part of the console: its policy, where it begins, its title, and who may enter.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Path">The first page's path.</param>
/// <param name="Title">The title's key in the texts.</param>
/// <param name="Roles">The roles that may enter.</param>
/// <param name="IsInMenu">False where another page leads to it.</param>
internal sealed record Section(string Policy, string Path, string Title, IReadOnlyList<string> Roles, bool IsInMenu = true)
{
#pragma warning disable CS1591 // Names of policies; the table below says what they are.
    public const string Counter = "console-counter";
    public const string SecondLine = "console-second-line";
    public const string Vetted = "console-vetted";
    public const string Links = "console-links";
    public const string Advance = "console-advance";
    public const string Crossings = "console-crossings";
    public const string Conveyances = "console-conveyances";
    public const string Stays = "console-stays";
    public const string Permissions = "console-permissions";
    public const string PermissionIssue = "console-permission-issue";
    public const string Extensions = "console-extensions";
    public const string EntryRules = "console-entry-rules";
    public const string ExitOrders = "console-exit-orders";
    public const string NewExitOrder = "console-new-exit-order";
    public const string TravelConsents = "console-travel-consents";
    public const string EmigrationClearances = "console-emigration-clearances";
    public const string HelpSheet = "console-help-sheet";
    public const string Screening = "console-screening";
    public const string Rescreening = "console-rescreening";
    public const string Watchlists = "console-watchlists";
    public const string WatchlistImport = "console-watchlist-import";
    public const string ScreeningPolicy = "console-screening-policy";
    public const string Calibration = "console-calibration";
    public const string Indicators = "console-indicators";
    public const string Indications = "console-indications";
    public const string CaseReferrals = "console-case-referrals";
    public const string Cases = "console-cases";
    public const string NewCase = "console-new-case";
    public const string Network = "console-network";
    public const string Laws = "console-laws";
    public const string SafetyAlerts = "console-safety-alerts";
    public const string Shelter = "console-shelter";
    public const string ShelterArrivals = "console-shelter-arrivals";
    public const string ShelterBeds = "console-shelter-beds";
    public const string ShelterReferrals = "console-shelter-referrals";
    public const string ShelterAlerts = "console-shelter-alerts";
    public const string ShelterOrganisation = "console-shelter-organisation";
    public const string Funnel = "console-funnel";
    public const string Consultations = "console-consultations";
    public const string NewConsultation = "console-new-consultation";
    public const string Audit = "console-audit";
    public const string Retention = "console-retention";
    public const string LegalHolds = "console-legal-holds";
    public const string Trust = "console-trust";
    public const string Users = "console-users";
    public const string Nodes = "console-nodes";
    public const string ClassReport = "console-class-report";
#pragma warning restore CS1591

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new(Counter, "/counter", "Counter", [Records.Roles.Officer, Records.Roles.Supervisor]),
        new(SecondLine, "/second-line", "SecondLine", [Records.Roles.Supervisor]),
        new(Vetted, "/vetted", "Vetted", [Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Links, "/links", "Links", [Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Advance, "/advance", "ExpectedFlights", [Records.Roles.Officer, Records.Roles.Supervisor, Records.Roles.Administrator]),
        new(Crossings, "/crossings", "Crossings", [Records.Roles.Officer, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(Conveyances, "/conveyances", "Conveyances", [Records.Roles.Officer, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Stays, "/stays", "StayLists", [Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Permissions, "/permissions", "Permissions", [Records.Roles.VisaOfficer, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(PermissionIssue, "/permissions/new", "RecordPermission", [Records.Roles.VisaOfficer], IsInMenu: false),
        new(Extensions, "/extensions", "Extensions", [Records.Roles.VisaOfficer, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(EntryRules, "/entry-rules", "EntryRules", [Records.Roles.VisaOfficer, Records.Roles.Officer, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(ExitOrders, "/exit-orders", "ExitOrders", [Records.Roles.ExitControl, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(NewExitOrder, "/exit-orders/new", "NewExitOrder", [Records.Roles.ExitControl], IsInMenu: false),
        new(TravelConsents, "/travel-consents", "TravelConsents", [Records.Roles.ExitControl, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(EmigrationClearances, "/emigration-clearances", "EmigrationClearances", [Records.Roles.ExitControl, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(HelpSheet, "/help-sheet", "HelpSheet", [Records.Roles.Officer, Records.Roles.Supervisor, Records.Roles.ExitControl], IsInMenu: false),
        new(Screening, "/screening", "ScreenName", [Records.Roles.Officer, Records.Roles.Supervisor, Records.Roles.WatchlistManager]),
        new(Rescreening, "/rescreening", "InCountry", [Records.Roles.Supervisor, Records.Roles.WatchlistManager, Records.Roles.Auditor]),
        new(Watchlists, "/watchlists", "Watchlists", [Records.Roles.WatchlistManager, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(WatchlistImport, "/watchlists/import", "ImportList", [Records.Roles.WatchlistManager]),
        new(ScreeningPolicy, "/watchlists/policy", "ScreeningPolicy", [Records.Roles.WatchlistManager, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Calibration, "/watchlists/calibration", "Calibration", [Records.Roles.WatchlistManager, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Indicators, "/indicators", "Indicators", [Records.Roles.WatchlistManager, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(Indications, "/indications", "Indications", [Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Cases, "/cases", "Cases", [Records.Roles.Investigator, Records.Roles.CaseSupervisor, Records.Roles.Auditor]),
        new(CaseReferrals, "/case-referrals", "CaseReferrals", [Records.Roles.Investigator, Records.Roles.CaseSupervisor, Records.Roles.Auditor]),
        new(NewCase, "/cases/new", "OpenCase", [Records.Roles.Investigator, Records.Roles.CaseSupervisor], IsInMenu: false),
        new(Network, "/network", "Network", [Records.Roles.Investigator, Records.Roles.CaseSupervisor], IsInMenu: false),
        new(Laws, "/laws", "Laws", [Records.Roles.Investigator, Records.Roles.CaseSupervisor, Records.Roles.Analyst, Records.Roles.Auditor], IsInMenu: false),
        new(SafetyAlerts, "/safety-alerts", "SafetyAlerts", [Records.Roles.Investigator, Records.Roles.CaseSupervisor], IsInMenu: false),
        new(Shelter, "/shelter", "ShelterFiles", [Records.Roles.Caseworker]),
        new(ShelterArrivals, "/shelter/arrivals", "ShelterArrivals", [Records.Roles.Caseworker]),
        new(ShelterBeds, "/shelter/beds", "ShelterBeds", [Records.Roles.Caseworker]),
        new(ShelterReferrals, "/shelter/referrals", "ShelterReferrals", [Records.Roles.Caseworker]),
        new(ShelterAlerts, "/shelter/alerts", "ShelterAlerts", [Records.Roles.Caseworker]),
        new(ShelterOrganisation, "/shelter/organisation", "ShelterOrganisation", [Records.Roles.Caseworker]),
        new(Funnel, "/funnel", "Funnel", [Records.Roles.Analyst, Records.Roles.CaseSupervisor, Records.Roles.Auditor]),
        new(Consultations, "/consultations", "Consultations", [Records.Roles.Strategy, Records.Roles.Auditor]),
        new(NewConsultation, "/consultations/new", "NewConsultation", [Records.Roles.Strategy], IsInMenu: false),
        new(Audit, "/audit", "Audit", [Records.Roles.Auditor]),
        new(Retention, "/retention", "Retention", [Records.Roles.Administrator, Records.Roles.Auditor]),
        new(LegalHolds, "/legal-holds", "LegalHolds", [Records.Roles.Administrator, Records.Roles.Supervisor, Records.Roles.Auditor], IsInMenu: false),
        new(Trust, "/trust", "Trust", [Records.Roles.Administrator, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(Nodes, "/nodes", "Nodes", [Records.Roles.Administrator, Records.Roles.Supervisor, Records.Roles.Auditor]),
        new(Users, "/users", "Users", [Records.Roles.Administrator]),
        new(ClassReport, "/class", "ClassReport", [Records.Roles.Trainer]),
    ];

    /// <summary>Where each role begins its work, the first that fits.</summary>
    public static string HomeOf(Actor actor) =>
        Homes.FirstOrDefault(home => actor.Is(home.Role)).Path ?? "/denied";

    /// <summary>True where the actor may enter.</summary>
    public bool IsOpenTo(Actor actor) => Roles.Any(actor.Is);

    private static readonly (string Role, string Path)[] Homes =
    [
        (Records.Roles.Trainer, "/class"),
        (Records.Roles.Officer, "/counter"),
        (Records.Roles.Supervisor, "/second-line"),
        (Records.Roles.WatchlistManager, "/watchlists"),
        (Records.Roles.VisaOfficer, "/permissions"),
        (Records.Roles.Auditor, "/audit"),
        (Records.Roles.Administrator, "/users"),
        (Records.Roles.ExitControl, "/exit-orders"),
        (Records.Roles.Investigator, "/cases"),
        (Records.Roles.CaseSupervisor, "/cases"),
        (Records.Roles.Analyst, "/funnel"),
        (Records.Roles.Strategy, "/consultations"),
        (Records.Roles.Caseworker, "/shelter"),
        (Records.Roles.CarrierGateway, "/account"), // For its password; a program needs no page.
        (Records.Roles.EmigrationGateway, "/account"),
    ];
}
