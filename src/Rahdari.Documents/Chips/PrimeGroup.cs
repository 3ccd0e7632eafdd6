using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace Rahdari.Documents.Chips;

/// <summary>Numbers modulo a prime, encoded without leading zeros (Doc 9303-11 §9.4.4, §9.6.1).</summary>
internal sealed class PrimeGroup(DHParameters parameters) : AgreementGroup
{
    public override int Tag => 0x84;

    public override bool IsCurve => false;

    public override byte[] Generator { get; } = parameters.G.ToByteArrayUnsigned();

    public override BigInteger Order { get; } = parameters.Q ?? parameters.P.Subtract(BigInteger.One);

    public override BigInteger Prime => parameters.P;

    public override bool Contains(ReadOnlySpan<byte> element)
    {
        if (element.Length > (Prime.BitLength + 7) / 8)
            return false;
        var number = new BigInteger(1, element);
        // Of the right order: a small subgroup would give the secret away.
        return number.CompareTo(BigInteger.One) > 0 && number.CompareTo(Prime.Subtract(BigInteger.One)) < 0
            && (parameters.Q is null || number.ModPow(Order, Prime).Equals(BigInteger.One));
    }

    public override byte[] Multiply(byte[] element, BigInteger scalar) => new BigInteger(1, element).ModPow(scalar, Prime).ToByteArrayUnsigned();

    public override byte[] Add(byte[] first, byte[] second) => new BigInteger(1, first).Multiply(new BigInteger(1, second)).Mod(Prime).ToByteArrayUnsigned();

    /// <summary>As long as the prime (PKCS #3 §8.3).</summary>
    public override byte[] Secret(byte[] element)
    {
        var secret = new byte[(Prime.BitLength + 7) / 8];
        var number = new BigInteger(1, element).ToByteArrayUnsigned();
        number.CopyTo(secret.AsSpan(secret.Length - number.Length));
        return secret;
    }

    public override byte[]? Element(BigInteger number)
    {
        var element = number.ModPow(Prime.Subtract(BigInteger.One).Divide(Order), Prime);
        return element.CompareTo(BigInteger.One) > 0 ? element.ToByteArrayUnsigned() : null;
    }
}
