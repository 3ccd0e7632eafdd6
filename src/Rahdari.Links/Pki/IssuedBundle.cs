namespace Rahdari.Links.Pki;

/// <summary>What a request was answered with.</summary>
/// <param name="Node">The node.</param>
/// <param name="Port">Its port.</param>
/// <param name="Link">Its link certificate.</param>
/// <param name="Record">Its record certificate.</param>
/// <param name="IsNew">False where the same request was answered before: nothing was issued now.</param>
/// <param name="File">The bundle for the port; nothing in it is secret.</param>
public sealed record IssuedBundle(string Node, string Port, IssuedCertificate Link, IssuedCertificate Record, bool IsNew, byte[] File);
