using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;

namespace Rahdari.Bench.Ledger;

/// <summary>The questions of a border, through the code that answers them at a counter, beside the same in SQL by hand on a table that is not partitioned; audit records are durable and told apart.</summary>
internal static class Asking
{
    private static readonly Actor Auditor = new("bench", new HashSet<string> { Roles.Auditor, Roles.Supervisor }, null);

    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        await using var site = await BenchSite.OpenAsync(options.Folder, "rahdari_bench", anew: false);
        var storage = site.Get<BorderStorage>();
        var (travellers, days, count) = await SampleAsync(storage, options);
        await to.WriteLineAsync(Line($"query: {count} crossings on {(site.Connection is null ? "SQLite" : "PostgreSQL")}\n"));
        await to.WriteLineAsync("| | p50, ms | p99, ms | n |\n|---|---:|---:|---:|");
        await using var peer = site.Connection is { } connection && options.Peer ? new NpgsqlConnection(connection) : null;
        if (peer is not null)
            await peer.OpenAsync();

        await TellAsync(to, "an audit record alone", Enumerable.Range(0, Math.Min(300, options.Asked)), n => site.Get<LedgerWriter>().AuditAsync(Auditor, AuditAction.TravellerRead, "bench", $"{n}", null, null, default));
        await TellAsync(to, "a traveller's history, audited", travellers, id => site.Get<TravellerRegister>().HistoryAsync(id, Auditor));
        await TellPeerAsync(to, "  peer: crossings and documents", travellers, peer, id => AskAsync(
            peer!, id, "SELECT * FROM peer.crossings WHERE traveller_id = $1 ORDER BY at DESC LIMIT 500; SELECT * FROM border.traveller_documents WHERE traveller_id = $1"));
        await TellAsync(to, "open stay at the counter", travellers, async id =>
        {
            await using var db = storage.Open();
            await StayRecord.OpenAsync(db, await Person.TravellersAsync(db, id, default), new DateOnly(2026, 11, 1), default);
        });
        await TellPeerAsync(to, "  peer: the latest crossing", travellers, peer, id => AskAsync(peer!, id, "SELECT * FROM peer.crossings WHERE traveller_id = $1 AND outcome <> 'Refused' ORDER BY at DESC, id DESC LIMIT 1"));
        foreach (var nationality in new[] { "AFG", "BRN" })
        {
            var page = await site.Get<StayRegister>().ListAsync(StayListing.Overstayed, nationality, 0, 50, Auditor);
            await TellAsync(to, $"overstays of {nationality} ({page.Value!.Total}), the first 50 and how many, audited", Enumerable.Range(0, 5), _ => site.Get<StayRegister>().ListAsync(StayListing.Overstayed, nationality, 0, 50, Auditor));
            await TellPeerAsync(to, "  peer: how many, by hand, of the latest crossings noted", Enumerable.Range(0, 5), peer, _ => AskAsync(
                peer!, null,
                $"SELECT count(*) FROM border.last_crossings WHERE outcome = 'Admitted' AND permitted_until < current_date AND nationality = '{nationality}'"));
            await TellPeerAsync(to, "  peer: how many, by hand, NOT EXISTS over all crossings", Enumerable.Range(0, 1), peer, _ => AskAsync(
                peer!, null,
                $"""
                SELECT count(*) FROM peer.crossings e WHERE e.outcome = 'Admitted' AND e.permitted_until < current_date AND e.nationality = '{nationality}'
                AND NOT EXISTS (SELECT 1 FROM peer.crossings l WHERE l.traveller_id = e.traveller_id AND l.outcome <> 'Refused' AND (l.at > e.at OR l.at = e.at AND l.id > e.id))
                """));
        }
        await TellAsync(to, "a day's crossings of a port, the first 50 and how many, audited", days, day => site.Get<CrossingRegister>().ListAsync(
            new CrossingFilter { From = day, To = day.AddDays(1) }, 0, 50, Auditor with { Port = "PKKHI" }));
        await TellPeerAsync(to, "  peer: the same by hand", days, peer, day => AskAsync(
            peer!, null,
            $"""
            SELECT count(*) FROM peer.crossings WHERE port = 'PKKHI' AND at >= '{day:O}' AND at < '{day.AddDays(1):O}';
            SELECT * FROM peer.crossings WHERE port = 'PKKHI' AND at >= '{day:O}' AND at < '{day.AddDays(1):O}' ORDER BY at DESC, id DESC LIMIT 50
            """));
        return 0;
    }

    /// <summary>A peer's line is left out where there is no peer.</summary>
    private static Task TellPeerAsync<T>(TextWriter to, string what, IEnumerable<T> all, NpgsqlConnection? peer, Func<T, Task> ask) =>
        peer is null ? Task.CompletedTask : TellAsync(to, what, all, ask);

    private static async Task TellAsync<T>(TextWriter to, string what, IEnumerable<T> all, Func<T, Task> ask)
    {
        var each = all.ToArray();
        foreach (var one in each.Length == 1 ? [] : each.Take(20))
            await ask(one); // What was never asked is compiled and planned first.
        var times = await Figures.EachAsync(each, ask);
        var largest = Figures.Upper(times) == "p99" ? "" : " (largest)";
        await to.WriteLineAsync(Line($"| {what.Trim()} | {Figures.Percentile(times, 0.5):F2} | {Figures.Percentile(times, 0.99):F2}{largest} | {times.Length} |"));
    }

    /// <summary>Travellers as they cross, so that who crosses often is asked for often; days; and how many crossings there are.</summary>
    private static async Task<(Guid[] Travellers, DateTimeOffset[] Days, long Count)> SampleAsync(BorderStorage storage, Options options)
    {
        await using var db = storage.Open();
        var random = new Random(options.Seed);
        var (first, last) = (await db.Crossings.MinAsync(c => c.At), await db.Crossings.MaxAsync(c => c.At));
        var travellers = new List<Guid>();
        while (travellers.Count < options.Asked)
        {
            var at = first.AddTicks((long)(random.NextDouble() * (last - first).Ticks));
            at = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
            travellers.AddRange(await db.Crossings.Where(c => c.At >= at && c.At < at.AddDays(1)).OrderBy(c => c.At).Take(20).Select(c => c.TravellerId).ToListAsync());
        }
        DateTimeOffset[] days = [.. Enumerable.Range(0, Math.Min(200, options.Asked)).Select(_ => new DateTimeOffset(first.UtcDateTime.Date.AddDays(random.Next((int)(last - first).TotalDays)), TimeSpan.Zero))];
        return ([.. travellers.Distinct()], days, await db.Crossings.LongCountAsync());
    }

    private static async Task AskAsync(NpgsqlConnection peer, Guid? traveller, string sql)
    {
        if (sql.Contains("$1", StringComparison.Ordinal))
        {
            await using var batch = new NpgsqlBatch(peer);
            foreach (var one in sql.Split(';'))
                batch.BatchCommands.Add(new NpgsqlBatchCommand(one) { Parameters = { new NpgsqlParameter { Value = traveller!.Value } } });
            await using var rows = await batch.ExecuteReaderAsync();
            await ReadAsync(rows);
            return;
        }
#pragma warning disable CA2100 // The text is this benchmark's own.
        await using var command = new NpgsqlCommand(sql, peer) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        await ReadAsync(reader);
    }

    private static async Task ReadAsync(NpgsqlDataReader rows)
    {
        do
        {
            while (await rows.ReadAsync())
                rows.GetValue(0);
        }
        while (await rows.NextResultAsync());
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
