using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Documents.Trust;

/// <summary>
/// A public key, taken in by the platform when it is first used and then kept: that takes as long as a signature on a curve of 384
/// bits, and the same few keys verify every document. Thread-safe; the platform's keys are not, so that one use waits for the other.
/// </summary>
internal sealed class VerificationKey(PublicKey key)
{
    private readonly Lock use = new();
    private readonly Lazy<RSA?> rsa = new(key.GetRSAPublicKey);
    private readonly Lazy<ECDsa?> curve = new(() => CurveKeys.Import(key));

    /// <summary>SubjectPublicKeyInfo.</summary>
    public byte[] Encoded => key.ExportSubjectPublicKeyInfo();

    /// <summary>For people: <c>RSA 4096</c>, <c>EC 256 explicit</c>.</summary>
    public string Name
    {
        get
        {
            try
            {
                if (rsa.Value is { } numbers)
                    return string.Create(CultureInfo.InvariantCulture, $"RSA {numbers.KeySize}");
                if (curve.Value is { } points)
                    return string.Create(CultureInfo.InvariantCulture, $"EC {points.KeySize}{(CurveKeys.IsDescribed(key) ? " explicit" : "")}");
            }
            catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
            {
                // Named by its identifier below.
            }
            return key.Oid.FriendlyName ?? key.Oid.Value ?? "";
        }
    }

    /// <summary>Whether it made the signature; false where it is no RSA key.</summary>
    /// <exception cref="CryptographicException">The platform refuses the key.</exception>
    public bool VerifyRsa(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        lock (use)
            return rsa.Value?.VerifyData(data, signature, hash, padding) == true;
    }

    /// <summary>Whether it made the signature; false where it is on no curve.</summary>
    /// <exception cref="CryptographicException">The platform refuses the key.</exception>
    public bool VerifyCurve(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, HashAlgorithmName hash, DSASignatureFormat format)
    {
        lock (use)
            return curve.Value?.VerifyData(data, signature, hash, format) == true;
    }

    /// <summary>Modulus and exponent; null where it is no RSA key.</summary>
    public RSAParameters? Numbers()
    {
        lock (use)
            return rsa.Value?.ExportParameters(includePrivateParameters: false);
    }
}
