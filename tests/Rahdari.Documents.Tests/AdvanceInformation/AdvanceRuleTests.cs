using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Tests.AdvanceInformation;

public partial class AdvanceRuleTests
{
    public static TheoryData<string> Codes => [.. AdvanceRule.All.Select(rule => rule.Code)];

    [Fact]
    public void Every_rule_is_listed_once()
    {
        var rules = typeof(AdvanceRule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((FindingRule)field.GetValue(null)!).Code);
        Assert.Equal(rules.Order(StringComparer.Ordinal), AdvanceRule.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));
        Assert.Distinct(AdvanceRule.All.Select(rule => rule.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_a_sentence_in_English_and_in_Urdu_that_shows_exactly_its_evidence(string code)
    {
        var rule = AdvanceRule.All.Single(r => r.Code == code);
        var english = Sentence(code, "en");
        var urdu = Sentence(code, "ur");
        var evidence = rule.Evidence.Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(evidence, Placeholders(english));
        Assert.Equal(evidence, Placeholders(urdu));
        Assert.NotEqual(english, urdu);
        Assert.DoesNotMatch("[A-Za-z]", Placeholder().Replace(urdu, ""));
        Assert.EndsWith("۔", urdu, StringComparison.Ordinal);
        Assert.EndsWith(".", english, StringComparison.Ordinal);
    }

    private static string Sentence(string code, string language) =>
        DocumentSentences.Of(Finding.Of(code, Severity.Information, null), CultureInfo.GetCultureInfo(language))!;

    private static string[] Placeholders(string sentence) =>
        [.. Placeholder().Matches(sentence).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
