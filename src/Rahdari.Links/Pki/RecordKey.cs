using System.Security.Cryptography;

namespace Rahdari.Links.Pki;

/// <summary>A key that signs a node's records, and from where to where in its ledger.</summary>
/// <param name="Serial">The serial number of its newest certificate, hexadecimal.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo (DER), on P-256.</param>
/// <param name="FirstSequence">The first sequence of the ledger that it signs.</param>
/// <param name="LastSequence">The last one; null where it signs still.</param>
/// <param name="NotBefore">Certified from then on; UTC.</param>
/// <param name="NotAfter">Certified until then; UTC. Records signed before stay good.</param>
public sealed record RecordKey(string Serial, ReadOnlyMemory<byte> PublicKey, long FirstSequence, long? LastSequence, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>The key, to verify with; whoever asks disposes it. One instance is for one thread.</summary>
    public ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(PublicKey.Span, out _);
        return key;
    }
}
