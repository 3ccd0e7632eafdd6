using Rahdari.Casework.Classification;
using Rahdari.Casework.Htcds;

namespace Rahdari.Casework.Tests.Htcds;

public class TipClassificationTests
{
    /// <summary>Lists that statistics of trafficking do not break down by.</summary>
    private static readonly string[] Uncounted =
    [
        "cas_ReasonForIncomingReferral", "cas_ReasonForOutgoingReferral", "org_Type", "prs_Citizenship", "prs_HighestLevelOfEducation", "prs_MaritalStatus", "spl_Type",
        "vic_ExploitationWebsitesAndApps", "vic_RecruitmentWebsitesAndApps", "vic_Vulnerabilities",
    ];

    [Fact]
    public void Every_option_of_every_counted_field_has_a_category()
    {
        var counted = Enum.GetValues<TipDimension>().SelectMany(dimension => TipClassification.FieldsOf(dimension).Select(field => (dimension, field))).ToList();
        foreach (var (dimension, name) in counted)
        {
            var codes = TipClassification.Categories.Where(category => category.Dimension == dimension).Select(category => category.Code).ToHashSet();
            foreach (var option in HtcdsStandard.Fields.Single(field => field.Name == name).Options)
                Assert.Contains(TipClassification.Of(name, option.Code, dimension), codes);
        }
        var listed = HtcdsStandard.Fields.Where(field => field.List is not null).Select(field => field.Name);
        Assert.Equal(listed.Order(), counted.Select(field => field.field).Concat(Uncounted).Distinct().Order());
    }

    [Fact]
    public void Every_dimension_has_categories_each_once_and_one_for_what_is_not_known()
    {
        foreach (var dimension in Enum.GetValues<TipDimension>())
        {
            var codes = TipClassification.Categories.Where(category => category.Dimension == dimension).Select(category => category.Code).ToList();
            Assert.Equal(codes.Distinct(), codes);
            Assert.Equal(TipCategory.Unknown, codes[^1]);
        }
    }

    [Fact]
    public void A_case_falls_into_the_categories_of_what_it_tells()
    {
        var record = new HtcdsRecord(HtcdsGroup.Case).With("vic_MethodsOfControl", "WithholdsDocuments PhysicalAbuse DebtBondage").With("prs_Gender", "Feminine").With("vic_AgeWhenTrafficked", 17);
        Assert.Equal(["threat-or-force", "other-coercion"], TipClassification.Of(record, TipDimension.Means));
        Assert.Equal(["female"], TipClassification.Of(record, TipDimension.Sex));
        Assert.Equal(["12-17"], TipClassification.Of(record, TipDimension.AgeGroup));
        Assert.Equal(["unknown"], TipClassification.Of(record, TipDimension.Exploitation));
        Assert.Throws<ArgumentException>(() => TipClassification.Of("prs_Gender", "Feminine", TipDimension.Means));
    }
}
