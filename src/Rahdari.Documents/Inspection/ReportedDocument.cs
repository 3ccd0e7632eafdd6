using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>A document that its State, or another on its behalf, has reported.</summary>
/// <param name="IssuingState">The Doc 9303 or ISO 3166-1 alpha-3 code.</param>
/// <param name="DocumentNumber">The number.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Day">The day of the report.</param>
public sealed record ReportedDocument(string IssuingState, string DocumentNumber, ReportKind Kind, DateOnly Day)
{
    /// <summary>
    /// What documents of one State have in common whose numbers recognition may take one for the other (0 and O, 1 and I): by it the reports
    /// that may be of a document are found among many. Which of them are, <see cref="DocumentInspector"/> tells.
    /// </summary>
    /// <param name="issuingState">The Doc 9303 or ISO 3166-1 alpha-3 code.</param>
    /// <param name="documentNumber">The number, blanks and marks and all; one without a letter or digit has no key that any document has.</param>
    public static (string State, string Number) Key(string issuingState, string documentNumber) => (Words.Country(issuingState), Confusions.Blurred(Words.Number(documentNumber)));

    /// <summary>True where the number is the reported one, but for blanks, marks and small letters.</summary>
    public bool IsOf(string documentNumber) => Words.Number(DocumentNumber) is { Length: > 0 } number && number == Words.Number(documentNumber);
}
