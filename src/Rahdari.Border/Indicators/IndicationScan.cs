using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Indicators.Detectors;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Dates;

namespace Rahdari.Border.Indicators;

/// <summary>
/// Searches the record of crossings for indicators, from the last crossing that was looked at to those of an hour ago, page by page; whatever ends a search, the
/// next goes on. The site may be running. Thread-safe.
/// </summary>
public sealed class IndicationScan
{
    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly IndicatorsInForce inForce;
    private readonly TimeProvider clock;

    internal IndicationScan(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, IndicatorsInForce inForce, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.inForce, this.clock) = (settings, storage, ledger, inForce, clock);

    /// <summary>Who searches at night.</summary>
    public static Actor Night { get; } = new("nightly-indicators", new HashSet<string> { Roles.Supervisor }, null);

    /// <summary>Crossings between two notes of how far the search has come.</summary>
    internal int PageSize { get; init; } = 200;

    /// <summary>Searches. Role: supervisor of headquarters (who has no port of their own); audited when it begins and when it ends.</summary>
    /// <param name="from">The day at the port on which to begin anew, where crossings came later than they took place; null goes on where the last search ended, and the first begins as long ago as a detector looks.</param>
    /// <param name="actor">Who searches.</param>
    /// <param name="progress">Receives the crossings looked at so far.</param>
    /// <param name="cancellation">Ends the search between two pages: the report says that it is not complete.</param>
    public async Task<Answer<ScanReport>> RunAsync(DateOnly? from, Actor actor, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Supervisor) ?? (actor.Port is null ? null : BorderRule.IndicatorsOfHeadquarters.Broken())) is { } denied)
            return denied;
        var set = await SetAsync();
        if (set.Indicators.Count == 0)
            return new ScanReport(0, 0, IsComplete: true);
        var until = clock.GetUtcNow() - SceneGathering.Afterwards;
        var (crossings, found, isComplete) = (0, 0, false);
        var after = from is { Year: > 1900 } day ? settings.StartOf(day) : await LastAsync() ?? until.AddDays(-set.Indicators.Max(indicator => indicator.Detector?.Days ?? 0));
        // A search that begins anew and is killed goes on from there, and leaves who began it.
        await ledger.WriteAsync(append => BeginAsync(append, set, after, actor), CancellationToken.None);
        while (!cancellation.IsCancellationRequested)
        {
            var (at, ids) = await NextAsync(after, until);
            if (ids.Count == 0)
            {
                isComplete = true;
                break;
            }
            foreach (var page in ids.Chunk(PageSize))
            {
                var rows = await LookAsync(set, after, at, page);
                crossings += page.Length;
                // Once found it is written: a search that is broken off tells nothing twice.
                found += await ledger.WriteAsync(append => KeepAsync(append, set, rows, page[^1] == ids[^1] ? at : after), CancellationToken.None);
                progress?.Report(crossings);
            }
            after = at;
        }
        await ledger.AuditAsync(actor, AuditAction.IndicationsScanned, "indicators", $"{set.Number}", null, $"{(isComplete ? "complete" : "cancelled")}: {crossings} crossings, {found} found", CancellationToken.None);
        return new ScanReport(crossings, found, isComplete);
    }

    private async Task<IndicatorSet> SetAsync()
    {
        await using var db = storage.Open();
        return await inForce.ReadAsync(db, CancellationToken.None);
    }

    private async Task<DateTimeOffset?> LastAsync()
    {
        await using var db = storage.Open();
        return await db.IndicationScans.Where(scan => scan.Node == settings.Node).Select(scan => (DateTimeOffset?)scan.LastAt).SingleOrDefaultAsync();
    }

    private async Task<bool> BeginAsync(LedgerAppend append, IndicatorSet set, DateTimeOffset after, Actor actor)
    {
        await NoteAsync(append.Db, after);
        append.Audit(actor.Name, AuditAction.IndicationsScanned, "indicators", $"{set.Number}", null, $"begins after {after:yyyy-MM-ddTHH:mm:ssZ}");
        return true;
    }

    /// <summary>The next crossings in the order of their instants: a page, or all of one instant, for engines order identifiers each in its own way.</summary>
    private async Task<(DateTimeOffset At, IReadOnlyList<Guid> Ids)> NextAsync(DateTimeOffset after, DateTimeOffset until)
    {
        await using var db = storage.Open();
        var page = await db.Crossings.Where(c => c.At > after && c.At <= until).OrderBy(c => c.At).Select(c => new { c.Id, c.At }).Take(PageSize + 1).ToListAsync();
        if (page.Count <= PageSize)
            return (page.Count == 0 ? after : page[^1].At, [.. page.Select(c => c.Id)]);
        var (first, last) = (page[0].At, page[^1].At);
        if (first == last)
            return (last, await db.Crossings.Where(c => c.At == last).Select(c => c.Id).ToListAsync());
        page.RemoveAll(c => c.At == last);
        return (page[^1].At, [.. page.Select(c => c.Id)]);
    }

    /// <summary>What shows in crossings. Only reads.</summary>
    private async Task<IReadOnlyList<IndicationRow>> LookAsync(IndicatorSet set, DateTimeOffset after, DateTimeOffset at, Guid[] ids)
    {
        await using var db = storage.Open();
        var passed = await db.Crossings.AsNoTracking()
            .Where(c => c.At > after && c.At <= at && ids.Contains(c.Id) && (c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed)).ToListAsync();
        var recorded = new RecordedPassages(db, settings);
        var gathering = new SceneGathering(recorded, set);
        var found = new List<IndicationRow>();
        foreach (var (passage, told) in (await recorded.ToldAsync(passed, CancellationToken.None)).OrderBy(one => one.Passage.At))
        {
            var scene = await gathering.OfAsync(passage, told, PartialDate.Unknown, isAfterwards: true, CancellationToken.None);
            found.AddRange(set.Indicators.Select(indicator => (indicator, Found: DetectorTable.Detect(indicator, scene))).Where(one => one.Found is { Saw.Count: > 0 }).Select(one => Row(set, one.indicator, one.Found!, passage)));
        }
        return found;
    }

    /// <summary>Keeps what was not told of the same subject within the detector's days, and how far the search has come.</summary>
    private async Task<int> KeepAsync(LedgerAppend append, IndicatorSet set, IReadOnlyList<IndicationRow> found, DateTimeOffset at)
    {
        var kept = new List<IndicationRow>();
        // A crossing may have been purged since it was looked at.
        var there = found.Count == 0 ? [] : await CrossingMonths.FindAsync(append.Db, [.. found.Select(row => row.CrossingId).Distinct()], CancellationToken.None);
        foreach (var row in found.Where(row => there.ContainsKey(row.CrossingId)))
        {
            var days = set.Find(row.Code)!.Detector!.Days ?? 0;
            var (since, until) = (row.CrossedAt.AddDays(-days), row.CrossedAt.AddDays(days));
            var isTold = kept.Exists(other => other.Code == row.Code && other.Subject == row.Subject && other.CrossedAt >= since && other.CrossedAt <= until)
                || await append.Db.Indications.AnyAsync(i => i.Code == row.Code && i.Subject == row.Subject && i.CrossedAt >= since && i.CrossedAt <= until);
            if (!isTold)
                kept.Add(row);
        }
        foreach (var row in kept)
            append.Indication(row);
        await NoteAsync(append.Db, at);
        return kept.Count;
    }

    private async Task NoteAsync(BorderContext db, DateTimeOffset at)
    {
        if (await db.IndicationScans.SingleOrDefaultAsync(scan => scan.Node == settings.Node) is { } scan)
            scan.LastAt = at;
        else
            db.IndicationScans.Add(new IndicationScanRow { Node = settings.Node, LastAt = at });
    }

    private IndicationRow Row(IndicatorSet set, Indicator indicator, Indication found, Passage passage)
    {
        var now = Instants.Now(clock);
        return new IndicationRow
        {
            Id = Guid.CreateVersion7(now),
            Code = indicator.Code,
            SetNumber = set.Number,
            Subject = found.Subject.Length > LongestSubject ? found.Subject[..LongestSubject] : found.Subject,
            CrossingId = passage.Id,
            CrossedAt = passage.At,
            Port = passage.Port,
            FoundAt = now,
            Explanation = JsonSerializer.Serialize(found.Explanation, BorderJson.Default.Finding),
            Saw = JsonSerializer.Serialize([.. found.Saw.OrderBy(seen => seen.At).Select(seen => seen.Seen)], BorderJson.Default.IReadOnlyListPassageSeen),
        };
    }

    private const int LongestSubject = 200;
}

/// <summary>What a search of the record did.</summary>
/// <param name="Crossings">Crossings looked at.</param>
/// <param name="Found">Indications that were not told before.</param>
/// <param name="IsComplete">False where it was ended before the last crossing.</param>
public sealed record ScanReport(int Crossings, int Found, bool IsComplete);
