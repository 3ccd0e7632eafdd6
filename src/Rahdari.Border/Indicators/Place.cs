using Rahdari.Border.Crossings;

namespace Rahdari.Border.Indicators;

/// <summary>Where and when an encounter takes place.</summary>
internal sealed record Place(Guid Encounter, string Port, string Counter, Direction Direction, DateTimeOffset At);
