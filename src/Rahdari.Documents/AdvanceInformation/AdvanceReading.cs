using Rahdari.Documents.Findings;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>What came of reading interchanges.</summary>
/// <param name="Messages">The messages in their order; a broken one has what could be read of it.</param>
/// <param name="Findings">What is broken, missing or contradictory, in the order of the bytes; at most a thousand, and one that says how many more.</param>
public sealed record AdvanceReading(IReadOnlyList<AdvanceMessage> Messages, IReadOnlyList<Finding> Findings);
