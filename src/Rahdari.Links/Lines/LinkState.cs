namespace Rahdari.Links.Lines;

/// <summary>How the link of this port stands, for its own pages. Thread-safe.</summary>
public sealed class LinkState
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private DateTimeOffset? answeredAt;
    private TimeSpan? skew;
    private long confirmed;
    private long queued;
    private string? problem;

    /// <summary>How it stands now.</summary>
    public LinkStanding Now(DateTimeOffset now)
    {
        lock (gate)
            return new LinkStanding(IsFresh(now), answeredAt, skew, confirmed, queued, IsFresh(now) ? null : problem);
    }

    internal bool IsAnswering(DateTimeOffset now)
    {
        lock (gate)
            return IsFresh(now);
    }

    internal void Answered(DateTimeOffset now, DateTimeOffset theirs, long sequence)
    {
        lock (gate)
            (answeredAt, skew, confirmed, problem) = (now, now - theirs, sequence, null);
    }

    internal void Queued(long records)
    {
        lock (gate)
            queued = records;
    }

    internal void Failed(string reason)
    {
        lock (gate)
            problem = reason;
    }

    private bool IsFresh(DateTimeOffset now) => answeredAt is { } at && (now - at).Duration() < Fresh;
}

/// <summary>How a port's link stands.</summary>
/// <param name="IsUp">True where headquarters answered within the last ten seconds.</param>
/// <param name="AnsweredAt">When it answered last (UTC), or null.</param>
/// <param name="Skew">By how much this site's clock is ahead of headquarters', or null where it never answered.</param>
/// <param name="Confirmed">The last record that headquarters has.</param>
/// <param name="Queued">Records that it lacks.</param>
/// <param name="Problem">Why the link is down, or null.</param>
public sealed record LinkStanding(bool IsUp, DateTimeOffset? AnsweredAt, TimeSpan? Skew, long Confirmed, long Queued, string? Problem);
