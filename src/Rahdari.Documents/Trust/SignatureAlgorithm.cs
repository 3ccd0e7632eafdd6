using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace Rahdari.Documents.Trust;

/// <summary>
/// A signature algorithm of the public key infrastructure for travel documents (Doc 9303-12 §4.4): RSA after PKCS #1 v1.5 and
/// PSS (RFC 4055), ECDSA (RFC 5758) with named and explicit parameters. Immutable.
/// </summary>
internal sealed record SignatureAlgorithm
{
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string PlainEcdsa = "ECDSA plain";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";

    private static readonly Dictionary<string, (string Family, HashAlgorithmName Hash)> Known = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.5"] = ("RSA", HashAlgorithmName.SHA1),
        ["1.2.840.113549.1.1.14"] = ("RSA", Sha224),
        ["1.2.840.113549.1.1.11"] = ("RSA", HashAlgorithmName.SHA256),
        ["1.2.840.113549.1.1.12"] = ("RSA", HashAlgorithmName.SHA384),
        ["1.2.840.113549.1.1.13"] = ("RSA", HashAlgorithmName.SHA512),
        ["1.2.840.10045.4.1"] = ("ECDSA", HashAlgorithmName.SHA1),
        ["1.2.840.10045.4.3.1"] = ("ECDSA", Sha224),
        ["1.2.840.10045.4.3.2"] = ("ECDSA", HashAlgorithmName.SHA256),
        ["1.2.840.10045.4.3.3"] = ("ECDSA", HashAlgorithmName.SHA384),
        ["1.2.840.10045.4.3.4"] = ("ECDSA", HashAlgorithmName.SHA512),
        // Signatures without ASN.1 around the two numbers (BSI TR-03111 §5.2.1.1).
        ["0.4.0.127.0.7.1.1.4.1.1"] = (PlainEcdsa, HashAlgorithmName.SHA1),
        ["0.4.0.127.0.7.1.1.4.1.2"] = (PlainEcdsa, Sha224),
        ["0.4.0.127.0.7.1.1.4.1.3"] = (PlainEcdsa, HashAlgorithmName.SHA256),
        ["0.4.0.127.0.7.1.1.4.1.4"] = (PlainEcdsa, HashAlgorithmName.SHA384),
        ["0.4.0.127.0.7.1.1.4.1.5"] = (PlainEcdsa, HashAlgorithmName.SHA512),
    };

    private SignatureAlgorithm(string name) => Name = name;

    /// <summary>For people: <c>RSA-PSS SHA-256</c>; the object identifier where it is not known.</summary>
    public string Name { get; }

    private string? Family { get; init; }

    private HashAlgorithmName Hash { get; init; }

    /// <summary>PSS alone: octets of salt.</summary>
    private int Salt { get; init; }

    /// <summary>True where it rests on SHA-1, which Doc 9303-12 §4.4 no longer permits.</summary>
    public bool IsWeak => Hash == HashAlgorithmName.SHA1;

    private static HashAlgorithmName Sha224 => HashOf.Sha224;

    /// <summary>Reads an AlgorithmIdentifier (RFC 5280 §4.1.1.2).</summary>
    /// <param name="reader">Stands before it.</param>
    /// <param name="digest">The digest that goes with an algorithm which names a key alone, as CMS permits (RFC 5652 §5.3); null elsewhere.</param>
    /// <exception cref="AsnContentException">It is not one.</exception>
    public static SignatureAlgorithm Read(AsnReader reader, HashAlgorithmName? digest = null)
    {
        var identifier = reader.ReadSequence();
        var oid = identifier.ReadObjectIdentifier();
        if (oid == RsaPss)
            return Pss(identifier);
        if (digest is { } hash && oid is Rsa or EllipticCurve)
            return Of(oid == Rsa ? "RSA" : "ECDSA", hash);
        return Known.TryGetValue(oid, out var known)
            ? Of(known.Family, known.Hash)
            : new SignatureAlgorithm(oid);
    }

    /// <summary>ECDSA as JSON names it (RFC 7518 §3.4), with or without ASN.1 around the two numbers; null where it is not known.</summary>
    public static SignatureAlgorithm? OfJson(string name, bool plain)
    {
        HashAlgorithmName? hash = name switch { "ES256" => HashAlgorithmName.SHA256, "ES384" => HashAlgorithmName.SHA384, "ES512" => HashAlgorithmName.SHA512, _ => null };
        return hash is { } known ? Of(plain ? PlainEcdsa : "ECDSA", known) : null;
    }

    private static SignatureAlgorithm Of(string family, HashAlgorithmName hash) => new($"{family} {NameOf(hash)}") { Family = family, Hash = hash };

    /// <summary>
    /// Points without ASN.1 around them, as chips sign (Doc 9303-11 §6.1): of an object identifier, or where none is given by the
    /// length of the signature.
    /// </summary>
    public static SignatureAlgorithm Plain(string? oid, int length)
    {
        if (oid is not null)
            return Known.TryGetValue(oid, out var known) ? Of(known.Family, known.Hash) : new SignatureAlgorithm(oid);
        return Of(PlainEcdsa, length switch { <= 48 => HashAlgorithmName.SHA1, <= 56 => Sha224, <= 64 => HashAlgorithmName.SHA256, <= 96 => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 });
    }

    /// <summary>Whether the key made the signature over the data.</summary>
    public SignatureOutcome Verify(VerificationKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Family is null)
            return SignatureOutcome.Unsupported;
        try
        {
            var valid = Family switch
            {
                _ when Hash == Sha224 => VerifySha224(key, data, signature),
                "ECDSA" => key.VerifyCurve(data, signature, Hash, DSASignatureFormat.Rfc3279DerSequence),
                PlainEcdsa => key.VerifyCurve(data, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
                "RSA" => key.VerifyRsa(data, signature, Hash, RSASignaturePadding.Pkcs1),
                _ when Salt == HashOf.Size(Hash) => key.VerifyRsa(data, signature, Hash, RSASignaturePadding.Pss),
                _ => VerifyPss(key, data, signature),
            };
            return valid ? SignatureOutcome.Valid : SignatureOutcome.Invalid;
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException or ArgumentException or CryptoException)
        {
            return SignatureOutcome.Unsupported; // A key of parameters that the machine's library refuses.
        }
    }

    /// <summary>A digest that the platform does not have.</summary>
    private bool VerifySha224(VerificationKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Family == "RSA-PSS")
            return VerifyPss(key, data, signature);
        var verifier = SignerUtilities.GetSigner($"SHA-224with{(Family == PlainEcdsa ? "PLAIN-ECDSA" : Family)}");
        verifier.Init(forSigning: false, PublicKeyFactory.CreateKey(key.Encoded));
        verifier.BlockUpdate(data);
        return verifier.VerifySignature(signature.ToArray());
    }

    /// <summary>A salt of another length than the digest's, which the platform does not verify.</summary>
    private bool VerifyPss(VerificationKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (key.Numbers() is not { } numbers)
            return false;
        var signer = new PssSigner(new RsaEngine(), DigestUtilities.GetDigest(NameOf(Hash)), Salt);
        signer.Init(forSigning: false, new RsaKeyParameters(false, new BigInteger(1, numbers.Modulus), new BigInteger(1, numbers.Exponent)));
        signer.BlockUpdate(data);
        return signer.VerifySignature(signature.ToArray());
    }

    /// <summary>RSASSA-PSS-params (RFC 4055 §3.1): every part has a default.</summary>
    private static SignatureAlgorithm Pss(AsnReader identifier)
    {
        var (hash, mask, salt) = ("1.3.14.3.2.26", "1.3.14.3.2.26", 20);
        if (identifier.HasData)
        {
            var parameters = identifier.ReadSequence();
            while (parameters.HasData)
            {
                var tag = parameters.PeekTag();
                var part = parameters.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, tag.TagValue));
                if (tag.TagValue == 0)
                    hash = part.ReadSequence().ReadObjectIdentifier();
                else if (tag.TagValue == 1)
                    mask = Mask(part.ReadSequence());
                else if (tag.TagValue == 2 && !part.TryReadInt32(out salt))
                    throw new AsnContentException();
            }
        }
        if (HashOf.Name(hash) is not { } name || hash != mask || salt is < 0 or > 512)
            return new SignatureAlgorithm($"RSA-PSS {hash}, MGF1 {mask}");
        var odd = salt == HashOf.Size(name) ? "" : string.Create(CultureInfo.InvariantCulture, $", salt {salt}");
        return new SignatureAlgorithm($"RSA-PSS {NameOf(name)}{odd}") { Family = "RSA-PSS", Hash = name, Salt = salt };
    }

    private static string Mask(AsnReader generator)
    {
        generator.ReadObjectIdentifier(); // Only MGF1 is defined (RFC 8017 appendix B.2).
        return generator.ReadSequence().ReadObjectIdentifier();
    }

    private static string NameOf(HashAlgorithmName hash) => hash.Name!.Replace("SHA", "SHA-", StringComparison.Ordinal);
}
