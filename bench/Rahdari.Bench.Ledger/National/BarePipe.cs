using System.Diagnostics;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using Npgsql;
using Rahdari.Border.Sites;
using Rahdari.Links.Brokers;
using Rahdari.Links.Lines;
using Rahdari.Links.Pki;

namespace Rahdari.Bench.Ledger.National;

/// <summary>
/// The peer: the records that headquarters has, as rows of COPY, five hundred a message as ours, into a stream at the port's broker, drawn by headquarters' and copied into one table with the
/// same indexes, up to four messages a transaction. Nothing is signed, verified, compressed or taken apart. What ours had sent ahead when the line came back, this has, too.
/// </summary>
internal static class BarePipe
{
    private const int RowsAMessage = 500;
    private const int MessagesAhead = 40;
    private const int MessagesATransaction = 4;
    private const string Stream = "BARE";
    private const string Subject = "bare";

    public static async Task<(double Seconds, long Records)> RunAsync(Country country)
    {
        var (rows, records) = await RowsAsync(country.Connection);
        await using var port = await OpenAsync(country.Port.Folder, country.PortSettings, null);
        var hubPassword = new BrokerFiles(country.Headquarters.Folder, country.HubSettings).Password(PortDay.Node);
        await using var hub = await OpenAsync(country.Headquarters.Folder, country.HubSettings, (PortDay.Node, hubPassword));
        var leaf = new NatsJSContext(port.Connection);
        await foreach (var old in leaf.ListStreamsAsync())
            await leaf.DeleteStreamAsync(old.Info.Config.Name!);
        await leaf.CreateStreamAsync(new StreamConfig(Stream, [Subject]) { MaxBytes = country.PortSettings.BrokerBytes, Storage = StreamConfigStorage.File });
        foreach (var message in rows.Take(MessagesAhead))
            await PublishAsync(leaf, message);

        var watch = Stopwatch.StartNew();
        country.Wire.Heal();
        var publishing = Parallel.ForEachAsync(rows.Skip(MessagesAhead), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (message, _) => await PublishAsync(leaf, message));
        await DrawAsync(hub.Connection, country.Connection, rows.Count);
        await publishing;
        return (watch.Elapsed.TotalSeconds, records);
    }

    private static async Task PublishAsync(NatsJSContext leaf, byte[] message) => (await leaf.PublishAsync(Subject, message)).EnsureSuccess();

    private static async Task DrawAsync(NatsConnection connection, string database, int messages)
    {
        var there = new NatsJSContext(connection, new NatsJSOpts(connection.Opts, domain: PortDay.Node));
        while (true)
        {
            try
            {
                await there.GetStreamAsync(Stream);
                break;
            }
            catch (Exception e) when (e is NatsException or OperationCanceledException)
            {
                await Task.Delay(100); // The port's broker is not back yet.
            }
        }
        var streams = new NatsJSContext(connection);
        await foreach (var old in streams.ListStreamsAsync())
            await streams.DeleteStreamAsync(old.Info.Config.Name!);
        await streams.CreateStreamAsync(new StreamConfig
        {
            Name = Stream,
            Sources = [new StreamSource { Name = Stream, External = new ExternalStreamSource { Api = $"$JS.{PortDay.Node}.API" } }],
            Retention = StreamConfigRetention.Workqueue,
            Storage = StreamConfigStorage.File,
        });
        var consumer = await streams.CreateOrUpdateConsumerAsync(Stream, new ConsumerConfig("bare") { AckPolicy = ConsumerConfigAckPolicy.Explicit, MaxAckPending = 64 });
        await using var db = new NpgsqlConnection(database);
        await db.OpenAsync();
        var drawn = new List<INatsJSMsg<byte[]>>();
        var taken = 0;
        await foreach (var message in consumer.ConsumeAsync<byte[]>(opts: new NatsJSConsumeOpts { MaxMsgs = 16 }))
        {
            drawn.Add(message);
            if (drawn.Count < MessagesATransaction && taken + drawn.Count < messages && message.Metadata is { NumPending: > 0 })
                continue;
            await using (var transaction = await db.BeginTransactionAsync())
            {
                foreach (var one in drawn)
                {
                    await using var copy = await db.BeginRawBinaryCopyAsync("COPY peer.ledger FROM STDIN (FORMAT BINARY)");
                    await copy.WriteAsync(one.Data);
                }
                await transaction.CommitAsync();
            }
            foreach (var one in drawn)
                await one.AckAsync();
            taken += drawn.Count;
            drawn.Clear();
            if (taken == messages)
                return;
        }
    }

    private static async Task<(List<byte[]> Rows, long Records)> RowsAsync(string connection)
    {
        await BenchSite.ExecuteAsync(connection, "CREATE SCHEMA peer", "CREATE TABLE peer.ledger (LIKE border.ledger)", "ALTER TABLE peer.ledger ADD PRIMARY KEY (node, sequence)", "CREATE UNIQUE INDEX ON peer.ledger (id)");
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        await using var asking = new NpgsqlCommand($"SELECT max(sequence) FROM border.ledger WHERE node = '{PortDay.Node}'", db);
        var last = (long)(await asking.ExecuteScalarAsync())!;
        var rows = new List<byte[]>();
        for (var after = 0L; after < last; after += RowsAMessage)
        {
            using var message = new MemoryStream();
            await using (var copy = await db.BeginRawBinaryCopyAsync(
                $"COPY (SELECT * FROM border.ledger WHERE node = '{PortDay.Node}' AND sequence > {after} AND sequence <= {after + RowsAMessage} ORDER BY sequence) TO STDOUT (FORMAT BINARY)"))
                await copy.CopyToAsync(message);
            rows.Add(message.ToArray());
        }
        return (rows, last);
    }

    private static async Task<Line> OpenAsync(SiteFolder site, LinkSettings settings, (string, string)? account)
    {
        // The line keeps nothing of the credentials but what it has shown.
        var credentials = NodeCredentials.Open(site, TimeProvider.System).Value!;
        return await Line.ConnectAsync(credentials, settings.LocalPort, account, default);
    }
}
