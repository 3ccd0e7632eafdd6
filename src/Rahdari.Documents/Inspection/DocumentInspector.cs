using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>Judges what was read: expiry, impossible dates, unknown codes, contradictions. Pure and thread-safe.</summary>
public static class DocumentInspector
{
    /// <summary>The reading's own findings and those of the inspection, worst first.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="today">The port's local day.</param>
    public static IReadOnlyList<Finding> Inspect(MrzReading reading, DateOnly today) => throw new NotImplementedException();
}
