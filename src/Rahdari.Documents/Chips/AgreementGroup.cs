using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace Rahdari.Documents.Chips;

/// <summary>
/// A group in which a chip and a terminal agree on a secret (Doc 9303-11 §9.6): points of a curve, or numbers modulo a prime.
/// Elements go about as encoded. Immutable, thread-safe.
/// </summary>
internal abstract class AgreementGroup
{
    private static readonly SecureRandom Random = new();

    private static readonly Dictionary<int, Lazy<AgreementGroup>> Standardised = new()
    {
        [0] = Tabled(0),
        [1] = Tabled(1),
        [2] = Tabled(2),
        [8] = Named("secp192r1"),
        [9] = Named("brainpoolP192r1"),
        [10] = Named("secp224r1"),
        [11] = Named("brainpoolP224r1"),
        [12] = Named("secp256r1"),
        [13] = Named("brainpoolP256r1"),
        [14] = Named("brainpoolP320r1"),
        [15] = Named("secp384r1"),
        [16] = Named("brainpoolP384r1"),
        [17] = Named("brainpoolP512r1"),
        [18] = Named("secp521r1"),
    };

    /// <summary>The group that a number stands for (§9.5.1); null where it stands for none.</summary>
    public static AgreementGroup? OfNumber(int number) => Standardised.TryGetValue(number, out var group) ? group.Value : null;

    /// <summary>The tag of an element in a public key (§9.4.4): 0x84 a number, 0x86 a point.</summary>
    public abstract int Tag { get; }

    /// <summary>True for points.</summary>
    public abstract bool IsCurve { get; }

    /// <summary>The generator.</summary>
    public abstract byte[] Generator { get; }

    /// <summary>How many elements the generator makes.</summary>
    public abstract BigInteger Order { get; }

    /// <summary>The prime over which the group is built.</summary>
    public abstract BigInteger Prime { get; }

    /// <summary>Whether the bytes are an element other than the neutral one.</summary>
    public abstract bool Contains(ReadOnlySpan<byte> element);

    /// <summary>An element, scalar times.</summary>
    /// <exception cref="ArgumentException">The bytes are no element.</exception>
    public abstract byte[] Multiply(byte[] element, BigInteger scalar);

    /// <summary>Two elements together.</summary>
    /// <exception cref="ArgumentException">The bytes are no element.</exception>
    public abstract byte[] Add(byte[] first, byte[] second);

    /// <summary>The secret that an agreed element stands for.</summary>
    public abstract byte[] Secret(byte[] element);

    /// <summary>An element from a number below the prime, of which nobody knows the logarithm (§4.4.3.3.2); null where there is no such map.</summary>
    public abstract byte[]? Element(BigInteger number);

    /// <summary>A private key.</summary>
    public BigInteger NewPrivateKey()
    {
        BigInteger key;
        do
        {
            key = new BigInteger(Order.BitLength, Random);
        }
        while (key.SignValue <= 0 || key.CompareTo(Order) >= 0);
        return key;
    }

    private static Lazy<AgreementGroup> Tabled(int number) => new(() =>
    {
        var row = DataTable.Rows("Chips.prime-groups.tsv")[number];
        return new PrimeGroup(new DHParameters(new BigInteger(row[1], 16), new BigInteger(row[2], 16), new BigInteger(row[3], 16)));
    });

    private static Lazy<AgreementGroup> Named(string name) => new(() => new CurveGroup(ECNamedCurveTable.GetByName(name)));
}
