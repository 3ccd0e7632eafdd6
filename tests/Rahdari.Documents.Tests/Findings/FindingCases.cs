using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Tests.AdvanceInformation;
using Rahdari.Documents.Tests.Chips;
using Rahdari.Documents.Tests.Lds;
using Rahdari.Documents.Tests.Seals;
using Rahdari.Documents.Tests.Trust;

namespace Rahdari.Documents.Tests.Findings;

/// <summary>For every code an input that raises it, and the field that it names.</summary>
internal static class FindingCases
{
    public static readonly DateOnly Today = new(2026, 1, 31);

    /// <summary>A Pakistani passport in order.</summary>
    public static readonly MrzFields Passport = new()
    {
        Format = MrzFormat.TD3,
        DocumentCode = "P",
        IssuingState = "PAK",
        PrimaryIdentifier = "NAMUNA",
        SecondaryIdentifier = "GUL",
        NameMayBeTruncated = false,
        DocumentNumber = "XX0000000",
        Nationality = "PAK",
        DateOfBirth = PartialDate.Of(1980, 5, 17),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2031, 1, 1),
        OptionalData = ["6110100000002"],
    };

    /// <summary>The page of that passport.</summary>
    public static readonly VisualZone Page = new()
    {
        DocumentCode = "P",
        IssuingState = "PAK",
        IssuingStateName = "Islamic Republic of Pakistan",
        PrimaryIdentifier = "Namuna",
        SecondaryIdentifier = "Gul",
        DocumentNumber = "XX0000000",
        Nationality = "PAK",
        DateOfBirth = PartialDate.Of(1980, 5, 17),
        Sex = Sex.Female,
        DateOfIssue = PartialDate.Of(2021, 1, 2),
        DateOfExpiry = PartialDate.Of(2031, 1, 1),
        PersonalNumber = "61101-0000000-2",
    };

    /// <summary>A Utopian visa for its holder.</summary>
    public static readonly MrzFields Visa = Passport with
    {
        Format = MrzFormat.MRVA,
        DocumentCode = "V",
        IssuingState = "UTO",
        DateOfExpiry = PartialDate.Of(2026, 6, 1),
        OptionalData = [""],
    };

    private static readonly MrzFields Foreign = Passport with { IssuingState = "NOR", Nationality = "NOR", DocumentNumber = "X12Y5", OptionalData = [""] };

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["MRZ_EMPTY"] = () => Zone(""),
        ["MRZ_TOO_LONG"] = () => Zone(new string('<', 1001)),
        ["MRZ_SHAPE"] = () => Zone("one line"),
        ["MRZ_LINE_LENGTH"] = () => Zone("two", "lines"),
        ["MRZ_CHARACTER"] = () => Zone(Specimens.TD3[0].Replace("ANNA", "ANNÄ"), Specimens.TD3[1]),
        ["MRZ_ALPHABET"] = () => Zone(Specimens.TD3[0].Replace("ANNA", "ANN4"), Specimens.TD3[1]),
        ["MRZ_CHECK_DIGIT_DOCUMENT_NUMBER"] = () => Zone(Specimens.TD3[0], Specimens.TD3[1].Replace("C36UTO", "C37UTO")),
        ["MRZ_CHECK_DIGIT_DATE_OF_BIRTH"] = () => Zone(Specimens.TD3[0], Specimens.TD3[1].Replace("7408122", "7408123")),
        ["MRZ_CHECK_DIGIT_DATE_OF_EXPIRY"] = () => Zone(Specimens.TD3[0], Specimens.TD3[1].Replace("1204159", "1204158")),
        ["MRZ_CHECK_DIGIT_PERSONAL_NUMBER"] = () => Zone(Specimens.TD3[0], Specimens.TD3[1].Replace("<<<<<10", "<<<<<20")),
        ["MRZ_CHECK_DIGIT_COMPOSITE"] = () => Zone(Specimens.TD3[0], Specimens.TD3[1][..43] + "1"),
        ["MRZ_DATE_IMPOSSIBLE"] = () => Zone(Specimens.TD3[0], Specimens.TD3[1].Replace("7408122", "7413123")),
        ["MRZ_DATE_PARTIAL"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(1980) }),
        ["MRZ_FILLER"] = () => Zone(Specimens.TD3[0].Replace("UTOERIKSSON", "UTO<ERIKSSO"), Specimens.TD3[1]),
        ["MRZ_NAME_MISSING"] = () => Zone("P<UTO".PadRight(44, '<'), Specimens.TD3[1]),
        ["MRZ_NAME_MAY_BE_TRUNCATED"] = () => Composed(Passport with { SecondaryIdentifier = new string('A', 40) }),
        ["MRZ_DOCUMENT_NUMBER_MISSING"] = () => Composed(Passport with { DocumentNumber = "" }),
        ["MRZ_CORRECTION_PROPOSED"] = () => MrzRepair.Propose(Specimens.Read(Specimens.TD3[0], Specimens.TD3[1].Replace("740812", "74O812")), Today)!.Findings,
        ["MRZ_CORRECTION_AMBIGUOUS"] = () => MrzRepair.Propose(Specimens.Read(Specimens.TD3[0].Replace("ERIK", "ER1K"), Specimens.TD3[1]), Today)!.Findings,
        ["DOCUMENT_CODE_UNKNOWN"] = () => Inspect(Passport with { DocumentCode = "I" }),
        ["DOCUMENT_ISSUING_STATE_UNKNOWN"] = () => Inspect(Passport with { IssuingState = "ZZZ" }),
        ["DOCUMENT_NATIONALITY_UNKNOWN"] = () => Inspect(Passport with { Nationality = "ZZZ" }),
        ["DOCUMENT_NATIONALITY_NOT_OF_ISSUER"] = () => Inspect(Passport with { Nationality = "AFG" }),
        ["DOCUMENT_SPECIMEN_STATE"] = () => Inspect(Passport with { IssuingState = "UTO" }),
        ["DOCUMENT_EXPIRED"] = () => Inspect(Passport with { DateOfExpiry = PartialDate.Of(2026, 1, 30) }),
        ["DOCUMENT_EXPIRES_SOON"] = () => Inspect(Passport with { DateOfExpiry = PartialDate.Of(2026, 3, 1) }),
        ["DOCUMENT_EXPIRY_IMPLAUSIBLE"] = () => Inspect(Passport with { IssuingState = "AFG", DateOfExpiry = PartialDate.Of(2040, 1, 1) }),
        ["DOCUMENT_EXPIRY_UNKNOWN"] = () => Inspect(Passport with { DateOfExpiry = PartialDate.Unknown }),
        ["DOCUMENT_BORN_AFTER_TODAY"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(2026, 2, 1) }),

        ["DOCUMENT_STATE_DISSOLVED"] = () => Inspect(Passport with { IssuingState = "YUG" }),
        ["DOCUMENT_FANTASY_ISSUER"] = () => Inspect(Passport with { IssuingState = "WSA" }),
        ["DOCUMENT_CAMOUFLAGE_ISSUER"] = () => Inspect(Passport with { IssuingState = "BHO" }, Page with { IssuingStateName = " british honduras " }),
        ["DOCUMENT_UNRECOGNISED_ISSUER"] = () => Inspect(Passport with { IssuingState = "XCT" }),
        ["DOCUMENT_STATE_CODE_FORM"] = () => Inspect(Passport with { IssuingState = "DEU" }),
        ["DOCUMENT_ISSUED_BY_ORGANIZATION"] = () => Inspect(Passport with { IssuingState = "XOM" }),
        ["DOCUMENT_NATIONALITY_OF_ORGANIZATION"] = () => Inspect(Passport with { Nationality = "UNO" }),
        ["DOCUMENT_NATIONALITY_DISSOLVED"] = () => Inspect(Passport with { Nationality = "SUN" }),
        ["DOCUMENT_HOLDER_STATELESS"] = () => Inspect(Passport with { Nationality = "XXA" }),
        ["DOCUMENT_HOLDER_REFUGEE"] = () => Inspect(Passport with { Nationality = "XXB" }),
        ["DOCUMENT_NATIONALITY_UNSPECIFIED"] = () => Inspect(Passport with { Nationality = "XXX" }),
        ["DOCUMENT_REFUGEE_OF_ISSUER"] = () => Inspect(Passport with { DocumentCode = "PR" }),
        ["DOCUMENT_HOLDER_MAY_HAVE_PRIVILEGES"] = () => Inspect(Passport with { DocumentCode = "PD" }),
        ["DOCUMENT_EMERGENCY"] = () => Inspect(Passport with { DocumentCode = "PE" }),
        ["DOCUMENT_CODE_UNUSUAL"] = () => Inspect(Foreign with { DocumentCode = "PZ" }),
        ["DOCUMENT_CODE_NOT_ISSUED"] = () => Inspect(Passport with { DocumentCode = "PB" }),
        ["DOCUMENT_NOT_FOR_TRAVEL"] = () => Zone(Specimens.FrenchLicence),
        ["DOCUMENT_WITHOUT_CHECK_DIGITS"] = () => Zone(Specimens.SwissLicence),
        ["DOCUMENT_EXPIRY_NOT_IN_ZONE"] = () => Zone(Specimens.RussianPassport),
        ["DOCUMENT_NUMBER_FORM"] = () => Inspect(Passport with { DocumentNumber = "X00000000" }),
        ["DOCUMENT_NUMBER_INVENTED"] = () => Inspect(Foreign with { DocumentNumber = "123456789" }),
        ["DOCUMENT_NUMBER_FILLER_INSIDE"] = () => Inspect(Foreign with { DocumentNumber = "X1<2" }),
        ["DOCUMENT_SPECIMEN_NAME"] = () => Inspect(Passport with { PrimaryIdentifier = "MUSTERMANN", SecondaryIdentifier = "ERIKA" }),
        ["DOCUMENT_SPECIMEN_NUMBER"] = () => Inspect(Passport with { IssuingState = "D", DocumentNumber = "C01X00T47" }),
        ["DOCUMENT_SPECIMEN_IN_SERVICE"] = () => DocumentInspector.Inspect(Evidence(Passport with { IssuingState = "UTO" }) with { InService = true }, Today),
        ["DOCUMENT_NAME_PLACEHOLDER"] = () => Inspect(Passport with { SecondaryIdentifier = "FNU" }),
        ["DOCUMENT_NAME_OF_ONE_PART"] = () => Inspect(Passport with { SecondaryIdentifier = "" }),
        ["DOCUMENT_SEX_UNSPECIFIED"] = () => Inspect(Passport with { Sex = Sex.Unspecified }),
        ["DOCUMENT_EXPIRES_BEFORE_BIRTH"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(2020, 1, 1), DateOfExpiry = PartialDate.Of(2019, 1, 1) }),
        ["DOCUMENT_VALIDITY_TOO_LONG"] = () => Inspect(Passport with { DateOfExpiry = PartialDate.Of(2036, 2, 1) }),
        ["DOCUMENT_VALIDITY_TOO_LONG_FOR_CHILD"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(2020, 1, 1), DateOfExpiry = PartialDate.Of(2031, 2, 1) }),

        ["PAGE_NAME_TRANSLITERATED"] = () => Inspect(Passport with { PrimaryIdentifier = "XKHAN" }, Page with { PrimaryIdentifier = "خان" }),
        ["PAGE_NAME_TRUNCATED"] = () => Inspect(Passport with { NameMayBeTruncated = true }, Page with { SecondaryIdentifier = "Gulnar" }),
        ["PAGE_NAME_PARTS_EXCHANGED"] = () => Inspect(Passport, Page with { PrimaryIdentifier = "Gul", SecondaryIdentifier = "Namuna" }),
        ["PAGE_NAME_PARTS_MISSING"] = () => Inspect(Passport, Page with { SecondaryIdentifier = "Gul Pari" }),
        ["PAGE_NAME_DIFFERS"] = () => Inspect(Passport, Page with { PrimaryIdentifier = "Numuna" }),
        ["PAGE_NUMBER_LOOKS_ALIKE"] = () => Inspect(Passport, Page with { DocumentNumber = "XX OO0 0000" }),
        ["PAGE_NUMBER_DIFFERS"] = () => Inspect(Passport, Page with { DocumentNumber = "XX0000001" }),
        ["PAGE_DATE_OF_BIRTH_DIFFERS"] = () => Inspect(Passport, Page with { DateOfBirth = PartialDate.Of(1982, 5, 17) }),
        ["PAGE_DATE_DAY_AND_MONTH_SWAPPED"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(1980, 5, 7) }, Page with { DateOfBirth = PartialDate.Of(1980, 7, 5) }),
        ["PAGE_DATE_OF_BIRTH_CENTURY"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(2020, 5, 17) }, Page with { DateOfBirth = PartialDate.Of(1920, 5, 17) }),
        ["PAGE_DATE_MORE_COMPLETE"] = () => Inspect(Passport with { DateOfBirth = PartialDate.Of(1980) }, Page),
        ["PAGE_DATE_OF_EXPIRY_DIFFERS"] = () => Inspect(Passport, Page with { DateOfExpiry = PartialDate.Of(2030, 1, 1) }),
        ["PAGE_SEX_DIFFERS"] = () => Inspect(Passport, Page with { Sex = Sex.Male }),
        ["PAGE_NATIONALITY_DIFFERS"] = () => Inspect(Passport, Page with { Nationality = "AFG" }),
        ["PAGE_ISSUING_STATE_DIFFERS"] = () => Inspect(Passport, Page with { IssuingState = "AFG" }),
        ["PAGE_DOCUMENT_CODE_DIFFERS"] = () => Inspect(Passport, Page with { DocumentCode = "PD" }),
        ["PAGE_PERSONAL_NUMBER_DIFFERS"] = () => Inspect(Passport, Page with { PersonalNumber = "61101-0000000-4" }),
        ["PAGE_DATE_OF_ISSUE_DIFFERS"] = () => DocumentInspector.Inspect(new DocumentEvidence(Specimens.Read(Specimens.FrenchCard)) { Page = new() { DateOfIssue = PartialDate.Of(1989, 6, 1) } }, Today),
        ["PAGE_ISSUED_AFTER_TODAY"] = () => Inspect(Passport, Page with { DateOfIssue = PartialDate.Of(2026, 2, 1) }),
        ["PAGE_ISSUED_BEFORE_BIRTH"] = () => Inspect(Passport, Page with { DateOfIssue = PartialDate.Of(1980, 5, 16) }),
        ["PAGE_EXPIRES_BEFORE_ISSUE"] = () => Inspect(Passport, Page with { DateOfIssue = PartialDate.Of(2031, 1, 1) }),
        ["PAGE_VALIDITY_PERIOD_TOO_LONG"] = () => Inspect(Passport, Page with { DateOfIssue = PartialDate.Of(2020, 12, 31) }),
        ["PAGE_ISSUED_LATELY"] = () => Inspect(Passport, Page with { DateOfIssue = PartialDate.Of(2026, 1, 24) }),
        ["PAGE_ISSUED_AFTER_STATE_ENDED"] = () => Inspect(Passport with { IssuingState = "SUN" }, Page with { IssuingState = "SUN", DateOfIssue = PartialDate.Of(1992, 1, 1) }),

        ["VISA_IS_NONE"] = () => WithVisa(Passport),
        ["VISA_NAME_DIFFERS"] = () => WithVisa(Visa with { PrimaryIdentifier = "NUMUNA" }),
        ["VISA_NAME_VARIES"] = () => WithVisa(Visa with { SecondaryIdentifier = "GUL PARI" }),
        ["VISA_DATE_OF_BIRTH_DIFFERS"] = () => WithVisa(Visa with { DateOfBirth = PartialDate.Of(1981, 5, 17) }),
        ["VISA_SEX_DIFFERS"] = () => WithVisa(Visa with { Sex = Sex.Male }),
        ["VISA_NATIONALITY_DIFFERS"] = () => WithVisa(Visa with { Nationality = "AFG" }),
        ["VISA_OF_ANOTHER_PASSPORT"] = () => WithVisa(Visa with { DocumentNumber = "XX0000009" }),
        ["VISA_EXPIRED"] = () => WithVisa(Visa with { DateOfExpiry = PartialDate.Of(2026, 1, 1) }),
        ["VISA_OUTLASTS_PASSPORT"] = () => WithVisa(Visa with { DateOfExpiry = PartialDate.Of(2031, 1, 2) }),
        ["VISA_OF_ANOTHER_STATE"] = () => WithVisa(Visa with { IssuingState = "AFG" }),
        ["VISA_FOR_OWN_NATIONAL"] = () => WithVisa(Visa with { IssuingState = "PAK" }),

        ["EARLIER_ANOTHER_PERSON"] = () => Earlier(Passport with { PrimaryIdentifier = "MISAL", DateOfBirth = PartialDate.Of(1990, 1, 1) }),
        ["EARLIER_NAME_DIFFERS"] = () => Earlier(Passport with { PrimaryIdentifier = "MISAL" }),
        ["EARLIER_NAME_VARIES"] = () => Earlier(Passport with { SecondaryIdentifier = "GUL PARI" }),
        ["EARLIER_DATE_OF_BIRTH_DIFFERS"] = () => Earlier(Passport with { DateOfBirth = PartialDate.Of(1990, 1, 1) }),
        ["EARLIER_SEX_DIFFERS"] = () => Earlier(Passport with { Sex = Sex.Male }),
        ["EARLIER_DATE_OF_EXPIRY_DIFFERS"] = () => Earlier(Passport with { DateOfExpiry = PartialDate.Of(2026, 1, 1) }),
        ["EARLIER_NATIONALITY_DIFFERS"] = () => Earlier(Passport with { Nationality = "AFG" }),
        ["EARLIER_DOCUMENT_CODE_DIFFERS"] = () => Earlier(Passport with { DocumentCode = "PD" }),
        ["EARLIER_OPTIONAL_DATA_DIFFERS"] = () => Earlier(Passport with { OptionalData = ["6110100000004"] }),
        ["EARLIER_NEWER_DOCUMENT_SEEN"] = () => Earlier(Passport with { DocumentNumber = "XX0000005", DateOfExpiry = PartialDate.Of(2033, 1, 1) }),

        ["GROUP_SAME_DOCUMENT_NUMBER"] = () => Group(Other("MISAL", "XX0000000", 1)),
        ["GROUP_SAME_PERSON"] = () => Group(Passport with { DocumentNumber = "XX0000700" }),
        ["GROUP_CONSECUTIVE_NUMBERS"] = () => Group(Other("MISAL", "XX0000002", 1), Other("TAMSIL", "XX0000001", 2)),
        ["GROUP_SAME_DATE_OF_BIRTH"] = () => Group(Other("MISAL", "XX0000300", 17), Other("TAMSIL", "XX0000600", 17)),

        ["DOCUMENT_REPORTED_LOST"] = () => Reported(ReportKind.Lost),
        ["DOCUMENT_REPORTED_STOLEN"] = () => Reported(ReportKind.Stolen),
        ["DOCUMENT_REPORTED_STOLEN_BLANK"] = () => Reported(ReportKind.StolenBlank),
        ["DOCUMENT_REPORTED_REVOKED"] = () => Reported(ReportKind.Revoked),
        ["DOCUMENT_REPORTED_NUMBER_ALIKE"] = () => Reported(ReportKind.Lost, "XXO00000O"),

        ["PAKISTAN_CNIC_MISSING"] = () => Inspect(Passport with { OptionalData = [""] }),
        ["PAKISTAN_CNIC_FORM"] = () => Inspect(Passport with { OptionalData = ["611010000000"] }),
        ["PAKISTAN_CNIC_REGION"] = () => Inspect(Passport with { OptionalData = ["6910100000002"] }),
        ["PAKISTAN_CNIC_SEX_DIFFERS"] = () => Inspect(Passport with { OptionalData = ["6110100000003"] }),
        ["PAKISTAN_CNIC_OF_FOREIGNER"] = () => Inspect(Passport with { Nationality = "AFG" }),
        ["ANNOUNCED_NAME_DIFFERS"] = () => Announced(announced => announced with { Surname = "SOMEBODY", GivenNames = "ELSE" }),
        ["ANNOUNCED_NAME_PARTS_DIFFER"] = () => Announced(announced => announced with { GivenNames = "" }),
        ["ANNOUNCED_DATE_OF_BIRTH_DIFFERS"] = () => Announced(announced => announced with { DateOfBirth = PartialDate.Of(1974, 8, 13) }),
        ["ANNOUNCED_SEX_DIFFERS"] = () => Announced(announced => announced with { Sex = Sex.Male }),
        ["ANNOUNCED_NATIONALITY_DIFFERS"] = () => Announced(announced => announced with { Nationality = "DEU" }),
        ["ANNOUNCED_ISSUING_STATE_DIFFERS"] = () => Announced(announced => announced with { IssuingState = "DEU" }),
        ["ANNOUNCED_DATE_OF_EXPIRY_DIFFERS"] = () => Announced(announced => announced with { DateOfExpiry = PartialDate.Of(2013, 4, 15) }),
        ["PICTURE_OF_ANOTHER_DOCUMENT"] = () => PictureInspection.Of(Specimens.Read(Specimens.TD2), new HashSet<(int, int)>(), Specimens.TD3, "L898902C3"),
        ["PICTURE_ZONE_DIFFERS"] = () => PictureInspection.Of(Specimens.Read(Specimens.TD3), new HashSet<(int, int)>(), [Specimens.TD3[0], "L898902C36UTO7408122M1204159ZE184226B<<<<<10"], "L898902C3"),
    }.Concat(SealCases.All).Concat(TrustCases.All).Concat(ChipCases.All).Concat(ReadingCases.All).Concat(AdvanceCases.All).ToDictionary();

    /// <summary>The holder of the specimen passport as a carrier announces her, with one thing changed.</summary>
    private static IReadOnlyList<Finding> Announced(Func<AnnouncedHolder, AnnouncedHolder> change)
    {
        var zone = Specimens.Read(Specimens.TD3);
        var fields = zone.Fields!;
        var announced = new AnnouncedHolder(fields.PrimaryIdentifier, fields.SecondaryIdentifier)
        {
            DateOfBirth = fields.DateOfBirth,
            Sex = fields.Sex,
            Nationality = fields.Nationality,
            IssuingState = fields.IssuingState,
            DateOfExpiry = fields.DateOfExpiry,
        };
        return DocumentInspector.Inspect(new DocumentEvidence(zone) { Announced = change(announced) }, Specimens.Day);
    }

    public static DocumentEvidence Evidence(MrzFields fields) => new(new MrzReading([], fields, []));

    public static IReadOnlyList<Finding> Inspect(MrzFields fields, VisualZone? page = null) => DocumentInspector.Inspect(Evidence(fields) with { Page = page }, Today);

    public static IReadOnlyList<Finding> WithVisa(MrzFields visa) => DocumentInspector.Inspect(Evidence(Passport) with { Visa = new MrzReading([], visa, []), ReceivingState = "UTO" }, Today);

    public static IReadOnlyList<Finding> Earlier(MrzFields earlier) => DocumentInspector.Inspect(Evidence(Passport) with { Earlier = [new EarlierReading(earlier, new DateOnly(2025, 3, 1))] }, Today);

    public static IReadOnlyList<Finding> Group(params MrzFields[] others) => DocumentInspector.Inspect(Evidence(Passport) with { Group = others }, Today);

    public static IReadOnlyList<Finding> Reported(ReportKind kind, string number = "xx 0000000") =>
        DocumentInspector.Inspect(Evidence(Passport) with { Reported = [new ReportedDocument("PAK", number, kind, new DateOnly(2025, 12, 1))] }, Today);

    /// <summary>Another traveller, born on a day of May 1980.</summary>
    public static MrzFields Other(string surname, string number, int day) => Passport with { PrimaryIdentifier = surname, DocumentNumber = number, DateOfBirth = PartialDate.Of(1980, 5, day) };

    private static IReadOnlyList<Finding> Zone(params string[] lines) => DocumentInspector.Inspect(MrzReader.Read(string.Join('\n', lines), Today), Today);

    private static IReadOnlyList<Finding> Composed(MrzFields fields) => Zone([.. MrzComposer.Compose(fields)]);
}
