using System.Security.Cryptography;

namespace Rahdari.Documents.Chips;

/// <summary>Basic access control (Doc 9303-11 §4.3, appendix D): both sides show that they know the zone. Pure.</summary>
internal static class BasicAccess
{
    private static readonly ChipCipher Cipher = ChipCipher.TripleDes;

    /// <summary>Opens the chip; the status of its refusal where it does not open.</summary>
    public static async ValueTask<ushort?> OpenAsync(ChipSession session, ChipPassword password, CancellationToken cancellation, byte[]? random = null, byte[]? keyShare = null)
    {
        var challenge = await session.SendAsync(new CommandApdu(0x00, 0x84, 0x00, 0x00, default, 8), cancellation);
        if (!challenge.IsSuccess || challenge.Data.Length != 8)
            return challenge.Status;
        var keys = Keys(password);
        var mine = random ?? RandomNumberGenerator.GetBytes(8);
        var share = keyShare ?? RandomNumberGenerator.GetBytes(16);
        byte[] message = [.. mine, .. challenge.Data.Span, .. share];
        var answer = await session.SendAsync(new CommandApdu(0x00, 0x82, 0x00, 0x00, Seal(keys, message), 40), cancellation);
        if (!answer.IsSuccess)
            return answer.Status;
        if (Unseal(keys, answer.Data.Span) is not { } opened || !opened.AsSpan(0, 8).SequenceEqual(challenge.Data.Span) || !opened.AsSpan(8, 8).SequenceEqual(mine))
            return ResponseApdu.AuthenticationFailed;
        session.Channel = Channel(share, opened[16..], challenge.Data.ToArray(), mine);
        return null;
    }

    /// <summary>The document's own keys, from its zone (§9.7.2).</summary>
    public static (byte[] Encryption, byte[] Authentication) Keys(ChipPassword password)
    {
        var seed = password.Secret[..16];
        return (Cipher.DeriveKey(seed, 1), Cipher.DeriveKey(seed, 2));
    }

    /// <summary>32 octets enciphered, and their code.</summary>
    public static byte[] Seal((byte[] Encryption, byte[] Authentication) keys, byte[] message)
    {
        var cryptogram = Cipher.Encrypt(keys.Encryption, message);
        return [.. cryptogram, .. Cipher.Mac(keys.Authentication, cryptogram)];
    }

    /// <summary>The inverse; null where the code is wrong.</summary>
    public static byte[]? Unseal((byte[] Encryption, byte[] Authentication) keys, ReadOnlySpan<byte> sealedMessage) =>
        sealedMessage.Length == 40 && CryptographicOperations.FixedTimeEquals(Cipher.Mac(keys.Authentication, sealedMessage[..32]), sealedMessage[32..])
            ? Cipher.Decrypt(keys.Encryption, sealedMessage[..32])
            : null;

    /// <summary>The session that both shares make (§9.7.4, §9.8.2).</summary>
    public static SecureChannel Channel(byte[] terminalShare, byte[] chipShare, byte[] chipRandom, byte[] terminalRandom)
    {
        var secret = terminalShare.Zip(chipShare, (a, b) => (byte)(a ^ b)).ToArray();
        return new SecureChannel(Cipher, Cipher.DeriveKey(secret, 1), Cipher.DeriveKey(secret, 2), [.. chipRandom[4..], .. terminalRandom[4..]]);
    }
}
