using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>What came of reading a master list.</summary>
/// <param name="List">The list, or null where the bytes are none.</param>
/// <param name="Findings">Why not, and the certificates in it that cannot be read.</param>
public sealed record MasterListReading(MasterList? List, IReadOnlyList<Finding> Findings);
