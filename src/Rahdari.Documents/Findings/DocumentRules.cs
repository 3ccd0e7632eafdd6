namespace Rahdari.Documents.Findings;

/// <summary>What the zone says of the document: issuer, kind, number, dates.</summary>
public static class DocumentRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule StateFormer = new("DOCUMENT_STATE_DISSOLVED", Severity.Serious, "ISO 3166-3", "state", "name", "day");
    public static readonly FindingRule Fantasy = new("DOCUMENT_FANTASY_ISSUER", Severity.Critical, "European Commission, list of known fantasy passports", "issuer");
    public static readonly FindingRule Camouflage = new("DOCUMENT_CAMOUFLAGE_ISSUER", Severity.Critical, "European Commission, list of known camouflage passports", "issuer");
    public static readonly FindingRule Unrecognised = new("DOCUMENT_UNRECOGNISED_ISSUER", Severity.Serious, "ISO 3166-1, user-assigned codes; recognition is each State’s own", "issuer");
    public static readonly FindingRule StateCodeForm = new("DOCUMENT_STATE_CODE_FORM", Severity.Serious, "Doc 9303-3 §5, part A", "found", "expected");
    public static readonly FindingRule OrganizationIssuer = new("DOCUMENT_ISSUED_BY_ORGANIZATION", Severity.Information, "Doc 9303-3 §5, parts B to D", "issuer");
    public static readonly FindingRule OrganizationNational = new("DOCUMENT_NATIONALITY_OF_ORGANIZATION", Severity.Warning, "Doc 9303-3 §5", "nationality", "state");
    public static readonly FindingRule NationalityFormer = new("DOCUMENT_NATIONALITY_DISSOLVED", Severity.Warning, "ISO 3166-3", "nationality", "name", "day");
    public static readonly FindingRule Stateless = new("DOCUMENT_HOLDER_STATELESS", Severity.Information, "Doc 9303-3 §5, part E; Convention of 1954", "code");
    public static readonly FindingRule Refugee = new("DOCUMENT_HOLDER_REFUGEE", Severity.Information, "Doc 9303-3 §5, part E; Convention of 1951", "code");
    public static readonly FindingRule NationalityUnstated = new("DOCUMENT_NATIONALITY_UNSPECIFIED", Severity.Information, "Doc 9303-3 §5, part E", "code");
    public static readonly FindingRule RefugeeNational = new("DOCUMENT_REFUGEE_OF_ISSUER", Severity.Warning, "Convention of 1951, article 1; Doc 9303-4", "code", "state");
    public static readonly FindingRule Privileged = new("DOCUMENT_HOLDER_MAY_HAVE_PRIVILEGES", Severity.Information, "Vienna Convention of 1961, articles 29 and 40; Doc 9303-4", "kind");
    public static readonly FindingRule Emergency = new("DOCUMENT_EMERGENCY", Severity.Information, "Doc 9303-4; Doc 9303-8", "code");
    public static readonly FindingRule CodeUnusual = new("DOCUMENT_CODE_UNUSUAL", Severity.Information, "Doc 9303-4 §4.2.2, table of document codes", "code");
    public static readonly FindingRule CodeNotIssued = new("DOCUMENT_CODE_NOT_ISSUED", Severity.Serious, "the State’s own list, document-codes.tsv", "code", "state", "codes");
    public static readonly FindingRule NotForTravel = new("DOCUMENT_NOT_FOR_TRAVEL", Severity.Warning, "Doc 9303-2 §1", "format");
    public static readonly FindingRule NoCheckDigits = new("DOCUMENT_WITHOUT_CHECK_DIGITS", Severity.Information, "the layout of the format", "format");
    public static readonly FindingRule ExpiryNotInZone = new("DOCUMENT_EXPIRY_NOT_IN_ZONE", Severity.Information, "the layout of the format", "format");
    public static readonly FindingRule NumberForm = new("DOCUMENT_NUMBER_FORM", Severity.Warning, "passport-numbers.tsv", "number", "state", "forms");
    public static readonly FindingRule NumberUniform = new("DOCUMENT_NUMBER_INVENTED", Severity.Warning, "logic", "number");
    public static readonly FindingRule NumberFiller = new("DOCUMENT_NUMBER_FILLER_INSIDE", Severity.Warning, "Doc 9303-3 §4.10", "number");
    public static readonly FindingRule SpecimenName = new("DOCUMENT_SPECIMEN_NAME", Severity.Serious, "specimens.tsv: Doc 9303 and the specimens that States publish", "name");
    public static readonly FindingRule SpecimenNumber = new("DOCUMENT_SPECIMEN_NUMBER", Severity.Serious, "specimens.tsv: Doc 9303 and the specimens that States publish", "number");
    public static readonly FindingRule SpecimenInService = new("DOCUMENT_SPECIMEN_IN_SERVICE", Severity.Critical, "Doc 9303-3 §5, part G (Utopia)", "state");
    public static readonly FindingRule PlaceholderName = new("DOCUMENT_NAME_PLACEHOLDER", Severity.Warning, "placeholders.tsv: 9 FAM 303", "name");
    public static readonly FindingRule OnePartName = new("DOCUMENT_NAME_OF_ONE_PART", Severity.Information, "Doc 9303-3 §4.6", "name");
    public static readonly FindingRule SexUnstated = new("DOCUMENT_SEX_UNSPECIFIED", Severity.Information, "Doc 9303-3 §4.7");
    public static readonly FindingRule ExpiresBeforeBirth = new("DOCUMENT_EXPIRES_BEFORE_BIRTH", Severity.Serious, "logic", "expiry", "birth");
    public static readonly FindingRule ValidTooLong = new("DOCUMENT_VALIDITY_TOO_LONG", Severity.Serious, "validity.tsv: the State’s passport law", "expiry", "state", "years");
    public static readonly FindingRule ValidTooLongForChild = new("DOCUMENT_VALIDITY_TOO_LONG_FOR_CHILD", Severity.Serious, "validity.tsv: the State’s passport law", "expiry", "state", "years");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        StateFormer, Fantasy, Camouflage, Unrecognised, StateCodeForm, OrganizationIssuer, OrganizationNational, NationalityFormer,
        Stateless, Refugee, NationalityUnstated, RefugeeNational, Privileged, Emergency, CodeUnusual, CodeNotIssued, NotForTravel,
        NoCheckDigits, ExpiryNotInZone, NumberForm, NumberUniform, NumberFiller, SpecimenName, SpecimenNumber, SpecimenInService,
        PlaceholderName, OnePartName, SexUnstated, ExpiresBeforeBirth, ValidTooLong, ValidTooLongForChild,
    ];
}
