using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Bench.Ledger;

/// <summary>
/// Lays down as many crossings as a country has, for <c>query</c>: rows straight into months without indexes, the indexes made afterwards, nothing signed. PostgreSQL alone.
/// What no question reads is left out: keys of crossings and of travellers, the ledger.
/// </summary>
internal static class Laying
{
    private const int Chunk = 200_000;

    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        if (Options.Server is null)
        {
            await to.WriteLineAsync("lay: RAHDARI_BENCH_POSTGRES names no server");
            return 2;
        }
        Directory.CreateDirectory(options.Folder);
        await using var site = await BenchSite.OpenAsync(options.Folder, "rahdari_bench", anew: true);
        await using var db = site.Get<BorderStorage>().Open();
        db.Database.SetCommandTimeout(TimeSpan.FromDays(1));
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2");
        var indexes = await db.Database.SqlQuery<string>(
            $"""
            SELECT replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') AS "Value" FROM pg_index WHERE indrelid = 'border.crossings'::regclass AND NOT indisprimary
            """).ToListAsync();
        await db.Database.ExecuteSqlRawAsync(
            """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'border.crossings'::regclass AND NOT indisprimary LOOP EXECUTE 'DROP INDEX ' || name; END LOOP;
            END $$;
            ALTER TABLE border.crossings DROP CONSTRAINT pk_crossings;
            """);
        var noted = new Noted(options.Travellers);
        var laid = await Figures.SecondsAsync(() => LayAsync(db, options, site.Folder.Settings.Node, noted));
        await to.WriteLineAsync(Line($"lay: {options.Crossings} crossings of {options.Travellers} travellers, seed {options.Seed}: rows in {laid:F0} s"));
        var travellers = await Figures.SecondsAsync(() => noted.WriteAsync(db));
        var indexed = await Figures.SecondsAsync(async () =>
        {
            await ExecuteAsync(db, "ALTER TABLE border.crossings ADD CONSTRAINT pk_crossings PRIMARY KEY (id, at)");
            foreach (var index in indexes)
                await ExecuteAsync(db, index);
        });
        await to.WriteLineAsync(Line($"  travellers and what is noted of them in {travellers:F0} s, indexes in {indexed:F0} s"));
        if (!options.Peer)
        {
            await ExecuteAsync(db, "VACUUM ANALYZE");
            return 0;
        }
        var peer = await Figures.SecondsAsync(async () =>
        {
            foreach (var sql in Peer)
                await ExecuteAsync(db, sql);
        });
        await to.WriteLineAsync(Line($"  the peer's table with the indexes of its questions in {peer:F0} s"));
        return 0;
    }

    /// <summary>One table, not partitioned, with the indexes that its questions use.</summary>
    private static readonly string[] Peer =
    [
        "CREATE SCHEMA peer",
        "CREATE UNLOGGED TABLE peer.crossings AS SELECT * FROM border.crossings",
        "ALTER TABLE peer.crossings ADD PRIMARY KEY (id)",
        "CREATE INDEX ON peer.crossings (traveller_id, at)",
        "CREATE INDEX ON peer.crossings (port, at)",
        "VACUUM ANALYZE",
    ];

    private static async Task LayAsync(BorderContext db, Options options, string node, Noted noted)
    {
        var (rows, month) = (new List<Crossing>(Chunk), default(DateTimeOffset));
        foreach (var (traveller, crossing) in new InventedCrossings(options.Crossings, options.Travellers, options.Seed).Rows(node))
        {
            var first = CrossingMonths.First(crossing.At);
            if (rows.Count == Chunk)
                await FlushAsync();
            if (first > month)
            {
                await CrossingMonths.TryMakeAsync(db, month = first, default);
            }
            rows.Add(crossing);
            noted.Add(traveller, crossing);
        }
        await FlushAsync();

        async Task FlushAsync()
        {
            await BulkRows.InsertAsync(db, rows, default);
            rows.Clear();
        }
    }

    private static async Task ExecuteAsync(BorderContext db, string sql)
    {
#pragma warning disable CA2100 // The text is this benchmark's own.
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection()) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a site notes of each traveller, as the crossings come.</summary>
    private sealed class Noted(int travellers)
    {
        private readonly Crossing?[] first = new Crossing?[travellers];
        private readonly LastCrossingRow?[] last = new LastCrossingRow?[travellers];
        private readonly CrossingSpanRow?[] spans = new CrossingSpanRow?[travellers];

        public void Add(int traveller, Crossing crossing)
        {
            first[traveller] ??= crossing;
            var isRefused = crossing.Outcome == CrossingOutcome.Refused;
            if (!isRefused && (last[traveller] is not { } before || (crossing.At, crossing.Id).CompareTo((before.At, before.CrossingId)) > 0))
                last[traveller] = LastCrossingRow.Of(crossing);
            var span = spans[traveller] ??= new CrossingSpanRow { TravellerId = crossing.TravellerId, FirstAt = crossing.At, LastAt = crossing.At, Crossings = 0, Refusals = 0 };
            (span.FirstAt, span.LastAt) = (crossing.At < span.FirstAt ? crossing.At : span.FirstAt, crossing.At > span.LastAt ? crossing.At : span.LastAt);
            (span.Crossings, span.Refusals) = (span.Crossings + (isRefused ? 0 : 1), span.Refusals + (isRefused ? 1 : 0));
        }

        public async Task WriteAsync(BorderContext db)
        {
            foreach (var some in Enumerable.Range(0, first.Length).Where(i => first[i] is not null).Chunk(Chunk))
            {
                await BulkRows.InsertAsync(db, Array.ConvertAll(some, i => new TravellerRow { Id = spans[i]!.TravellerId, PersonId = spans[i]!.TravellerId, FirstSeen = spans[i]!.FirstAt, KeysVersion = IdentityKeys.Version }), default);
                await BulkRows.InsertAsync(db, Array.ConvertAll(some, i => Document(first[i]!, spans[i]!)), default);
                await BulkRows.InsertAsync(db, Array.ConvertAll(some, i => spans[i]!), default);
                await BulkRows.InsertAsync(db, some.Select(i => last[i]).OfType<LastCrossingRow>().ToArray(), default);
            }
        }

        private static TravellerDocument Document(Crossing crossing, CrossingSpanRow span) =>
            TravellerIdentity.Document(crossing, crossing.TravellerId, span.FirstAt) with { FirstSeen = span.FirstAt };
    }
}
