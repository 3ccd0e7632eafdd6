namespace Rahdari.Training.Lessons;

/// <summary>What a lesson is made of. The same order gives the same lesson on the same day.</summary>
/// <param name="Seed">Of the dice.</param>
/// <param name="Travellers">How many each trainee meets: 4 to 200.</param>
/// <param name="Trainees">The user names.</param>
/// <param name="LimitSeconds">Seconds beyond which a decision was slow.</param>
public sealed record LessonOrder(int Seed, int Travellers, IReadOnlyList<string> Trainees, int LimitSeconds)
{
    /// <summary>The fewest of which each category can have one.</summary>
    public const int Fewest = 4;

    /// <summary>More than anybody decides in a day of lessons.</summary>
    public const int Most = 200;
}
