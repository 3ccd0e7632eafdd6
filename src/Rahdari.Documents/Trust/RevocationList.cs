using System.Buffers;
using System.Buffers.Text;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rahdari.Documents.Trust;

/// <summary>A certificate revocation list of a country signing authority (Doc 9303-12 §7.1.4; RFC 5280 §5). Immutable, thread-safe.</summary>
public sealed record RevocationList
{
    /// <summary>The largest list that is read.</summary>
    public const int LargestBytes = 16 << 20;

    private RevocationList(ReadOnlyMemory<byte> encoded, SignedStructure structure, IReadOnlyDictionary<string, DateTimeOffset> revoked) =>
        (Encoded, Structure, Revoked) = (encoded, structure, revoked);

    /// <summary>The issuer's distinguished name.</summary>
    public required string Issuer { get; init; }

    /// <summary>When it was issued; UTC.</summary>
    public required DateTimeOffset ThisUpdate { get; init; }

    /// <summary>By when the next is issued; null where it does not say; UTC.</summary>
    public required DateTimeOffset? NextUpdate { get; init; }

    /// <summary>When each certificate was revoked, by serial number in hexadecimal capitals without leading zeros; UTC.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Revoked { get; }

    /// <summary>The list as encoded.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The algorithm of the signature on it.</summary>
    public string SignatureAlgorithm => Structure.Algorithm.Name;

    internal SignedStructure Structure { get; }

    /// <summary>Reads a list in DER or PEM; null where the bytes are none.</summary>
    public static RevocationList? Read(ReadOnlyMemory<byte> encoded)
    {
        if (encoded.Length > LargestBytes)
            return null;
        try
        {
            if (encoded.Span.StartsWith("-----"u8))
                encoded = OfPem(encoded.Span);
            var structure = SignedStructure.Read(encoded);
            var list = new AsnReader(structure.Signed, AsnEncodingRules.BER).ReadSequence();
            if (list.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
                list.ReadInteger();
            list.ReadSequence(); // The signature's algorithm again.
            var issuer = new X500DistinguishedName(list.ReadEncodedValue().Span).Name;
            var thisUpdate = Time(list);
            DateTimeOffset? nextUpdate = list.HasData && IsTime(list) ? Time(list) : null;
            var revoked = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            if (list.HasData && list.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            {
                for (var entries = list.ReadSequence(); entries.HasData;)
                {
                    var entry = entries.ReadSequence();
                    revoked[SignerName.WithoutZeros(Convert.ToHexString(entry.ReadIntegerBytes().Span))] = Time(entry);
                }
            }
            return new RevocationList(encoded, structure, revoked) { Issuer = issuer, ThisUpdate = thisUpdate, NextUpdate = nextUpdate };
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>When a certificate of this issuer was revoked; null where it is not.</summary>
    public DateTimeOffset? RevokedOn(SigningCertificate certificate) => Revoked.TryGetValue(SignerName.WithoutZeros(certificate.SerialNumber), out var revoked) ? revoked : null;

    /// <summary>Whether the key of the authority signed it.</summary>
    public SignatureOutcome VerifyBy(SigningCertificate authority) => Structure.VerifyBy(authority.Key);

    private static byte[] OfPem(ReadOnlySpan<byte> text)
    {
        var found = PemEncoding.FindUtf8(text);
        var bytes = new byte[found.DecodedDataLength];
        return Base64.DecodeFromUtf8(text[found.Base64Data], bytes, out _, out _) == OperationStatus.Done ? bytes : [];
    }

    private static bool IsTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) || reader.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
