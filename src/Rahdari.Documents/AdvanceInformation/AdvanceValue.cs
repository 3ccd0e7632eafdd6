namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A value and the code that says what it is: a place (LOC) or a reference (RFF).</summary>
/// <param name="Qualifier">The code as written: <c>178</c> port of embarkation, <c>AVF</c> record locator.</param>
/// <param name="Value">The value: <c>KHI</c>.</param>
/// <param name="Name">Its name in words, where one is given.</param>
public readonly record struct AdvanceValue(string Qualifier, string Value, string Name = "");
