using Rahdari.Documents.Findings;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>What a detector found.</summary>
/// <param name="Subject">About whom or what: the same pattern seen again has the same.</param>
/// <param name="Explanation">In a sentence, with the limits that counted.</param>
/// <param name="Saw">The crossings.</param>
internal sealed record Indication(string Subject, Finding Explanation, IReadOnlyList<Passage> Saw);
