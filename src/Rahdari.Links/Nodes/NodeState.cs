namespace Rahdari.Links.Nodes;

/// <summary>How a node's link stands at headquarters.</summary>
public enum NodeState
{
    /// <summary>It reported within the last minute.</summary>
    Up,

    /// <summary>It reported before, and not within the last minute.</summary>
    Silent,

    /// <summary>It has not reported since headquarters' site was started.</summary>
    Never,

    /// <summary>It was revoked and takes part no more.</summary>
    Revoked,
}
