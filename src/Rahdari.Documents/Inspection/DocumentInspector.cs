using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>Judges what was read: field against field, and against what else is known of the document. Pure and thread-safe.</summary>
public static class DocumentInspector
{
    /// <summary>The reading's own findings and those of the inspection, worst first.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="today">The port's local day.</param>
    public static IReadOnlyList<Finding> Inspect(MrzReading reading, DateOnly today) => Inspect(new DocumentEvidence(reading), today);

    /// <summary>The findings of all that is known of a document, worst first.</summary>
    /// <param name="evidence">What is known; a zone that could not be read has its own findings alone.</param>
    /// <param name="today">The port's local day.</param>
    public static IReadOnlyList<Finding> Inspect(DocumentEvidence evidence, DateOnly today)
    {
        IEnumerable<Finding> findings = evidence.Zone.Findings;
        if (evidence.Zone.Fields is { } fields)
        {
            findings = findings
                .Concat(StateInspection.Of(fields, evidence.Page?.IssuingStateName, evidence.InService))
                .Concat(KindInspection.Of(fields))
                .Concat(NumberInspection.Of(fields))
                .Concat(HolderInspection.Of(fields, today))
                .Concat(ExpiryInspection.Of(fields, today))
                .Concat(PakistanInspection.Of(fields))
                .Concat(evidence.Page is { } page ? PageInspection.Of(page, fields, today) : [])
                .Concat(evidence.Chip is { } chip ? ChipInspection.Of(chip, fields, evidence.Page, today) : [])
                .Concat(evidence.Visa is { } visa ? VisaInspection.Of(visa, fields, evidence.ReceivingState, today) : [])
                .Concat(evidence.Announced is { } announced ? AnnouncedInspection.Of(announced, fields) : [])
                .Concat(EarlierInspection.Of(evidence.Earlier, fields))
                .Concat(GroupInspection.Of([fields, .. evidence.Group]))
                .Concat(ReportedInspection.Of(evidence.Reported, fields));
        }
        return [.. findings.OrderByDescending(f => f.Severity)];
    }
}
