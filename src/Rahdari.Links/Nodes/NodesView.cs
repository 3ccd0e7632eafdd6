namespace Rahdari.Links.Nodes;

/// <summary>The links of a site, as its people see them.</summary>
/// <param name="Place">Which end of the links the site is.</param>
/// <param name="At">When it was looked; UTC.</param>
/// <param name="Nodes">At headquarters every certified node, the worst first; elsewhere empty.</param>
/// <param name="Link">At a port its own link; elsewhere null.</param>
/// <param name="Knocks">At headquarters who was turned away at the door within the last day, the latest first; elsewhere empty.</param>
public sealed record NodesView(LinkPlace Place, DateTimeOffset At, IReadOnlyList<NodeView> Nodes, PortLinkView? Link, IReadOnlyList<Knock> Knocks)
{
    /// <summary>True at a headquarters that was restored from a backup, and hands no lists out until it publishes anew.</summary>
    public bool IsHeldBack { get; init; }
}

/// <summary>A site's own link.</summary>
/// <param name="Place">Which end of the links the site is.</param>
/// <param name="Link">At a port how its link stands; elsewhere null.</param>
public sealed record OwnLink(LinkPlace Place, PortLinkView? Link);

/// <summary>How a port's link to headquarters stands.</summary>
/// <param name="IsUp">True where headquarters answered within the last ten seconds.</param>
/// <param name="AnsweredAt">When it answered last (UTC), or null where it has not since the site was started.</param>
/// <param name="ClockAheadSeconds">By how many seconds the site's clock is ahead of headquarters', or null.</param>
/// <param name="Confirmed">The last record that headquarters said that it has.</param>
/// <param name="Waiting">Records that it lacks.</param>
/// <param name="Problem">Why the link is down, as the program tells it, or null.</param>
public sealed record PortLinkView(bool IsUp, DateTimeOffset? AnsweredAt, double? ClockAheadSeconds, long Confirmed, long Waiting, string? Problem);

/// <summary>Which end of the links a site is.</summary>
public enum LinkPlace
{
    /// <summary>It has no links.</summary>
    Alone,

    /// <summary>It sends its records to headquarters.</summary>
    Port,

    /// <summary>It takes in everybody's records.</summary>
    Headquarters,
}
