using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Distribution;

/// <summary>
/// What headquarters signs: a line that says what it is, then fields one behind the other, numbers with the highest byte first and texts with their length before them, then
/// the signature over all bytes before it. The same values give the same bytes, and no two kinds begin alike.
/// </summary>
internal sealed class SignedBytes
{
    public const int SignatureLength = 64;

    private readonly ArrayBufferWriter<byte> bytes = new();

    public SignedBytes(string heading) => bytes.Write(Encoding.ASCII.GetBytes(heading));

    public SignedBytes Text(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)encoded.Length));
        bytes.Write(length);
        bytes.Write(encoded);
        return this;
    }

    public SignedBytes Number(long number)
    {
        Span<byte> encoded = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(encoded, number);
        bytes.Write(encoded);
        return this;
    }

    /// <summary>A SHA-256 in hexadecimal, as its 32 bytes.</summary>
    public SignedBytes Hash(string hash)
    {
        bytes.Write(Convert.FromHexString(hash));
        return this;
    }

    public SignedBytes Raw(ReadOnlySpan<byte> raw)
    {
        bytes.Write(raw);
        return this;
    }

    public byte[] Signed(ECDsa key)
    {
        var content = bytes.WrittenSpan.ToArray();
        return [.. content, .. key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)];
    }

    /// <summary>True where the last 64 bytes are the key's signature over those before.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> message, ECDsa key) =>
        message.Length > SignatureLength && key.VerifyData(message[..^SignatureLength], message[^SignatureLength..], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}

/// <summary>Reads what <see cref="SignedBytes"/> writes, of any bytes: the first field that is not what it must be is named, and all after it read as nothing.</summary>
internal ref struct SignedReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> bytes;
    private int at;

    public SignedReader(ReadOnlySpan<byte> message, string heading)
    {
        bytes = message.Length > SignedBytes.SignatureLength ? message[..^SignedBytes.SignatureLength] : [];
        if (!bytes.StartsWith(Encoding.ASCII.GetBytes(heading)))
            Fail("heading", heading.TrimEnd());
        else
            at = heading.Length;
    }

    /// <summary>The field that cannot be read, where, and what it must be; or null.</summary>
    public Finding? Problem { get; private set; }

    public string Text(string field, Func<string, bool> isOne)
    {
        if (Take(field, 2) is not { Length: 2 } length)
            return "";
        var start = at - 2;
        var count = BinaryPrimitives.ReadUInt16BigEndian(length);
        if (count > DistributionLimits.LongestName)
            return Failed(field, start, $"≤ {DistributionLimits.LongestName}", "");
        var encoded = Take(field, count);
        if (Problem is not null)
            return "";
        try
        {
            var text = Strict.GetString(encoded);
            return isOne(text) ? text : Failed(field, start, "name", "");
        }
        catch (ArgumentException)
        {
            return Failed(field, start, "UTF-8", "");
        }
    }

    public long Number(string field, long least, long most)
    {
        if (Take(field, 8) is not { Length: 8 } encoded)
            return 0;
        var number = BinaryPrimitives.ReadInt64BigEndian(encoded);
        return number >= least && number <= most ? number : Failed(field, at - 8, $"{least}–{most}", 0L);
    }

    public string Hash(string field) => Take(field, SHA256.HashSizeInBytes) is { Length: SHA256.HashSizeInBytes } hash ? Convert.ToHexString(hash) : "";

    /// <summary>All that is left.</summary>
    public ReadOnlySpan<byte> Rest(string field, int length)
    {
        if (Problem is null && bytes.Length - at != length)
            Fail(field, $"{length}");
        return Take(field, length);
    }

    /// <summary>Nothing may be left.</summary>
    public void End()
    {
        if (Problem is null && at != bytes.Length)
            Fail("end", $"{bytes.Length - at} > 0");
    }

    public T Failed<T>(string field, int position, string rule, T nothing)
    {
        at = position;
        Fail(field, rule);
        return nothing;
    }

    public void Fail(string field, string rule) => Problem ??= Malformed(field, at, rule);

    public static Finding Malformed(string field, long position, string rule) => BorderRule.PublishedMalformed.Broken(field, ("field", field), ("position", $"{position}"), ("rule", rule));

    private ReadOnlySpan<byte> Take(string field, int length)
    {
        if (Problem is not null)
            return [];
        if (length < 0 || bytes.Length - at < length)
        {
            Fail(field, $"{length}");
            return [];
        }
        at += length;
        return bytes.Slice(at - length, length);
    }
}
