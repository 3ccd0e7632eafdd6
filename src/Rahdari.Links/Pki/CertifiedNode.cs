namespace Rahdari.Links.Pki;

/// <summary>A node as headquarters trusts it.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Subject">The subject of its link certificate: <c>CN=khi-1, O=Rahdari, C=PK</c>.</param>
/// <param name="LinkSerials">The serial numbers of its link certificates that are not revoked, hexadecimal; the newest last. Some may be past their time.</param>
/// <param name="LinkUntil">Until when the newest is good; UTC.</param>
/// <param name="RecordKeys">The keys that sign its records, in the order of their sequences.</param>
/// <param name="RevokedAt">Since when it takes part no more (UTC), or null. What it signed before is on record; nothing that comes after is taken.</param>
/// <param name="RevokedFor">Why, or null.</param>
public sealed record CertifiedNode(
    string Name,
    string Port,
    string Subject,
    IReadOnlyList<string> LinkSerials,
    DateTimeOffset LinkUntil,
    IReadOnlyList<RecordKey> RecordKeys,
    DateTimeOffset? RevokedAt,
    RevocationReason? RevokedFor)
{
    /// <summary>True where it takes part no more.</summary>
    public bool IsRevoked => RevokedAt is not null;

    /// <summary>The key that signs the record at a sequence, or null.</summary>
    public RecordKey? KeyAt(long sequence) => RecordKeys.FirstOrDefault(k => k.FirstSequence <= sequence && (k.LastSequence ?? long.MaxValue) >= sequence);
}
