using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>What a misread zone probably says; never taken for what was read.</summary>
/// <param name="Lines">The lines with the changes in them.</param>
/// <param name="Changes">Each change that every likely correction has; empty where none is proven.</param>
/// <param name="Findings">One for each change, and one for each place where several characters are as likely.</param>
public sealed record MrzProposal(IReadOnlyList<string> Lines, IReadOnlyList<MrzChange> Changes, IReadOnlyList<Finding> Findings);
