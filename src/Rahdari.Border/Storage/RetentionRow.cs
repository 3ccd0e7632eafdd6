using System.Text.Json;
using Rahdari.Border.Retention;

namespace Rahdari.Border.Storage;

/// <summary>A schedule of retention as stored; never changed and never purged.</summary>
internal sealed class RetentionRow
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    /// <summary>The <see cref="RetentionPeriod"/>s as JSON.</summary>
    public required string Periods { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public RetentionSchedule Read() => new(Number, JsonSerializer.Deserialize(Periods, BorderJson.Default.IReadOnlyListRetentionPeriod)!, Reason, PublishedAt, PublishedBy);
}
