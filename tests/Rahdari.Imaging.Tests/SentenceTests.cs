using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Imaging.Tests;

public partial class SentenceTests
{
    public static TheoryData<string> Codes => [.. ImageRule.All.Select(rule => rule.Code)];

    [Fact]
    public void Every_rule_is_listed_once()
    {
        var rules = typeof(ImageRule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((FindingRule)field.GetValue(null)!).Code);
        Assert.Equal(rules.Order(StringComparer.Ordinal), ImageRule.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_a_sentence_in_English_and_in_Urdu_that_shows_exactly_its_evidence(string code)
    {
        var rule = ImageRule.All.Single(r => r.Code == code);
        foreach (var language in new[] { "en", "ur" })
        {
            var sentence = ImagingSentences.Of(Finding.Of(code, rule.Severity, null), CultureInfo.GetCultureInfo(language))!;
            Assert.Equal(rule.Evidence.Order(StringComparer.Ordinal), Placeholder().Matches(sentence).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
            Assert.Equal(language == "ur", sentence.Any(c => c is >= '\u0600' and <= '\u06FF'));
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
