namespace Rahdari.Border.Audit;

/// <summary>The actions that are audited.</summary>
public static class AuditAction
{
    /// <summary>A document was presented; the traveller's record was read.</summary>
    public const string EncounterOpened = "encounter.opened";

    /// <summary>An encounter was read again.</summary>
    public const string EncounterRead = "encounter.read";

    /// <summary>The chip of a document was presented.</summary>
    public const string ChipPresented = "chip.presented";

    /// <summary>The portrait of a chip was read.</summary>
    public const string ChipPortraitRead = "chip.portrait.read";

    /// <summary>A carrier's list of travellers was taken.</summary>
    public const string AdvanceReceived = "advance.received";

    /// <summary>Who is expected on a flight was read.</summary>
    public const string AdvanceRead = "advance.read";

    /// <summary>A picture of the document's page was added to an encounter.</summary>
    public const string PicturePresented = "picture.presented";

    /// <summary>What the page of a document says was added to an encounter.</summary>
    public const string PagePresented = "page.presented";

    /// <summary>The visa in a passport was added to an encounter.</summary>
    public const string VisaPresented = "visa.presented";

    /// <summary>The portrait on the page of an encounter was read.</summary>
    public const string PicturePortraitRead = "picture.portrait.read";

    /// <summary>An encounter was decided.</summary>
    public const string EncounterDecided = "encounter.decided";

    /// <summary>An encounter was referred to the second line.</summary>
    public const string EncounterReferred = "encounter.referred";

    /// <summary>A hit was resolved.</summary>
    public const string HitResolved = "hit.resolved";

    /// <summary>A hit did not alert, for a vetted decision.</summary>
    public const string HitSuppressed = "hit.suppressed";

    /// <summary>Vetted decisions were read.</summary>
    public const string VettedRead = "vetted.read";

    /// <summary>A vetted decision was withdrawn.</summary>
    public const string VettedWithdrawn = "vetted.withdrawn";

    /// <summary>A screening policy was proposed.</summary>
    public const string PolicyProposed = "policy.proposed";

    /// <summary>A screening policy took effect or was rejected.</summary>
    public const string PolicyDecided = "policy.decided";

    /// <summary>It was looked at what other rules would do to those who crossed of late.</summary>
    public const string PolicyPreviewed = "policy.previewed";

    /// <summary>A run over everybody in the country was started or taken up again.</summary>
    public const string RescreeningStarted = "rescreening.started";

    /// <summary>A traveller in the country could not be screened again, for what is stored of them could not be read.</summary>
    public const string RescreeningFailed = "rescreening.failed";

    /// <summary>A run over everybody in the country ended: it is done or was cancelled.</summary>
    public const string RescreeningEnded = "rescreening.ended";

    /// <summary>It was counted whether the scores told agree with what was found.</summary>
    public const string CalibrationRead = "calibration.read";

    /// <summary>The hit queue was read.</summary>
    public const string HitsRead = "hits.read";

    /// <summary>A traveller's history was read.</summary>
    public const string TravellerRead = "traveller.read";

    /// <summary>Headquarters was asked for a traveller's crossings at other ports.</summary>
    public const string TravellerAsked = "traveller.asked";

    /// <summary>Links between travellers were read.</summary>
    public const string LinksRead = "links.read";

    /// <summary>A link between travellers was made, confirmed, rejected or undone.</summary>
    public const string LinkChanged = "link.changed";

    /// <summary>Crossings were listed.</summary>
    public const string CrossingsRead = "crossings.read";

    /// <summary>One crossing was read.</summary>
    public const string CrossingRead = "crossing.read";

    /// <summary>A crossing was corrected.</summary>
    public const string CrossingCorrected = "crossing.corrected";

    /// <summary>Crossings were exported.</summary>
    public const string CrossingsExported = "crossings.exported";

    /// <summary>The crossings of a legacy system were imported: the run began, was taken up again or ended.</summary>
    public const string CrossingsImported = "crossings.imported";

    /// <summary>A visa or permit was recorded.</summary>
    public const string PermissionIssued = "permission.issued";

    /// <summary>A visa or permit was revoked.</summary>
    public const string PermissionRevoked = "permission.revoked";

    /// <summary>Visas and permits were read.</summary>
    public const string PermissionsRead = "permissions.read";

    /// <summary>An extension of a stay was recorded.</summary>
    public const string ExtensionGranted = "extension.granted";

    /// <summary>An extension of a stay was revoked.</summary>
    public const string ExtensionRevoked = "extension.revoked";

    /// <summary>Extensions of stays were read.</summary>
    public const string ExtensionsRead = "extensions.read";

    /// <summary>Rules of entry were published.</summary>
    public const string EntryRulesPublished = "entry-rules.published";

    /// <summary>Indicators were published.</summary>
    public const string IndicatorsPublished = "indicators.published";

    /// <summary>What is told of a journey and what the officer observed was recorded.</summary>
    public const string JourneyTold = "encounter.journey-told";

    /// <summary>The counter asked that a traveller be spoken with apart.</summary>
    public const string InterviewAsked = "encounter.interview-asked";

    /// <summary>The record of crossings was searched for indicators.</summary>
    public const string IndicationsScanned = "indications.scanned";

