using Rahdari.Documents.Findings;

namespace Rahdari.Border;

/// <summary>
/// Every rule of the border with its code and severity: what a request may break, and what an advice may name. The
/// sentences stand in the resources by the same code.
/// </summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record BorderRule(string Code, Severity Severity)
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    // Advice
    public static readonly BorderRule Overstayed = new("STAY_OVERSTAYED", Severity.Serious);
    public static readonly BorderRule AlreadyInside = new("STAY_ALREADY_INSIDE", Severity.Warning);
    public static readonly BorderRule NoEntry = new("STAY_NO_ENTRY", Severity.Warning);
    public static readonly BorderRule StayExtended = new("STAY_EXTENDED", Severity.Information);
    public static readonly BorderRule ImpossibleTravel = new("STAY_IMPOSSIBLE_TRAVEL", Severity.Serious);
    public static readonly BorderRule PermissionEntersBy = new("PERMISSION_ENTERS_BY", Severity.Information);
    public static readonly BorderRule PermissionNone = new("PERMISSION_NONE", Severity.Serious);
    public static readonly BorderRule PermissionNoRules = new("PERMISSION_NO_RULES", Severity.Information);
    public static readonly BorderRule PermissionRevoked = new("PERMISSION_REVOKED", Severity.Serious);
    public static readonly BorderRule PermissionOtherHolder = new("PERMISSION_OTHER_HOLDER", Severity.Serious);
    public static readonly BorderRule PermissionNotYetValid = new("PERMISSION_NOT_YET_VALID", Severity.Warning);
    public static readonly BorderRule PermissionExpired = new("PERMISSION_EXPIRED", Severity.Warning);
    public static readonly BorderRule PermissionClassUnknown = new("PERMISSION_CLASS_UNKNOWN", Severity.Warning);
    public static readonly BorderRule PermissionClassNotInForce = new("PERMISSION_CLASS_NOT_IN_FORCE", Severity.Warning);
    public static readonly BorderRule PermissionOtherNationality = new("PERMISSION_OTHER_NATIONALITY", Severity.Warning);
    public static readonly BorderRule PermissionEntriesUsed = new("PERMISSION_ENTRIES_USED", Severity.Warning);
    public static readonly BorderRule PermissionOtherDocumentKind = new("PERMISSION_OTHER_DOCUMENT_KIND", Severity.Warning);
    public static readonly BorderRule PermissionOtherPort = new("PERMISSION_OTHER_PORT", Severity.Warning);
    public static readonly BorderRule PermissionDocumentTooShort = new("PERMISSION_DOCUMENT_TOO_SHORT", Severity.Warning);
    public static readonly BorderRule PermissionLimitReached = new("PERMISSION_LIMIT_REACHED", Severity.Warning);
    public static readonly BorderRule PermissionOnOtherDocument = new("PERMISSION_ON_OTHER_DOCUMENT", Severity.Warning);
    public static readonly BorderRule VisaNotRecorded = new("VISA_NOT_RECORDED", Severity.Warning);
    public static readonly BorderRule MinorAlone = new("MINOR_ALONE", Severity.Serious);
    public static readonly BorderRule AwaitedInSecondLine = new("IDENTITY_AWAITED_IN_SECOND_LINE", Severity.Serious);
    public static readonly BorderRule RefusedBefore = new("IDENTITY_REFUSED_BEFORE", Severity.Warning);
    public static readonly BorderRule WatchlistHit = new("SCREENING_HIT", Severity.Critical);
    public static readonly BorderRule WatchlistHitVetted = new("SCREENING_HIT_VETTED", Severity.Information);
    public static readonly BorderRule NoWatchlist = new("SCREENING_NO_WATCHLIST", Severity.Warning);

    // Who is who
    public static readonly BorderRule IdentityLinked = new("IDENTITY_LINKED", Severity.Information);
    public static readonly BorderRule IdentityPerhapsKnown = new("IDENTITY_PERHAPS_KNOWN", Severity.Information);
    public static readonly BorderRule LinkSameNumber = new("LINK_SAME_PERSONAL_NUMBER", Severity.Information);
    public static readonly BorderRule LinkNearNumber = new("LINK_PERSONAL_NUMBER_NEARLY_SAME", Severity.Information);
    public static readonly BorderRule LinkOtherNumber = new("LINK_OTHER_PERSONAL_NUMBER", Severity.Warning);
    public static readonly BorderRule LinkSameDocument = new("LINK_SAME_DOCUMENT_NUMBER", Severity.Information);
    public static readonly BorderRule LinkDocumentNamed = new("LINK_DOCUMENT_NAMED", Severity.Information);
    public static readonly BorderRule LinkSameName = new("LINK_SAME_NAME", Severity.Information);
    public static readonly BorderRule LinkNameSpeltOtherwise = new("LINK_NAME_SPELT_OTHERWISE", Severity.Information);
    public static readonly BorderRule LinkNameLeftOut = new("LINK_NAME_PART_LEFT_OUT", Severity.Information);
    public static readonly BorderRule LinkNearName = new("LINK_NAME_NEARLY_SAME", Severity.Information);
    public static readonly BorderRule LinkPartOfName = new("LINK_NAME_PARTLY_OTHER", Severity.Warning);
    public static readonly BorderRule LinkOtherName = new("LINK_OTHER_NAME", Severity.Warning);
    public static readonly BorderRule LinkNameOfFew = new("LINK_NAME_OF_FEW", Severity.Information);
    public static readonly BorderRule LinkSameBirth = new("LINK_SAME_DATE_OF_BIRTH", Severity.Information);
    public static readonly BorderRule LinkFirstOfJanuary = new("LINK_SAME_FIRST_OF_JANUARY", Severity.Information);
    public static readonly BorderRule LinkNearBirth = new("LINK_DATE_OF_BIRTH_NEARLY_SAME", Severity.Information);
    public static readonly BorderRule LinkOtherBirth = new("LINK_OTHER_DATE_OF_BIRTH", Severity.Warning);
    public static readonly BorderRule LinkSamePlace = new("LINK_SAME_PLACE_OF_BIRTH", Severity.Information);
    public static readonly BorderRule LinkOtherPlace = new("LINK_OTHER_PLACE_OF_BIRTH", Severity.Warning);
    public static readonly BorderRule LinkSameNationality = new("LINK_SAME_NATIONALITY", Severity.Information);
    public static readonly BorderRule LinkOtherNationality = new("LINK_OTHER_NATIONALITY", Severity.Warning);
    public static readonly BorderRule LinkSameSex = new("LINK_SAME_SEX", Severity.Information);
    public static readonly BorderRule LinkOtherSex = new("LINK_OTHER_SEX", Severity.Warning);
    public static readonly BorderRule LinkNotFound = new("LINK_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule LinkDecided = new("LINK_ALREADY_DECIDED", Severity.Warning);

    // Leaving
    public static readonly BorderRule ExitOrder = new("EXIT_ORDER", Severity.Critical);
    public static readonly BorderRule ExitOrderTakeDocument = new("EXIT_ORDER_TAKE_DOCUMENT", Severity.Critical);
    public static readonly BorderRule ExitOrderOfCustody = new("EXIT_ORDER_OF_CUSTODY", Severity.Critical);
    public static readonly BorderRule ExitOrderInforms = new("EXIT_ORDER_INFORMS", Severity.Warning);
    public static readonly BorderRule ExitOrderOnEntry = new("EXIT_ORDER_ON_ENTRY", Severity.Information);
    public static readonly BorderRule ExitOrderNotYetValid = new("EXIT_ORDER_NOT_YET_VALID", Severity.Information);
    public static readonly BorderRule ExitOrderExpired = new("EXIT_ORDER_EXPIRED", Severity.Information);
    public static readonly BorderRule MinorConsentFound = new("MINOR_CONSENT_FOUND", Severity.Information);
    public static readonly BorderRule MinorConsentAlone = new("MINOR_CONSENT_ALONE", Severity.Information);
    public static readonly BorderRule MinorConsentNone = new("MINOR_CONSENT_NONE", Severity.Warning);
    public static readonly BorderRule MinorConsentExpired = new("MINOR_CONSENT_EXPIRED", Severity.Warning);
    public static readonly BorderRule MinorConsentNotYetValid = new("MINOR_CONSENT_NOT_YET_VALID", Severity.Warning);
    public static readonly BorderRule MinorConsentUsed = new("MINOR_CONSENT_USED", Severity.Warning);
    public static readonly BorderRule MinorConsentAdultUnknown = new("MINOR_CONSENT_ADULT_UNKNOWN", Severity.Warning);
    public static readonly BorderRule MinorConsentDestinationUnknown = new("MINOR_CONSENT_DESTINATION_UNKNOWN", Severity.Warning);
    public static readonly BorderRule MinorConsentOtherAdult = new("MINOR_CONSENT_OTHER_ADULT", Severity.Serious);
    public static readonly BorderRule MinorConsentOtherDestination = new("MINOR_CONSENT_OTHER_DESTINATION", Severity.Serious);
    public static readonly BorderRule MinorConsentRevoked = new("MINOR_CONSENT_REVOKED", Severity.Serious);
    public static readonly BorderRule MinorConsentAgainstOrder = new("MINOR_CONSENT_AGAINST_ORDER", Severity.Serious);
    public static readonly BorderRule EmigrationCleared = new("EMIGRATION_CLEARED", Severity.Information);
    public static readonly BorderRule EmigrationNotCleared = new("EMIGRATION_NOT_CLEARED", Severity.Warning);
    public static readonly BorderRule EmigrationExpired = new("EMIGRATION_CLEARANCE_EXPIRED", Severity.Warning);
    public static readonly BorderRule EmigrationOtherDestination = new("EMIGRATION_OTHER_DESTINATION", Severity.Warning);
    public static readonly BorderRule EmigrationLicenceEnded = new("EMIGRATION_LICENCE_ENDED", Severity.Warning);
    public static readonly BorderRule EmigrationRevoked = new("EMIGRATION_CLEARANCE_REVOKED", Severity.Serious);
    public static readonly BorderRule ExitOrderInvalid = new("EXIT_ORDER_INVALID", Severity.Warning);
    public static readonly BorderRule ExitOrderOfAnybody = new("EXIT_ORDER_OF_ANYBODY", Severity.Warning);
    public static readonly BorderRule ExitOrderNotFound = new("EXIT_ORDER_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule ExitOrderLifted = new("EXIT_ORDER_ALREADY_LIFTED", Severity.Warning);
    public static readonly BorderRule ExitOrderLiftingNotAsked = new("EXIT_ORDER_LIFTING_NOT_ASKED", Severity.Warning);
    public static readonly BorderRule ExitOrderLiftingChanged = new("EXIT_ORDER_LIFTING_CHANGED", Severity.Warning);
    public static readonly BorderRule ExitPaperInvalid = new("EXIT_PAPER_INVALID", Severity.Warning);
    public static readonly BorderRule ExitPaperNotFound = new("EXIT_PAPER_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule ExitPaperRevoked = new("EXIT_PAPER_ALREADY_REVOKED", Severity.Warning);
    public static readonly BorderRule CompanionInvalid = new("COMPANION_INVALID", Severity.Warning);
    public static readonly BorderRule DestinationUnknown = new("DESTINATION_UNKNOWN", Severity.Warning);
    public static readonly BorderRule HelpContactsInvalid = new("HELP_CONTACTS_INVALID", Severity.Warning);
    public static readonly BorderRule RetentionMalformed = new("RETENTION_MALFORMED", Severity.Warning);
    public static readonly BorderRule RetentionInvalid = new("RETENTION_INVALID", Severity.Warning);
    public static readonly BorderRule RetentionOfHeadquarters = new("RETENTION_OF_HEADQUARTERS", Severity.Warning);
    public static readonly BorderRule RetentionNone = new("RETENTION_NONE", Severity.Warning);
    public static readonly BorderRule HoldInvalid = new("HOLD_INVALID", Severity.Warning);
    public static readonly BorderRule HoldOfUnknown = new("HOLD_OF_UNKNOWN", Severity.Warning);
    public static readonly BorderRule HoldNotFound = new("HOLD_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule HoldLifted = new("HOLD_ALREADY_LIFTED", Severity.Warning);
    public static readonly BorderRule HoldLiftingNotAsked = new("HOLD_LIFTING_NOT_ASKED", Severity.Warning);
    public static readonly BorderRule HoldLiftingChanged = new("HOLD_LIFTING_CHANGED", Severity.Warning);

    // Indicators: what the counter shows names neither them nor why
    public static readonly BorderRule RoutineQuestion = new("ROUTINE_QUESTION", Severity.Warning);
    public static readonly BorderRule RoutineInterview = new("ROUTINE_INTERVIEW", Severity.Serious);
    public static readonly BorderRule SawObserved = new("SAW_OBSERVED", Severity.Information);
    public static readonly BorderRule SawDifferentMinors = new("SAW_DIFFERENT_MINORS", Severity.Information);
    public static readonly BorderRule SawBackWithoutMinors = new("SAW_BACK_WITHOUT_MINORS", Severity.Information);
    public static readonly BorderRule SawUnconnectedAdult = new("SAW_UNCONNECTED_ADULT", Severity.Information);
    public static readonly BorderRule SawSameLeader = new("SAW_SAME_LEADER", Severity.Information);
    public static readonly BorderRule SawSharedSponsor = new("SAW_SHARED_SPONSOR", Severity.Information);
    public static readonly BorderRule SawSharedPhone = new("SAW_SHARED_PHONE", Severity.Information);
    public static readonly BorderRule SawSharedAddress = new("SAW_SHARED_ADDRESS", Severity.Information);
    public static readonly BorderRule SawShortStays = new("SAW_SHORT_STAYS", Severity.Information);
    public static readonly BorderRule SawConsecutiveDocuments = new("SAW_CONSECUTIVE_DOCUMENTS", Severity.Information);
    public static readonly BorderRule SawThroughTogether = new("SAW_THROUGH_TOGETHER", Severity.Information);
    public static readonly BorderRule SawNewDocument = new("SAW_NEW_DOCUMENT", Severity.Information);
    public static readonly BorderRule SawTold = new("SAW_TOLD", Severity.Information);
    public static readonly BorderRule IndicatorsMalformed = new("INDICATORS_MALFORMED", Severity.Warning);
    public static readonly BorderRule IndicatorsInvalid = new("INDICATORS_INVALID", Severity.Warning);
    public static readonly BorderRule IndicatorsOfHeadquarters = new("INDICATORS_OF_HEADQUARTERS", Severity.Warning);
    public static readonly BorderRule JourneyInvalid = new("JOURNEY_INVALID", Severity.Warning);

    // Why a named entry is no hit
    public static readonly BorderRule BelowThreshold = new("SCREENING_BELOW_THRESHOLD", Severity.Information);
    public static readonly BorderRule WeakAliasAlone = new("SCREENING_WEAK_ALIAS_ALONE", Severity.Information);
    public static readonly BorderRule ListNotScreened = new("SCREENING_LIST_SWITCHED_OFF", Severity.Information);
    public static readonly BorderRule EntryWithoutName = new("SCREENING_ENTRY_WITHOUT_NAME", Severity.Information);
    public static readonly BorderRule EntryOfNoPerson = new("SCREENING_ENTRY_OF_NO_PERSON", Severity.Information);
    public static readonly BorderRule EntryNotInForce = new("SCREENING_ENTRY_NOT_IN_FORCE", Severity.Information);

    // Requests
    public static readonly BorderRule DocumentUnreadable = new("DOCUMENT_UNREADABLE", Severity.Warning);
    public static readonly BorderRule CounterUnknown = new("COUNTER_UNKNOWN", Severity.Warning);
    public static readonly BorderRule EncounterNotFound = new("ENCOUNTER_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule EncounterDecided = new("ENCOUNTER_ALREADY_DECIDED", Severity.Warning);
    public static readonly BorderRule EncounterSuperseded = new("ENCOUNTER_SUPERSEDED", Severity.Warning);
    public static readonly BorderRule EncounterTooOld = new("ENCOUNTER_TOO_OLD", Severity.Warning);
    public static readonly BorderRule ChipFileUnknown = new("CHIP_FILE_UNKNOWN", Severity.Warning);
    public static readonly BorderRule ChipPortraitAbsent = new("CHIP_PORTRAIT_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule PicturePortraitAbsent = new("PICTURE_PORTRAIT_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule VisaUnreadable = new("VISA_UNREADABLE", Severity.Warning);
    public static readonly BorderRule VisaWithoutPassport = new("VISA_WITHOUT_PASSPORT", Severity.Warning);
    public static readonly BorderRule AdvanceStatusOfNobody = new("ADVANCE_STATUS_OF_NOBODY", Severity.Warning);
    public static readonly BorderRule PageFieldTooLong = new("PAGE_FIELD_TOO_LONG", Severity.Warning);
    public static readonly BorderRule ChipTooLarge = new("CHIP_TOO_LARGE", Severity.Warning);
    public static readonly BorderRule Announced = new("ANNOUNCED", Severity.Information);
    public static readonly BorderRule AnnouncedAbsent = new("ANNOUNCED_NOT_ON_BOARD", Severity.Warning);
    public static readonly BorderRule ConveyanceInvalid = new("CONVEYANCE_INVALID", Severity.Warning);
    public static readonly BorderRule ConveyanceDay = new("CONVEYANCE_DAY", Severity.Warning);
    public static readonly BorderRule ConveyanceOther = new("CONVEYANCE_OTHER_THAN_ANNOUNCED", Severity.Warning);
    public static readonly BorderRule CorrectionOfOwn = new("CORRECTION_OF_OWN_DECISION", Severity.Warning);
    public static readonly BorderRule CorrectionUnread = new("CORRECTION_UNREAD", Severity.Warning);
    public static readonly BorderRule CorrectionEmpty = new("CORRECTION_EMPTY", Severity.Warning);
    public static readonly BorderRule CorrectionOutcome = new("CORRECTION_OUTCOME", Severity.Warning);
    public static readonly BorderRule HitsOpen = new("HITS_OPEN", Severity.Warning);
    public static readonly BorderRule DocumentReportedSince = new("DOCUMENT_REPORTED_SINCE", Severity.Warning);
    public static readonly BorderRule HitNotFound = new("HIT_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule HitResolved = new("HIT_ALREADY_RESOLVED", Severity.Warning);
    public static readonly BorderRule ResolutionInvalid = new("RESOLUTION_INVALID", Severity.Warning);
    public static readonly BorderRule HitOwnEncounter = new("HIT_OF_OWN_ENCOUNTER", Severity.Warning);
    public static readonly BorderRule RescreeningNotFound = new("RESCREENING_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule RescreeningRunning = new("RESCREENING_ALREADY_RUNNING", Severity.Warning);
    public static readonly BorderRule RescreeningEnded = new("RESCREENING_ALREADY_ENDED", Severity.Warning);
    public static readonly BorderRule VettedNotFound = new("VETTED_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule VettedWithdrawn = new("VETTED_ALREADY_WITHDRAWN", Severity.Warning);
    public static readonly BorderRule VettedUntilInvalid = new("VETTED_UNTIL_INVALID", Severity.Warning);
    public static readonly BorderRule PolicyInvalid = new("POLICY_INVALID", Severity.Warning);
    public static readonly BorderRule PolicyUnchanged = new("POLICY_UNCHANGED", Severity.Warning);
    public static readonly BorderRule PolicyNotFound = new("POLICY_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule PolicyDecided = new("POLICY_ALREADY_DECIDED", Severity.Warning);
    public static readonly BorderRule PolicyOutdated = new("POLICY_OUTDATED", Severity.Warning);
    public static readonly BorderRule SupervisorRequired = new("SUPERVISOR_REQUIRED", Severity.Warning);
    public static readonly BorderRule IdempotencyKeyInvalid = new("IDEMPOTENCY_KEY_INVALID", Severity.Warning);
    public static readonly BorderRule IdempotencyKeyReused = new("IDEMPOTENCY_KEY_REUSED", Severity.Warning);
    public static readonly BorderRule PermittedUntilInvalid = new("PERMITTED_UNTIL_INVALID", Severity.Warning);
    public static readonly BorderRule PermissionNotUsable = new("PERMISSION_NOT_USABLE", Severity.Warning);
    public static readonly BorderRule InterviewAwaited = new("INTERVIEW_AWAITED", Severity.Warning);
    public static readonly BorderRule RemovalNotReviewed = new("REMOVAL_NOT_REVIEWED", Severity.Warning);
    public static readonly BorderRule InterviewNotReferred = new("INTERVIEW_NOT_REFERRED", Severity.Warning);
    public static readonly BorderRule PermissionChangedSince = new("PERMISSION_CHANGED_SINCE", Severity.Warning);
    public static readonly BorderRule PermissionInvalid = new("PERMISSION_INVALID", Severity.Warning);
    public static readonly BorderRule PermissionNumberTaken = new("PERMISSION_NUMBER_TAKEN", Severity.Warning);
    public static readonly BorderRule PermissionNotFound = new("PERMISSION_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule PermissionAlreadyRevoked = new("PERMISSION_ALREADY_REVOKED", Severity.Warning);
    public static readonly BorderRule ExtensionReferenceTaken = new("EXTENSION_REFERENCE_TAKEN", Severity.Warning);
    public static readonly BorderRule ExtensionNotFound = new("EXTENSION_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule ExtensionAlreadyRevoked = new("EXTENSION_ALREADY_REVOKED", Severity.Warning);
    public static readonly BorderRule EntryRulesMalformed = new("ENTRY_RULES_MALFORMED", Severity.Warning);
    public static readonly BorderRule EntryRulesInvalid = new("ENTRY_RULES_INVALID", Severity.Warning);
    public static readonly BorderRule TravellerNotFound = new("TRAVELLER_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule CrossingNotFound = new("CROSSING_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule ImportUnreadable = new("CROSSING_IMPORT_UNREADABLE", Severity.Warning);
    public static readonly BorderRule ImportSuperseded = new("CROSSING_IMPORT_SUPERSEDED", Severity.Warning);
    public static readonly BorderRule ImportDiffers = new("CROSSING_IMPORT_DIFFERS", Severity.Warning);
    public static readonly BorderRule WatchlistNotFound = new("WATCHLIST_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule WatchlistEntryNotFound = new("WATCHLIST_ENTRY_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule WatchlistShrinks = new("WATCHLIST_SHRINKS", Severity.Warning);
    public static readonly BorderRule WatchlistOlder = new("WATCHLIST_OLDER", Severity.Warning);
    public static readonly BorderRule WatchlistNumberLower = new("WATCHLIST_NUMBER_LOWER", Severity.Warning);
    public static readonly BorderRule WatchlistOtherForm = new("WATCHLIST_OTHER_FORM", Severity.Warning);
    public static readonly BorderRule WatchlistNameInvalid = new("WATCHLIST_NAME_INVALID", Severity.Warning);
    public static readonly BorderRule WatchlistImportSuperseded = new("WATCHLIST_IMPORT_SUPERSEDED", Severity.Warning);
    public static readonly BorderRule WatchlistImportHeld = new("WATCHLIST_IMPORT_HELD", Severity.Warning);
    public static readonly BorderRule HeldImportNotFound = new("WATCHLIST_HELD_IMPORT_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule TrustListOlder = new("TRUST_LIST_OLDER", Severity.Warning);
    public static readonly BorderRule TrustListShrinks = new("TRUST_LIST_SHRINKS", Severity.Warning);
    public static readonly BorderRule TrustDirectoryOlder = new("TRUST_DIRECTORY_OLDER", Severity.Warning);
    public static readonly BorderRule RevocationListOlder = new("TRUST_REVOCATION_LIST_OLDER", Severity.Warning);
    public static readonly BorderRule NameRequired = new("NAME_REQUIRED", Severity.Warning);

    // What headquarters publishes
    public static readonly BorderRule GovernedByHeadquarters = new("GOVERNED_BY_HEADQUARTERS", Severity.Warning);
    public static readonly BorderRule TopicUnknown = new("TOPIC_UNKNOWN", Severity.Warning);
    public static readonly BorderRule PublishedNothingNewer = new("PUBLISHED_NOTHING_NEWER", Severity.Information);
    public static readonly BorderRule PublishedTooLarge = new("PUBLISHED_TOO_LARGE", Severity.Serious);
    public static readonly BorderRule PublishedMalformed = new("PUBLISHED_MALFORMED", Severity.Warning);
    public static readonly BorderRule PublishedUnsigned = new("PUBLISHED_UNSIGNED", Severity.Serious);
    public static readonly BorderRule PublishedOlder = new("PUBLISHED_OLDER", Severity.Warning);
    public static readonly BorderRule PublishedBase = new("PUBLISHED_OTHER_BASE", Severity.Warning);
    public static readonly BorderRule PublishedIncomplete = new("PUBLISHED_INCOMPLETE", Severity.Information);
    public static readonly BorderRule PublishedDiffers = new("PUBLISHED_DIFFERS", Severity.Serious);

    // Sites and backups
    public static readonly BorderRule SiteNotFound = new("SITE_NOT_FOUND", Severity.Warning);
    public static readonly BorderRule SiteExists = new("SITE_EXISTS", Severity.Warning);
    public static readonly BorderRule SiteSettingsInvalid = new("SITE_SETTINGS_INVALID", Severity.Warning);
    public static readonly BorderRule SiteOfTraining = new("SITE_OF_TRAINING", Severity.Warning);
    public static readonly BorderRule SiteOfService = new("SITE_OF_SERVICE", Severity.Warning);
    public static readonly BorderRule SiteDatabaseOfOtherKind = new("SITE_DATABASE_OF_OTHER_KIND", Severity.Warning);
    public static readonly BorderRule TrainingLinked = new("TRAINING_LINKED", Severity.Warning);
    public static readonly BorderRule BackupInvalid = new("BACKUP_INVALID", Severity.Warning);
#pragma warning restore CS1591

    /// <summary>The finding that this rule is broken or applies, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity, field, evidence);
}
