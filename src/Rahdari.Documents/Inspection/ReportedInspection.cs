using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>The document against reports of lost, stolen and revoked ones.</summary>
internal static class ReportedInspection
{
    private const string Field = nameof(MrzFields.DocumentNumber);

    public static IEnumerable<Finding> Of(IReadOnlyList<ReportedDocument> reported, MrzFields fields)
    {
        foreach (var report in reported.Where(report => Words.SameState(report.IssuingState, fields.IssuingState)))
        {
            var number = Words.Number(report.DocumentNumber);
            if (number.Length == 0)
                continue;
            if (report.IsOf(fields.DocumentNumber))
                yield return Rule(report.Kind).Found(Field, fields.IssuingState, fields.DocumentNumber, $"{report.Day:yyyy-MM-dd}");
            else if (Words.LookAlike(number, fields.DocumentNumber))
                yield return ReportedRules.Alike.Found(Field, fields.IssuingState, fields.DocumentNumber, report.DocumentNumber);
        }
    }

    private static FindingRule Rule(ReportKind kind) => kind switch
    {
        ReportKind.Lost => ReportedRules.Lost,
        ReportKind.Stolen => ReportedRules.Stolen,
        ReportKind.StolenBlank => ReportedRules.StolenBlank,
        _ => ReportedRules.Revoked,
    };
}
