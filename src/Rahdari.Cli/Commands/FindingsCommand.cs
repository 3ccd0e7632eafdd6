using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Imaging;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari findings</c>: every finding that a document's inspection can make. Needs no site.</summary>
internal static class FindingsCommand
{
    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Write the page docs/findings.md, in both languages." };

    public static Command Create() => new ExampledCommand(
        "findings",
        "Every finding that the inspection of a document can make: code, severity, sentence and source.",
        "rahdari findings --lang ur",
        "rahdari findings --markdown > docs/findings.md")
    {
        Markdown,
    }.Does((run, _) => Task.FromResult(List(run)));

    private static int List(Run run)
    {
        if (run.Get(Markdown))
        {
            Console.Out.Write(FindingDocument.Markdown());
            return ExitCode.Ok;
        }
        var rules = FindingCatalogue.All.Concat(ImageRule.All).Select(rule => new
        {
            rule.Code,
            rule.Severity,
            Sentence = run.Sentence(new Finding(rule.Code, rule.Severity, null, new Dictionary<string, string>())),
            rule.Evidence,
            rule.Source,
        }).ToArray();
        return run.Answer(new { Findings = rules }, paper =>
        {
            foreach (var rule in rules)
                paper.Line($"{rule.Code} · {run.Text($"Severity{rule.Severity}")}: {rule.Sentence}");
        });
    }
}
