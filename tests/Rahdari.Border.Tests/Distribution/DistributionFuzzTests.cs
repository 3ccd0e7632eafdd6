using System.Security.Cryptography;
using System.Text;
using Rahdari.Border.Distribution;

namespace Rahdari.Border.Tests.Distribution;

/// <summary>Whatever bytes come: an answer, never an exception, and never more memory than the limits allow.</summary>
public sealed class DistributionFuzzTests : IDisposable
{
    private const int Inputs = 20_000;
    private const int Seed = 20260301;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private Headquarters Trusted => new("hq", key);

    private static UpdateTerms Terms { get; } = new()
    {
        Node = "hq",
        Topic = "watchlist/un",
        From = 1,
        To = 2,
        Parts = 1,
        Length = 40,
        Size = 400,
        Hash = new string('A', 64),
        ContentHash = new string('B', 64),
    };

    /// <summary>The first series is written as before there were any, which older ports read.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Any_bytes_are_a_catalogue_or_a_finding_that_names_field_and_place(long series)
    {
        var valid = new Catalogue("hq", series, 7, TestSite.Start, [new("exit-orders", 3, new string('A', 64)), new("watchlist/un", 4, new string('B', 64))]).Signed(key);
        Assert.Equal((series, 7L), Catalogue.Read(valid, Trusted).Value is { } known ? (known.Series, known.Sum) : default);
        Assert.Equal(series == 0 ? 7 : (2L << 36) + 7, Catalogue.Read(valid, Trusted).Value!.Number);
        foreach (var input in Mutated(valid))
        {
            var read = Catalogue.Read(input, Trusted);
            Assert.True(read.Succeeded ? input.AsSpan().SequenceEqual(valid) : IsTold(read.Problem), Convert.ToHexString(input));
        }
    }

    [Theory]
    [InlineData(0, "rahdari part 1\n")]
    [InlineData(9, "rahdari part 2\n")]
    public void Any_bytes_are_a_part_or_a_finding_that_names_field_and_place(long series, string heading)
    {
        var valid = new UpdatePart(Terms with { Series = series }, 1, new byte[40]).Signed(key);
        Assert.StartsWith(heading, System.Text.Encoding.Latin1.GetString(valid), StringComparison.Ordinal);
        Assert.Equal(series, UpdatePart.Read(valid, Trusted).Value?.Terms.Series);
        foreach (var input in Mutated(valid))
        {
            var read = UpdatePart.Read(input, Trusted);
            Assert.True(read.Succeeded ? input.AsSpan().SequenceEqual(valid) : IsTold(read.Problem), Convert.ToHexString(input));
        }
    }

    [Theory]
    [InlineData(0, 1, 1, 1, "hq", "watchlist/un", null)]
    [InlineData(2, 2, 1, 1, "hq", "watchlist/un", "from")]
    [InlineData(-1, 2, 1, 1, "hq", "watchlist/un", "from")]
    [InlineData(0, 1, 2, 1, "hq", "watchlist/un", "parts")]
    [InlineData(0, 1, 100_000, 1, "hq", "watchlist/un", "parts")]
    [InlineData(0, 1, 1, 2, "hq", "watchlist/un", "number")]
    [InlineData(0, 1, 1, 0, "hq", "watchlist/un", "number")]
    [InlineData(0, 1, 1, 1, "", "watchlist/un", "node")]
    [InlineData(0, 1, 1, 1, "hq", "watchlist/exit-orders", "topic")]
    [InlineData(0, 1, 1, 1, "hq", "watchlist/../un", "topic")]
    [InlineData(0, 1, 1, 1, "hq", "catalogue", "topic")]
    public void What_is_signed_must_make_sense_too(long from, long to, int parts, int number, string node, string topic, string? field)
    {
        var part = new UpdatePart(Terms with { From = from, To = to, Parts = parts, Node = node, Topic = topic }, number, new byte[40]).Signed(key);
        Assert.Equal(field, UpdatePart.Read(part, Trusted).Problem?.Field);
    }

    [Fact]
    public async Task Any_unpacked_bytes_are_lines_or_a_finding()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 3000)];
            for (var at = 0; at < bytes.Length; at++)
                bytes[at] = random.Next(20) == 0 ? (byte)'\n' : (byte)random.Next(256);
            var lines = new UpdateLines(new MemoryStream(bytes), bytes.Length);
            var read = new MemoryStream();
            while (await lines.NextAsync(CancellationToken.None) is { } line)
            {
                read.Write(line.Span);
                read.WriteByte((byte)'\n');
            }
            Assert.Equal(bytes.Length > 0 && bytes[^1] != '\n', lines.Problem is not null);
            Assert.Equal(bytes[..(Array.LastIndexOf(bytes, (byte)'\n') + 1)], read.ToArray());
        }
    }

    [Fact]
    public async Task A_line_or_a_whole_that_is_too_long_is_refused_before_it_is_held()
    {
        var endless = new UpdateLines(new Endless(), DistributionLimits.LargestUpdate);
        Assert.Null(await endless.NextAsync(CancellationToken.None));
        Assert.Equal("PUBLISHED_MALFORMED", endless.Problem?.Code);
        Assert.True(endless.Read <= 3 * DistributionLimits.LongestLine, $"{endless.Read} bytes read");
        var longer = new UpdateLines(new MemoryStream(Encoding.UTF8.GetBytes("a\nb\n")), 3);
        Assert.Null(await longer.NextAsync(CancellationToken.None));
        Assert.NotNull(longer.Problem);
        var shorter = new UpdateLines(new MemoryStream(Encoding.UTF8.GetBytes("a\n")), 3);
        Assert.NotNull(await shorter.NextAsync(CancellationToken.None));
        Assert.Null(await shorter.NextAsync(CancellationToken.None));
        Assert.NotNull(shorter.Problem);
    }

    public void Dispose() => key.Dispose();

    private static bool IsTold(Documents.Findings.Finding? problem) =>
        problem?.Code == "PUBLISHED_UNSIGNED" || (problem?.Code == "PUBLISHED_MALFORMED" && problem.Field is { Length: > 0 } && problem.Evidence.ContainsKey("position") && problem.Evidence.ContainsKey("rule"));

    private static IEnumerable<byte[]> Mutated(byte[] valid)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Inputs; i++)
        {
            var input = valid.ToList();
            for (var times = random.Next(1, 5); times > 0; times--)
            {
                var at = random.Next(input.Count + 1);
                switch (random.Next(5))
                {
                    case 0 when at < input.Count:
                        input[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        input.RemoveRange(at, Math.Min(input.Count - at, random.Next(1, 20)));
                        break;
                    case 2:
                        input.InsertRange(at, Enumerable.Range(0, random.Next(1, 20)).Select(_ => (byte)random.Next(256)));
                        break;
                    case 3 when at < input.Count:
                        input[at] = random.Next(2) == 0 ? byte.MaxValue : (byte)0;
                        break;
                    default:
                        input = [.. input.Take(at)];
                        break;
                }
            }
            yield return [.. input];
        }
    }

    /// <summary>Bytes without an end of a line.</summary>
    private sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }
}
