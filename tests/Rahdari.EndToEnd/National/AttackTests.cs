using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Links.Brokers;
using Rahdari.Links.Lines;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;

namespace Rahdari.EndToEnd.National;

/// <summary>Whoever stands on the line, or stole what opens it, gets nothing in and takes nothing out; and headquarters' page shows that they tried.</summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private const int LeafPort = 7422;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_in_the_path_reads_or_changes_anything()
    {
        await using var country = await NationalSystem.StartAsync(1);
        await country.Network.JoinAsync();
        await using var proxy = new WireProxy(country.Network.OwnAddress, LeafPort, country.Network.Address(0), seed: 11);
        var port = country.Ports[0];
        await country.Network.MisleadAsync(1, "national-1", country.Network.OwnAddress);
        await port.KillBrokerAsync(losesStore: false);
        var counter = await NationalSystem.CounterAsync(port);
        await RecordAsync(counter, 1, 10);
        await country.ArrivedAsync(port);

        proxy.Attacks = true;
        var attacked = Stopwatch.StartNew();
        for (var i = 11; attacked.Elapsed < NationalSystem.Patience && (i <= 30 || Enum.GetValues<WireAttack>().Any(attack => proxy.Done.GetValueOrDefault(attack) == 0)); i++)
        {
            await counter.RecordAsync(i);
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
        proxy.Attacks = false;
        await country.ArrivedAsync(port);

        output.WriteLine($"[measure] attacker in the path: {string.Join(", ", proxy.Done.Select(attack => $"{attack.Value} packets {attack.Key}"))}; {counter.Count} crossings at headquarters once");
        Assert.All(Enum.GetValues<WireAttack>(), attack => Assert.True(proxy.Done.GetValueOrDefault(attack) > 0, $"{attack}: never"));
        Assert.Equal(counter.Acknowledged.Values.Select(id => $"{id}").Order(StringComparer.Ordinal), (await country.Headquarters.QueryAsync("SELECT id FROM crossings")).Order(StringComparer.Ordinal));
        Assert.Empty(await country.Headquarters.QueryAsync("SELECT reason FROM quarantine"));
        Assert.Equal(0, (await country.Headquarters.VerifyAsync()).ExitCode);
        // Where TLS began, nothing of it can be read: neither whom it is of nor what it is about.
        Assert.True(proxy.Seen("server_id").Found, "The broker's greeting is plain.");
        Assert.All(["SPECIMENA", "S00000001", "records", "receipts", "RECORDS-"], text => Assert.False(proxy.Seen(text).Found, text));
    }

    [Fact]
    public async Task A_thief_of_a_ports_link_key_gets_nothing_in_and_is_seen_also_at_the_door_once_it_is_revoked()
    {
        await using var country = await NationalSystem.StartAsync(2, "thief");
        await country.Network.JoinAsync();
        var (robbed, other) = (country.Ports[0], country.Ports[1]);
        foreach (var port in country.Ports)
        {
            await RecordAsync(await NationalSystem.CounterAsync(port), port == robbed ? 1 : 11, 5);
            await country.ArrivedAsync(port);
        }
        var before = await LedgerAsync(country);
        var (theirs, others) = (await OutboxAsync(robbed), await OutboxAsync(other));
        using var othersKey = other.Folder.OpenKey();
        using var stolen = StealLink(robbed.Folder);
        await robbed.DisposeAsync();

        // With the link key the thief stands where the port stood, and has what it sent. The ledger's key it has not.
        using var broker = Process.Start(country.Network.On(3, "/usr/sbin/nats-server", "-c", stolen["broker/nats-server.conf"]))!;
        broker.BeginErrorReadLine();
        await using (var line = await ConnectAsync(stolen["site"], country.Network.Address(3)))
        {
            var streams = new NatsJSContext(line);
            await streams.CreateStreamAsync(new StreamConfig("RECORDS-thief", ["records"]), Cancellation);
            await AskAsync(line, "report", PortReports.Write(new PortReport(1, robbed.Name, "1", "RECORDS-thief", theirs.Count + 9, theirs.Count, DateTimeOffset.UtcNow, 0, new Dictionary<string, int>(), null)));
            var last = theirs[^1];
            LedgerFact fact = new(last.Kind, Guid.CreateVersion7(), last.Payload);
            var forged = LedgerChain.Sign(othersKey, last.Hash, robbed.Name, last.Sequence + 1, fact);
            using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            (string What, byte[] Message)[] attempts =
            [
                ("replayed", RecordRun.Write(theirs)),
                ("reordered", RecordRun.Write([.. theirs.Skip(3).Take(2)])),
                ("altered", RecordRun.Write([theirs[0] with { Payload = theirs[0].Payload.Replace("PKKHI", "PKLHE", StringComparison.Ordinal) + " " }])),
                ("of another port", RecordRun.Write(others)),
                ("signed by another port's key", RecordRun.Write([forged])),
                ("signed by a key of its own", RecordRun.Write([LedgerChain.Sign(own, last.Hash, robbed.Name, last.Sequence + 1, fact)])),
                ("no message", [1, 2, 3]),
            ];
            foreach (var (what, message) in attempts)
                (await streams.PublishAsync("records", message, cancellationToken: Cancellation)).EnsureSuccess();
            await NationalSystem.UntilAsync(async () => (await country.Headquarters.QueryAsync("SELECT DISTINCT reason FROM quarantine")) is { Count: >= 3 } reasons && reasons.Contains("Unreadable"), "the last of the attempts is refused");
        }
        using var auditor = await NationalSystem.SignInAsync(country.Headquarters, "auditor1");
        var refused = (await GetAsync(auditor, "/api/v1/nodes/quarantine")).GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("sender").GetString(), item.GetProperty("reason").GetString())).ToHashSet();
        output.WriteLine(string.Join(", ", refused));
        Assert.Superset(new HashSet<(string?, string?)> { (robbed.Name, "signatureWrong"), (robbed.Name, "ofAnotherNode"), (robbed.Name, "unreadable") }, refused);
        Assert.Contains("refused", await NationalSystem.AlertsAsync(auditor, robbed.Name));
        Assert.Equal(before, await LedgerAsync(country));

        // Who was revoked is turned away at the door, and so is whoever has another authority's certificate, or none.
        var revoked = await country.Authority.RevokeAsync(robbed.Name, RevocationReason.KeyCompromise, "stolen", Actor.CommandLine, Cancellation);
        Assert.True(revoked.Succeeded);
        await NationalSystem.UntilAsync(() => Task.FromResult(IsRevoked(revoked.Value.Link[^1].Serial, other.Folder)), "the other port has the list with the stolen certificate");
        await KnockAsync(country.Network.Address(0));
        await NationalSystem.UntilAsync(
            async () => (await KnocksAsync(auditor)) is var knocks && knocks.Contains((country.Network.Address(3), "notEnrolled")) && knocks.Contains((country.Network.OwnAddress, "noCertificate")),
            "the page shows from where both knock");
        broker.Kill();

        await RecordAsync(await NationalSystem.CounterAsync(other), 21, 3);
        await country.ArrivedAsync(other);
        Assert.Equal(before.Where(of => of.StartsWith(robbed.Name, StringComparison.Ordinal)), (await LedgerAsync(country)).Where(of => of.StartsWith(robbed.Name, StringComparison.Ordinal)));
        Assert.Equal(0, (await country.Headquarters.VerifyAsync()).ExitCode);
    }

    private static async Task RecordAsync(Faults.CounterClient counter, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            await counter.RecordAsync(i);
    }

    /// <summary>What headquarters has of the ports.</summary>
    private static Task<List<string>> LedgerAsync(NationalSystem country) =>
        country.Headquarters.QueryAsync($"SELECT node, sequence, kind, payload, hash, signature FROM ledger WHERE node <> '{country.Headquarters.Name}' ORDER BY node, sequence");

    private static async Task<IReadOnlyList<LedgerEntry>> OutboxAsync(NationalNode port)
    {
        await using var services = await NationalSystem.OpenAsync(port.Folder);
        return await services.GetRequiredService<Outbox>().ReadAsync(0, 1000, 16 << 20, Cancellation);
    }

    private static bool IsRevoked(string serial, SiteFolder at)
    {
        using var credentials = NodeCredentials.Open(at, TimeProvider.System).Value;
        return credentials!.Revocations!.Revoked.ContainsKey(serial);
    }

    /// <summary>What the broker of a port may read, and no more, on another machine.</summary>
    private static TemporaryFolder StealLink(SiteFolder port)
    {
        var stolen = new TemporaryFolder();
        Directory.CreateDirectory(stolen["site/pki/current"]);
        foreach (var file in Directory.GetFiles(NodeFolder.Of(port.FullPath).Current))
            File.Copy(file, Path.Combine(stolen["site/pki/current"], Path.GetFileName(file)));
        Directory.CreateDirectory(stolen["broker"]);
        var told = File.ReadAllText(new BrokerFiles(port, LinkSettings.Read(port).Settings!).Configuration);
        File.WriteAllText(stolen["broker/nats-server.conf"], told.Replace(port.FullPath, stolen["site"], StringComparison.Ordinal).Replace("127.0.0.1:4222", "0.0.0.0:4222", StringComparison.Ordinal));
        Directory.CreateDirectory(stolen["site/broker"]);
        return stolen;
    }

    private static async Task<NatsConnection> ConnectAsync(string site, string address)
    {
        var certificate = X509Certificate2.CreateFromPemFile(NodeFolder.Of(site).LinkCertificateFile, NodeFolder.Of(site).LinkKeyFile);
        for (var wait = Stopwatch.StartNew(); ;)
        {
            var connection = new NatsConnection(new NatsOpts
            {
                Url = $"tls://{address}:4222",
                TlsOpts = new NatsTlsOpts
                {
                    Mode = TlsMode.Require,
                    ConfigureClientAuthentication = options =>
                    {
                        options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
#pragma warning disable CA5359 // A thief asks nobody for a certificate.
                        options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
                        return default;
                    },
                },
            });
            try
            {
                await connection.ConnectAsync();
                return connection;
            }
            catch (NatsException) when (wait.Elapsed < NationalSystem.Patience)
            {
                await connection.DisposeAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
            }
        }
    }

    private static async Task AskAsync(NatsConnection line, string subject, byte[] question)
    {
        for (var wait = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation))
        {
            try
            {
                await line.RequestAsync<byte[], byte[]>(subject, question, cancellationToken: Cancellation);
                return;
            }
            catch (NatsException) when (wait.Elapsed < NationalSystem.Patience)
            {
                // The thief's broker has not met headquarters' yet.
            }
        }
    }

    /// <summary>Knocks with a certificate of an authority of its own, in the name of headquarters.</summary>
    private static async Task KnockAsync(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=national-1,O=Rahdari,C=PK", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < NationalSystem.Patience;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address, LeafPort, Cancellation);
                var greeting = new byte[1];
                while (await client.GetStream().ReadAsync(greeting, Cancellation) > 0 && greeting[0] != '\n')
                {
                }
#pragma warning disable CA5359 // A stranger asks nobody for a certificate.
                await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
                await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "national-1", ClientCertificates = [own] }, Cancellation);
                await tls.ReadExactlyAsync(greeting, Cancellation);
                return;
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation); // The broker begins anew, for somebody was revoked.
            }
        }
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path) => await client.GetFromJsonAsync<JsonElement>(path, Cancellation);

    private static async Task<HashSet<(string?, string?)>> KnocksAsync(HttpClient auditor) =>
        [.. (await GetAsync(auditor, "/api/v1/nodes")).GetProperty("knocks").EnumerateArray().Select(knock => (knock.GetProperty("address").GetString(), knock.GetProperty("reason").GetString()))];
}
