using Rahdari.Documents.Findings;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>What can be wrong with advance passenger information. Segments and bytes count from 1.</summary>
public static class AdvanceRule
{
    private const string Paxlst = "WCO/IATA/ICAO PAXLST guide";

#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule TooLarge = new("EDIFACT_TOO_LARGE", Severity.Serious, "bound of this library", "bytes", "largest");
    public static readonly FindingRule NoInterchange = new("EDIFACT_ABSENT", Severity.Serious, "ISO 9735-1 §8 (UNA, UNB)");
    public static readonly FindingRule Heading = new("EDIFACT_HEADING", Severity.Information, "ISO 9735-1 §8", "bytes");
    public static readonly FindingRule ServiceString = new("EDIFACT_SERVICE_STRING", Severity.Serious, "ISO 9735-1 §8.1 (UNA)", "segment", "byte");
    public static readonly FindingRule Unfinished = new("EDIFACT_SEGMENT_UNFINISHED", Severity.Serious, "ISO 9735-1 §8.5", "segment", "byte");
    public static readonly FindingRule SegmentTooLong = new("EDIFACT_SEGMENT_TOO_LONG", Severity.Serious, "bound of this library", "segment", "byte", "length", "longest");
    public static readonly FindingRule Tag = new("EDIFACT_TAG", Severity.Serious, "ISO 9735-1 §7.3", "segment", "byte");
    public static readonly FindingRule TagSpaced = new("EDIFACT_TAG_SPACED", Severity.Warning, "ISO 9735-1 §7.3", "segment", "byte", "tag");
    public static readonly FindingRule Character = new("EDIFACT_CHARACTER", Severity.Warning, "ISO 9735-1 §6", "segment", "byte", "set");
    public static readonly FindingRule CharacterSet = new("EDIFACT_CHARACTER_SET", Severity.Warning, "ISO 9735-1 §6 (UNB 0001)", "segment", "byte", "set");
    public static readonly FindingRule Place = new("EDIFACT_SEGMENT_OUTSIDE", Severity.Serious, "ISO 9735-1 §7.1", "segment", "byte", "tag");
    public static readonly FindingRule HeaderMissing = new("EDIFACT_HEADER_MISSING", Severity.Warning, "ISO 9735-1 §7.1", "segment", "byte", "tag");
    public static readonly FindingRule TrailerMissing = new("EDIFACT_TRAILER_MISSING", Severity.Serious, "ISO 9735-1 §7.1", "segment", "byte", "tag", "reference");
    public static readonly FindingRule Count = new("EDIFACT_COUNT", Severity.Warning, "ISO 9735-1 (UNT 0074, UNE 0060, UNZ 0036)", "segment", "byte", "tag", "stated", "counted");
    public static readonly FindingRule Reference = new("EDIFACT_REFERENCE", Severity.Warning, "ISO 9735-1 (UNT 0062, UNE 0048, UNZ 0020)", "segment", "byte", "tag", "stated", "opened");
    public static readonly FindingRule Further = new("EDIFACT_FURTHER_FINDINGS", Severity.Warning, "bound of this library", "further", "shown");

