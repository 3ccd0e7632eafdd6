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

    /// <summary>The hit queue was read.</summary>
    public const string HitsRead = "hits.read";

    /// <summary>A traveller's history was read.</summary>
    public const string TravellerRead = "traveller.read";

    /// <summary>Crossings were listed.</summary>
    public const string CrossingsRead = "crossings.read";

    /// <summary>One crossing was read.</summary>
    public const string CrossingRead = "crossing.read";

    /// <summary>Crossings were exported.</summary>
    public const string CrossingsExported = "crossings.exported";

    /// <summary>A name was screened without a traveller.</summary>
    public const string NameScreened = "name.screened";

    /// <summary>A watchlist was imported.</summary>
    public const string WatchlistImported = "watchlist.imported";

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

    /// <summary>A backup was made.</summary>
    public const string BackupMade = "backup.made";
}
