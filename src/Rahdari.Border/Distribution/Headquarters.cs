using System.Security.Cryptography;

namespace Rahdari.Border.Distribution;

/// <summary>Whom a port believes: what is not signed by this key in this node's name is not taken.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Key">The public half of its ledger's key; whoever passes it keeps it open, and does not use it meanwhile.</param>
public sealed record Headquarters(string Node, ECDsa Key);
