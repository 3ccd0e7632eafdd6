using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Inspection;

public class DocumentInspectorTests
{
    private static readonly DateOnly Today = new(2026, 1, 31);

    /// <summary>Of a State whose numbers and validity no table knows.</summary>
    private static readonly MrzFields Passport = new()
    {
        Format = MrzFormat.TD3,
        DocumentCode = "PP",
        IssuingState = "AFG",
        PrimaryIdentifier = "SPECIMEN",
        SecondaryIdentifier = "KHANUM",
        NameMayBeTruncated = false,
        DocumentNumber = "100200300",
        Nationality = "AFG",
        DateOfBirth = PartialDate.Of(1980, 5, 17),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2031, 1, 1),
        OptionalData = [""],
    };

    [Fact]
    public void A_passport_in_order_has_no_finding() => Assert.Empty(Inspect(Passport));

    [Theory]
    [InlineData("2026-01-31", "DOCUMENT_EXPIRES_SOON", "0")] // valid on its last day
    [InlineData("2026-01-30", "DOCUMENT_EXPIRED", "1")]
    [InlineData("2016-01-31", "DOCUMENT_EXPIRED", "3653")]
    [InlineData("2026-08-01", "DOCUMENT_EXPIRES_SOON", "182")]
    [InlineData("2026-01", "DOCUMENT_EXPIRES_SOON", "0")] // to the last day that it can be
    [InlineData("2025-12", "DOCUMENT_EXPIRED", "31")]
    [InlineData("2025", "DOCUMENT_EXPIRED", "31")]
    [InlineData("2025-XX-15", "DOCUMENT_EXPIRED", "47")]
    public void Expiry_is_counted_in_days(string expires, string code, string days)
    {
        var finding = Assert.Single(Inspect(Passport with { DateOfExpiry = PartialDate.Parse(expires) }));
        Assert.Equal((code, "DateOfExpiry", days, expires), (finding.Code, finding.Field, finding.Evidence["days"], finding.Evidence["expiry"]));
    }

    [Theory]
    [InlineData("2026-08-02")] // 183 days
    [InlineData("2037-01-31")] // eleven years
    [InlineData("2026")]
    public void A_plausible_expiry_is_no_finding(string expires) => Assert.Empty(Inspect(Passport with { DateOfExpiry = PartialDate.Parse(expires) }));

    [Theory]
    [InlineData("2037-02-01", "DOCUMENT_EXPIRY_IMPLAUSIBLE")]
    [InlineData("XXXX", "DOCUMENT_EXPIRY_UNKNOWN")]
    [InlineData("XXXX-05-01", "DOCUMENT_EXPIRY_UNKNOWN")]
    public void An_implausible_or_unknown_expiry_is_a_warning(string expires, string code)
    {
        var finding = Assert.Single(Inspect(Passport with { DateOfExpiry = PartialDate.Parse(expires) }));
        Assert.Equal((code, Severity.Warning), (finding.Code, finding.Severity));
    }

    [Fact]
    public void A_visa_of_three_months_is_no_finding_and_one_of_yesterday_has_expired()
    {
        var visa = Passport with { Format = MrzFormat.MRVA, DocumentCode = "V", DateOfExpiry = PartialDate.Of(2026, 4, 30) };
        Assert.Empty(Inspect(visa));
        Assert.Equal("DOCUMENT_EXPIRED", Assert.Single(Inspect(visa with { DateOfExpiry = PartialDate.Of(2026, 1, 30) })).Code);
    }

    [Theory]
    [InlineData("2026-01-31", null)]
    [InlineData("2026-02-01", "DOCUMENT_BORN_AFTER_TODAY")]
    public void Nobody_is_born_after_today(string born, string? code) =>
        Assert.Equal(code, Inspect(Passport with { DateOfBirth = PartialDate.Parse(born) }).SingleOrDefault()?.Code);

    [Fact]
    public void A_partial_date_of_birth_is_said_to_be_one() =>
        Assert.Equal("1980-05", Assert.Single(Inspect(Passport with { DateOfBirth = PartialDate.Of(1980, 5) }), f => f.Code == "MRZ_DATE_PARTIAL").Evidence["date"]);

    [Theory]
    [InlineData("AFG", "ZZZ", "DOCUMENT_NATIONALITY_UNKNOWN")]
    [InlineData("AFG", "", "DOCUMENT_NATIONALITY_UNKNOWN")]
    [InlineData("AFG", "PAK", "DOCUMENT_NATIONALITY_NOT_OF_ISSUER")]
    [InlineData("AFG", "XXB", "DOCUMENT_HOLDER_REFUGEE")] // a refugee's travel document
    [InlineData("D", "D", null)]
    [InlineData("GBR", "GBN", null)]
    [InlineData("UNO", "UNO", "DOCUMENT_ISSUED_BY_ORGANIZATION")] // laissez-passer
    [InlineData("XPO", "FRA", "DOCUMENT_ISSUED_BY_ORGANIZATION")] // an organization has no nationals
    [InlineData("ZZZ", "AFG", "DOCUMENT_ISSUING_STATE_UNKNOWN")]
    [InlineData("XXA", "XXA", "DOCUMENT_ISSUING_STATE_UNKNOWN")] // statelessness issues nothing
    [InlineData("UTO", "UTO", "DOCUMENT_SPECIMEN_STATE")]
    [InlineData("AFG", "UTO", "DOCUMENT_SPECIMEN_STATE")] // Doc 9303-3 §5, part G
    public void Issuer_and_nationality_are_judged_together(string state, string nationality, string? code) =>
        Assert.Equal(code, Inspect(Passport with { IssuingState = state, Nationality = nationality }).Select(f => f.Code).FirstOrDefault());

    [Fact]
    public void A_visa_is_issued_by_another_State_than_the_holders() =>
        Assert.Empty(Inspect(Passport with { Format = MrzFormat.MRVB, DocumentCode = "VC", Nationality = "PAK" }));

    [Theory]
    [InlineData(MrzFormat.TD3, "P", true)]
    [InlineData(MrzFormat.TD3, "PD", true)]
    [InlineData(MrzFormat.TD3, "I", false)]
    [InlineData(MrzFormat.TD3, "", false)]
    [InlineData(MrzFormat.TD1, "I", true)]
    [InlineData(MrzFormat.TD1, "C", true)]
    [InlineData(MrzFormat.TD1, "AC", true)] // crew member certificate
    [InlineData(MrzFormat.TD1, "AI", false)] // Doc 9303-5 §4.2.2, note k
    [InlineData(MrzFormat.TD1, "IV", false)]
    [InlineData(MrzFormat.TD1, "P", false)]
    [InlineData(MrzFormat.TD2, "ID", true)]
    [InlineData(MrzFormat.TD2, "PU", true)] // Doc 9303-8, one sheet
    [InlineData(MrzFormat.TD2, "AV", false)]
    [InlineData(MrzFormat.MRVA, "V", true)]
    [InlineData(MrzFormat.MRVB, "VB", true)]
    [InlineData(MrzFormat.MRVB, "I", false)]
    public void Each_format_has_its_document_codes(MrzFormat format, string code, bool known) =>
        Assert.Equal(known, !Inspect(Passport with { Format = format, DocumentCode = code }).Any(f => f.Code == "DOCUMENT_CODE_UNKNOWN"));

    [Fact]
    public void The_worst_comes_first_and_the_readings_own_findings_are_among_them()
    {
        var reading = Specimens.Read("P<UTOERIKSSON<<ANNA<<MARIA<<<<<<<<<<<<<<<<<<", Specimens.TD3[1].Replace("C36UTO", "C37UTO"));
        var findings = DocumentInspector.Inspect(reading, new DateOnly(2026, 1, 31));
        Assert.Equal(findings.OrderByDescending(f => f.Severity), findings);
        Assert.Superset(reading.Findings.Select(f => f.Code).ToHashSet(), findings.Select(f => f.Code).ToHashSet());
        Assert.Contains(findings, f => f.Code == "MRZ_CHECK_DIGIT_DOCUMENT_NUMBER");
        Assert.Contains(findings, f => f.Code == "DOCUMENT_EXPIRED");
        Assert.Equal("DOCUMENT_SPECIMEN_STATE", findings[^1].Code);
    }

    [Fact]
    public void Of_what_is_no_zone_only_that_is_said() =>
        Assert.Equal(["MRZ_EMPTY"], DocumentInspector.Inspect(Specimens.Read(""), Today).Select(f => f.Code));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Any_day_of_the_calendar_can_be_today(string today) =>
        Assert.NotEmpty(DocumentInspector.Inspect(Specimens.Read(Specimens.TD3), PartialDate.Parse(today).ToDateOnly()!.Value));

    private static IReadOnlyList<Finding> Inspect(MrzFields fields) => DocumentInspector.Inspect(new MrzReading([], fields, []), Today);
}
