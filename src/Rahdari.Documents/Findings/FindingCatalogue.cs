using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Findings;

/// <summary>Every rule of this library, stated once.</summary>
public static class FindingCatalogue
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule Empty = new("MRZ_EMPTY", Severity.Warning, "Doc 9303-3 §4");
    public static readonly FindingRule TooLong = new("MRZ_TOO_LONG", Severity.Warning, "Doc 9303-3 §4", "length", "longest");
    public static readonly FindingRule Shape = new("MRZ_SHAPE", Severity.Warning, "Doc 9303-3 §4.1", "lines", "lengths");
    public static readonly FindingRule LineLength = new("MRZ_LINE_LENGTH", Severity.Warning, "Doc 9303-3 §4.1", "line", "length", "expected");
    public static readonly FindingRule Character = new("MRZ_CHARACTER", Severity.Serious, "Doc 9303-3 §4.3", "line", "column", "character");
    public static readonly FindingRule Alphabet = new("MRZ_ALPHABET", Severity.Serious, "Doc 9303 parts 4 to 7 §4.2.2", "line", "column", "character", "allowed");
    public static readonly FindingRule CheckDigitNumber = new("MRZ_CHECK_DIGIT_DOCUMENT_NUMBER", Severity.Serious, "Doc 9303-3 §4.9", "line", "column", "expected", "found");
    public static readonly FindingRule CheckDigitBirth = new("MRZ_CHECK_DIGIT_DATE_OF_BIRTH", Severity.Serious, "Doc 9303-3 §4.9", "line", "column", "expected", "found");
    public static readonly FindingRule CheckDigitExpiry = new("MRZ_CHECK_DIGIT_DATE_OF_EXPIRY", Severity.Serious, "Doc 9303-3 §4.9", "line", "column", "expected", "found");
    public static readonly FindingRule CheckDigitPersonal = new("MRZ_CHECK_DIGIT_PERSONAL_NUMBER", Severity.Serious, "Doc 9303-4 §4.2.2", "line", "column", "expected", "found");
    public static readonly FindingRule CheckDigitComposite = new("MRZ_CHECK_DIGIT_COMPOSITE", Severity.Serious, "Doc 9303-3 §4.9", "line", "column", "expected", "found");
    public static readonly FindingRule Date = new("MRZ_DATE_IMPOSSIBLE", Severity.Serious, "Doc 9303-3 §4.8", "line", "column", "date");
    public static readonly FindingRule DatePartial = new("MRZ_DATE_PARTIAL", Severity.Information, "Doc 9303-3 §4.8", "date");
    public static readonly FindingRule Filler = new("MRZ_FILLER", Severity.Warning, "Doc 9303 parts 4 to 7 §4.2.2", "line", "column");
    public static readonly FindingRule NameMissing = new("MRZ_NAME_MISSING", Severity.Serious, "Doc 9303-3 §4.6");
    public static readonly FindingRule NameTruncated = new("MRZ_NAME_MAY_BE_TRUNCATED", Severity.Information, "Doc 9303-3 §4.6", "name");
    public static readonly FindingRule NumberMissing = new("MRZ_DOCUMENT_NUMBER_MISSING", Severity.Serious, "Doc 9303 parts 4 to 7 §4.2.2");
    public static readonly FindingRule CorrectionProposed = new("MRZ_CORRECTION_PROPOSED", Severity.Information, "Doc 9303-3 §4.9 and the field's alphabet", "line", "column", "found", "proposed");
    public static readonly FindingRule CorrectionAmbiguous = new("MRZ_CORRECTION_AMBIGUOUS", Severity.Information, "Doc 9303-3 §4.9 and the field's alphabet", "line", "column", "found", "candidates");
    public static readonly FindingRule DocumentCode = new("DOCUMENT_CODE_UNKNOWN", Severity.Warning, "Doc 9303 parts 4 to 7 §4.2.2", "code", "format");
    public static readonly FindingRule IssuingState = new("DOCUMENT_ISSUING_STATE_UNKNOWN", Severity.Serious, "Doc 9303-3 §5", "state");
    public static readonly FindingRule Nationality = new("DOCUMENT_NATIONALITY_UNKNOWN", Severity.Serious, "Doc 9303-3 §5", "nationality");
    public static readonly FindingRule NationalityDiffers = new("DOCUMENT_NATIONALITY_NOT_OF_ISSUER", Severity.Information, "Doc 9303-4 §4.2.2", "nationality", "state");
    public static readonly FindingRule SpecimenState = new("DOCUMENT_SPECIMEN_STATE", Severity.Information, "Doc 9303-3 §5 (Utopia)", "state");
    public static readonly FindingRule Expired = new("DOCUMENT_EXPIRED", Severity.Serious, "Doc 9303-3 §4.8", "expiry", "days");
    public static readonly FindingRule ExpiresSoon = new("DOCUMENT_EXPIRES_SOON", Severity.Information, "common entry rule of six months", "expiry", "days");
    public static readonly FindingRule ExpiryFar = new("DOCUMENT_EXPIRY_IMPLAUSIBLE", Severity.Warning, "Doc 9303-2: validity of ten years and less is recommended", "expiry", "years");
    public static readonly FindingRule ExpiryUnknown = new("DOCUMENT_EXPIRY_UNKNOWN", Severity.Warning, "Doc 9303-3 §4.8");
    public static readonly FindingRule BirthAfterToday = new("DOCUMENT_BORN_AFTER_TODAY", Severity.Serious, "logic", "birth");
#pragma warning restore CS1591

    /// <summary>The rules by what they look at, each with its title in <c>docs/findings.md</c>.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<FindingRule> Rules)> Groups { get; } =
    [
        ("The zone, and the document that it speaks of",
        [
            Empty, TooLong, Shape, LineLength, Character, Alphabet, CheckDigitNumber, CheckDigitBirth, CheckDigitExpiry, CheckDigitPersonal,
            CheckDigitComposite, Date, DatePartial, Filler, NameMissing, NameTruncated, NumberMissing, CorrectionProposed, CorrectionAmbiguous, DocumentCode, IssuingState, Nationality,
            NationalityDiffers, SpecimenState, Expired, ExpiresSoon, ExpiryFar, ExpiryUnknown, BirthAfterToday,
        ]),
        ("Issuer, kind, number and dates", DocumentRules.All),
        ("The page against the zone", PageRules.All),
        ("The chip against zone and page", ChipRules.All),
        ("Opening and reading the chip", ChipRule.All),
        ("The files of the chip in themselves", LdsRule.All),
        ("Whether the State signed the chip", PassiveRule.All),
        ("The visa against the passport", VisaRules.All),
        ("The same document at earlier crossings", EarlierRules.All),
        ("Documents of those who travel together", GroupRules.All),
        ("Documents reported lost, stolen or revoked", ReportedRules.All),
        ("Pakistani documents", PakistanRules.All),
        ("What the carrier announced, and the zone", AnnouncedRules.All),
        ("Advance passenger information", AdvanceRule.All),
        ("The zone presented and the picture of the page", PictureRules.All),
        ("Visible digital seals", SealRules.All),
        ("Master lists of country signing certificates", TrustRule.All),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [.. Groups.SelectMany(group => group.Rules)];
}
