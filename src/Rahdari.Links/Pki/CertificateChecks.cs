using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Links.Pki;

/// <summary>What a certificate must be: of our authority, of its kind, of its node, in its time. Thread-safe.</summary>
internal static class CertificateChecks
{
    /// <summary>A certificate in DER or PEM, or null; takes any bytes.</summary>
    public static X509Certificate2? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.StartsWith("-----"u8) ? X509Certificate2.CreateFromPem(System.Text.Encoding.ASCII.GetString(bytes)) : X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Why a certificate cannot be an authority's; null where it can.</summary>
    public static string? RefuseAuthority(X509Certificate2 certificate)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().SingleOrDefault() is not { CertificateAuthority: true, HasPathLengthConstraint: true, PathLengthConstraint: 0 })
            return "it is not the certificate of an authority for nodes alone";
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().SingleOrDefault() is not { KeyUsages: (X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign) })
            return "its key is not for certificates and revocation lists alone";
        using var key = certificate.GetECDsaPublicKey();
        if (key is null || !IsOn(certificate.PublicKey, CurveP384))
            return "its key is not on the curve P-384";
        return certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) ? null : "it is not signed by itself";
    }

    /// <summary>Why a link certificate is refused; null where it is good now.</summary>
    public static string? RefuseLink(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset now)
    {
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().SingleOrDefault()?.KeyUsages != X509KeyUsageFlags.DigitalSignature)
            return "its key usage is not that of a link certificate";
        return RefuseChain(certificate, authority, now, CertificateForms.ClientPurpose, CertificateForms.ServerPurpose);
    }

    /// <summary>Why a record certificate is refused; null where it is good now.</summary>
    public static string? RefuseRecord(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset now)
    {
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().SingleOrDefault()?.KeyUsages != (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)
            || certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any())
            return "its key usage is not that of a record certificate";
        return RefuseChain(certificate, authority, now);
    }

    /// <summary>The node that a certificate names (its common name), or null.</summary>
    public static string? NodeOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } name && NodeNames.Is(name) ? name : null;

    /// <summary>True where the key is on P-256, which links and records use.</summary>
    public static bool IsP256(PublicKey key) => IsOn(key, CurveP256);

    /// <summary>The certificate's serial number, hexadecimal capitals without leading zeros.</summary>
    public static string Serial(X509Certificate2 certificate) => certificate.SerialNumber.TrimStart('0');

    private const string CurveP256 = "1.2.840.10045.3.1.7";
    private const string CurveP384 = "1.3.132.0.34";

    private static bool IsOn(PublicKey key, string curve)
    {
        const string EcPublicKey = "1.2.840.10045.2.1";
        if (key.Oid.Value != EcPublicKey || key.EncodedParameters is not { } parameters)
            return false;
        try
        {
            return System.Formats.Asn1.AsnDecoder.ReadObjectIdentifier(parameters.RawData, System.Formats.Asn1.AsnEncodingRules.DER, out _) == curve;
        }
        catch (System.Formats.Asn1.AsnContentException)
        {
            return false; // A curve told by its parameters: refused.
        }
    }

    private static string? RefuseChain(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset now, params ReadOnlySpan<string> purposes)
    {
        if (!IsP256(certificate.PublicKey))
            return "its key is not on the curve P-256";
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().SingleOrDefault() is not { CertificateAuthority: false })
            return "it is an authority's";
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // The authority's own list is asked; nothing is fetched.
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        foreach (var purpose in purposes)
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        try
        {
            if (chain.Build(certificate) && chain.ChainElements.Count == 2 && chain.ChainElements[1].Certificate.RawDataMemory.Span.SequenceEqual(authority.RawDataMemory.Span))
                return null;
            return chain.ChainStatus.Length == 0 ? "it is not of this authority" : string.Join("; ", chain.ChainStatus.Select(s => $"{s.Status}").Distinct());
        }
        finally
        {
            foreach (var element in chain.ChainElements)
            {
                if (!ReferenceEquals(element.Certificate, certificate))
                    element.Certificate.Dispose();
            }
        }
    }
}
