using System.Security.Cryptography;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips.Simulated;

/// <summary>The chip's side of PACE (Doc 9303-11 §4.4), step by step. Used once.</summary>
internal sealed class SimulatedPace(PaceVariant variant, ChipKeys keys, ChipPassword password)
{
    private readonly AgreementGroup group = keys.Group;
    private readonly byte[] nonce = RandomNumberGenerator.GetBytes(variant.Cipher.NonceSize);
    private AgreementKey? mapping;
    private byte[]? generator;
    private byte[]? ownKey;
    private byte[]? terminalKey;
    private SecureChannel? agreeing;

    /// <summary>The session, once both sides have shown that they know the password.</summary>
    public SecureChannel? Agreed { get; private set; }

    /// <summary>Answers one step's objects; no answer, and the status why, where it cannot.</summary>
    public (byte[]? Answer, ushort Status) Step(IReadOnlyList<DataObject> objects)
    {
        if (objects.Count == 0)
            return Success(DataObject.Write(0x80, variant.Cipher.Encrypt(PaceArithmetic.NonceKey(variant, password), nonce)));
        var data = objects[0].Value.ToArray();
        return objects[0].Tag switch
        {
            0x81 => Map(data),
            0x83 when generator is not null => Agree(data),
            0x85 when agreeing is not null => Finish(data),
            _ => (null, ResponseApdu.WrongData),
        };
    }

    private (byte[]? Answer, ushort Status) Map(byte[] data)
    {
        if (variant.Mapping == PaceMapping.Integrated)
        {
            if (data.Length != variant.Cipher.KeySize)
                return (null, ResponseApdu.WrongData);
            generator = PaceArithmetic.MapIntegrated(variant, group, nonce, data);
            return Success(DataObject.Write(0x82));
        }
        if (!group.Contains(data))
            return (null, ResponseApdu.WrongData);
        mapping = AgreementKey.Of(group, group.Generator, group.NewPrivateKey());
        generator = PaceArithmetic.MapGeneric(group, nonce, group.Multiply(data, mapping.Private));
        return Success(DataObject.Write(0x82, mapping.Public));
    }

    private (byte[]? Answer, ushort Status) Agree(byte[] data)
    {
        if (!group.Contains(data))
            return (null, ResponseApdu.WrongData);
        var key = AgreementKey.Of(group, generator!, group.NewPrivateKey());
        (terminalKey, ownKey) = (data, key.Public);
        agreeing = SecureChannel.Of(variant.Cipher, group.Secret(group.Multiply(data, key.Private)));
        return Success(DataObject.Write(0x84, ownKey));
    }

    private (byte[]? Answer, ushort Status) Finish(byte[] token)
    {
        if (!CryptographicOperations.FixedTimeEquals(token, PaceArithmetic.Token(variant, group, agreeing!, ownKey!)))
            return (null, ResponseApdu.AuthenticationFailed);
        Agreed = agreeing;
        var answer = DataObject.Write(0x86, PaceArithmetic.Token(variant, group, agreeing!, terminalKey!));
        return Success(variant.Mapping == PaceMapping.ChipAuthentication ? [.. answer, .. DataObject.Write(0x8A, Proof())] : answer);
    }

    /// <summary>The mapping's private key over the chip's own, enciphered (§4.4.3.5.1).</summary>
    private byte[] Proof()
    {
        var proof = keys.ChipKey!.Private.ModInverse(group.Order).Multiply(mapping!.Private).Mod(group.Order);
        var octets = new byte[(group.Order.BitLength + 7) / 8];
        var number = proof.ToByteArrayUnsigned();
        number.CopyTo(octets.AsSpan(octets.Length - number.Length));
        var encryption = agreeing!.EncryptionKey;
        return variant.Cipher.Encrypt(encryption, variant.Cipher.Pad(octets), PaceArithmetic.ProofVector(variant, encryption));
    }

    private static (byte[]? Answer, ushort Status) Success(byte[] answer) => (answer, ResponseApdu.Success);
}
