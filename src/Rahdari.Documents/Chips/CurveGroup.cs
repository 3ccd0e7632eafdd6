using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace Rahdari.Documents.Chips;

/// <summary>Points of an elliptic curve over a prime field, encoded uncompressed (Doc 9303-11 §9.4.4, §9.6.2).</summary>
internal sealed class CurveGroup(X9ECParameters parameters) : AgreementGroup
{
    private static readonly BigInteger Four = BigInteger.ValueOf(4);

    private readonly ECCurve curve = parameters.Curve;

    public override int Tag => 0x86;

    public override bool IsCurve => true;

    public override byte[] Generator { get; } = parameters.G.GetEncoded(compressed: false);

    public override BigInteger Order => parameters.N;

    public override BigInteger Prime { get; } = parameters.Curve.Field.Characteristic;

    public override bool Contains(ReadOnlySpan<byte> element)
    {
        try
        {
            return element.Length > 1 && element[0] == 0x04 && !curve.DecodePoint(element).IsInfinity;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public override byte[] Multiply(byte[] element, BigInteger scalar) => Encode(curve.DecodePoint(element).Multiply(scalar));

    public override byte[] Add(byte[] first, byte[] second) => Encode(curve.DecodePoint(first).Add(curve.DecodePoint(second)));

    /// <summary>The first coordinate.</summary>
    public override byte[] Secret(byte[] element) => curve.DecodePoint(element).Normalize().AffineXCoord.GetEncoded();

    /// <summary>The map of appendix B of Doc 9303-11 for primes that leave 3 modulo 4, in affine coordinates.</summary>
    public override byte[]? Element(BigInteger number)
    {
        var p = Prime;
        if (!p.Mod(Four).Equals(BigInteger.Three))
            return null;
        var (a, b) = (curve.A.ToBigInteger(), curve.B.ToBigInteger());
        var alpha = number.Multiply(number).Negate().Mod(p);
        var sum = alpha.Add(alpha.Multiply(alpha)).Mod(p);
        if (sum.SignValue == 0)
            return null;
        var x2 = b.Negate().Multiply(a.ModInverse(p)).Multiply(BigInteger.One.Add(sum.ModInverse(p))).Mod(p);
        var h2 = x2.ModPow(BigInteger.Three, p).Add(a.Multiply(x2)).Add(b).Mod(p);
        var root = h2.ModPow(p.Subtract(BigInteger.One).Subtract(p.Add(BigInteger.One).Divide(Four)), p);
        var (x, y) = root.Multiply(root).Multiply(h2).Mod(p).Equals(BigInteger.One)
            ? (x2, root.Multiply(h2).Mod(p))
            : (alpha.Multiply(x2).Mod(p), root.Multiply(number.ModPow(BigInteger.Three, p)).Multiply(h2).Mod(p));
        return Encode(curve.ValidatePoint(x, y).Multiply(parameters.H));
    }

    private static byte[] Encode(ECPoint point) => point.Normalize().GetEncoded(compressed: false);
}
