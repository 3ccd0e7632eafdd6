using System.Formats.Asn1;
using Org.BouncyCastle.Math;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>What chip and terminal both compute in PACE (Doc 9303-11 §4.4.3).</summary>
internal static class PaceArithmetic
{
    // §4.4.3.3.2: the constants of the pseudo-random function, for keys of up to 128 bits and for longer ones.
    private static readonly byte[][] ShortConstants = [Convert.FromHexString("A668892A7C41E3CA739F40B057D85904"), Convert.FromHexString("A4E136AC725F738B01C1F60217C188AD")];

    private static readonly byte[][] LongConstants =
    [
        Convert.FromHexString("D463D65234124EF7897054986DCA0A174E28DF758CBAA03F240616414D5A1676"),
        Convert.FromHexString("54BD7255F0AAF831BEC3423FCF39D69B6CBF066677D0FAAE5AADD99DF8E53517"),
    ];

    /// <summary>The key under which the nonce travels (§4.4.3.1).</summary>
    public static byte[] NonceKey(PaceVariant variant, ChipPassword password) => variant.Cipher.DeriveKey(password.Secret, 3);

    /// <summary>The generator of generic mapping (§4.4.3.3.1): that of the group nonce times, and the agreed element.</summary>
    public static byte[] MapGeneric(AgreementGroup group, byte[] nonce, byte[] agreed) => group.Add(group.Multiply(group.Generator, new BigInteger(1, nonce)), agreed);

    /// <summary>The generator of integrated mapping (§4.4.3.3.2); null where the group has no such map.</summary>
    public static byte[]? MapIntegrated(PaceVariant variant, AgreementGroup group, byte[] nonce, byte[] terminalNonce) =>
        group.Element(PseudoRandom(variant.Cipher, group.Prime, nonce, terminalNonce));

    /// <summary>R_p(s, t): a number below the prime from both nonces.</summary>
    public static BigInteger PseudoRandom(ChipCipher cipher, BigInteger prime, byte[] nonce, byte[] terminalNonce)
    {
        var constants = cipher.NonceSize == 16 ? ShortConstants : LongConstants;
        var wanted = prime.BitLength + 64;
        var key = cipher.Encrypt(terminalNonce[..cipher.KeySize], nonce)[..cipher.KeySize];
        List<byte> number = [];
        while (number.Count * 8 < wanted)
        {
            number.AddRange(cipher.Encrypt(key, constants[1]));
            key = cipher.Encrypt(key, constants[0])[..cipher.KeySize];
        }
        return new BigInteger(1, number.ToArray()).Mod(prime);
    }

    /// <summary>The token by which each side shows that it has the keys: over the other's public key (§4.4.3.4).</summary>
    public static byte[] Token(PaceVariant variant, AgreementGroup group, SecureChannel channel, byte[] otherKey)
    {
        var oid = new AsnWriter(AsnEncodingRules.DER);
        oid.WriteObjectIdentifier(variant.Oid);
        return variant.Cipher.Mac(channel.AuthenticationKey, DataObject.Write(0x7F49, oid.Encode(), DataObject.Write(group.Tag, otherKey)));
    }

    /// <summary>The vector under which the chip's proof travels: all ones, enciphered (§4.4.3.5.2).</summary>
    public static byte[] ProofVector(PaceVariant variant, byte[] encryptionKey) =>
        variant.Cipher.Encrypt(encryptionKey, Enumerable.Repeat((byte)0xFF, variant.Cipher.BlockSize).ToArray());
}
