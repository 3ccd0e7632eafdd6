namespace Rahdari.Documents.Mrz;

/// <summary>One character for another.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Found">The character as read.</param>
/// <param name="Proposed">What it probably was.</param>
public sealed record MrzChange(int Line, int Column, char Found, char Proposed);
