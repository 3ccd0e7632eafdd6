namespace Rahdari.Border.Indicators.Detectors;

/// <summary>A crossing of somebody, and who travelled with them.</summary>
internal sealed record Trip(Passage Leader, IReadOnlyList<Passage> With);
