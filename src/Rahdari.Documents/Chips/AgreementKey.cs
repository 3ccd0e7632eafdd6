using Org.BouncyCastle.Math;

namespace Rahdari.Documents.Chips;

/// <summary>A key pair in a group. Immutable.</summary>
/// <param name="Private">The scalar.</param>
/// <param name="Public">The element.</param>
internal sealed record AgreementKey(BigInteger Private, byte[] Public)
{
    /// <summary>A pair over a generator, which mapping may have changed.</summary>
    public static AgreementKey Of(AgreementGroup group, byte[] generator, BigInteger scalar) => new(scalar, group.Multiply(generator, scalar));
}
