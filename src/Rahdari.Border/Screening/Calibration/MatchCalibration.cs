using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Calibration;

/// <summary>Holds the scores that were told against what supervisors resolved. Thread-safe.</summary>
public sealed class MatchCalibration
{
    /// <summary>So many days are looked back where nothing else is asked for.</summary>
    public const int Days = 365;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal MatchCalibration(BorderStorage storage, LedgerWriter ledger, TimeProvider clock) => (this.storage, this.ledger, this.clock) = (storage, ledger, clock);

    /// <summary>
    /// Counts the matches resolved in a period. A traveller and an entry count once, as they were resolved last: who is confirmed alerts each time
    /// again, who is dismissed does not. Roles: watchlist manager, supervisor, auditor; for a user of one port of that port's matches; audited.
    /// </summary>
    /// <param name="from">The first instant; 365 days before the end where null.</param>
    /// <param name="to">The instant before which; now where null.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public async Task<Answer<SiteCalibration>> ReadAsync(DateTimeOffset? from, DateTimeOffset? to, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var end = to?.ToUniversalTime() ?? Instants.Now(clock);
        var begin = from?.ToUniversalTime() ?? (end - DateTimeOffset.MinValue > TimeSpan.FromDays(Days) ? end.AddDays(-Days) : DateTimeOffset.MinValue);
        var period = string.Create(CultureInfo.InvariantCulture, $"{begin:yyyy-MM-dd'T'HH:mm'Z'} – {end:yyyy-MM-dd'T'HH:mm'Z'}");
        await ledger.AuditAsync(actor, AuditAction.CalibrationRead, null, null, actor.Port, period, cancellation);
        await using var db = storage.Open();
        await using var transaction = await db.BeginSnapshotAsync(cancellation);
        var hits = db.Hits.AsNoTracking().Where(h => actor.Port == null || h.Port == actor.Port);
        var found = hits.Where(h => h.FoundAt >= begin && h.FoundAt < end);
        var resolved = await LastAsync(db, hits.Where(h => h.ResolvedAt >= begin && h.ResolvedAt < end), cancellation);
        return new SiteCalibration
        {
            From = begin,
            To = end,
            Open = await found.CountAsync(h => h.State == HitState.Open && db.Encounters.Any(e => e.Id == h.EncounterId && e.State != EncounterState.Superseded), cancellation),
            Suppressed = await found.CountAsync(h => h.State == HitState.Suppressed, cancellation),
            All = CalibratedMatches.Of(null, [.. resolved.Select(one => one.Match)]),
            Lists = [.. resolved.GroupBy(one => one.List, one => one.Match).OrderBy(list => list.Key, StringComparer.Ordinal).Select(list => CalibratedMatches.Of(list.Key, [.. list]))],
        };
    }

    /// <summary>Of each traveller and entry what was told when they were resolved last, and whether they were one person.</summary>
    private static async Task<IReadOnlyCollection<(string List, (double Score, bool IsPerson) Match)>> LastAsync(BorderContext db, IQueryable<HitRow> hits, CancellationToken cancellation)
    {
        var rows =
            from hit in hits
            where hit.State == HitState.Confirmed || hit.State == HitState.Dismissed
            join encounter in db.Encounters.AsNoTracking() on hit.EncounterId equals encounter.Id
            orderby hit.ResolvedAt, hit.Id
            select new { encounter.TravellerId, hit.List, hit.Reference, hit.State, hit.Match };
        var last = new Dictionary<(Guid, string, string), (string, (double, bool))>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var told = JsonSerializer.Deserialize(row.Match, BorderJson.Default.ToldScore)!;
            last[(row.TravellerId, row.List, row.Reference)] = (row.List, (told.Score, row.State == HitState.Confirmed));
        }
        return last.Values;
    }
}

/// <summary>What is read of a stored match.</summary>
/// <param name="Score">The probability told.</param>
internal sealed record ToldScore(double Score);
