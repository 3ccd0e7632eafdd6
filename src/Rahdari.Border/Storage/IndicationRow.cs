namespace Rahdari.Border.Storage;

/// <summary>An indicator that showed in the record of crossings, as stored; never changed.</summary>
internal sealed class IndicationRow
{
    public required Guid Id { get; init; }

    /// <summary>The indicator.</summary>
    public required string Code { get; init; }

    /// <summary>The set under whose number it stood then.</summary>
    public required int SetNumber { get; init; }

    /// <summary>About whom or what: by it the same pattern is told once.</summary>
    public required string Subject { get; init; }

    /// <summary>The crossing at which it showed.</summary>
    public required Guid CrossingId { get; init; }

    /// <summary>When that was.</summary>
    public required DateTimeOffset CrossedAt { get; init; }

    public required string Port { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>The finding that explains it, as JSON.</summary>
    public required string Explanation { get; init; }

    /// <summary>The <see cref="Indicators.PassageSeen"/>s as JSON.</summary>
    public required string Saw { get; init; }
}
