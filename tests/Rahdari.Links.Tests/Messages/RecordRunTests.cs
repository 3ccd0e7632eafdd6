using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Rahdari.Links.Messages;
using Rahdari.Records.Ledger;

namespace Rahdari.Links.Tests.Messages;

public sealed class RecordRunTests
{
    [Fact]
    public void What_is_sent_is_what_is_read()
    {
        var records = Records(5);
        // The middle one's payload was erased by a schedule of its node: its hash stays.
        records[2] = records[2] with { Payload = "" };
        var read = RecordRun.Read(RecordRun.Write(records), out var reason);
        Assert.Null(reason);
        Assert.Equal(records.Select(Written), read!.Select(Written));
        using var key = Key();
        Assert.All(read!, record => Assert.True(LedgerChain.IsSigned(record, key)));
    }

    /// <summary>A message of version 1, as it was written when that was the newest: every later version reads it.</summary>
    [Fact]
    public void Version_1_is_read()
    {
        const string Message = """
            {"v":1,"node":"khi-1","from":7,"previous":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","records":[{"id":"0195a000-0000-7000-8000-000000000001","kind":"audit","payload":"{\"a\":1}","signature":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="}]}
            """;
        var record = Assert.Single(RecordRun.Read(Packed(Message), out _)!);
        Assert.Equal(("khi-1", 7L, "audit", "{\"a\":1}"), (record.Node, record.Sequence, record.Kind, record.Payload));
        Assert.True(LedgerChain.Fits(record, 7));
    }

    [Theory]
    [InlineData("$.v", "\"v\":1", "\"v\":2")]
    [InlineData("$.from", "\"from\":7", "\"from\":0")]
    [InlineData("$.from", "\"from\":7", "\"from\":9223372036854775807")]
    [InlineData("$.node", "\"node\":\"khi-1\"", "\"node\":\"\"")]
    [InlineData("$.previous", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "AAAA")]
    [InlineData("$.records[0]", "\"kind\":\"audit\"", "\"kind\":\"\"")]
    [InlineData("$.records[0].hash", "\"payload\":\"x\"", "\"payload\":\"\"")]
    [InlineData("$.records: 0", "[{\"id\":\"0195a000-0000-7000-8000-000000000001\",\"kind\":\"audit\",\"payload\":\"x\",\"signature\":\"S\"}]", "[]")]
    [InlineData("$.records", "\"records\":[{", "\"records\":[null,{")]
    [InlineData("", "\"from\":7", "\"from\":7,\"more\":1")]
    [InlineData("", "\"node\":\"khi-1\"", "\"node\":null")]
    [InlineData("", "{\"v\"", "{{\"v\"")]
    public void What_is_no_run_is_told_with_its_field(string field, string good, string bad)
    {
        var signature = Convert.ToBase64String(new byte[64]);
        var message = $$"""{"v":1,"node":"khi-1","from":7,"previous":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","records":[{"id":"0195a000-0000-7000-8000-000000000001","kind":"audit","payload":"x","signature":"S"}]}""";
        Assert.NotNull(RecordRun.Read(Packed(message.Replace("\"S\"", $"\"{signature}\"", StringComparison.Ordinal)), out _));
        var altered = message.Replace(good, bad, StringComparison.Ordinal).Replace("\"S\"", $"\"{signature}\"", StringComparison.Ordinal);
        Assert.Null(RecordRun.Read(Packed(altered), out var reason));
        Assert.StartsWith(field, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_swells_when_it_is_unpacked_is_refused_before_it_does()
    {
        var bomb = Packed(new string(' ', RecordRun.LargestContent + 100_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(RecordRun.Read(bomb, out var reason));
        Assert.Contains("more than", reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L * RecordRun.LargestContent);
        Assert.Null(RecordRun.Read(new byte[RecordRun.LargestMessage + 1], out reason));
        Assert.Contains("longer", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var good = RecordRun.Write(Records(3));
        var json = Unpacked(good);
        Gen.OneOf(Gen.Byte.Array[0, 400], Mutations.Of(good), Mutations.Of(json).Select(Packed)).Sample(bytes => (RecordRun.Read(bytes, out var reason) is null) == (reason is not null), iter: 5000);
    }

    [Fact]
    public void A_record_that_is_changed_on_the_way_is_not_the_one_that_was_signed()
    {
        using var key = Key();
        var json = Unpacked(RecordRun.Write(Records(2)));
        var genuine = RecordRun.Read(RecordRun.Write(Records(2)), out _)!;
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, flip) =>
            {
                var altered = json.ToArray();
                altered[at] ^= flip;
                // Whatever is still a run is either what was sent, or not signed.
                return RecordRun.Read(Packed(altered), out _) is not { } read || read.Any(r => !LedgerChain.IsSigned(r, key) || !LedgerChain.Fits(r, r.Sequence)) || read.Select(Written).SequenceEqual(genuine.Select(Written));
            },
            iter: 2000);
    }

    private static readonly byte[] Private = ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKey();
    private static readonly LedgerEntry[] Chain = Signed(5);

    private static ECDsa Key()
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Private, out _);
        return key;
    }

    private static LedgerEntry[] Records(int count) => [.. Chain.Take(count)];

    private static LedgerEntry[] Signed(int count)
    {
        using var key = Key();
        var records = new List<LedgerEntry>();
        for (var i = 0; i < count; i++)
            records.Add(LedgerChain.Sign(key, records.Count == 0 ? LedgerChain.Genesis : records[^1].Hash, "khi-1", i + 1, new LedgerFact("crossing", Guid.CreateVersion7(), $"{{\"number\":\"SPC{i}\",\"name\":\"نمونہ\"}}")));
        return [.. records];
    }

    private static string Written(LedgerEntry record) => System.Text.Json.JsonSerializer.Serialize(record);

    private static byte[] Packed(string json) => Packed(Encoding.UTF8.GetBytes(json));

    private static byte[] Packed(byte[] json)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];
        Assert.True(BrotliEncoder.TryCompress(json, buffer, out var written, quality: 4, window: 22));
        return buffer[..written];
    }

    private static byte[] Unpacked(byte[] message)
    {
        using var stream = new BrotliStream(new MemoryStream(message), CompressionMode.Decompress);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
