using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X9;

namespace Rahdari.Documents.Trust;

/// <summary>
/// Public keys on curves. A curve that is described number by number, as many States do, and is one of those with a name is taken by
/// its name: the platform examines a described curve for milliseconds, a named one not at all. Thread-safe.
/// </summary>
internal static class CurveKeys
{
    private static readonly string[] Names =
    [
        "secp192r1", "secp224r1", "secp256r1", "secp384r1", "secp521r1",
        "brainpoolP192r1", "brainpoolP224r1", "brainpoolP256r1", "brainpoolP320r1", "brainpoolP384r1", "brainpoolP512r1",
    ];

    private static readonly Lazy<Dictionary<string, (string Oid, X9ECParameters Curve)>> ByPrime = new(() => Names
        .Select(name => (Oid: ECNamedCurveTable.GetOid(name).Id, Curve: ECNamedCurveTable.GetByName(name)))
        .ToDictionary(curve => Convert.ToHexString(curve.Curve.Curve.Field.Characteristic.ToByteArrayUnsigned()), StringComparer.Ordinal));

    /// <summary>True where the curve is described rather than named.</summary>
    public static bool IsDescribed(PublicKey key) => key.EncodedParameters?.RawData is [0x30, ..];

    /// <summary>The key; null where it is on no curve.</summary>
    /// <exception cref="CryptographicException">The platform refuses it.</exception>
    public static ECDsa? Import(PublicKey key)
    {
        if (!IsDescribed(key) || key.EncodedKeyValue.RawData is not [0x04, .. var point] || NameOf(key.EncodedParameters!.RawData) is not { } oid)
            return key.GetECDsaPublicKey();
        var half = point.Length / 2;
        return ECDsa.Create(new ECParameters { Curve = ECCurve.CreateFromValue(oid), Q = new ECPoint { X = point[..half], Y = point[half..] } });
    }

    /// <summary>The name of the curve that has these very numbers, its generator among them; null where none has.</summary>
    private static string? NameOf(byte[] parameters)
    {
        try
        {
            var described = new AsnReader(parameters, AsnEncodingRules.BER).ReadSequence();
            described.ReadInteger();
            var field = described.ReadSequence();
            field.ReadObjectIdentifier();
            var prime = Number(field.ReadIntegerBytes().Span);
            if (!ByPrime.Value.TryGetValue(prime, out var named))
                return null;
            var coefficients = described.ReadSequence();
            var (a, b) = (coefficients.ReadOctetString(), coefficients.ReadOctetString());
            var generator = described.ReadOctetString();
            var order = described.ReadIntegerBytes();
            var curve = named.Curve;
            var same = Number(a) == Number(curve.Curve.A.GetEncoded()) && Number(b) == Number(curve.Curve.B.GetEncoded())
                && Number(order.Span) == Number(curve.N.ToByteArrayUnsigned())
                && (generator.AsSpan().SequenceEqual(curve.G.GetEncoded(compressed: false)) || generator.AsSpan().SequenceEqual(curve.G.GetEncoded(compressed: true)));
            return same ? named.Oid : null;
        }
        catch (AsnContentException)
        {
            return null;
        }

        static string Number(ReadOnlySpan<byte> octets) => Convert.ToHexString(octets.TrimStart((byte)0));
    }
}
