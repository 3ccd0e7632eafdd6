using Rahdari.Border.Encounters;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;

namespace Rahdari.Training.Reports;

/// <summary>What a class did, in figures. Trainees stand in it by user name.</summary>
/// <param name="Lessons">The lessons.</param>
/// <param name="Trainees">By lesson and trainee.</param>
/// <param name="Scenarios">By kind of traveller, those most often missed first.</param>
/// <param name="Parts">Over time: each lesson in four parts.</param>
/// <param name="Decisions">Every decision.</param>
public sealed record ClassReport(
    IReadOnlyList<LessonFigures> Lessons, IReadOnlyList<TraineeFigures> Trainees, IReadOnlyList<ScenarioFigures> Scenarios, IReadOnlyList<PartFigures> Parts, IReadOnlyList<DecisionLine> Decisions);

/// <summary>A lesson.</summary>
/// <param name="Lesson">Its number.</param>
/// <param name="MadeAt">When it was made; UTC.</param>
/// <param name="LimitSeconds">Beyond which a decision was slow.</param>
/// <param name="Trainees">How many.</param>
/// <param name="Decided">Decisions taken.</param>
/// <param name="Of">Decisions to take.</param>
/// <param name="Right">Of those taken.</param>
public sealed record LessonFigures(int Lesson, DateTimeOffset MadeAt, int LimitSeconds, int Trainees, int Decided, int Of, int Right);

/// <summary>A trainee in a lesson.</summary>
/// <param name="Lesson">Its number.</param>
/// <param name="Trainee">The user name.</param>
/// <param name="Decided">Decisions taken.</param>
/// <param name="Of">Decisions to take.</param>
/// <param name="Right">Of those taken.</param>
/// <param name="Caught">Travellers who were not clean, and were dealt with rightly as to what they were.</param>
/// <param name="ToCatch">Travellers decided on who were not clean.</param>
/// <param name="Stopped">Clean travellers who were referred or refused.</param>
/// <param name="Clean">Clean travellers decided on.</param>
/// <param name="MedianSeconds">Of the decisions; null where there is none.</param>
/// <param name="Misses">How often of each kind.</param>
public sealed record TraineeFigures(
    int Lesson, string Trainee, int Decided, int Of, int Right, int Caught, int ToCatch, int Stopped, int Clean, int? MedianSeconds, IReadOnlyDictionary<MissKind, int> Misses);

/// <summary>A kind of traveller.</summary>
/// <param name="Scenario">Its code.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Category">What such a traveller is.</param>
/// <param name="Decided">Decisions taken.</param>
/// <param name="Right">Of those.</param>
/// <param name="Misses">How often of each kind.</param>
public sealed record ScenarioFigures(string Scenario, BothLanguages Title, ScenarioCategory Category, int Decided, int Right, IReadOnlyDictionary<MissKind, int> Misses);

/// <summary>A quarter of a lesson.</summary>
/// <param name="Lesson">Its number.</param>
/// <param name="Part">1 to 4.</param>
/// <param name="Decided">Decisions taken.</param>
/// <param name="Right">Of those.</param>
/// <param name="MedianSeconds">Of the decisions; null where there is none.</param>
public sealed record PartFigures(int Lesson, int Part, int Decided, int Right, int? MedianSeconds);

/// <summary>A decision.</summary>
/// <param name="Lesson">The lesson's number.</param>
/// <param name="Trainee">The user name.</param>
/// <param name="Position">Which traveller.</param>
/// <param name="Scenario">The scenario's code.</param>
/// <param name="Category">What the traveller was.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Right">True where nothing was missed.</param>
/// <param name="Misses">In what ways it was not right.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="DecidedAt">When; UTC.</param>
public sealed record DecisionLine(
    int Lesson, string Trainee, int Position, string Scenario, ScenarioCategory Category, DecisionKind Decision, bool Right, IReadOnlyList<MissKind> Misses, int Seconds, DateTimeOffset DecidedAt);
