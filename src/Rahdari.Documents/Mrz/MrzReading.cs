using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>The result of reading: the fields where the text has the shape of a zone, and every finding.</summary>
/// <param name="Lines">The lines as read, upper case, without spaces.</param>
/// <param name="Fields">The fields, or null where the text is no machine readable zone (then a finding says why).</param>
/// <param name="Findings">In order of position.</param>
public sealed record MrzReading(IReadOnlyList<string> Lines, MrzFields? Fields, IReadOnlyList<Finding> Findings);
