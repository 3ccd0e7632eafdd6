using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Encounters;

/// <summary>What the lists in force say of a document where they have changed since it was presented.</summary>
internal static class ReportedSince
{
    private static readonly string[] OfReports = [.. ReportedRules.All.Select(rule => rule.Code)];

    /// <summary>The content with what is reported now in the place of what was reported before, and whether something is that nobody at the counter has seen.</summary>
    public static (EncounterContent Content, bool IsNew) Of(EncounterContent content, IReadOnlyList<ReportedDocument> reported, DateOnly today)
    {
        var zone = new MrzReading(content.MrzLines, content.Document, []);
        Finding[] found = [.. DocumentInspector.Inspect(new DocumentEvidence(zone) { Reported = reported }, today).Where(IsOfReport)];
        var (now, before) = (found.Select(Told).ToHashSet(), content.Reasons.Where(IsOfReport).Select(Told).ToHashSet());
        return now.SetEquals(before) ? (content, false) : (content.Added(IsOfReport, found), !now.IsSubsetOf(before));
    }

    private static bool IsOfReport(Finding finding) => OfReports.Contains(finding.Code);

    private static string Told(Finding finding) => $"{finding.Code} {string.Join(' ', finding.Evidence.Values)}";
}
