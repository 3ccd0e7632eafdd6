using System.Globalization;
using CsCheck;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;
using Rahdari.Documents.Tests.Mrz;
using static Rahdari.Documents.Tests.Findings.FindingCases;

namespace Rahdari.Documents.Tests.Inspection;

/// <summary>What must not be found, and where one thing is told from another.</summary>
public class EvidenceTests
{
    [Fact]
    public void A_passport_in_order_with_its_page_its_visa_its_history_and_its_family_has_no_finding()
    {
        var evidence = Evidence(Passport) with
        {
            Page = Page,
            Visa = new MrzReading([], Visa, []),
            ReceivingState = "UTO",
            Earlier = [new EarlierReading(Passport, new DateOnly(2024, 1, 1))],
            Group = [Other("NAMUNA", "XX0000001", 1), Other("NAMUNA", "XX0000002", 2)],
            Reported = [new ReportedDocument("PAK", "YY0000001", ReportKind.Lost, new DateOnly(2025, 1, 1)), new ReportedDocument("AFG", "XX0000000", ReportKind.Stolen, new DateOnly(2025, 1, 1))],
            InService = true,
        };
        Assert.Empty(DocumentInspector.Inspect(evidence, Today));
    }

    [Fact]
    public void Every_zone_agrees_with_the_page_that_says_the_same() => Gen.OneOf(Zones.Fields, Zones.National).Holds(5_000, fields =>
    {
        var read = Specimens.Read([.. MrzComposer.Compose(fields)]);
        var page = new VisualZone
        {
            DocumentCode = fields.DocumentCode,
            IssuingState = fields.IssuingState,
            PrimaryIdentifier = Printed(fields, fields.PrimaryIdentifier),
            SecondaryIdentifier = Printed(fields, fields.SecondaryIdentifier),
            DocumentNumber = fields.DocumentNumber,
            Nationality = fields.Nationality,
            DateOfBirth = fields.DateOfBirth,
            Sex = fields.Sex,
            DateOfExpiry = fields.DateOfExpiry,
        };
        var findings = DocumentInspector.Inspect(new DocumentEvidence(read) { Page = page }, Specimens.Day).Where(f => f.Code.StartsWith("PAGE_", StringComparison.Ordinal));
        // Doc 9303-3 §4.8: two digits of a year are all that a zone tells.
        Assert.DoesNotContain(findings, f => f.Severity > Severity.Information && f.Code is not "PAGE_DATE_OF_BIRTH_DIFFERS" and not "PAGE_EXPIRES_BEFORE_ISSUE");
    });

    [Theory]
    [InlineData("xx 000-0000")]
    [InlineData("XX0000000")]
    public void Blanks_and_case_of_a_printed_number_do_not_matter(string number) => Assert.Empty(Inspect(Passport, Page with { DocumentNumber = number }));

    [Fact]
    public void A_page_of_which_nothing_was_read_says_nothing() => Assert.Empty(Inspect(Passport, new VisualZone()));

    [Fact]
    public void Germanys_two_codes_are_one_State_to_the_page() =>
        Assert.DoesNotContain(Inspect(Passport with { Nationality = "D" }, Page with { Nationality = "DEU" }), f => f.Code == "PAGE_NATIONALITY_DIFFERS");

    [Fact]
    public void A_number_with_another_person_is_told_once_and_critically()
    {
        var findings = Earlier(Passport with { PrimaryIdentifier = "MISAL", SecondaryIdentifier = "ANAR", DateOfBirth = PartialDate.Of(1991, 2, 3), Sex = Sex.Male });
        var finding = Assert.Single(findings);
        Assert.Equal(("EARLIER_ANOTHER_PERSON", Severity.Critical, "2025-03-01"), (finding.Code, finding.Severity, finding.Evidence["day"]));
    }

    [Fact]
    public void The_same_number_of_another_State_is_another_document() => Assert.Empty(Earlier(Passport with { IssuingState = "AFG", PrimaryIdentifier = "MISAL" }));

    [Fact]
    public void A_name_cut_by_a_smaller_zone_has_not_changed()
    {
        var named = Passport with { PrimaryIdentifier = "BENNELONG WOOLOOMOOLOO WARRANDYTE", SecondaryIdentifier = "DINGO POTOROO", NameMayBeTruncated = true };
        var cut = named with { PrimaryIdentifier = "BENNELONG WOOLOOMOOLOO W", SecondaryIdentifier = "DI" };
        Assert.Equal(NameAgreement.Truncated, NameComparison.Of(named.PrimaryIdentifier, named.SecondaryIdentifier, cut).Agreement);
        Assert.DoesNotContain(DocumentInspector.Inspect(Evidence(cut) with { Earlier = [new EarlierReading(named, Today)] }, Today), f => f.Severity > Severity.Warning);
    }

    [Fact]
    public void Two_of_one_family_with_consecutive_numbers_are_no_finding_and_three_of_one_neither()
    {
        Assert.Empty(Group(Other("MISAL", "XX0000001", 1)));
        Assert.Empty(Group(Other("NAMUNA", "XX0000001", 1), Other("NAMUNA", "XX0000002", 2)));
        Assert.Empty(Group(Other("MISAL", "XX0000001", 1), Other("TAMSIL", "XX0000003", 2)));
        var found = Assert.Single(Group(Other("MISAL", "XX0000001", 1), Other("TAMSIL", "XX0000002", 2), Other("ANJUM", "YY0000003", 3)));
        Assert.Equal(("XX0000000", "XX0000002", "3"), (found.Evidence["first"], found.Evidence["last"], found.Evidence["count"]));
    }

