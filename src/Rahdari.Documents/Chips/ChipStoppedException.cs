using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Chips;

/// <summary>Reading cannot go on; caught where reading began.</summary>
internal sealed class ChipStoppedException(Finding finding) : Exception(finding.Code)
{
    public Finding Finding { get; } = finding;
}