    /// <summary>What indicators were found in the record was read.</summary>
    public const string IndicationsRead = "indications.read";

    /// <summary>Who is in the country, has overstayed, or left without a record was listed.</summary>
    public const string StaysRead = "stays.read";

    /// <summary>An order that bars leaving was entered.</summary>
    public const string ExitOrderEntered = "exit-order.entered";

    /// <summary>It was asked that an order be lifted.</summary>
    public const string ExitOrderLiftingAsked = "exit-order.lifting-asked";

    /// <summary>A second person agreed that an order is lifted.</summary>
    public const string ExitOrderLifted = "exit-order.lifted";

    /// <summary>Orders that bar leaving were read.</summary>
    public const string ExitOrdersRead = "exit-orders.read";

    /// <summary>A consent for a minor or a clearance of a worker was recorded.</summary>
    public const string ExitPaperEntered = "exit-paper.entered";

    /// <summary>A consent or a clearance was taken back.</summary>
    public const string ExitPaperRevoked = "exit-paper.revoked";

    /// <summary>Consents or clearances were read.</summary>
    public const string ExitPapersRead = "exit-papers.read";

    /// <summary>A schedule of retention was published.</summary>
    public const string RetentionPublished = "retention.published";

    /// <summary>It was counted what a purge would erase.</summary>
    public const string RetentionPlanned = "retention.planned";

    /// <summary>A purge began.</summary>
    public const string PurgeStarted = "purge.started";

    /// <summary>A purge ended: all that was due is erased, or it was cancelled.</summary>
    public const string PurgeEnded = "purge.ended";

    /// <summary>A legal hold was placed.</summary>
    public const string HoldPlaced = "hold.placed";

    /// <summary>It was asked that a legal hold be lifted.</summary>
    public const string HoldLiftingAsked = "hold.lifting-asked";

    /// <summary>A second person agreed that a legal hold is lifted.</summary>
    public const string HoldLifted = "hold.lifted";

    /// <summary>Legal holds were read.</summary>
    public const string HoldsRead = "holds.read";

    /// <summary>The contacts on the help sheets were replaced.</summary>
    public const string HelpContactsImported = "help-contacts.imported";

    /// <summary>A name was screened without a traveller.</summary>
    public const string NameScreened = "name.screened";

    /// <summary>A named entry of a list was compared with a person.</summary>
    public const string EntryCompared = "entry.compared";

    /// <summary>A watchlist was imported.</summary>
    public const string WatchlistImported = "watchlist.imported";

    /// <summary>An import of a watchlist waits for a second person.</summary>
    public const string WatchlistHeld = "watchlist.held";

    /// <summary>An import that waited for a second person was dropped.</summary>
    public const string WatchlistDropped = "watchlist.dropped";

    /// <summary>Headquarters handed a port what it lacked of a topic.</summary>
    public const string TopicSent = "topic.sent";

    /// <summary>What headquarters published came into force here.</summary>
    public const string TopicApplied = "topic.applied";

    /// <summary>What headquarters published did not come into force, for it was not what it said.</summary>
    public const string TopicRefused = "topic.refused";

    /// <summary>Headquarters began a new series of catalogues: ports take what it has in force, whatever they hold.</summary>
    public const string TopicsBegunAnew = "topic.anew";

    /// <summary>A master list of country signing certificates was imported.</summary>
    public const string TrustImported = "trust.imported";

    /// <summary>A watchlist entry was read.</summary>
    public const string WatchlistEntryRead = "watchlist.entry.read";

    /// <summary>The audit itself was read.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>A user signed in.</summary>
    public const string SignedIn = "user.signed-in";

    /// <summary>A sign-in failed.</summary>
    public const string SignInFailed = "user.sign-in-failed";

    /// <summary>A user signed out.</summary>
    public const string SignedOut = "user.signed-out";

    /// <summary>A user was made or changed.</summary>
    public const string UserChanged = "user.changed";

    /// <summary>The ledger was verified.</summary>
    public const string LedgerVerified = "ledger.verified";

    /// <summary>Something that came over a link was refused and kept apart.</summary>
    public const string RecordRefused = "record.refused";

    /// <summary>What was refused on the links was read.</summary>
    public const string QuarantineRead = "quarantine.read";

    /// <summary>How the country's nodes stand was read.</summary>
    public const string NodesRead = "nodes.read";

    /// <summary>A backup was made.</summary>
    public const string BackupMade = "backup.made";

    /// <summary>The authority that certifies nodes was made.</summary>
    public const string AuthorityMade = "pki.authority-made";

    /// <summary>A node was invited to be enrolled.</summary>
    public const string NodeInvited = "pki.invited";

    /// <summary>A node's keys were certified.</summary>
    public const string NodeCertified = "pki.certified";

    /// <summary>A request to certify keys was refused, for its proof is wrong.</summary>
    public const string EnrolmentRefused = "pki.refused";

    /// <summary>A node was revoked.</summary>
    public const string NodeRevoked = "pki.revoked";

    /// <summary>Certificates were asked for of headquarters.</summary>
    public const string CertificatesRequested = "pki.requested";

    /// <summary>Certificates or a revocation list of headquarters were put in place.</summary>
    public const string CertificatesInstalled = "pki.installed";
}
