namespace Rahdari.Links.Pki;

/// <summary>A node that was enrolled.</summary>
/// <param name="Name">The node's name; never given to another.</param>
/// <param name="Port">Its port.</param>
/// <param name="EnrolledAt">UTC.</param>
/// <param name="Link">The certificates of its link keys, oldest first.</param>
/// <param name="Record">The certificates of its ledger's key, oldest first.</param>
/// <param name="Revoked">That it takes part no more, or null.</param>
public sealed record RegisteredNode(string Name, string Port, DateTimeOffset EnrolledAt, IReadOnlyList<IssuedCertificate> Link, IReadOnlyList<IssuedCertificate> Record, NodeRevocation? Revoked = null);

/// <summary>That a node takes part no more.</summary>
/// <param name="At">UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remark">More of it, or null.</param>
public sealed record NodeRevocation(DateTimeOffset At, RevocationReason Reason, string? Remark = null);

/// <summary>A certificate that the authority issued.</summary>
/// <param name="Serial">Its serial number, hexadecimal.</param>
/// <param name="NotBefore">UTC.</param>
/// <param name="NotAfter">UTC.</param>
/// <param name="Certificate">DER.</param>
/// <param name="RevokedAt">When it was revoked (UTC), or null.</param>
/// <param name="RevokedFor">Why, or null.</param>
public sealed record IssuedCertificate(
    string Serial, DateTimeOffset NotBefore, DateTimeOffset NotAfter, byte[] Certificate, DateTimeOffset? RevokedAt = null, RevocationReason? RevokedFor = null)
{
    /// <summary>The first sequence of the ledger that a record certificate's key signs; null of a link certificate.</summary>
    public long? FirstSequence { get; init; }

    /// <summary>The last one; null where it signs still.</summary>
    public long? LastSequence { get; init; }
}
