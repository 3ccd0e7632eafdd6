namespace Rahdari.Documents.AdvanceInformation.Cusres;

/// <summary>The answer about one traveller (CUSRES, group ERP 2).</summary>
/// <param name="References">By which the carrier knows the traveller: AVF, ABO, or LI, the place in the list.</param>
/// <param name="Decision">Board, or not.</param>
/// <param name="Code">As written (ERC 9321).</param>
/// <param name="Text">A sentence for the carrier; empty where there is none. Never why somebody is wanted.</param>
public sealed record BoardingAnswer(IReadOnlyList<AdvanceValue> References, BoardingDecision Decision, string Code, string Text);
