using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rahdari.Border;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Links.Messages;

namespace Rahdari.Bench.Ledger;

/// <summary>How fast headquarters takes in what a port recorded while it was away: messages read, signatures and chain verified, rows written, travellers known. Beside it PostgreSQL's COPY of the same records into one table with the same indexes.</summary>
internal static class Receiving
{
    private const int RecordsAMessage = 500;
    private const string Node = "khi-1";

    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        if (Options.Server is not { } server)
        {
            Console.Error.WriteLine("RAHDARI_BENCH_POSTGRES names no server: headquarters is on PostgreSQL.");
            return 2;
        }
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var messages = Messages(options, key);
        await to.WriteLineAsync(Line($"receive: {options.Crossings} crossings of {options.Travellers} travellers, each with its audit record; {messages.Sum(m => (long)m.Length) >> 20} MiB in {messages.Count} messages"));
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = "rahdari_bench_receive", CommandTimeout = 0 }.ToString();
        await BenchSite.ExecuteAsync(server, "DROP DATABASE IF EXISTS rahdari_bench_receive", "CREATE DATABASE rahdari_bench_receive");
        var folder = Directory.CreateTempSubdirectory("rahdari-bench-").FullName;
        var site = SiteFolder.Create(Path.Combine(folder, "site"), new SiteSettings { Node = "national-1", Port = "PKISB", PortName = "Bench", Counters = ["1"] }, connection).Value!;
        await using var services = new ServiceCollection().AddSingleton<ISenders>(new One(key)).AddBorder(site).BuildServiceProvider();
        await services.OpenBorderAsync();
        var intake = services.GetRequiredService<RecordIntake>();
        var taken = 0L;
        var seconds = await Figures.SecondsAsync(async () =>
        {
            // As a link draws them: up to four messages in one transaction.
            foreach (var drawn in messages.Chunk(RecordIntake.LongestRun / RecordsAMessage))
            {
                LedgerEntry[] run = [.. drawn.SelectMany(message => RecordRun.Read(message, out var reason) ?? throw new InvalidOperationException(reason))];
                var answer = await intake.TakeAsync(Node, run);
                taken += answer.Refused is null ? answer.Taken : throw new InvalidOperationException($"{answer.Refused}");
            }
        });
        await to.WriteLineAsync(Line($"  taken in {taken} records in {seconds:F1} s: {taken / seconds:F0} records/s"));
        var linked = 0;
        var linking = await Figures.SecondsAsync(async () =>
        {
            while (await services.GetRequiredService<ReceivedTravellers>().LinkAsync() is > 0 and var some)
                linked += some;
        });
        await to.WriteLineAsync(Line($"  afterwards {linked} travellers compared in {linking:F1} s: {linked / linking:F0} a second"));
        await PeerAsync(connection, taken / seconds, to);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static List<byte[]> Messages(Options options, ECDsa key)
    {
        var (hash, sequence) = (LedgerChain.Genesis, 0L);
        var run = new List<LedgerEntry>();
        var messages = new List<byte[]>();
        foreach (var (_, invented) in new InventedCrossings(options.Crossings, options.Travellers, options.Seed).Rows(Node))
        {
            var crossing = invented with { Port = "PKKHI", ImportId = null, Source = null };
            Add(new LedgerFact(LedgerKind.Crossing, crossing.Id, JsonSerializer.Serialize(crossing, BorderJson.Default.Crossing)));
            var audit = new AuditRecord { Id = Guid.CreateVersion7(crossing.At), Node = Node, At = crossing.At, Actor = crossing.DecidedBy, Action = "crossing.recorded", SubjectKind = "crossing", SubjectId = $"{crossing.Id}", Port = "PKKHI" };
            Add(new LedgerFact(LedgerKind.Audit, audit.Id, JsonSerializer.Serialize(audit, BorderJson.Default.AuditRecord)));
        }
        if (run.Count > 0)
            messages.Add(RecordRun.Write(run));
        return messages;

        void Add(LedgerFact fact)
        {
            var record = LedgerChain.Sign(key, hash, Node, ++sequence, LedgerChain.Salted(fact));
            hash = record.Hash;
            run.Add(record);
            if (run.Count == RecordsAMessage)
            {
                messages.Add(RecordRun.Write(run));
                run.Clear();
            }
        }
    }

    private static async Task PeerAsync(string connection, double own, TextWriter to)
    {
        var rows = new MemoryStream();
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        await using (var copy = await db.BeginRawBinaryCopyAsync($"COPY (SELECT * FROM border.ledger WHERE node = '{Node}' ORDER BY sequence) TO STDOUT (FORMAT BINARY)"))
            await copy.CopyToAsync(rows);
        await BenchSite.ExecuteAsync(connection, "CREATE SCHEMA peer", "CREATE TABLE peer.ledger (LIKE border.ledger)", "ALTER TABLE peer.ledger ADD PRIMARY KEY (node, sequence)", "CREATE UNIQUE INDEX ON peer.ledger (id)");
        rows.Position = 0;
        var seconds = await Figures.SecondsAsync(async () =>
        {
            await using var copy = await db.BeginRawBinaryCopyAsync("COPY peer.ledger FROM STDIN (FORMAT BINARY)");
            await rows.CopyToAsync(copy);
        });
        await using var counting = new NpgsqlCommand("SELECT count(*) FROM peer.ledger", db);
        var count = (long)(await counting.ExecuteScalarAsync())!;
        await to.WriteLineAsync(Line($"  COPY of the same records into one table with the same indexes: {count / seconds:F0} records/s; ours is {100 * own * seconds / count:F0} % of it"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class One(ECDsa key) : ISenders
    {
        public IReadOnlyList<Sender> All { get; } = [new Sender(Node, "PKKHI", [new SenderKey(1, key)])];
    }
}
