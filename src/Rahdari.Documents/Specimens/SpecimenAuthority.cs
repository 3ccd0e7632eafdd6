using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Specimens;

/// <summary>
/// The signing authority of an invented State (Doc 9303-12): certifies signers, links its next key, revokes, publishes lists. For
/// tests, demonstrations and training; its keys live as long as the object. Meant for one thread.
/// </summary>
public sealed class SpecimenAuthority
{
    /// <summary>Utopia, the State of the standard's specimens.</summary>
    public const string Utopia = "CN=CSCA Specimen,O=Utopia Specimen Authority,C=UT";

    private const string Lists = "2.23.136.1.1.2";
    private const string ListSigning = "2.23.136.1.1.3";

    private readonly X509Certificate2 certificate;
    private readonly AsymmetricAlgorithm key;
    private readonly SpecimenAlgorithm algorithm;
    private int signers;

    private SpecimenAuthority(X509Certificate2 certificate, AsymmetricAlgorithm key, SpecimenAlgorithm algorithm)
    {
        (this.certificate, this.key, this.algorithm) = (certificate, key, algorithm);
        Certificate = SigningCertificate.Read(certificate.RawData)!;
    }

    /// <summary>Its certificate, self-signed or a link.</summary>
    public SigningCertificate Certificate { get; }

    /// <summary>A new authority, valid fifteen years.</summary>
    public static SpecimenAuthority Create(DateTimeOffset from, SpecimenAlgorithm? algorithm = null, string name = Utopia)
    {
        var kind = algorithm ?? SpecimenAlgorithm.Usual;
        var key = kind.CreateKey();
        var request = Request(kind, name, key, authority: true);
        return new SpecimenAuthority(request.Create(request.SubjectName, kind.Generator(key), from, from.AddYears(15), [1]), key, kind);
    }

    /// <summary>The next key under the same or another name, certified by this one: a link (Doc 9303-12 §7.1.1).</summary>
    public SpecimenAuthority Link(DateTimeOffset from, SpecimenAlgorithm? next = null, string? name = null)
    {
        var kind = next ?? algorithm;
        var nextKey = kind.CreateKey();
        var request = Request(kind, name ?? certificate.Subject, nextKey, authority: true);
        return new SpecimenAuthority(Certify(request, from, from.AddYears(15)), nextKey, kind);
    }

    /// <summary>A signer of documents.</summary>
    /// <param name="from">Valid from.</param>
    /// <param name="until">Valid until.</param>
    /// <param name="signUntil">Until when its key may sign; a quarter of a year from its start where null.</param>
    /// <param name="documentTypes">The codes that it may sign.</param>
    /// <param name="kind">The algorithm; the authority's own where null.</param>
    /// <param name="name">Its subject; of the authority's State where null.</param>
    /// <param name="purpose">Its key usage.</param>
    public SpecimenSigner Signer(
        DateTimeOffset from,
        DateTimeOffset until,
        DateTimeOffset? signUntil = null,
        IReadOnlyList<string>? documentTypes = null,
        SpecimenAlgorithm? kind = null,
        string? name = null,
        X509KeyUsageFlags purpose = X509KeyUsageFlags.DigitalSignature)
    {
        var chosen = kind ?? algorithm;
        var signerKey = chosen.CreateKey();
        var request = Request(chosen, name ?? $"CN=Document Signer Specimen {++signers},O=Utopia Specimen Authority,C={Certificate.Country}", signerKey, authority: false);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(purpose, critical: true));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.16", KeyUse(from, signUntil ?? from.AddDays(92)), critical: false));
        if (documentTypes is { Count: > 0 })
            request.CertificateExtensions.Add(new X509Extension("2.23.136.1.1.6.2", DocumentTypes(documentTypes), critical: false));
        return new SpecimenSigner(Certify(request, from, until), signerKey, chosen);
    }

    /// <summary>A revocation list of these signers (RFC 5280 §5).</summary>
    public byte[] Revoke(DateTimeOffset at, DateTimeOffset nextUpdate, params ReadOnlySpan<SpecimenSigner> revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var signer in revoked)
            list.AddEntry(Convert.FromHexString(signer.Certificate.SerialNumber), at, X509RevocationReason.KeyCompromise);
        return list.Build(certificate.SubjectName, algorithm.Generator(key), 1, nextUpdate, algorithm.CertificateHash, AuthorityKey(), at);
    }

    /// <summary>A master list (Doc 9303-12 §9) of these certificates, signed by a signer of lists certified for it.</summary>
    public byte[] Publish(DateTimeOffset at, params IEnumerable<SigningCertificate> certificates) =>
        Publish(ListSigner(at.AddDays(-1), at.AddYears(1)), at, [.. certificates.Select(listed => listed.Encoded)]);

    /// <summary>A signer of lists.</summary>
    /// <param name="from">Valid from.</param>
    /// <param name="until">Valid until.</param>
    /// <param name="mayList">Whether its certificate permits it.</param>
    internal SpecimenSigner ListSigner(DateTimeOffset from, DateTimeOffset until, bool mayList = true)
    {
        var listKey = algorithm.CreateKey();
        var request = Request(algorithm, $"CN=Master List Specimen,C={Certificate.Country}", listKey, authority: false);
        if (mayList)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ListSigning)], critical: true));
        return new SpecimenSigner(Certify(request, from, until), listKey, algorithm);
    }

    /// <summary>A list of these encodings.</summary>
    internal static byte[] Publish(SpecimenSigner signer, DateTimeOffset at, IReadOnlyList<ReadOnlyMemory<byte>> certificates, string contentType = Lists)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSetOf())
            {
                foreach (var certificate in certificates)
                    writer.WriteEncodedValue(certificate.Span);
            }
        }
        return signer.Sign(contentType, writer.Encode(), at);
    }

    private static CertificateRequest Request(SpecimenAlgorithm kind, string name, AsymmetricAlgorithm key, bool authority)
    {
        var request = kind.Request(name, key);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (authority)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        }
        return request;
    }

    private static byte[] KeyUse(DateTimeOffset from, DateTimeOffset until)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteGeneralizedTime(from, omitFractionalSeconds: true, new Asn1Tag(TagClass.ContextSpecific, 0));
            writer.WriteGeneralizedTime(until, omitFractionalSeconds: true, new Asn1Tag(TagClass.ContextSpecific, 1));
        }
        return writer.Encode();
    }

    private static byte[] DocumentTypes(IReadOnlyList<string> types)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSetOf())
            {
                foreach (var type in types)
                    writer.WriteCharacterString(UniversalTagNumber.PrintableString, type);
            }
        }
        return writer.Encode();
    }

    private X509Certificate2 Certify(CertificateRequest request, DateTimeOffset from, DateTimeOffset until)
    {
        request.CertificateExtensions.Add(AuthorityKey());
        // Unlike any other's: a signature names its signer by issuer and number, and links keep the issuer's name.
        var number = RandomNumberGenerator.GetBytes(8);
        number[0] = (byte)((number[0] & 0x3F) | 0x40);
        // With the authority's own hash, whatever the key that is certified goes with.
        var signed = new CertificateRequest(request.SubjectName, request.PublicKey, algorithm.CertificateHash);
        foreach (var extension in request.CertificateExtensions)
            signed.CertificateExtensions.Add(extension);
        return signed.Create(certificate.SubjectName, algorithm.Generator(key), from, until, number);
    }

    private X509AuthorityKeyIdentifierExtension AuthorityKey() => X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(Convert.FromHexString(Certificate.SubjectKeyIdentifier!));
}
