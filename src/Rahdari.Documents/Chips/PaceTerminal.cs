using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Math;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>The terminal's side of PACE (Doc 9303-11 §4.4): both sides show that they know the password, and agree on a session.</summary>
internal static class PaceTerminal
{
    private const int EncryptedNonce = 0x80;
    private const int MappingToChip = 0x81;
    private const int MappingToTerminal = 0x82;
    private const int KeyToChip = 0x83;
    private const int KeyToTerminal = 0x84;
    private const int TokenToChip = 0x85;
    private const int TokenToTerminal = 0x86;
    private const int EncryptedProof = 0x8A;

    /// <summary>Opens the chip.</summary>
    /// <param name="session">Gets the agreed channel.</param>
    /// <param name="offer">The variant, group and number that the chip announced.</param>
    /// <param name="password">What is printed on the document.</param>
    /// <param name="isOnlyGroup">Whether the chip announced no other group for the variant, so that its number need not be said.</param>
    /// <param name="secrets">The terminal's secrets.</param>
    /// <param name="cancellation">Stops.</param>
    public static async ValueTask<PaceOutcome> OpenAsync(
        ChipSession session, (PaceVariant Variant, AgreementGroup Group, int Number) offer, ChipPassword password, bool isOnlyGroup, PaceSecrets secrets, CancellationToken cancellation)
    {
        var (variant, group, number) = offer;
        var set = await session.SendAsync(new CommandApdu(0x00, 0x22, 0xC1, 0xA4, Template(variant, password, isOnlyGroup ? null : number)), cancellation);
        if (!set.IsSuccess)
            return PaceOutcome.Refused("MSE:Set AT", set.Status);

        var (first, status) = await StepAsync(session, [], EncryptedNonce, last: false, cancellation);
        if (first is null || first.Length != variant.Cipher.NonceSize)
            return PaceOutcome.Refused("nonce", status);
        var nonce = variant.Cipher.Decrypt(PaceArithmetic.NonceKey(variant, password), first);

        byte[]? generator, chipMapping = null;
        if (variant.Mapping == PaceMapping.Integrated)
        {
            (var mapped, status) = await StepAsync(session, DataObject.Write(MappingToChip, secrets.Nonce), MappingToTerminal, last: false, cancellation, isOptional: true);
            if (mapped is null)
                return PaceOutcome.Refused("mapping", status);
            generator = PaceArithmetic.MapIntegrated(variant, group, nonce, secrets.Nonce);
        }
        else
        {
            var mapping = AgreementKey.Of(group, group.Generator, secrets.Mapping);
            (chipMapping, status) = await StepAsync(session, DataObject.Write(MappingToChip, mapping.Public), MappingToTerminal, last: false, cancellation);
            if (chipMapping is null || !group.Contains(chipMapping) || chipMapping.AsSpan().SequenceEqual(mapping.Public))
                return PaceOutcome.Refused("mapping", status);
            generator = PaceArithmetic.MapGeneric(group, nonce, group.Multiply(chipMapping, mapping.Private));
        }
        if (generator is null || !group.Contains(generator))
            return PaceOutcome.Refused("mapping", status);

        var key = AgreementKey.Of(group, generator, secrets.Agreement);
        (var chipKey, status) = await StepAsync(session, DataObject.Write(KeyToChip, key.Public), KeyToTerminal, last: false, cancellation);
        if (chipKey is null || !group.Contains(chipKey) || chipKey.AsSpan().SequenceEqual(key.Public))
            return PaceOutcome.Refused("key agreement", status);
        var channel = SecureChannel.Of(variant.Cipher, group.Secret(group.Multiply(chipKey, key.Private)));

        var token = DataObject.Write(TokenToChip, PaceArithmetic.Token(variant, group, channel, chipKey));
        var answer = await session.SendAsync(Command(token, last: true), cancellation);
        var objects = Objects(answer);
        if (!answer.IsSuccess || FileReading.Find(objects, TokenToTerminal) is not { } chipToken)
            return PaceOutcome.WrongPassword(answer.Status);
        if (!CryptographicOperations.FixedTimeEquals(chipToken.Span, PaceArithmetic.Token(variant, group, channel, key.Public)))
            return PaceOutcome.WrongPassword(ResponseApdu.AuthenticationFailed);
        session.Channel = channel;
        var proof = variant.Mapping == PaceMapping.ChipAuthentication ? Proof(variant, channel, FileReading.Find(objects, EncryptedProof)) : null;
        return PaceOutcome.Opened(variant, group, chipMapping, proof);
    }

    private static byte[] Template(PaceVariant variant, ChipPassword password, int? number)
    {
        var oid = new AsnWriter(AsnEncodingRules.DER);
        oid.WriteObjectIdentifier(variant.Oid, new Asn1Tag(TagClass.ContextSpecific, 0));
        byte[] template = [.. oid.Encode(), .. DataObject.Write(0x83, [password.Reference])];
        return number is { } group ? [.. template, .. DataObject.Write(0x84, [(byte)group])] : template;
    }

    /// <summary>One step of GENERAL AUTHENTICATE (§4.4.4.2): dynamic authentication data there and back.</summary>
    private static async ValueTask<(byte[]? Value, ushort Status)> StepAsync(ChipSession session, byte[] data, int wanted, bool last, CancellationToken cancellation, bool isOptional = false)
    {
        var answer = await session.SendAsync(Command(data, last), cancellation);
        if (!answer.IsSuccess)
            return (null, answer.Status);
        var value = FileReading.Find(Objects(answer), wanted)?.ToArray();
        return (value ?? (isOptional ? [] : null), answer.Status);
    }

    private static CommandApdu Command(byte[] data, bool last) => new((byte)(last ? 0x00 : 0x10), 0x86, 0x00, 0x00, DataObject.Write(0x7C, data), 256);

    private static IReadOnlyList<DataObject> Objects(ResponseApdu answer) =>
        DataObject.TryReadFirst(answer.Data, out var outer, out _) && outer.Tag == 0x7C && DataObject.TryRead(outer.Value, out var objects) ? objects : [];

    /// <summary>The chip's own private key over that of the mapping, as it came enciphered (§4.4.3.5); null where it did not.</summary>
    private static BigInteger? Proof(PaceVariant variant, SecureChannel channel, ReadOnlyMemory<byte>? encrypted)
    {
        if (encrypted is not { } cryptogram || cryptogram.IsEmpty || cryptogram.Length % variant.Cipher.BlockSize != 0)
            return null;
        var padded = variant.Cipher.Decrypt(channel.EncryptionKey, cryptogram.Span, PaceArithmetic.ProofVector(variant, channel.EncryptionKey));
        return ChipCipher.Unpad(padded) is { Length: > 0 } proof ? new BigInteger(1, proof) : null;
    }
}
