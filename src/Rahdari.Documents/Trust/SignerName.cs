namespace Rahdari.Documents.Trust;

/// <summary>
/// How a signature names who made it: a security object by the identifier of the key, or by issuer and serial number (RFC 5652 §5.3);
/// a seal by its short name and serial number (Doc 9303-13 §2.3). What a name does not give is null.
/// </summary>
public sealed record SignerName
{
    /// <summary>The subject key identifier, hexadecimal capitals.</summary>
    public string? KeyIdentifier { get; init; }

    /// <summary>The issuer's distinguished name.</summary>
    public string? Issuer { get; init; }

    /// <summary>Hexadecimal capitals without leading zeros.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Two letters of the State and the signer's common name, capitals.</summary>
    public string? ShortName { get; init; }

    /// <summary>Whether a certificate is the one that is named.</summary>
    public bool Names(SigningCertificate certificate) =>
        KeyIdentifier is { } key
            ? certificate.SubjectKeyIdentifier == key
            : SerialNumber == WithoutZeros(certificate.SerialNumber) && (ShortName is { } name ? name == certificate.ShortName : Issuer == certificate.Issuer);

    internal static string WithoutZeros(string serialNumber) => serialNumber.TrimStart('0') is { Length: > 0 } shortened ? shortened : "0";
}
