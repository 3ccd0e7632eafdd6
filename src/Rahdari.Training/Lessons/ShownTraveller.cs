using Rahdari.Border.Crossings;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Lessons;

/// <summary>A traveller as a trainee meets them: what is seen, said and handed over. Nothing of the truth is in it.</summary>
/// <param name="Position">1 for the first of the lesson.</param>
/// <param name="Direction">Which way the traveller goes.</param>
/// <param name="Mrz">The lines of the document.</param>
/// <param name="Shows">What the person shows and how they behave.</param>
/// <param name="Says">What the person says.</param>
public sealed record ShownTraveller(int Position, Direction Direction, IReadOnlyList<string> Mrz, BothLanguages Shows, BothLanguages Says);
