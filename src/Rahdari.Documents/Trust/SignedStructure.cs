using System.Formats.Asn1;

namespace Rahdari.Documents.Trust;

/// <summary>A certificate or revocation list as signed: the part that is signed, how, and the signature (RFC 5280 §4.1.1, §5.1.1).</summary>
internal sealed record SignedStructure(ReadOnlyMemory<byte> Signed, SignatureAlgorithm Algorithm, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Reads the outer structure; States encode with more freedom than DER grants.</summary>
    /// <exception cref="AsnContentException">It is not one.</exception>
    public static SignedStructure Read(ReadOnlyMemory<byte> encoded)
    {
        var outer = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        var signed = outer.ReadEncodedValue();
        var algorithm = SignatureAlgorithm.Read(outer);
        return new SignedStructure(signed, algorithm, outer.ReadBitString(out _));
    }

    /// <summary>Whether the key signed it.</summary>
    public SignatureOutcome VerifyBy(VerificationKey key) => Algorithm.Verify(key, Signed.Span, Signature.Span);
}
