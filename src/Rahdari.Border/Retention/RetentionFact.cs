using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>What is signed of a schedule of retention.</summary>
internal sealed record RetentionFact(Guid Id, int Number, string Periods, string Reason, DateTimeOffset PublishedAt, string PublishedBy)
{
    public static RetentionFact Of(RetentionRow row) => new(row.Id, row.Number, row.Periods, row.Reason, row.PublishedAt, row.PublishedBy);
}
