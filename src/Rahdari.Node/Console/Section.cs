using Rahdari.Border;

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
    public const string Audit = "console-audit";
    public const string Retention = "console-retention";
    public const string LegalHolds = "console-legal-holds";
    public const string Trust = "console-trust";
    public const string Users = "console-users";
#pragma warning restore CS1591

    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new(Counter, "/counter", "Counter", [Border.Roles.Officer, Border.Roles.Supervisor]),
        new(SecondLine, "/second-line", "SecondLine", [Border.Roles.Supervisor]),
        new(Vetted, "/vetted", "Vetted", [Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Links, "/links", "Links", [Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Advance, "/advance", "ExpectedFlights", [Border.Roles.Officer, Border.Roles.Supervisor, Border.Roles.Administrator]),
        new(Crossings, "/crossings", "Crossings", [Border.Roles.Officer, Border.Roles.Supervisor, Border.Roles.Auditor]),
        new(Conveyances, "/conveyances", "Conveyances", [Border.Roles.Officer, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Stays, "/stays", "StayLists", [Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Permissions, "/permissions", "Permissions", [Border.Roles.VisaOfficer, Border.Roles.Supervisor, Border.Roles.Auditor]),
        new(PermissionIssue, "/permissions/new", "RecordPermission", [Border.Roles.VisaOfficer], IsInMenu: false),
        new(Extensions, "/extensions", "Extensions", [Border.Roles.VisaOfficer, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(EntryRules, "/entry-rules", "EntryRules", [Border.Roles.VisaOfficer, Border.Roles.Officer, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(ExitOrders, "/exit-orders", "ExitOrders", [Border.Roles.ExitControl, Border.Roles.Supervisor, Border.Roles.Auditor]),
        new(NewExitOrder, "/exit-orders/new", "NewExitOrder", [Border.Roles.ExitControl], IsInMenu: false),
        new(TravelConsents, "/travel-consents", "TravelConsents", [Border.Roles.ExitControl, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(EmigrationClearances, "/emigration-clearances", "EmigrationClearances", [Border.Roles.ExitControl, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(HelpSheet, "/help-sheet", "HelpSheet", [Border.Roles.Officer, Border.Roles.Supervisor, Border.Roles.ExitControl], IsInMenu: false),
        new(Screening, "/screening", "ScreenName", [Border.Roles.Officer, Border.Roles.Supervisor, Border.Roles.WatchlistManager]),
        new(Rescreening, "/rescreening", "InCountry", [Border.Roles.Supervisor, Border.Roles.WatchlistManager, Border.Roles.Auditor]),
        new(Watchlists, "/watchlists", "Watchlists", [Border.Roles.WatchlistManager, Border.Roles.Supervisor, Border.Roles.Auditor]),
        new(WatchlistImport, "/watchlists/import", "ImportList", [Border.Roles.WatchlistManager]),
        new(ScreeningPolicy, "/watchlists/policy", "ScreeningPolicy", [Border.Roles.WatchlistManager, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Calibration, "/watchlists/calibration", "Calibration", [Border.Roles.WatchlistManager, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Indicators, "/indicators", "Indicators", [Border.Roles.WatchlistManager, Border.Roles.Supervisor, Border.Roles.Auditor]),
        new(Indications, "/indications", "Indications", [Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Audit, "/audit", "Audit", [Border.Roles.Auditor]),
        new(Retention, "/retention", "Retention", [Border.Roles.Administrator, Border.Roles.Auditor]),
        new(LegalHolds, "/legal-holds", "LegalHolds", [Border.Roles.Administrator, Border.Roles.Supervisor, Border.Roles.Auditor], IsInMenu: false),
        new(Trust, "/trust", "Trust", [Border.Roles.Administrator, Border.Roles.Supervisor, Border.Roles.Auditor]),
        new(Users, "/users", "Users", [Border.Roles.Administrator]),
    ];

    /// <summary>Where each role begins its work, the first that fits.</summary>
    public static string HomeOf(Actor actor) =>
        Homes.FirstOrDefault(home => actor.Is(home.Role)).Path ?? "/denied";

    /// <summary>True where the actor may enter.</summary>
    public bool IsOpenTo(Actor actor) => Roles.Any(actor.Is);

    private static readonly (string Role, string Path)[] Homes =
    [
        (Border.Roles.Officer, "/counter"),
        (Border.Roles.Supervisor, "/second-line"),
        (Border.Roles.WatchlistManager, "/watchlists"),
        (Border.Roles.VisaOfficer, "/permissions"),
        (Border.Roles.Auditor, "/audit"),
        (Border.Roles.Administrator, "/users"),
        (Border.Roles.ExitControl, "/exit-orders"),
        (Border.Roles.CarrierGateway, "/account"), // For its password; a program needs no page.
        (Border.Roles.EmigrationGateway, "/account"),
    ];
}
