namespace Rahdari.Links.Nodes;

/// <summary>Somebody who wanted to open a link to headquarters and was turned away at the door. Nothing was read of them.</summary>
/// <param name="Address">From where: an IP address.</param>
/// <param name="Reason">Why.</param>
/// <param name="Times">How often within the last day.</param>
/// <param name="LastAt">When last; UTC.</param>
public sealed record Knock(string Address, KnockReason Reason, int Times, DateTimeOffset LastAt);

/// <summary>Why somebody was turned away.</summary>
public enum KnockReason
{
    /// <summary>The authority's certificate of a node that takes no part, or takes part no more.</summary>
    NotEnrolled,

    /// <summary>No certificate of the authority, or no TLS.</summary>
    NoCertificate,
}
