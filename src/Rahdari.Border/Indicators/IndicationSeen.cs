using Rahdari.Border.Crossings;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Indicators;

/// <summary>An indicator that showed, and what showed it.</summary>
/// <param name="Code">The indicator's.</param>
/// <param name="Label">As the counter knows it.</param>
/// <param name="SetNumber">The set under whose number it stood.</param>
/// <param name="Kind">Where it showed.</param>
/// <param name="IsStrong">Whether it alone is worth a conversation.</param>
/// <param name="Explanation">In a sentence, with the limits that counted.</param>
/// <param name="Saw">The crossings that it saw, oldest first; not what is at hand at the counter, which is none yet, and none of what was observed or told.</param>
public sealed record IndicationSeen(string Code, string Label, int SetNumber, IndicatorKind Kind, bool IsStrong, Finding Explanation, IReadOnlyList<PassageSeen> Saw);

/// <summary>A crossing that a detector saw: enough to look it up, and no more of a person.</summary>
/// <param name="Crossing">Its id.</param>
/// <param name="Day">The day at the port.</param>
/// <param name="Port">The port.</param>
/// <param name="Direction">Which way.</param>
public sealed record PassageSeen(Guid Crossing, DateOnly Day, string Port, Direction Direction);
