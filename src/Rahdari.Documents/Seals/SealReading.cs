using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Seals;

/// <summary>What was read of a barcode's bytes.</summary>
/// <param name="Seal">The seal, or null where the bytes are none (then a finding says why).</param>
/// <param name="Findings">What breaks the standard or the profile.</param>
public sealed record SealReading(Seal? Seal, IReadOnlyList<Finding> Findings);
