using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.X509;

namespace Rahdari.Documents.Seals;

/// <summary>A certificate that signs seals, as far as seals refer to it (Doc 9303-12 §7.1; Doc 9303-13 §2.3).</summary>
public sealed record SealSigner
{
    private SealSigner(ECPublicKeyParameters key) => Key = key;

    /// <summary>Two letters of the State and two of the signer, as seals name it.</summary>
    public required string Name { get; init; }

    /// <summary>The State, as a zone writes it, whose authority certified the signer: a signer of one State signs for no other.</summary>
    public required string IssuingState { get; init; }

    /// <summary>The serial number, hexadecimal capitals without leading zeros.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The first day of validity.</summary>
    public required DateOnly NotBefore { get; init; }

    /// <summary>The last day of validity.</summary>
    public required DateOnly NotAfter { get; init; }

    internal ECPublicKeyParameters Key { get; }

    /// <summary>Reads a certificate in DER; null where it is none, or has no elliptic-curve key.</summary>
    /// <param name="encoded">The bytes.</param>
    /// <param name="issuingState">The State whose authority certified it, without fillers (<c>D</c> for Germany).</param>
    public static SealSigner? Read(ReadOnlyMemory<byte> encoded, string issuingState)
    {
        try
        {
            if (new X509CertificateParser().ReadCertificate(encoded.ToArray()) is not { } certificate || certificate.GetPublicKey() is not ECPublicKeyParameters key)
                return null;
            return new SealSigner(key)
            {
                Name = (First(X509Name.C) + First(X509Name.CN)).ToUpperInvariant(),
                IssuingState = issuingState,
                SerialNumber = certificate.SerialNumber.ToString(16).ToUpperInvariant(),
                NotBefore = DateOnly.FromDateTime(certificate.NotBefore),
                NotAfter = DateOnly.FromDateTime(certificate.NotAfter),
            };

            string First(Org.BouncyCastle.Asn1.DerObjectIdentifier part) => certificate.SubjectDN.GetValueList(part).FirstOrDefault() ?? "";
        }
        // The parser throws whatever the place of the damage brings; its kinds are not documented.
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return null;
        }
    }
}
