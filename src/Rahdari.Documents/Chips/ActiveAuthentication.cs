using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Chips;

/// <summary>Active authentication (Doc 9303-11 §6.1, appendix F): the chip signs a challenge with a key that a copy lacks. Pure.</summary>
internal static class ActiveAuthentication
{
    // ISO/IEC 9796-2 §8.1.2: what the last octets of a signature say of its hash.
    private static readonly Dictionary<int, string> Trailers = new() { [0xBC] = "SHA-1", [0x33CC] = "SHA-1", [0x34CC] = "SHA-256", [0x35CC] = "SHA-512", [0x36CC] = "SHA-384", [0x38CC] = "SHA-224" };

    /// <summary>Whether the key signed the challenge; null where the key is of no kind known here.</summary>
    /// <param name="subjectPublicKeyInfo">The key of EF.DG15.</param>
    /// <param name="algorithm">The algorithm that EF.DG14 gives for points: an object identifier.</param>
    /// <param name="challenge">Eight octets.</param>
    /// <param name="signature">What the chip answered.</param>
    public static bool? Verify(ReadOnlyMemory<byte> subjectPublicKeyInfo, string? algorithm, ReadOnlySpan<byte> challenge, byte[] signature)
    {
        VerificationKey key;
        try
        {
            key = new VerificationKey(PublicKey.CreateFromSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out _));
            if (key.Numbers() is { } numbers)
                return VerifyRsa(new RsaKeyParameters(false, new BigInteger(1, numbers.Modulus), new BigInteger(1, numbers.Exponent)), challenge, signature);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
        var outcome = SignatureAlgorithm.Plain(algorithm, signature.Length).Verify(key, challenge, signature);
        return outcome == SignatureOutcome.Unsupported ? null : outcome == SignatureOutcome.Valid;
    }

    /// <summary>Digital signature scheme 1 of ISO/IEC 9796-2, part of the message in the signature and part, the challenge, outside.</summary>
    internal static bool VerifyRsa(RsaKeyParameters key, ReadOnlySpan<byte> challenge, byte[] signature)
    {
        if (signature.Length != (key.Modulus.BitLength + 7) / 8)
            return false;
        try
        {
            var opened = new BigInteger(1, signature).ModPow(key.Exponent, key.Modulus).ToByteArrayUnsigned();
            var trailer = opened.Length < 2 ? 0 : opened[^1] == 0xBC ? 0xBC : (opened[^2] << 8) | opened[^1];
            if (!Trailers.TryGetValue(trailer, out var hash))
                return false;
            var verifier = new Iso9796d2Signer(new RsaEngine(), DigestUtilities.GetDigest(hash), isImplicit: trailer == 0xBC);
            verifier.Init(forSigning: false, key);
            verifier.UpdateWithRecoveredMessage(signature);
            verifier.BlockUpdate(challenge);
            return verifier.VerifySignature(signature);
        }
        catch (Exception e) when (e is InvalidCipherTextException or CryptoException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
