using Rahdari.Border.Indicators.Detectors;

namespace Rahdari.Border.Indicators.Simulation;

/// <summary>A crossing of an invented person.</summary>
/// <param name="Passage">As detectors see it.</param>
/// <param name="Told">What was told at the counter.</param>
/// <param name="Case">The case that it belongs to; null of an ordinary traveller.</param>
internal sealed record SimulatedPassage(Passage Passage, JourneyTold? Told, PlantedCase? Case);

/// <summary>A case of exploitation that was planted in a population.</summary>
/// <param name="Number">From 0 on.</param>
/// <param name="Pattern">How those concerned are moved.</param>
/// <param name="Group">Who they are.</param>
internal sealed record PlantedCase(int Number, string Pattern, VulnerableGroup Group);
