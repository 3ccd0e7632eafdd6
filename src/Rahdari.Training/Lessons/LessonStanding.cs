using Rahdari.Training.Scoring;

namespace Rahdari.Training.Lessons;

/// <summary>Where a trainee stands in the newest lesson.</summary>
/// <param name="Lesson">Its number; 0 where there is none, or the user is not of it.</param>
/// <param name="Done">How many were decided.</param>
/// <param name="Right">How many of them rightly.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Now">Who stands before the counter; null where the next was not called yet, or all were decided.</param>
/// <param name="CameAt">Since when; null with <paramref name="Now"/>.</param>
/// <param name="Last">How the last decision was; null before the first.</param>
/// <param name="LimitSeconds">Beyond which a decision is slow.</param>
public sealed record LessonStanding(int Lesson, int Done, int Right, int Of, ShownTraveller? Now, DateTimeOffset? CameAt, Mark? Last, int LimitSeconds);
