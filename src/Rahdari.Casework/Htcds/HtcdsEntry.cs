using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>What a file has in one place: a case, or why there is none.</summary>
/// <param name="Number">Which of the file's entries, from 1.</param>
/// <param name="Case">The case, whole; null where something of it could not be read, for a case is never taken in part.</param>
/// <param name="Findings">What was found: the rule, the field, file, line and column (1-based; of JSON in bytes, of a table the number of the column). No more than <see cref="MostFindings"/>.</param>
public sealed record HtcdsEntry(long Number, HtcdsCase? Case, IReadOnlyList<Finding> Findings)
{
    /// <summary>How many findings one entry carries at most.</summary>
    public const int MostFindings = 100;

    /// <summary>Bytes that one case, or one row of a table, may have.</summary>
    public const int Longest = 1 << 20;

    /// <summary>Records that a case may have of one group.</summary>
    public const int MostRepeats = 1000;
}
