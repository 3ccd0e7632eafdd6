using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>What is signed of a set of indicators.</summary>
internal sealed record IndicatorSetFact(Guid Id, int Number, string Indicators, string Reason, DateTimeOffset PublishedAt, string PublishedBy)
{
    public static IndicatorSetFact Of(IndicatorSetRow row) => new(row.Id, row.Number, row.Indicators, row.Reason, row.PublishedAt, row.PublishedBy);
}
