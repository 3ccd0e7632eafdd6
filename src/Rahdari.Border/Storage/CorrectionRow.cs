using System.Text.Json;
using Rahdari.Border.Crossings.Corrections;

namespace Rahdari.Border.Storage;

/// <summary>A <see cref="Correction"/> as stored.</summary>
internal sealed class CorrectionRow
{
    public required Guid Id { get; init; }

    public required string Node { get; init; }

    public required Guid CrossingId { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary><see cref="CorrectedFields"/>.</summary>
    public required string Before { get; init; }

    /// <summary><see cref="CorrectedFields"/>.</summary>
    public required string After { get; init; }

    public static CorrectionRow Of(Correction correction) => new()
    {
        Id = correction.Id,
        Node = correction.Node,
        CrossingId = correction.CrossingId,
        Number = correction.Number,
        At = correction.At,
        By = correction.By,
        Reason = correction.Reason,
        Before = JsonSerializer.Serialize(correction.Before, BorderJson.Default.CorrectedFields),
        After = JsonSerializer.Serialize(correction.After, BorderJson.Default.CorrectedFields),
    };

    /// <summary>Null where the row holds no correction: nobody who wrote it through the register did.</summary>
    public Correction? Fact() => Read(Before) is not { } before || Read(After) is not { } after ? null : new Correction
    {
        Id = Id,
        Node = Node,
        CrossingId = CrossingId,
        Number = Number,
        At = At,
        By = By,
        Reason = Reason,
        Before = before,
        After = after,
    };

    private static CorrectedFields? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, BorderJson.Default.CorrectedFields);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
