using System.Security.Cryptography;
using Org.BouncyCastle.Math;

namespace Rahdari.Documents.Chips;

/// <summary>What the terminal throws dice for in PACE. Used once.</summary>
/// <param name="Mapping">Generic mapping: the private key of the first agreement.</param>
/// <param name="Agreement">The private key of the second agreement.</param>
/// <param name="Nonce">Integrated mapping: the terminal's nonce.</param>
internal sealed record PaceSecrets(BigInteger Mapping, BigInteger Agreement, byte[] Nonce)
{
    public static PaceSecrets New(PaceVariant variant, AgreementGroup group) =>
        new(group.NewPrivateKey(), group.NewPrivateKey(), RandomNumberGenerator.GetBytes(variant.Cipher.KeySize));
}
