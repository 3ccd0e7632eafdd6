namespace Rahdari.Links.Nodes;

/// <summary>How a certified node stands, as headquarters knows it. Of no person.</summary>
public sealed record NodeView
{
    /// <summary>The node.</summary>
    public required string Node { get; init; }

    /// <summary>Its port (UN/LOCODE).</summary>
    public required string Port { get; init; }

    /// <summary>How its link stands.</summary>
    public required NodeState State { get; init; }

    /// <summary>What is to be looked after, the worst first; empty where nothing is.</summary>
    public IReadOnlyList<NodeAlert> Alerts { get; init; } = [];

    /// <summary>When it reported last (UTC, headquarters' clock), or null where it has not since headquarters' site was started.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Records that it had signed by its last report and that headquarters lacks; null where it has not reported.</summary>
    public long? Lag { get; init; }

    /// <summary>Since when the oldest of those is known to be lacking (UTC), or null where none is.</summary>
    public DateTimeOffset? LackingSince { get; init; }

    /// <summary>The last of its records that headquarters has; 0 where it has none.</summary>
    public required long Received { get; init; }

    /// <summary>By how many seconds its clock is ahead of headquarters', or null.</summary>
    public double? ClockAheadSeconds { get; init; }

    /// <summary>Bytes that are free where its database is, or null.</summary>
    public long? DiskFree { get; init; }

    /// <summary>The version of its program, or null.</summary>
    public string? Version { get; init; }

    /// <summary>When it recorded a crossing last (UTC), or null.</summary>
    public DateTimeOffset? LastCrossing { get; init; }

    /// <summary>The lists that it screens with beside headquarters'; empty where it has not reported.</summary>
    public IReadOnlyList<ScreenedList> Lists { get; init; } = [];

    /// <summary>Until when the newest certificate of its link is good; UTC.</summary>
    public required DateTimeOffset CertificateUntil { get; init; }

    /// <summary>Since when it takes part no more (UTC), or null.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Different messages over its link that were refused and are kept.</summary>
    public required int Refused { get; init; }

    /// <summary>When something was refused last (UTC), or null.</summary>
    public DateTimeOffset? RefusedAt { get; init; }
}
