using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Commands;

return await CommandTree.RunAsync(
    args,
    // Documents and names; need no site unless screening against one.
    InspectCommand.Create(),
    FindingsCommand.Create(),
    ScreenCommand.Create(),
    // Certificates
    new CommandGroup("trust", "Verify, import and list the certificates that chips are verified against.")
    {
        TrustVerifyCommand.Create(),
        TrustImportCommand.Create(),
        TrustListCommand.Create(),
    },
    // Advance passenger information
    new CommandGroup("api", "Take carriers' lists of travellers, and see which flights are expected.")
    {
        AdvanceImportCommand.Create(),
        AdvanceListCommand.Create(),
    },
    // Watchlists
    new CommandGroup("watchlist", "Import and read the watchlists of a site.")
    {
        WatchlistImportCommand.Create(),
        WatchlistListCommand.Create(),
        WatchlistVersionsCommand.Create(),
        WatchlistChangesCommand.Create(),
        WatchlistShowCommand.Create(),
    },
    // Who is alerted for what
    new CommandGroup("policy", "Show the screening policy of a site, what another would do, and propose one.")
    {
        PolicyShowCommand.Create(),
        PolicyPreviewCommand.Create(),
        PolicyProposeCommand.Create(),
    },
    // Everybody in the country
    new CommandGroup("screening", "Screen everybody in the country again, and see who was found.")
    {
        RescreeningCommand.Create(),
        RescreeningListCommand.Create(),
        RescreeningCancelCommand.Create(),
        CountryAlertsCommand.Create(),
    },
    CalibrationCommand.Create(),
    // Visas, permits and extensions of stays
    new CommandGroup("permission", "Record, revoke and read the visas and permits by which aliens enter.")
    {
        PermissionListCommand.Create(),
        PermissionShowCommand.Create(),
        PermissionIssueCommand.Create(),
        PermissionImportCommand.Create(),
        PermissionRevokeCommand.Create(),
    },
    new CommandGroup("extension", "Record, revoke and read extensions of stays.")
    {
        ExtensionListCommand.Create(),
        ExtensionGrantCommand.Create(),
        ExtensionRevokeCommand.Create(),
    },
    new CommandGroup("entry-rules", "Read and publish the rules of entry.")
    {
        EntryRulesShowCommand.Create(),
        EntryRulesVersionsCommand.Create(),
        EntryRulesPublishCommand.Create(),
    },
    // A site, its users and its running
    new CommandGroup("site", "Make a site; at headquarters after a restore, publish anew.")
    {
        SiteInitCommand.Create(),
        SitePublishAnewCommand.Create(),
    },
    // Who may speak with headquarters
    new CommandGroup("pki", "Certify the nodes of the country: invite, request, issue, install, renew, revoke.")
    {
        PkiAuthorityCommands.Init(),
        PkiAuthorityCommands.Invite(),
        PkiNodeCommands.Request(),
        PkiAuthorityCommands.Issue(),
        PkiNodeCommands.Install(),
        PkiNodeCommands.Renew(),
        PkiAuthorityCommands.Revoke(),
        PkiAuthorityCommands.List(),
        PkiNodeCommands.Show(),
    },
    ServeCommand.Create(),
    TrainCommand.Create(),
    new CommandGroup("user", "Make and change the users of a site.")
    {
        UserAddCommand.Create(),
        UserListCommand.Create(),
        UserResetCommand.Create(),
        UserLockCommand.Lock(),
        UserLockCommand.Unlock(),
        UserRolesCommand.Create(),
    },
    // The record
    new CommandGroup("crossing", "Read and correct the crossings of a site, and import those of a legacy system.")
    {
        CrossingListCommand.Create(),
        CrossingShowCommand.Create(),
        CrossingCorrectCommand.Create(),
        StayListCommand.Create(),
        CrossingImportCommand.Create(),
    },
    new CommandGroup("conveyance", "See by what travellers come and go.")
    {
        ConveyanceListCommand.Create(),
    },
    // Who leaves
    new CommandGroup("exit", "Keep the orders that bar leaving, the consents of minors and the clearances of workers.")
    {
        ExitOrdersCommand.List(),
        ExitOrdersCommand.Enter(),
        ExitOrdersCommand.Lift(),
        ExitPapersCommand.Consents(),
        ExitPapersCommand.Consent(),
        ExitPapersCommand.Clearances(),
        ExitPapersCommand.Clearance(),
        ExitPapersCommand.Contacts(),
    },
    // Who is one person
    new CommandGroup("link", "See whom the site takes for one person, and say who is and who is not.")
    {
        LinkCommands.List(),
        LinkCommands.Show(),
        LinkCommands.Confirm(),
        LinkCommands.Reject(),
        LinkCommands.Undo(),
    },
    // Who may be in the hands of another
    new CommandGroup("indicators", "Read and publish indicators, and search the record of crossings for them.")
    {
        IndicatorCommands.Show(),
        IndicatorCommands.Versions(),
        IndicatorCommands.Publish(),
        IndicatorCommands.Scan(),
        IndicatorCommands.Found(),
    },
    // How long
    new CommandGroup("retention", "Say how long records are kept, hold some longer, and erase what is past its time.")
    {
        RetentionCommands.Show(),
        RetentionCommands.Publish(),
        RetentionCommands.Plan(),
        RetentionCommands.Purge(),
        HoldCommands.List(),
        HoldCommands.Place(),
        HoldCommands.Lift(),
    },
    // Trafficking cases
    new CommandGroup("case", "Read the trafficking cases of a site.")
    {
        CaseCommands.List(),
        CaseCommands.Show(),
    },
    new CommandGroup("laws", "Read and publish the laws under which cases are registered.")
    {
        LawCommands.Show(),
        LawCommands.Publish(),
    },
    new CommandGroup("report", "Count what became of the cases.")
    {
        FunnelCommand.Create(),
    },
    VerifyCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    // Everything at once, with specimen travellers
    DemoCommand.Create());
