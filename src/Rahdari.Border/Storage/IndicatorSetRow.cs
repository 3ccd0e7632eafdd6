using System.Text.Json;
using Rahdari.Border.Indicators;

namespace Rahdari.Border.Storage;

/// <summary>The indicators under one number, as stored; never changed.</summary>
internal sealed class IndicatorSetRow
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    /// <summary>The <see cref="Indicator"/>s as JSON.</summary>
    public required string Indicators { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public IndicatorSet Read() => new(Number, JsonSerializer.Deserialize(Indicators, BorderJson.Default.IReadOnlyListIndicator)!);
}
