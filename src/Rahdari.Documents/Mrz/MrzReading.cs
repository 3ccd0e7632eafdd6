using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>The result of reading: the fields where the text has the shape of a zone, and every finding.</summary>
/// <param name="Lines">The lines of the zone as read, upper case, without spaces; of a text that is no zone, all its lines.</param>
/// <param name="Fields">The fields, or null where the text is no machine readable zone (then a finding says why).</param>
/// <param name="Findings">In the order of the checks: alphabets, check digits, dates, name, number.</param>
public sealed record MrzReading(IReadOnlyList<string> Lines, MrzFields? Fields, IReadOnlyList<Finding> Findings);
