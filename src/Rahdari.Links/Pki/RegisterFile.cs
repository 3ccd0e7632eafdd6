using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Links.Pki;

/// <summary>The register in a file of two lines of JSON: the register, and the authority's signature over that very line. Parsing takes any bytes.</summary>
internal static class RegisterFile
{
    /// <summary>The largest file that is read.</summary>
    public const int Largest = 32 << 20;

    private const string Purpose = "rahdari register of nodes";

    private sealed record Seal(byte[] Signature);

    public static byte[] Write(NodeRegister register, ECDsa authority)
    {
        var line = PkiJson.Line(register);
        var signature = authority.SignData(ProofOfParts.Joined(Purpose, line), HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
        return [.. line, (byte)'\n', .. PkiJson.Line(new Seal(signature)), (byte)'\n'];
    }

    /// <summary>The register, or what is wrong with it; nothing is taken that the authority did not sign.</summary>
    public static Answer<NodeRegister> Read(ReadOnlySpan<byte> utf8, X509Certificate2 authority)
    {
        if (utf8.Length > Largest)
            return Invalid("$", $"more than {Largest} bytes");
        var end = utf8.IndexOf((byte)'\n');
        if (end < 0)
            return Invalid("$", "two lines are needed: the register and its signature");
        var line = utf8[..end];
        if (!StrictJson.TryRead<Seal>(utf8[(end + 1)..], out var seal, out var wrong))
            return Invalid(wrong.Value.Field, $"malformed at 2:{wrong.Value.Column}");
        using var key = authority.GetECDsaPublicKey();
        if (key is null || !Verifies(key, line.ToArray(), seal.Signature))
            return Invalid("signature", "it is not the authority's");
        if (!StrictJson.TryRead<NodeRegister>(line, out var register, out wrong))
            return Invalid(wrong.Value.Field, $"malformed at 1:{wrong.Value.Column}");
        return register.Format == NodeRegister.FormatName ? register : Invalid("format", $"it must be {NodeRegister.FormatName}");
    }

    private static bool Verifies(ECDsa key, byte[] line, byte[] signature) =>
        key.VerifyData(ProofOfParts.Joined(Purpose, line), signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);

    private static Documents.Findings.Finding Invalid(string field, string rule) => LinksRule.RegisterInvalid.Broken(field, ("field", field), ("rule", rule));
}
