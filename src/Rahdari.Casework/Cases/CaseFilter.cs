namespace Rahdari.Casework.Cases;

/// <summary>Which cases; null means any.</summary>
public sealed record CaseFilter
{
    /// <summary>Those that lie there.</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>A part of the number.</summary>
    public string? Number { get; init; }

    /// <summary>True for those alone of which a time limit has passed.</summary>
    public bool IsOverdue { get; init; }
}
