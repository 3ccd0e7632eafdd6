namespace Rahdari.Casework.Shelter.Files;

/// <summary>A number of victims.</summary>
/// <param name="Dimension"><c>all</c>, <c>sex</c>, <c>ageGroup</c>, <c>form</c>, <c>serviceGiven</c>.</param>
/// <param name="Value">Of which value.</param>
/// <param name="Count">How many; null where it, or what can be computed with it, is one to four, which could point at somebody.</param>
public sealed record CountFact(string Dimension, string Value, int? Count);
