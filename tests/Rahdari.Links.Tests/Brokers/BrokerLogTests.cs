using System.Globalization;
using System.Text;
using CsCheck;
using Rahdari.Links.Brokers;
using Rahdari.Links.Nodes;

namespace Rahdari.Links.Tests.Brokers;

public sealed class BrokerLogTests : IDisposable
{
    // As nats-server 2.9.10 writes them.
    private const string Lines = """
        [12457] 2026/11/28 17:08:17.247841 [WRN] Plaintext passwords detected, use nkeys or bcrypt
        [12457] 2026/11/28 17:08:18.264763 [ERR] 198.18.7.2:54132 - lid:6 - authentication error - User "khi-1"
        [12457] 2026/11/28 17:08:19.271788 [ERR] 198.18.7.2:39954 - lid:7 - authentication error - User "khi-1"
        [12457] 2026/11/28 17:08:20.100000 [ERR] 198.18.7.3:39954 - lid:8 - authentication error
        [12457] 2026/11/28 17:08:21.284775 [ERR] [fd00::7]:60638 - lid:10 - TLS leafnode handshake error: EOF
        [12457] 2026/11/28 17:08:22.289376 [INF] 198.18.7.9:60642 - lid:11 - Leafnode connection created
        [12457] 2026/11/28 17:08:24.360885 [ERR] 198.18.7.4:60650 - lid:12 - TLS leafnode handshake error: tls: first record does not look like a TLS handshake
        [12457] 2026/11/28 17:08:25.000000 [ERR] 198.18.7.5:60650 - lid:13 - authentication error - User "<b>no node</b>"

        """;

    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Who_was_turned_away_is_told_by_address_and_reason_the_latest_first()
    {
        var log = new BrokerLog(folder.Write("nats-server.log", Lines));
        Assert.Equal(
            [
                new Knock("198.18.7.5", KnockReason.NotEnrolled, 1, Utc(25)),
                new Knock("198.18.7.4", KnockReason.NoCertificate, 1, Utc(24.360885)),
                new Knock("fd00::7", KnockReason.NoCertificate, 1, Utc(21.284775)),
                new Knock("198.18.7.3", KnockReason.NotEnrolled, 1, Utc(20.1)),
                new Knock("198.18.7.2", KnockReason.NotEnrolled, 2, Utc(19.271788)),
            ],
            log.Knocks(Noon, TimeZoneInfo.CreateCustomTimeZone("port", TimeSpan.FromHours(5), "port", "port")));
        Assert.Equal(2, log.Knocks(Utc(22), TimeZoneInfo.CreateCustomTimeZone("port", TimeSpan.FromHours(5), "port", "port")).Count);
        Assert.Empty(new BrokerLog(folder["none.log"]).Knocks(Noon, TimeZoneInfo.Utc));

        static DateTimeOffset Utc(double second) => Noon.AddMinutes(8).AddMicroseconds(Math.Round(second * 1e6));
    }

    [Fact]
    public void A_flood_of_knocks_is_read_to_a_bound_and_its_files_are_let_go()
    {
        var flood = new StringBuilder();
        for (var i = 0; i < 30_000; i++)
            flood.Append(CultureInfo.InvariantCulture, $"[1] 2026/11/28 17:08:{i % 60:D2}.000000 [ERR] 198.18.{i / 250 % 250}.{i % 250}:5 - lid:{i} - authentication error - User \"khi-1\"\n");
        var log = new BrokerLog(folder.Write("nats-server.log", flood.ToString()));
        foreach (var old in new[] { "2026.11.26.10.00.00.000001", "2026.11.28.10.00.00.000001", "2026.11.27.10.00.00.000001" })
            folder.Write($"nats-server.log.{old}", Lines);
        Assert.Equal(100, log.Knocks(Noon, TimeZoneInfo.Utc).Count);
        log.Prune();
        Assert.Equal(["nats-server.log", "nats-server.log.2026.11.28.10.00.00.000001"], Directory.GetFiles(Path.GetDirectoryName(log.File)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_line_whatever_throws()
    {
        Mutations.Of(Encoding.UTF8.GetBytes(Lines)).Sample(
            bytes =>
            {
                File.WriteAllBytes(folder["nats-server.log"], bytes);
                Assert.All(new BrokerLog(folder["nats-server.log"]).Knocks(DateTimeOffset.MinValue, TimeZoneInfo.Utc), knock => Assert.InRange(knock.Address.Length, 2, 45));
            },
            iter: 2000,
            threads: 1);
    }
}
