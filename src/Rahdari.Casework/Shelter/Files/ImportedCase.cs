using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>What became of one case of a file of case data.</summary>
/// <param name="Number">Which of the file's cases, from 1.</param>
/// <param name="File">The file that was opened; null where the case could not be read or taken.</param>
/// <param name="Findings">Why not, and what else was found.</param>
public sealed record ImportedCase(long Number, VictimFile? File, IReadOnlyList<Finding> Findings);
