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
    /// <summary>Crossings between two notes of how far the search has come.</summary>
    private const int PageSize = 200;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly IndicatorsInForce inForce;
    private readonly TimeProvider clock;

    internal IndicationScan(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, IndicatorsInForce inForce, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.inForce, this.clock) = (settings, storage, ledger, inForce, clock);

    /// <summary>Searches. Role: supervisor of headquarters (who has no port of their own); audited.</summary>
    /// <param name="from">The day at the port on which to begin anew, where crossings came later than they took place; null goes on where the last search ended.</param>
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
        var after = from is { Year: > 1900 } day ? (At: settings.StartOf(day), Id: Guid.Empty) : await LastAsync();
        while (!cancellation.IsCancellationRequested)
        {
            var (looked, rows) = await LookAsync(set, after, until);
            if (looked.Count == 0)
            {
                isComplete = true;
                break;
            }
            after = (looked[^1].At, looked[^1].Id);
            // Once found it is written: a search that is broken off repeats nothing.
            found += await ledger.WriteAsync(append => KeepAsync(append, set, rows, after), CancellationToken.None);
            crossings += looked.Count;
            progress?.Report(crossings);
        }
        await ledger.AuditAsync(actor, AuditAction.IndicationsScanned, "indicators", $"{set.Number}", null, $"{(isComplete ? "complete" : "cancelled")}: {crossings} crossings, {found} found", CancellationToken.None);
        return new ScanReport(crossings, found, isComplete);
    }

    private async Task<IndicatorSet> SetAsync()
    {
        await using var db = storage.Open();
        return await inForce.ReadAsync(db, CancellationToken.None);
    }

    private async Task<(DateTimeOffset At, Guid Id)> LastAsync()
    {
        await using var db = storage.Open();
        return await db.IndicationScans.AsNoTracking().SingleOrDefaultAsync(scan => scan.Node == settings.Node) is { } scan ? (scan.LastAt, scan.LastId) : (DateTimeOffset.UnixEpoch, Guid.Empty);
    }

    /// <summary>The next crossings, and what shows in them. Only reads.</summary>
    private async Task<(IReadOnlyList<Crossing> Looked, IReadOnlyList<IndicationRow> Found)> LookAsync(IndicatorSet set, (DateTimeOffset At, Guid Id) after, DateTimeOffset until)
    {
        await using var db = storage.Open();
        var looked = await NextAsync(db, after, until);
        var recorded = new RecordedPassages(db, settings);
        var gathering = new SceneGathering(recorded, set);
        var passed = looked.Where(crossing => crossing.Outcome is CrossingOutcome.Admitted or CrossingOutcome.Departed).ToArray();
        var ids = passed.Select(crossing => (Guid?)crossing.Id).ToArray();
        var told = (await db.Journeys.AsNoTracking().Where(j => ids.Contains(j.CrossingId)).ToListAsync()).ToDictionary(j => j.CrossingId!.Value, j => JsonSerializer.Deserialize(j.Told, BorderJson.Default.JourneyTold)!);
        var found = new List<IndicationRow>();
        foreach (var passage in await recorded.OfAsync(passed, CancellationToken.None))
        {
            var scene = await gathering.OfAsync(passage, told.GetValueOrDefault(passage.Id), PartialDate.Unknown, isAfterwards: true, CancellationToken.None);
            found.AddRange(set.Indicators.Select(indicator => (indicator, Found: DetectorTable.Detect(indicator, scene))).Where(one => one.Found is { Saw.Count: > 0 }).Select(one => Row(set, one.indicator, one.Found!, passage)));
        }
        return (looked, found);
    }

    /// <summary>Behind the last one, in the order of their instants.</summary>
    private static async Task<IReadOnlyList<Crossing>> NextAsync(BorderContext db, (DateTimeOffset At, Guid Id) after, DateTimeOffset until)
    {
        // Of one instant there may be several: the one that was last is told from the others here, for engines order identifiers each in its own way.
        var (at, _) = after;
        var page = await db.Crossings.AsNoTracking().Where(c => c.At > at && c.At <= until).OrderBy(c => c.At).Take(PageSize).ToListAsync();
        if (page.Count < PageSize)
            return page;
        var last = page[^1].At;
        var rest = await db.Crossings.AsNoTracking().Where(c => c.At == last).ToListAsync();
        return [.. page.Where(c => c.At < last), .. rest];
    }

    /// <summary>Keeps what was not told of the same subject within the detector's days, and how far the search has come.</summary>
    private async Task<int> KeepAsync(LedgerAppend append, IndicatorSet set, IReadOnlyList<IndicationRow> found, (DateTimeOffset At, Guid Id) after)
    {
        var kept = new List<IndicationRow>();
        foreach (var row in found)
        {
            var since = row.CrossedAt.AddDays(-(set.Find(row.Code)!.Detector!.Days ?? 0));
            var isTold = kept.Exists(other => other.Code == row.Code && other.Subject == row.Subject)
                || await append.Db.Indications.AnyAsync(i => i.Code == row.Code && i.Subject == row.Subject && i.CrossedAt >= since);
            if (!isTold)
                kept.Add(row);
        }
        foreach (var row in kept)
            append.Indication(row);
        if (await append.Db.IndicationScans.SingleOrDefaultAsync(scan => scan.Node == settings.Node) is not { } scan)
            append.Db.IndicationScans.Add(new IndicationScanRow { Node = settings.Node, LastAt = after.At, LastId = after.Id });
        else if (scan.LastAt < after.At)
            (scan.LastAt, scan.LastId) = after;
        return kept.Count;
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
