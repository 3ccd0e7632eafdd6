using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>A document read at an earlier crossing: the same number, or the same person.</summary>
/// <param name="Fields">What its zone said.</param>
/// <param name="Day">The day.</param>
public sealed record EarlierReading(MrzFields Fields, DateOnly Day);