    [Fact]
    public void The_visas_own_number_may_stand_for_the_passports_or_beside_it()
    {
        Assert.Empty(WithVisa(Visa));
        Assert.Empty(WithVisa(Visa with { DocumentNumber = "V00000001", OptionalData = ["XX0000000"] }));
    }

    [Fact]
    public void A_specimen_in_a_trial_is_worth_knowing_and_in_service_critical()
    {
        var utopian = Evidence(Passport with { IssuingState = "UTO", Nationality = "UTO", OptionalData = [""] });
        Assert.Equal(Severity.Information, Assert.Single(DocumentInspector.Inspect(utopian, Today)).Severity);
        Assert.Equal(Severity.Critical, Assert.Single(DocumentInspector.Inspect(utopian with { InService = true }, Today)).Severity);
    }

    [Fact]
    public void The_French_card_is_past_its_fifteen_years_when_its_month_of_issue_is()
    {
        var reading = Specimens.Read(Specimens.FrenchCard);
        Assert.Contains(DocumentInspector.Inspect(reading, new DateOnly(2003, 7, 1)), f => f.Code == "DOCUMENT_EXPIRED" && f.Evidence["expiry"] == "2003-06-30");
        Assert.Contains(DocumentInspector.Inspect(reading, new DateOnly(2003, 6, 30)), f => f.Code == "DOCUMENT_EXPIRY_NOT_IN_ZONE");
    }

    [Fact]
    public void Whatever_is_known_of_a_document_is_answered_in_findings_of_the_catalogue()
    {
        var rules = FindingCatalogue.All.ToDictionary(rule => rule.Code);
        var urdu = CultureInfo.GetCultureInfo("ur");
        Gen.Select(AnyFields.Array[5], AnyPage, Gen.Int[0, 3], Gen.Bool).Holds(10_000, given =>
        {
            var (documents, page, report, inService) = given;
            var evidence = Evidence(documents[0]) with
            {
                Page = page,
                Visa = new MrzReading([], documents[1], []),
                Earlier = [new EarlierReading(documents[2], Today), new EarlierReading(documents[0] with { DocumentNumber = documents[3].DocumentNumber }, Today)],
                Group = [documents[3], documents[4], documents[0]],
                Reported = [new ReportedDocument(documents[0].IssuingState, documents[2].DocumentNumber, (ReportKind)report, Today)],
                ReceivingState = documents[4].IssuingState,
                InService = inService,
            };
            foreach (var finding in DocumentInspector.Inspect(evidence, Today))
            {
                Assert.Equal(rules[finding.Code].Severity, finding.Severity);
                Assert.Equal(rules[finding.Code].Evidence.Order(StringComparer.Ordinal), finding.Evidence.Keys);
                Assert.NotNull(DocumentSentences.Of(finding, urdu));
            }
        });
    }

    /// <summary>The page of a Russian internal passport is in Cyrillic.</summary>
    private static string Printed(MrzFields fields, string name) => fields.Format == MrzFormat.RussianInternalPassport ? RussianLetters.Decode(name) : name;

    /// <summary>Fields that can be read, from few values, so that they meet.</summary>
    private static Gen<MrzFields> AnyFields => Gen.Select(Gen.OneOf(Zones.Fields, Zones.National), Gen.OneOf("WSA", "SUN", "PAK", "D", "DEU", "UTO", "USA", "", "ÄÖ"), Gen.Int[0, 3], Gen.String[Gen.Char, 0, 9]).Select((fields, state, kind, text) => kind switch
    {
        0 => fields,
        1 => fields with { IssuingState = state, DocumentNumber = "XX000000" + text.Length },
        2 => fields with { PrimaryIdentifier = text, Nationality = state, DocumentNumber = text, DocumentCode = text.Length > 2 ? text[..2] : text },
        _ => fields with { IssuingState = state, OptionalData = [.. fields.OptionalData.Select(_ => text)], DateOfBirth = PartialDate.From(DateOnly.MaxValue), DateOfExpiry = PartialDate.From(DateOnly.MinValue) },
    });

    private static Gen<VisualZone?> AnyPage => Gen.Select(Gen.String[Gen.Char, 0, 30], Gen.OneOf("1980-05-17", "0001-01-01", "9999-12-31", "1980", "XXXX"), Gen.OneOf("2021-01-02", "0001", "9999-12-31", "XXXX-05"), Gen.Enum<Sex>(), Gen.Bool).Select((text, born, issued, sex, read) => read ? new VisualZone
    {
        DocumentCode = text,
        IssuingState = text,
        IssuingStateName = text,
        PrimaryIdentifier = text,
        SecondaryIdentifier = text,
        DocumentNumber = text,
        Nationality = text,
        DateOfBirth = PartialDate.Parse(born),
        Sex = sex,
        DateOfIssue = PartialDate.Parse(issued),
        DateOfExpiry = PartialDate.Parse(born),
        PersonalNumber = text,
    } : null);
}
