using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Documents.Trust;

/// <summary>
/// A certificate of a State's public key infrastructure for travel documents (Doc 9303-12 §7.1): of its signing authority (CSCA),
/// self-signed or a link from the key before, or of a signer of documents, lists or seals. Immutable, thread-safe.
/// </summary>
public sealed record SigningCertificate
{
    /// <summary>id-icao-cscaMasterListSigningKey.</summary>
    private const string ListSigning = "2.23.136.1.1.3";

    private SigningCertificate(ReadOnlyMemory<byte> encoded, VerificationKey key, SignedStructure structure) =>
        (Encoded, Key, Structure) = (encoded, key, structure);

    /// <summary>The State: two letters of ISO 3166-1 in upper case; empty where the subject names none.</summary>
    public required string Country { get; init; }

    /// <summary>The subject's common name; empty where it has none.</summary>
    public required string CommonName { get; init; }

    /// <summary>As a signature names it that gives issuer and serial number.</summary>
    public SignerName SignerName => new() { Issuer = Issuer, SerialNumber = SignerName.WithoutZeros(SerialNumber) };

    /// <summary>As a seal names its signer (Doc 9303-13 §2.3): the State's two letters and the common name, capitals.</summary>
    public string ShortName => (Country + CommonName).ToUpperInvariant();

    /// <summary>The subject's distinguished name.</summary>
    public required string Subject { get; init; }

    /// <summary>The issuer's distinguished name.</summary>
    public required string Issuer { get; init; }

    /// <summary>The serial number, hexadecimal.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Valid from; UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Valid until; UTC.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The key: <c>RSA 4096</c>, <c>EC 256 explicit</c>.</summary>
    public string KeyAlgorithm => Key.Name;

    /// <summary>The algorithm of the signature on it.</summary>
    public string SignatureAlgorithm => Structure.Algorithm.Name;

    /// <summary>The identifier of its key, hexadecimal; null where it has none.</summary>
    public required string? SubjectKeyIdentifier { get; init; }

    /// <summary>The identifier of the key that signed it, hexadecimal; null where it has none.</summary>
    public required string? AuthorityKeyIdentifier { get; init; }

    /// <summary>SHA-256 of the encoding, hexadecimal: what names the certificate.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 of the public key, hexadecimal: a link and the self-signed certificate after it carry the same key.</summary>
    public required string KeyFingerprint { get; init; }

    /// <summary>True where subject and issuer are one name: self-signed, or a link to a key under the same name.</summary>
    public bool IsSelfIssued => Subject == Issuer;

    /// <summary>True where it permits the signing of certificates.</summary>
    public required bool IsAuthority { get; init; }

    /// <summary>True where it permits the signing of documents, or says nothing of what it permits.</summary>
    public required bool MaySignDocuments { get; init; }

    /// <summary>True where it permits the signing of master lists (Doc 9303-12 §7.1.2).</summary>
    public required bool MaySignLists { get; init; }

    /// <summary>When its private key may be used, where it says so (RFC 3280 §4.2.1.4); UTC.</summary>
    public required (DateTimeOffset? From, DateTimeOffset? Until) KeyUse { get; init; }

    /// <summary>The document codes that it may sign (Doc 9303-12 §7.1.1.6); empty where it does not say.</summary>
    public required IReadOnlyList<string> DocumentTypes { get; init; }

    /// <summary>The certificate as encoded.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    internal VerificationKey Key { get; }

    internal SignedStructure Structure { get; }

    /// <summary>Reads a certificate; null where the bytes are none.</summary>
    public static SigningCertificate? Read(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(encoded.Span);
            return new SigningCertificate(certificate.RawDataMemory, new VerificationKey(certificate.PublicKey), SignedStructure.Read(certificate.RawDataMemory))
            {
                Country = First(certificate.SubjectName, "2.5.4.6").ToUpperInvariant(),
                CommonName = First(certificate.SubjectName, "2.5.4.3"),
                Subject = certificate.Subject,
                Issuer = certificate.Issuer,
                SerialNumber = certificate.SerialNumber,
                NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
                NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
                SubjectKeyIdentifier = certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifier,
                AuthorityKeyIdentifier = certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } key
                    ? Convert.ToHexString(key.Span)
                    : null,
                Fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256),
                IsAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority),
                MaySignDocuments = certificate.Extensions.OfType<X509KeyUsageExtension>().All(e => e.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)),
                MaySignLists = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(e => e.EnhancedKeyUsages.Cast<Oid>().Any(use => use.Value == ListSigning)),
                KeyUse = certificate.Extensions["2.5.29.16"] is { } use ? KeyUseOf(use.RawData) : default,
                DocumentTypes = certificate.Extensions["2.23.136.1.1.6.2"] is { } types ? DocumentTypesOf(types.RawData) : [],
                KeyFingerprint = Convert.ToHexString(SHA256.HashData(certificate.PublicKey.EncodedKeyValue.RawData)),
            };
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or ArgumentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the key of the other certificate signed this one.</summary>
    public SignatureOutcome VerifyBy(SigningCertificate issuer) => Structure.VerifyBy(issuer.Key);

    /// <inheritdoc/>
    public bool Equals(SigningCertificate? other) => other is not null && Fingerprint == other.Fingerprint;

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    /// <summary>PrivateKeyUsagePeriod: two times, each optional.</summary>
    private static (DateTimeOffset? From, DateTimeOffset? Until) KeyUseOf(byte[] encoded)
    {
        var period = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        return (Time(0), Time(1));

        DateTimeOffset? Time(int number)
        {
            var tag = new Asn1Tag(TagClass.ContextSpecific, number);
            return period.HasData && period.PeekTag().HasSameClassAndValue(tag) ? period.ReadGeneralizedTime(tag) : null;
        }
    }

    /// <summary>DocumentTypeList: a version and a set of document codes.</summary>
    private static string[] DocumentTypesOf(byte[] encoded)
    {
        var list = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        list.ReadInteger();
        var types = list.ReadSetOf(skipSortOrderValidation: true);
        var found = new List<string>();
        while (types.HasData)
            found.Add(types.ReadCharacterString(UniversalTagNumber.PrintableString));
        return [.. found];
    }

    private static string First(X500DistinguishedName name, string type)
    {
        foreach (var part in name.EnumerateRelativeDistinguishedNames(reversed: false))
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == type)
                return part.GetSingleElementValue()?.Trim() ?? "";
        }
        return "";
    }
}
