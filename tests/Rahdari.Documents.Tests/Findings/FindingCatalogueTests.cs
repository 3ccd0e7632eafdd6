using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Tests.Findings;

public partial class FindingCatalogueTests
{
    public static TheoryData<string> Codes => [.. FindingCatalogue.All.Select(rule => rule.Code)];

    [Fact]
    public void The_catalogue_lists_every_rule_once()
    {
        var rules = typeof(FindingRule).Assembly.GetExportedTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FindingRule)).Select(field => (FindingRule)field.GetValue(null)!);
        Assert.Equal(rules.Select(rule => rule.Code).Order(StringComparer.Ordinal), FindingCatalogue.All.Select(rule => rule.Code).Order(StringComparer.Ordinal));
        Assert.Distinct(FindingCatalogue.All.Select(rule => rule.Code));
        Assert.True(FindingCatalogue.All.Count >= 80);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_is_raised_by_its_input_and_not_by_a_passport_in_order(string code)
    {
        var found = FindingCases.All[code]().Where(finding => finding.Code == code).ToArray();
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(Rule(code).Severity, finding.Severity));
        Assert.All(found, finding => Assert.Equal(Rule(code).Evidence.Order(StringComparer.Ordinal), finding.Evidence.Keys));
        Assert.All(found, finding => Assert.DoesNotContain(finding.Evidence, pair => pair.Value.Length == 0));
        Assert.Empty(FindingCases.Inspect(FindingCases.Passport, FindingCases.Page));
    }

    [Fact]
    public void Every_input_is_of_a_rule_of_the_catalogue() =>
        Assert.Equal(FindingCatalogue.All.Select(rule => rule.Code).Order(StringComparer.Ordinal), FindingCases.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_findings_is_that_of_the_code() =>
        Assert.Equal(FindingDocument.Markdown(), File.ReadAllText(Path.Combine(ReadmeExample.Root(), "docs/findings.md")).ReplaceLineEndings("\n"));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_a_code_of_capitals_a_source_and_evidence_by_name(string code)
    {
        var rule = Rule(code);
        Assert.Matches("^[A-Z]+(_[A-Z]+)+$", rule.Code);
        Assert.NotEmpty(rule.Source);
        Assert.Distinct(rule.Evidence);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_a_sentence_in_English_and_in_Urdu_that_shows_exactly_its_evidence(string code)
    {
        var english = Sentence(code, "en");
        var urdu = Sentence(code, "ur");
        var evidence = Rule(code).Evidence.Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(evidence, Placeholders(english));
        Assert.Equal(evidence, Placeholders(urdu));
        Assert.DoesNotContain(english, IsArabic);
        // An Urdu sentence has no Latin word but its placeholders, and ends as Urdu sentences do.
        Assert.DoesNotMatch("[A-Za-z]", Placeholder().Replace(urdu, ""));
        Assert.True(urdu.Count(IsArabic) > 10, urdu);
        Assert.Matches("(۔|\\})$", urdu);
        Assert.Matches("(\\.|\\})$", english);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_sentence_is_shown_with_its_evidence_in_it(string code)
    {
        var rule = Rule(code);
        var finding = Finding.Of(code, rule.Severity, null, [.. rule.Evidence.Select(name => (name, name.ToUpperInvariant()))]);
        foreach (var language in new[] { "en", "en-GB", "ur", "ur-PK" })
        {
            var sentence = DocumentSentences.Of(finding, CultureInfo.GetCultureInfo(language))!;
            Assert.DoesNotContain('{', sentence);
            Assert.All(rule.Evidence, name => Assert.Contains(name.ToUpperInvariant(), sentence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_finding_of_another_room_has_no_sentence_here() =>
        Assert.Null(DocumentSentences.Of(Finding.Of("WATCHLIST_HIT", Severity.Critical, null), CultureInfo.InvariantCulture));

    private static FindingRule Rule(string code) => FindingCatalogue.All.Single(rule => rule.Code == code);

    private static string Sentence(string code, string language) =>
        DocumentSentences.Of(Finding.Of(code, Severity.Information, null), CultureInfo.GetCultureInfo(language))!;

    private static string[] Placeholders(string sentence) =>
        [.. Placeholder().Matches(sentence).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsArabic(char character) => character is >= '\u0600' and <= '\u06FF';

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
