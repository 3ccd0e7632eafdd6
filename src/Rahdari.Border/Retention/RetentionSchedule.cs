namespace Rahdari.Border.Retention;

/// <summary>A schedule of retention as it was published. A class that it does not name is never purged.</summary>
/// <param name="Number">1 for the first; 0 where none was ever published.</param>
/// <param name="Periods">One for each class at most.</param>
/// <param name="Reason">Why it was published.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="PublishedBy">The user name.</param>
public sealed record RetentionSchedule(int Number, IReadOnlyList<RetentionPeriod> Periods, string Reason, DateTimeOffset PublishedAt, string PublishedBy)
{
    /// <summary>No schedule: nothing is purged.</summary>
    public static RetentionSchedule None { get; } = new(0, [], "", DateTimeOffset.UnixEpoch, "");
}
