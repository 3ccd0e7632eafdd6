using System.Security.Cryptography;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>
/// Secure messaging (Doc 9303-11 §9.8): commands and answers enciphered and authenticated under a counter. Either side has one;
/// they move on together. Not thread-safe.
/// </summary>
internal sealed class SecureChannel
{
    private const int Cryptogram = 0x87;
    private const int CryptogramOfOdd = 0x85;
    private const int ExpectedLength = 0x97;
    private const int ProcessingStatus = 0x99;
    private const int Checksum = 0x8E;
    private const byte PaddingIndicator = 0x01;

    private readonly ChipCipher cipher;
    private readonly byte[] encryption;
    private readonly byte[] authentication;
    private readonly byte[] counter;

    /// <summary>From session keys; the counter begins at zero unless given (BAC).</summary>
    public SecureChannel(ChipCipher cipher, byte[] encryption, byte[] authentication, byte[]? counter = null) =>
        (this.cipher, this.encryption, this.authentication, this.counter) = (cipher, encryption, authentication, counter ?? new byte[cipher.BlockSize]);

    /// <summary>From a shared secret (§9.7.1).</summary>
    public static SecureChannel Of(ChipCipher cipher, byte[] secret) => new(cipher, cipher.DeriveKey(secret, 1), cipher.DeriveKey(secret, 2));

    public byte[] EncryptionKey => encryption;

    public byte[] AuthenticationKey => authentication;

    /// <summary>The terminal's side: protects a command.</summary>
    public CommandApdu Protect(CommandApdu command)
    {
        Next();
        var header = command with { Class = (byte)(command.Class | 0x0C), Data = default, Expected = null };
        List<byte> body = [];
        if (command.Data.Length > 0)
            body.AddRange(Encrypted(command.Data.Span, IsOdd(command)));
        if (command.Expected is { } expected)
            body.AddRange(DataObject.Write(ExpectedLength, expected <= 256 ? [(byte)expected] : [(byte)(expected >> 8), (byte)expected]));
        body.AddRange(DataObject.Write(Checksum, Mac([.. cipher.Pad(header.Header), .. body])));
        return header with { Data = body.ToArray(), Expected = command.Expected > 256 || body.Count > 255 ? 65536 : 256 };
    }

    /// <summary>The terminal's side: opens an answer; null where it was not made by the chip, or for another command.</summary>
    public ResponseApdu? Open(ResponseApdu response, bool odd)
    {
        Next();
        if (!Objects(response.Data, out var data, out var status, out _) || status is not { Length: 2 })
            return null;
        var word = (ushort)((status.Value.Span[0] << 8) | status.Value.Span[1]);
        return Decrypted(data, odd) is { } plain ? new ResponseApdu(plain, word) : null;
    }

    /// <summary>The chip's side: opens a command; null where the terminal did not make it.</summary>
    public CommandApdu? Open(CommandApdu command)
    {
        Next();
        var header = command with { Data = default, Expected = null };
        if (!Objects(command.Data, out var data, out _, out var expected, cipher.Pad(header.Header)) || Decrypted(data, IsOdd(command)) is not { } plain)
            return null;
        int? wanted = expected is { } length
            ? length.Length switch { 1 => length.Span[0] is > 0 and var few ? few : 256, 2 => ((length.Span[0] << 8) | length.Span[1]) is > 0 and var many ? many : 65536, _ => null }
            : null;
        return header with { Class = (byte)(command.Class & ~0x0C), Data = plain, Expected = wanted };
    }

    /// <summary>The chip's side: protects an answer.</summary>
    public ResponseApdu Protect(ResponseApdu response, bool odd)
    {
        Next();
        List<byte> body = [];
        if (response.Data.Length > 0)
            body.AddRange(Encrypted(response.Data.Span, odd));
        body.AddRange(DataObject.Write(ProcessingStatus, [(byte)(response.Status >> 8), (byte)response.Status]));
        body.AddRange(DataObject.Write(Checksum, Mac([.. body])));
        return new ResponseApdu(body.ToArray(), response.Status);
    }

    public static bool IsOdd(CommandApdu command) => (command.Instruction & 1) == 1;

    private void Next()
    {
        for (var i = counter.Length - 1; i >= 0 && ++counter[i] == 0; i--)
        {
        }
    }

    private byte[] Mac(ReadOnlySpan<byte> message) => cipher.MessageMac(authentication, [.. counter, .. message]);

    private byte[] Encrypted(ReadOnlySpan<byte> data, bool odd)
    {
        var cryptogram = cipher.Encrypt(encryption, cipher.Pad(data), cipher.Vector(encryption, counter));
        return odd ? DataObject.Write(CryptogramOfOdd, cryptogram) : DataObject.Write(Cryptogram, [PaddingIndicator, .. cryptogram]);
    }

    private byte[]? Decrypted(ReadOnlyMemory<byte>? cryptogram, bool odd)
    {
        if (cryptogram is not { } given)
            return [];
        var bytes = given.Span;
        if (!odd)
        {
            if (bytes.Length == 0 || bytes[0] != PaddingIndicator)
                return null;
            bytes = bytes[1..];
        }
        return bytes.Length > 0 && bytes.Length % cipher.BlockSize == 0
            ? ChipCipher.Unpad(cipher.Decrypt(encryption, bytes, cipher.Vector(encryption, counter)))
            : null;
    }

    /// <summary>Takes the objects of a message apart where its checksum, the last of them, holds over all before it.</summary>
    private bool Objects(ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte>? data, out ReadOnlyMemory<byte>? status, out ReadOnlyMemory<byte>? expected, byte[]? header = null)
    {
        (data, status, expected) = (null, null, null);
        if (!DataObject.TryRead(body, out var objects) || objects.Count == 0 || objects[^1] is not { Tag: Checksum, Value: { Length: 8 } checksum })
            return false;
        var covered = body[..^10];
        if (!CryptographicOperations.FixedTimeEquals(Mac([.. header ?? [], .. covered.Span]), checksum.Span))
            return false;
        data = FileReading.Find(objects, Cryptogram) ?? FileReading.Find(objects, CryptogramOfOdd);
        status = FileReading.Find(objects, ProcessingStatus);
        expected = FileReading.Find(objects, ExpectedLength);
        return true;
    }
}
