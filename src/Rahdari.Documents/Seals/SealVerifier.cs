using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Seals;

/// <summary>Holds a seal against the certificates of signers that are trusted. Pure and thread-safe.</summary>
public static class SealVerifier
{
    /// <summary>Days that a seal may be signed before the document's date of issue: printing ahead.</summary>
    private const int MostDaysAhead = 90;

    /// <summary>Everything wrong with signer, signature and dates; none where all is in order.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="signers">Certificates whose own signatures were verified before, by the caller.</param>
    /// <param name="today">The day of verification.</param>
    public static IReadOnlyList<Finding> Verify(Seal seal, IReadOnlyList<SealSigner> signers, DateOnly today)
    {
        var findings = new List<Finding>();
        if (seal.SignedOn is { } signed && signed > today)
            findings.Add(SealRules.SignedAfterToday.Found(null, $"{signed:O}"));
        if (seal is { SignedOn: { } early, IssuedOn: { } issued } && issued.DayNumber - early.DayNumber > MostDaysAhead)
            findings.Add(SealRules.SignedBeforeIssue.Found(null, $"{early:O}", $"{issued:O}"));
        var named = signers.Where(signer => signer.Name == seal.Signer && signer.SerialNumber == seal.CertificateReference).ToArray();
        if (named.Length == 0)
        {
            findings.Add(SealRules.SignerUnknown.Found(null, seal.Signer, seal.CertificateReference));
            return findings;
        }
        if (named.FirstOrDefault(signer => IsSigned(seal, signer)) is not { } by)
        {
            findings.Add(SealRules.Signature.Found(null, seal.Signer, seal.CertificateReference));
            return findings;
        }
        if (seal.IssuingState != by.IssuingState)
            findings.Add(SealRules.SignerState.Found(null, seal.Signer, seal.IssuingState));
        if (seal.SignedOn is { } day && (day < by.NotBefore || day > by.NotAfter))
            findings.Add(SealRules.SignerValidity.Found(null, by.Name, $"{day:O}", $"{by.NotBefore:O}", $"{by.NotAfter:O}"));
        return findings;
    }

    private static bool IsSigned(Seal seal, SealSigner signer)
    {
        var half = seal.Signature.Length / 2;
        if (seal.Signature.Length % 2 != 0)
            return false;
        var bytes = seal.Signature.ToArray();
        var bits = signer.Key.Parameters.N.BitLength;
        // Doc 9303-13 §2.5 with Doc 9303-12 §4.4.1: the hash has the length of the key.
        var hash = DigestUtilities.CalculateDigest(bits switch { <= 224 => "SHA-224", <= 256 => "SHA-256", <= 384 => "SHA-384", _ => "SHA-512" }, seal.SignedBytes.ToArray());
        var ecdsa = new ECDsaSigner();
        ecdsa.Init(false, signer.Key);
        return ecdsa.VerifySignature(hash, new BigInteger(1, bytes[..half]), new BigInteger(1, bytes[half..]));
    }
}
