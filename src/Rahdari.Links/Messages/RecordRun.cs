using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Records.Ledger;

namespace Rahdari.Links.Messages;

/// <summary>
/// Records of one node, each behind the one before, as they travel: JSON under Brotli. What the receiver can reckon is not sent: of a record's hash, only where its payload was erased.
/// </summary>
public static class RecordRun
{
    /// <summary>The version of the message that is written. Every version that was ever written is read.</summary>
    public const int Version = 1;

    /// <summary>A message is no larger than so many bytes.</summary>
    public const int LargestMessage = 2 * 1024 * 1024;

    /// <summary>What is in it no larger than so many.</summary>
    public const int LargestContent = 16 * 1024 * 1024;

    /// <summary>It has no more records than so many.</summary>
    public const int MostRecords = 2000;

    private const int HashLength = 32;
    private const int SignatureLength = 64;

    /// <summary>Writes records of one node, in order and without a gap.</summary>
    public static byte[] Write(IReadOnlyList<LedgerEntry> records)
    {
        var message = new Message(
            Version, records[0].Node, records[0].Sequence, records[0].PreviousHash,
            [.. records.Select(r => new Sent(r.Id, r.Kind, r.Payload, r.Signature, r.Payload.Length == 0 ? r.Hash : null))]);
        var json = JsonSerializer.SerializeToUtf8Bytes(message, RecordRunJson.Default.Message);
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        // Quality 4 is where it is still quicker than the line of most ports.
        return BrotliEncoder.TryCompress(json, buffer, out var written, quality: 4, window: 22) ? buffer[..written] : throw new InvalidOperationException("The buffer holds whatever is compressed.");
    }

    /// <summary>Reads a message of any origin. Whether the records are genuine, the intake says.</summary>
    /// <param name="bytes">What came.</param>
    /// <param name="reason">Which field breaks which rule, where null is returned.</param>
    public static IReadOnlyList<LedgerEntry>? Read(ReadOnlySpan<byte> bytes, out string? reason)
    {
        if (bytes.Length > LargestMessage)
            return Not($"message: longer than {LargestMessage} bytes", out reason);
        if (Content(bytes, out reason) is not { } content)
            return null;
        Message? message;
        try
        {
            message = JsonSerializer.Deserialize(content, RecordRunJson.Default.Message);
        }
        catch (JsonException e)
        {
            return Not($"{e.Path ?? "$"}: no message of this form, at byte {e.BytePositionInLine ?? 0}", out reason);
        }
        if (message is null)
            return Not("$: null", out reason);
        if (message.V != Version)
            return Not($"$.v: {message.V} is no version that is read here (up to {Version})", out reason);
        if (message.Records.Count is 0 or > MostRecords)
            return Not($"$.records: {message.Records.Count}, where 1 to {MostRecords} are", out reason);
        if (message.From < 1 || message.From > long.MaxValue - MostRecords)
            return Not("$.from: no sequence", out reason);
        if (message.Node.Length is 0 or > 64)
            return Not("$.node: no name of a node", out reason);
        if (message.Previous.Length != HashLength)
            return Not($"$.previous: {message.Previous.Length} bytes, where {HashLength} are", out reason);
        var records = new List<LedgerEntry>(message.Records.Count);
        var before = message.Previous;
        foreach (var (i, sent) in message.Records.Index())
        {
            if (sent is null || sent.Signature.Length != SignatureLength || sent.Kind.Length is 0 or > 64)
                return Not($"$.records[{i}]: no kind, or a signature that has not {SignatureLength} bytes", out reason);
            if ((sent.Payload.Length == 0) != (sent.Hash?.Length == HashLength) || (sent.Payload.Length > 0 && sent.Hash is not null))
                return Not($"$.records[{i}].hash: told where, and only where, the payload was erased", out reason);
            var sequence = message.From + i;
            var hash = sent.Hash ?? LedgerChain.Hash(before, message.Node, sequence, sent.Id, sent.Kind, sent.Payload);
            records.Add(new LedgerEntry { Node = message.Node, Sequence = sequence, Id = sent.Id, Kind = sent.Kind, Payload = sent.Payload, PreviousHash = before, Hash = hash, Signature = sent.Signature });
            before = hash;
        }
        reason = null;
        return records;
    }

    private static byte[]? Content(ReadOnlySpan<byte> bytes, out string? reason)
    {
        var content = new ArrayBufferWriter<byte>(Math.Min(LargestContent, Math.Max(1024, bytes.Length * 4)));
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var status = decoder.Decompress(bytes, content.GetSpan(64 * 1024), out var consumed, out var written);
            content.Advance(written);
            bytes = bytes[consumed..];
            if (content.WrittenCount > LargestContent)
                break;
            if (status == OperationStatus.DestinationTooSmall)
                continue;
            if (status == OperationStatus.Done && bytes.Length == 0)
            {
                reason = null;
                return content.WrittenSpan.ToArray();
            }
            Not(status == OperationStatus.Done ? "message: bytes behind its end" : "message: no Brotli, or cut off", out reason);
            return null;
        }
        Not($"message: holds more than {LargestContent} bytes", out reason);
        return null;
    }

    private static IReadOnlyList<LedgerEntry>? Not(string why, out string? reason)
    {
        reason = why;
        return null;
    }

    internal sealed record Message(int V, string Node, long From, byte[] Previous, IReadOnlyList<Sent> Records);

    internal sealed record Sent(Guid Id, string Kind, string Payload, byte[] Signature, byte[]? Hash = null);
}

/// <summary>How the messages are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 8)]
[JsonSerializable(typeof(RecordRun.Message))]
internal sealed partial class RecordRunJson : JsonSerializerContext;
