namespace Rahdari.Casework.Networks;

/// <summary>That two nodes are joined. It has no direction.</summary>
/// <param name="From">A node's key.</param>
/// <param name="To">The other's.</param>
/// <param name="Kind">How.</param>
public sealed record NetworkLink(string From, string To, NetworkLinkKind Kind);
