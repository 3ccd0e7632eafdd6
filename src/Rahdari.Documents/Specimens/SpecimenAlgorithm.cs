using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Documents.Specimens;

/// <summary>A kind of key and signature of Doc 9303-12 §4.4 that a specimen State can use. Immutable, thread-safe.</summary>
public sealed record SpecimenAlgorithm
{
    private readonly Func<AsymmetricAlgorithm> create;

    private SpecimenAlgorithm(string name, HashAlgorithmName hash, Func<AsymmetricAlgorithm> create, RSASignaturePadding? padding = null) =>
        (Name, Hash, this.create, Padding) = (name, hash, create, padding);

    /// <summary>For people: <c>ECDSA brainpoolP256r1 SHA-256</c>.</summary>
    public string Name { get; }

    internal HashAlgorithmName Hash { get; }

    /// <summary>Nobody certifies with SHA-1 any more, though documents signed with it are about.</summary>
    internal HashAlgorithmName CertificateHash => Hash == HashAlgorithmName.SHA1 ? HashAlgorithmName.SHA256 : Hash;

    /// <summary>RSA alone.</summary>
    internal RSASignaturePadding? Padding { get; }

    /// <summary>What most States use.</summary>
    public static SpecimenAlgorithm Usual { get; } = new("ECDSA P-256 SHA-256", HashAlgorithmName.SHA256, () => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SpecimenAlgorithm> All { get; } =
    [
        Usual,
        new("ECDSA P-384 SHA-384", HashAlgorithmName.SHA384, () => ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        new("ECDSA P-521 SHA-512", HashAlgorithmName.SHA512, () => ECDsa.Create(ECCurve.NamedCurves.nistP521)),
        new("ECDSA brainpoolP256r1 SHA-256", HashAlgorithmName.SHA256, () => ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1)),
        new("ECDSA brainpoolP384r1 SHA-384", HashAlgorithmName.SHA384, () => ECDsa.Create(ECCurve.NamedCurves.brainpoolP384r1)),
        new("ECDSA brainpoolP512r1 SHA-512", HashAlgorithmName.SHA512, () => ECDsa.Create(ECCurve.NamedCurves.brainpoolP512r1)),
        new("ECDSA P-256 SHA-1", HashAlgorithmName.SHA1, () => ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        new("RSA 2048 SHA-1", HashAlgorithmName.SHA1, () => RSA.Create(2048), RSASignaturePadding.Pkcs1),
        new("RSA 2048 SHA-256", HashAlgorithmName.SHA256, () => RSA.Create(2048), RSASignaturePadding.Pkcs1),
        new("RSA 3072 SHA-512", HashAlgorithmName.SHA512, () => RSA.Create(3072), RSASignaturePadding.Pkcs1),
        new("RSA-PSS 2048 SHA-256", HashAlgorithmName.SHA256, () => RSA.Create(2048), RSASignaturePadding.Pss),
        new("RSA-PSS 3072 SHA-384", HashAlgorithmName.SHA384, () => RSA.Create(3072), RSASignaturePadding.Pss),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal AsymmetricAlgorithm CreateKey() => create();

    internal X509SignatureGenerator Generator(AsymmetricAlgorithm key) =>
        key is RSA rsa ? X509SignatureGenerator.CreateForRSA(rsa, Padding!) : X509SignatureGenerator.CreateForECDsa((ECDsa)key);

    internal CertificateRequest Request(string name, AsymmetricAlgorithm key) =>
        key is RSA rsa ? new CertificateRequest(name, rsa, CertificateHash, Padding!) : new CertificateRequest(name, (ECDsa)key, CertificateHash);
}
