using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Documents.Trust;

/// <summary>
/// Content with one signature: a CMS SignedData (RFC 5652 §5), read part by part rather than through the platform's CMS, which cannot
/// say which of its parts is wrong. Immutable, thread-safe.
/// </summary>
internal sealed record SignedContent
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningTime = "1.2.840.113549.1.9.5";
    private const int MostCertificates = 16;

    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Second = new(TagClass.ContextSpecific, 1);

    private SignedContent()
    {
    }

    /// <summary>The content's type, an object identifier.</summary>
    public required string Type { get; init; }

    /// <summary>What was signed.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The certificates that come with it: the signer's, perhaps links.</summary>
    public required IReadOnlyList<SigningCertificate> Certificates { get; init; }

    /// <summary>How the signer is named.</summary>
    public required SignerName Signer { get; init; }

    /// <summary>When it was signed, where it says so; UTC.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>The algorithm of the signature.</summary>
    public required SignatureAlgorithm Algorithm { get; init; }

    /// <summary>True where the attributes, if there are any, state the content's own digest.</summary>
    public required bool DigestHolds { get; init; }

    /// <summary>What the signature is over: the attributes, or the content where there are none.</summary>
    private ReadOnlyMemory<byte> Signed { get; init; }

    private ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>Reads it; otherwise the name of the part that cannot be read.</summary>
    public static (SignedContent? Read, string Part) Read(ReadOnlyMemory<byte> encoded)
    {
        var part = "contentType";
        try
        {
            var outer = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
            if (outer.ReadObjectIdentifier() != SignedData)
                return (null, part);
            part = "SignedData";
            var data = outer.ReadSequence(First).ReadSequence();
            data.ReadInteger();
            data.ReadSetOf(skipSortOrderValidation: true);
            part = "encapContentInfo";
            var encapsulated = data.ReadSequence();
            var type = encapsulated.ReadObjectIdentifier();
            var content = encapsulated.ReadSequence(First).ReadOctetString();
            part = "certificates";
            var certificates = CertificatesOf(data);
            if (data.HasData && data.PeekTag().HasSameClassAndValue(Second))
                data.ReadEncodedValue(); // Revocation lists: those of the trust store count.
            part = "signerInfos";
            var signer = data.ReadSetOf(skipSortOrderValidation: true).ReadSequence();
            signer.ReadInteger();
            var name = NameOf(signer);
            part = "digestAlgorithm";
            if (HashOf.Name(signer.ReadSequence().ReadObjectIdentifier()) is not { } digest)
                return (null, part);
            part = "signedAttrs";
            var (attributes, stated, signedAt) = AttributesOf(signer);
            part = "signatureAlgorithm";
            var algorithm = SignatureAlgorithm.Read(signer, digest);
            part = "signature";
            var read = new SignedContent
            {
                Type = type,
                Content = content,
                Certificates = certificates,
                Signer = name,
                SignedAt = signedAt,
                Algorithm = algorithm,
                DigestHolds = attributes is null || stated.Span.SequenceEqual(HashOf.Data(digest, content)),
                Signed = attributes ?? content,
                Signature = signer.ReadOctetString(),
            };
            return (read, part);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return (null, part);
        }
    }

    /// <summary>Whether the key of the certificate signed it.</summary>
    public SignatureOutcome VerifyBy(SigningCertificate signer) => Algorithm.Verify(signer.Key, Signed.Span, Signature.Span);

    private static List<SigningCertificate> CertificatesOf(AsnReader data)
    {
        var found = new List<SigningCertificate>();
        if (!data.PeekTag().HasSameClassAndValue(First))
            return found;
        for (var set = data.ReadSetOf(skipSortOrderValidation: true, First); set.HasData && found.Count < MostCertificates;)
        {
            if (SigningCertificate.Read(set.ReadEncodedValue()) is { } certificate)
                found.Add(certificate);
        }
        return found;
    }

    private static SignerName NameOf(AsnReader signer)
    {
        if (signer.PeekTag().HasSameClassAndValue(First))
            return new SignerName { KeyIdentifier = Convert.ToHexString(signer.ReadOctetString(First)) };
        var name = signer.ReadSequence();
        var issuer = new X500DistinguishedName(name.ReadEncodedValue().Span).Name;
        return new SignerName { Issuer = issuer, SerialNumber = SignerName.WithoutZeros(Convert.ToHexString(name.ReadIntegerBytes().Span)) };
    }

    /// <summary>The attributes as signed: with the tag of a set (RFC 5652 §5.4).</summary>
    private static (byte[]? Attributes, ReadOnlyMemory<byte> Digest, DateTimeOffset? SignedAt) AttributesOf(AsnReader signer)
    {
        if (!signer.PeekTag().HasSameClassAndValue(First))
            return (null, default, null);
        var encoded = signer.PeekEncodedValue().ToArray();
        encoded[0] = 0x31;
        var (digest, time) = (default(ReadOnlyMemory<byte>), default(DateTimeOffset?));
        for (var set = signer.ReadSetOf(skipSortOrderValidation: true, First); set.HasData;)
        {
            var attribute = set.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf(skipSortOrderValidation: true);
            if (type == MessageDigest)
                digest = values.ReadOctetString();
            else if (type == SigningTime)
                time = values.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? values.ReadUtcTime() : values.ReadGeneralizedTime();
        }
        return (encoded, digest, time?.ToUniversalTime());
    }
}
