using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Documents.Tests.Trust;

/// <summary>An invented country signing authority (UT, Utopia) that certifies, links and publishes lists.</summary>
internal sealed class TestAuthority
{
    public static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TestAuthority(ECDsa key, X509Certificate2 certificate) => (Key, Certificate) = (key, certificate);

    public ECDsa Key { get; }

    public X509Certificate2 Certificate { get; }

    public static TestAuthority Create(string name = "CN=CSCA Utopia,C=UT", ECCurve? curve = null)
    {
        var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return new TestAuthority(key, Request(name, key, true).CreateSelfSigned(Day.AddYears(-1), Day.AddYears(9)));
    }

    /// <summary>The next key, certified by this one: a link.</summary>
    public TestAuthority Link(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = Request(name, key, true);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        return new TestAuthority(key, request.Create(Certificate.SubjectName, Generator(), Day.AddMonths(-1), Day.AddYears(8), [7]));
    }

    /// <summary>A signer of lists.</summary>
    public (X509Certificate2 Certificate, ECDsa Key) ListSigner(DateTimeOffset? until = null, bool mayList = true)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("CN=Lists,C=UT", key, false);
        if (mayList)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("2.23.136.1.1.3")], true));
        return (request.Create(Certificate.SubjectName, Generator(), Day.AddMonths(-6), until ?? Day.AddYears(1), [9]), key);
    }

    /// <summary>A list of these encodings, signed on <see cref="Day"/>.</summary>
    public static byte[] Publish((X509Certificate2 Certificate, ECDsa Key) signer, string contentType, params ReadOnlyMemory<byte>[] certificates)
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
        var cms = new SignedCms(new ContentInfo(new Oid(contentType), writer.Encode()));
        using var both = signer.Certificate.CopyWithPrivateKey(signer.Key);
        var by = new CmsSigner(SubjectIdentifierType.SubjectKeyIdentifier, both) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        by.SignedAttributes.Add(new Pkcs9SigningTime(Day.UtcDateTime));
        cms.ComputeSignature(by);
        return cms.Encode();
    }

    private static CertificateRequest Request(string name, ECDsa key, bool authority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, authority, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private X509SignatureGenerator Generator() => X509SignatureGenerator.CreateForECDsa(Key);
}
