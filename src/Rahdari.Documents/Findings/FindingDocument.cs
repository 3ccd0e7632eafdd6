using System.Globalization;
using System.Text;

namespace Rahdari.Documents.Findings;

/// <summary>The catalogue as a page for people: <c>docs/findings.md</c>. Pure and thread-safe.</summary>
public static class FindingDocument
{
    /// <summary>Markdown: a table for each group, with the sentences in English and Urdu.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("# Findings on a document\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Every one of the {FindingCatalogue.All.Count} findings that `Rahdari.Documents` can make, as `rahdari findings --markdown` writes it. In braces stands the evidence.\n\n");
        text.Append("| severity | what it asks |\n|---|---|\n");
        text.Append("| Information | nothing; worth knowing |\n| Warning | ask, or look again |\n| Serious | refer, unless an officer overrides with a reason |\n| Critical | refer; only a supervisor decides |\n");
        foreach (var (title, rules) in FindingCatalogue.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| code | severity | sentence | جملہ | source |\n|---|---|---|---|---|\n");
            foreach (var rule in rules)
                text.Append(CultureInfo.InvariantCulture, $"| `{rule.Code}` | {rule.Severity} | {Sentence(rule, "en")} | {Sentence(rule, "ur")} | {rule.Source} |\n");
        }
        return text.ToString();
    }

    /// <summary>The sentence with its placeholders left in it.</summary>
    private static string Sentence(FindingRule rule, string language) =>
        DocumentSentences.Of(new Finding(rule.Code, rule.Severity, null, new Dictionary<string, string>()), CultureInfo.GetCultureInfo(language))!.Replace("|", "\\|", StringComparison.Ordinal);
}
