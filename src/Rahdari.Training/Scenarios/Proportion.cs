namespace Rahdari.Training.Scenarios;

/// <summary>How many of a hundred travellers of a lesson are of a category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Percent">Of a hundred; all of them make a hundred.</param>
/// <param name="Reason">Why so many.</param>
public sealed record Proportion(ScenarioCategory Category, int Percent, string Reason);
