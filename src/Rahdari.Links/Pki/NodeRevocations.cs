using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Trust;

namespace Rahdari.Links.Pki;

/// <summary>The authority's list of revoked certificates (X.509 CRL v2; RFC 5280 §5). Immutable, thread-safe.</summary>
/// <param name="Number">Higher than that of every list before.</param>
/// <param name="IssuedAt">UTC.</param>
/// <param name="NextAt">By when the next one comes; UTC. A list past it still counts: what is revoked stays so.</param>
/// <param name="Revoked">When each certificate was revoked (UTC), by its serial number: hexadecimal capitals without leading zeros.</param>
/// <param name="Encoded">DER.</param>
public sealed record NodeRevocations(BigInteger Number, DateTimeOffset IssuedAt, DateTimeOffset? NextAt, IReadOnlyDictionary<string, DateTimeOffset> Revoked, ReadOnlyMemory<byte> Encoded)
{
    internal static readonly TimeSpan Validity = TimeSpan.FromDays(90);

    internal const int Largest = 4 << 20;
    private const string NumberExtension = "2.5.29.20";
    private const string EcdsaSha384 = "1.2.840.10045.4.3.3";

    /// <summary>The list that belongs to a register.</summary>
    internal static byte[] Build(NodeRegister register, ECDsa authorityKey, X509Certificate2 authority)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var certificate in register.Nodes.SelectMany(n => n.Link.Concat(n.Record)))
        {
            if (certificate.RevokedAt is { } at)
                list.AddEntry(Convert.FromHexString(certificate.Serial), Whole(at), Reason(certificate.RevokedFor));
        }
        var issued = Whole(register.ChangedAt);
        return list.Build(
            authority.SubjectName,
            X509SignatureGenerator.CreateForECDsa(authorityKey),
            register.RevocationNumber,
            issued + Validity,
            HashAlgorithmName.SHA384,
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false),
            issued);
    }

    /// <summary>A list in PEM, as OpenSSL and nats-server read it.</summary>
    internal static string Pem(ReadOnlySpan<byte> encoded) => PemEncoding.WriteString("X509 CRL", encoded) + "\n";

    /// <summary>The list in a file; null where there is none that the authority signed.</summary>
    internal static NodeRevocations? ReadFile(string file, X509Certificate2 authority) => PrivateFiles.Read(file, Largest) is { } bytes ? Read(bytes, authority).Value : null;

    /// <summary>Reads a list in DER or PEM that the authority signed; takes any bytes.</summary>
    internal static Answer<NodeRevocations> Read(ReadOnlyMemory<byte> bytes, X509Certificate2 authority)
    {
        if (bytes.Length > Largest)
            return Invalid($"more than {Largest} bytes");
        if (RevocationList.Read(bytes) is not { } list)
            return Invalid("it is no X.509 revocation list");
        try
        {
            var outer = new AsnReader(list.Encoded, AsnEncodingRules.DER).ReadSequence();
            var signed = outer.ReadEncodedValue();
            var algorithm = outer.ReadSequence().ReadObjectIdentifier();
            var signature = outer.ReadBitString(out _);
            using var key = authority.GetECDsaPublicKey();
            if (algorithm != EcdsaSha384 || key is null || !key.VerifyData(signed.Span, signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence))
                return Invalid("it is not signed by the authority");
            if (NumberOf(signed, authority) is not { } number)
                return Invalid("it names another issuer or has no number");
            return new NodeRevocations(number, list.ThisUpdate, list.NextUpdate, list.Revoked.ToFrozenDictionary(StringComparer.Ordinal), list.Encoded);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return Invalid("it is no X.509 revocation list");
        }
    }

    private static BigInteger? NumberOf(ReadOnlyMemory<byte> signed, X509Certificate2 authority)
    {
        var list = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        list.ReadInteger();
        list.ReadSequence();
        if (!list.ReadEncodedValue().Span.SequenceEqual(authority.SubjectName.RawData))
            return null;
        var extensions = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        while (list.HasData)
        {
            if (!list.PeekTag().HasSameClassAndValue(extensions))
            {
                list.ReadEncodedValue();
                continue;
            }
            for (var each = list.ReadSequence(extensions).ReadSequence(); each.HasData;)
            {
                var extension = each.ReadSequence();
                if (extension.ReadObjectIdentifier() != NumberExtension)
                    continue;
                if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
                    extension.ReadBoolean();
                return AsnDecoder.ReadInteger(extension.ReadOctetString(), AsnEncodingRules.DER, out _);
            }
        }
        return null;
    }

    private static X509RevocationReason? Reason(RevocationReason? reason) => reason is null or RevocationReason.Unspecified ? null : (X509RevocationReason)(int)reason.Value;

    private static DateTimeOffset Whole(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private static Documents.Findings.Finding Invalid(string rule) => LinksRule.RevocationListInvalid.Broken(null, ("rule", rule));
}
