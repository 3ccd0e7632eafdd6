namespace Rahdari.Casework.Networks;

/// <summary>A case, an accused, or a thing that cases are connected with.</summary>
/// <param name="Id">The key within the network.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Which: the case's number, the accused's name, or the value as it was first told.</param>
/// <param name="Cases">The cases in which it stands, by number.</param>
/// <param name="JoinsCases">True where cases would lie apart without it.</param>
public sealed record NetworkNode(string Id, NetworkNodeKind Kind, string Label, IReadOnlyList<NetworkCase> Cases, bool JoinsCases);
