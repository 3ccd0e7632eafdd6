namespace Rahdari.Records;

/// <summary>The roles of a site. What a role may do is stated where it is done; everything not granted is denied.</summary>
public static class Roles
{
    /// <summary>Counter officer: opens encounters and decides.</summary>
    public const string Officer = "officer";

    /// <summary>Supervisor (second line): resolves hits, decides what was referred.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Imports and reads watchlists.</summary>
    public const string WatchlistManager = "watchlist-manager";

    /// <summary>Reads the audit, verifies the ledger.</summary>
    public const string Auditor = "auditor";

    /// <summary>Makes users; sees no traveller.</summary>
    public const string Administrator = "administrator";

    /// <summary>A program that hands over what carriers send; reads nothing.</summary>
    public const string CarrierGateway = "carrier-gateway";

    /// <summary>Keeps visas, permits, extensions of stays and the rules of entry; also for a program of the agency that issues them.</summary>
    public const string VisaOfficer = "visa-officer";

    /// <summary>Keeps the orders that bar leaving, the consents of minors and the clearances of workers.</summary>
    public const string ExitControl = "exit-control";

    /// <summary>A program that hands over the protectors' clearances; reads nothing.</summary>
    public const string EmigrationGateway = "emigration-gateway";

    /// <summary>Investigates trafficking: keeps the cases of an Anti Human Trafficking circle.</summary>
    public const string Investigator = "investigator";

    /// <summary>Leads a circle: closes, reopens and transfers cases, reviews whether a victim is punished; at headquarters publishes the laws.</summary>
    public const string CaseSupervisor = "case-supervisor";

    /// <summary>Helps victims for one organisation; alone reads who they are.</summary>
    public const string Caseworker = "caseworker";

    /// <summary>Counts cases; sees nobody.</summary>
    public const string Analyst = "analyst";

    /// <summary>Holds the consultations for the national strategy, and keeps its recommendations and actions; one writes, another publishes.</summary>
    public const string Strategy = "strategy";

    /// <summary>Leads lessons and reads their reports, at a training site alone: no site in service knows the role.</summary>
    public const string Trainer = "trainer";

    /// <summary>The roles of a training site: nobody there brings in a list, a carrier's message, a permission or a user.</summary>
    public static IReadOnlyList<string> OfTraining { get; } = [Officer, Supervisor, Trainer];

    /// <summary>All roles of a site in service.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Officer, Supervisor, WatchlistManager, Auditor, Administrator, CarrierGateway, VisaOfficer, ExitControl, EmigrationGateway, Investigator, CaseSupervisor, Caseworker, Analyst, Strategy,
    ];
}
