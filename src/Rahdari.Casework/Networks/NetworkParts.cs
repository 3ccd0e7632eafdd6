namespace Rahdari.Casework.Networks;

/// <summary>The largest parts of a network, and what holds its cases together.</summary>
/// <param name="Parts">Parts with more than one case, the one with most cases first.</param>
/// <param name="Joining">People and things without which cases would lie apart, those in most cases first.</param>
public sealed record NetworkParts(IReadOnlyList<NetworkPart> Parts, IReadOnlyList<NetworkNode> Joining);

/// <summary>Nodes that are all joined, and joined to no others.</summary>
/// <param name="Nodes">How many.</param>
/// <param name="Cases">The cases among them, by number.</param>
public sealed record NetworkPart(int Nodes, IReadOnlyList<NetworkCase> Cases);
