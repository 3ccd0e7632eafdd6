namespace Rahdari.Links.Pki;

/// <summary>That a node was invited, with its code: it is told once and kept nowhere.</summary>
/// <param name="Node">The node.</param>
/// <param name="Port">The port that it must be of.</param>
/// <param name="Code">The code, to be told to the port by another way than the files go.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record NodeInvitation(string Node, string Port, string Code, DateTimeOffset ExpiresAt);