    public static readonly FindingRule MessageUnknown = new("API_MESSAGE_UNKNOWN", Severity.Warning, "UNH 0065", "segment", "byte", "type");
    public static readonly FindingRule TooManySegments = new("API_TOO_MANY_SEGMENTS", Severity.Serious, "bound of this library", "segment", "byte", "most");
    public static readonly FindingRule KindUnknown = new("API_LIST_KIND_UNKNOWN", Severity.Warning, Paxlst + ", BGM 1001", "segment", "byte", "code");
    public static readonly FindingRule FunctionUnknown = new("API_LIST_FUNCTION_UNKNOWN", Severity.Warning, Paxlst + ", BGM 1004", "segment", "byte", "code");
    public static readonly FindingRule FlightMissing = new("API_FLIGHT_MISSING", Severity.Serious, Paxlst + ", TDT", "segment", "byte");
    public static readonly FindingRule RouteMissing = new("API_ROUTE_MISSING", Severity.Warning, Paxlst + ", LOC 125 and 87", "segment", "byte", "flight");
    public static readonly FindingRule RouteTimes = new("API_ARRIVAL_CONTRADICTS_DEPARTURE", Severity.Warning, "local times differ by less than 27 hours, flights last less than 24", "segment", "byte", "departure", "arrival");
    public static readonly FindingRule Date = new("API_DATE_IMPOSSIBLE", Severity.Serious, "UN/EDIFACT 2379", "segment", "byte", "date");
    public static readonly FindingRule RoleUnknown = new("API_ROLE_UNKNOWN", Severity.Warning, Paxlst + ", NAD 3035", "segment", "byte", "code");
    public static readonly FindingRule NameMissing = new("API_NAME_MISSING", Severity.Serious, Paxlst + ", NAD C080", "segment", "byte");
    public static readonly FindingRule SexUnknown = new("API_SEX_UNKNOWN", Severity.Warning, Paxlst + ", ATT C956", "segment", "byte", "code");
    public static readonly FindingRule BirthMissing = new("API_DATE_OF_BIRTH_MISSING", Severity.Warning, Paxlst + ", DTM 329", "segment", "byte");
    public static readonly FindingRule BirthAfterToday = new("API_BORN_AFTER_TODAY", Severity.Serious, "logic", "segment", "byte", "birth");
    public static readonly FindingRule NationalityMissing = new("API_NATIONALITY_MISSING", Severity.Warning, Paxlst + ", NAT", "segment", "byte");
    public static readonly FindingRule NationalityUnknown = new("API_NATIONALITY_UNKNOWN", Severity.Serious, "Doc 9303-3 §5", "segment", "byte", "state");
    public static readonly FindingRule DocumentMissing = new("API_DOCUMENT_MISSING", Severity.Serious, Paxlst + ", DOC", "segment", "byte");
    public static readonly FindingRule NumberMissing = new("API_DOCUMENT_NUMBER_MISSING", Severity.Serious, Paxlst + ", DOC C503", "segment", "byte");
    public static readonly FindingRule StateMissing = new("API_ISSUING_STATE_MISSING", Severity.Warning, Paxlst + ", LOC 91", "segment", "byte");
    public static readonly FindingRule StateUnknown = new("API_ISSUING_STATE_UNKNOWN", Severity.Serious, "Doc 9303-3 §5", "segment", "byte", "state");
    public static readonly FindingRule ExpiryMissing = new("API_DATE_OF_EXPIRY_MISSING", Severity.Warning, Paxlst + ", DTM 36", "segment", "byte");
    public static readonly FindingRule Expired = new("API_DOCUMENT_EXPIRED", Severity.Serious, "Doc 9303-3 §4.8", "segment", "byte", "expiry", "day");
    public static readonly FindingRule Duplicate = new("API_TRAVELLER_TWICE", Severity.Warning, "logic", "segment", "byte", "first");
    public static readonly FindingRule CountDiffers = new("API_COUNT_DIFFERS", Severity.Serious, Paxlst + ", CNT 42 and 41", "segment", "byte", "stated", "counted");
    public static readonly FindingRule PartsMissing = new("API_PARTS_MISSING", Severity.Serious, "UNH 0070 and 0073", "segment", "byte", "last", "present");
    public static readonly FindingRule RequestUnreadable = new("API_SERVICE_REQUEST_UNREADABLE", Severity.Warning, "AIRIMP, SSR DOCS, DOCO and DOCA", "segment", "byte", "request");
    public static readonly FindingRule LocatorMissing = new("API_RECORD_LOCATOR_MISSING", Severity.Warning, "IATA PNRGOV guide, RCI", "segment", "byte");
    public static readonly FindingRule AnswerUnknown = new("API_ANSWER_UNKNOWN", Severity.Serious, "CUSRES guide, ERC 9321", "segment", "byte", "code");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        TooLarge, NoInterchange, Heading, ServiceString, Unfinished, SegmentTooLong, Tag, TagSpaced, Character, CharacterSet, Place,
        HeaderMissing, TrailerMissing, Count, Reference, Further, MessageUnknown, TooManySegments, KindUnknown, FunctionUnknown, FlightMissing, RouteMissing,
        RouteTimes, Date, RoleUnknown, NameMissing, SexUnknown, BirthMissing, BirthAfterToday, NationalityMissing, NationalityUnknown,
        DocumentMissing, NumberMissing, StateMissing, StateUnknown, ExpiryMissing, Expired, Duplicate, CountDiffers, PartsMissing,
        RequestUnreadable, LocatorMissing, AnswerUnknown,
    ];
}
