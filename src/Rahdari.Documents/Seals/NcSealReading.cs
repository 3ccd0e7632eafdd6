using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Seals;

/// <summary>What came of reading a seal for non-constrained environments.</summary>
/// <param name="Seal">The seal, or null where it cannot be read.</param>
/// <param name="Findings">What is wrong with its form.</param>
public sealed record NcSealReading(NcSeal? Seal, IReadOnlyList<Finding> Findings);
