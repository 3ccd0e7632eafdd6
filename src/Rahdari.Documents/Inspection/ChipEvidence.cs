using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Inspection;

/// <summary>What came of the document's chip.</summary>
/// <param name="Data">What stands on it.</param>
/// <param name="Passive">Whether its State signed that.</param>
public sealed record ChipEvidence(LogicalDataStructure Data, PassiveAuthenticationResult Passive)
{
    /// <summary>What was found while it was read: how it was opened, whether it proved to be the original.</summary>
    public IReadOnlyList<Finding> Reading { get; init; } = [];
}
