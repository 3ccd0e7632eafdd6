using Rahdari.Casework.Consultations;

namespace Rahdari.Casework.Storage;

/// <summary>A consultation, contribution, recommendation or action as lists find it. What it holds is the newest of its signed changes.</summary>
internal sealed class StrategyRow
{
    public required Guid Id { get; init; }

    public required StrategyKind Kind { get; init; }

    /// <summary>The consultation of a contribution or recommendation; null of the others.</summary>
    public required Guid? ParentId { get; init; }

    /// <summary>Its number; of a contribution behind that of its consultation.</summary>
    public required string Number { get; init; }

    /// <summary>The state's name.</summary>
    public required string State { get; set; }

    public required int Version { get; set; }

    /// <summary>The record as JSON.</summary>
    public required string Content { get; set; }
}
