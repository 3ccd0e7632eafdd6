using System.Security.Cryptography;

namespace Rahdari.Border.Sites;

/// <summary>
/// The signing key of a training site. What it signs is not the hash that a site in service signs but the hash marked as of training: a record of training
/// verifies nowhere else, not even with this very key. Its file has a label of its own, which no other reader of keys takes. Thread-safe as far as its curve's
/// implementation is.
/// </summary>
internal sealed class TrainingKey : ECDsa
{
    /// <summary>The label of the file.</summary>
    public const string Label = "RAHDARI TRAINING KEY";

    private readonly ECDsa key;

    private TrainingKey(ECDsa key) => (this.key, KeySizeValue) = (key, key.KeySize);

    /// <summary>A new key, as its file holds it.</summary>
    public static string New()
    {
        using var key = Create(ECCurve.NamedCurves.nistP256);
        return PemEncoding.WriteString(Label, key.ExportPkcs8PrivateKey());
    }

    /// <summary>The key in a file; throws <see cref="CryptographicException"/> where the file holds none of training.</summary>
    public static TrainingKey Read(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan()[fields.Label].SequenceEqual(Label))
            throw new CryptographicException("The file holds no key of a training site.");
        var key = Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(pem[fields.Base64Data]), out _);
        return new TrainingKey(key);
    }

    public override byte[] SignHash(byte[] hash) => key.SignHash(Marked(hash));

    public override bool VerifyHash(byte[] hash, byte[] signature) => key.VerifyHash(Marked(hash), signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) => key.ExportParameters(includePrivateParameters);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            key.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Marked(byte[] hash) => SHA256.HashData([.. "Rahdari training\0"u8, .. hash]);
}
