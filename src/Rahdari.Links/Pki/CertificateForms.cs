using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Links.Pki;

/// <summary>The three kinds of certificates: the authority's, a node's for its link, and a node's for its records.</summary>
internal static class CertificateForms
{
    public const string Organization = "Rahdari";
    public const string ServerPurpose = "1.3.6.1.5.5.7.3.1";
    public const string ClientPurpose = "1.3.6.1.5.5.7.3.2";
    public static readonly TimeSpan LinkValidity = TimeSpan.FromDays(90);
    private const int AuthorityYears = 20;
    private const int RecordYears = 3;
    private const int SerialBytes = 16;

    // Clocks of ports differ: who is enrolled now can be met at once.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>The subject of everything that belongs to a node.</summary>
    public static X500DistinguishedName Subject(string commonName, string alpha2)
    {
        // The builder encodes the last first: C, O, CN, from the most general on; it is printed CN, O, C.
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        name.AddOrganizationName(Organization);
        name.AddCountryOrRegion(alpha2);
        return name.Build();
    }

    public static X509Certificate2 Authority(ECDsa key, X500DistinguishedName subject, DateTimeOffset now)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.Create(subject, X509SignatureGenerator.CreateForECDsa(key), Whole(now) - Skew, Whole(now).AddYears(AuthorityYears), NewSerial());
    }

    public static X509Certificate2 Link(ECDsa authorityKey, X509Certificate2 authority, PublicKey key, string node, string alpha2, DateTimeOffset now)
    {
        var request = Node(authority, key, node, alpha2, X509KeyUsageFlags.DigitalSignature);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ClientPurpose), new Oid(ServerPurpose)], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(node);
        request.CertificateExtensions.Add(names.Build());
        return Issue(request, authorityKey, authority, Whole(now) + LinkValidity, now);
    }

    public static X509Certificate2 Record(ECDsa authorityKey, X509Certificate2 authority, PublicKey key, string node, string alpha2, DateTimeOffset now) =>
        Issue(Node(authority, key, node, alpha2, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation), authorityKey, authority, Whole(now).AddYears(RecordYears), now);

    private static CertificateRequest Node(X509Certificate2 authority, PublicKey key, string node, string alpha2, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(Subject(node, alpha2), key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(key, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request;
    }

    private static X509Certificate2 Issue(CertificateRequest request, ECDsa authorityKey, X509Certificate2 authority, DateTimeOffset until, DateTimeOffset now)
    {
        DateTimeOffset end = authority.NotAfter.ToUniversalTime();
        return request.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(authorityKey), Whole(now) - Skew, until < end ? until : end, NewSerial());
    }

    /// <summary>Random; positive and without leading zeros, so that every program prints it alike.</summary>
    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }

    private static DateTimeOffset Whole(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
