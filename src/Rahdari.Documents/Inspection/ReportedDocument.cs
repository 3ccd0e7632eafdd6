namespace Rahdari.Documents.Inspection;

/// <summary>A document that its State, or another on its behalf, has reported.</summary>
/// <param name="IssuingState">The Doc 9303 or ISO 3166-1 alpha-3 code.</param>
/// <param name="DocumentNumber">The number.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Day">The day of the report.</param>
public sealed record ReportedDocument(string IssuingState, string DocumentNumber, ReportKind Kind, DateOnly Day);
