using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>What is signed of an indicator that showed.</summary>
internal sealed record IndicationFact(
    Guid Id, string Code, int SetNumber, string Subject, Guid CrossingId, DateTimeOffset CrossedAt, string Port, DateTimeOffset FoundAt, string Explanation, string Saw)
{
    public static IndicationFact Of(IndicationRow row) =>
        new(row.Id, row.Code, row.SetNumber, row.Subject, row.CrossingId, row.CrossedAt, row.Port, row.FoundAt, row.Explanation, row.Saw);
}
