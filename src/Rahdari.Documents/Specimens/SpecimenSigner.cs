using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Specimens;

/// <summary>A signer of specimens: documents, or lists. Thread-safe where its platform key is; meant for one thread.</summary>
public sealed class SpecimenSigner
{
    private readonly X509Certificate2 certificate;
    private readonly SpecimenAlgorithm algorithm;

    internal SpecimenSigner(X509Certificate2 certificate, AsymmetricAlgorithm key, SpecimenAlgorithm algorithm)
    {
        this.certificate = key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
        this.algorithm = algorithm;
        Certificate = SigningCertificate.Read(certificate.RawData)!;
    }

    /// <summary>Its certificate.</summary>
    public SigningCertificate Certificate { get; }

    /// <summary>Signs content as CMS (RFC 5652 §5).</summary>
    internal byte[] Sign(string contentType, byte[] content, DateTimeOffset? at, IEnumerable<SigningCertificate>? further = null, bool withCertificate = true)
    {
        var cms = new SignedCms(new ContentInfo(new Oid(contentType), content));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(HashOf.Oid(algorithm.Hash)),
            IncludeOption = withCertificate ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
        };
        if (algorithm.Padding is { } padding)
            signer.SignaturePadding = padding;
        if (at is { } time)
            signer.SignedAttributes.Add(new Pkcs9SigningTime(time.UtcDateTime));
        foreach (var link in further ?? [])
            signer.Certificates.Add(X509CertificateLoader.LoadCertificate(link.Encoded.Span));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>The two numbers of an ECDSA signature one after the other, as seals bear it.</summary>
    /// <exception cref="InvalidOperationException">Its key is on no curve.</exception>
    internal byte[] SignPlain(ReadOnlySpan<byte> content)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("seals are signed on a curve");
        return key.SignData(content, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>EF.SOD over data groups.</summary>
    internal byte[] SecurityObject(
        IReadOnlyDictionary<int, byte[]> groups, string ldsVersion, DateTimeOffset? at, IEnumerable<SigningCertificate>? further = null, int version = 1, bool withCertificate = true)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(version);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(HashOf.Oid(algorithm.Hash));
                writer.WriteNull();
            }
            using (writer.PushSequence())
            {
                foreach (var (number, bytes) in groups.OrderBy(group => group.Key))
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteInteger(number);
                        writer.WriteOctetString(HashOf.Data(algorithm.Hash, bytes));
                    }
                }
            }
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.PrintableString, ldsVersion);
                writer.WriteCharacterString(UniversalTagNumber.PrintableString, "040000");
            }
        }
        return Lds.DataObject.Write(0x77, Sign("2.23.136.1.1.1", writer.Encode(), at, further, withCertificate));
    }
}
