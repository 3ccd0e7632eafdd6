namespace Rahdari.Casework.Networks;

/// <summary>The part of a network around a case.</summary>
/// <param name="Centre">The key of the case's node, which is the first.</param>
/// <param name="Steps">How many links it reaches from the case.</param>
/// <param name="Nodes">The nodes, the nearest first.</param>
/// <param name="Links">The links between them.</param>
/// <param name="LeftOut">How many nodes within reach are left out.</param>
/// <param name="Beyond">How many nodes are joined to these and lie further away.</param>
public sealed record NetworkView(string Centre, int Steps, IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<NetworkLink> Links, int LeftOut, int Beyond);
