using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Screening.Vetting;

/// <summary>What a traveller was vetted for among the entries just found, and what has changed since: who is suppressed, and who alerts again.</summary>
internal sealed class VettedBefore
{
    private readonly IReadOnlyList<(VettedRow Row, IReadOnlyList<VettingChange> Changes)> decisions;

    private VettedBefore(IReadOnlyList<(VettedRow Row, IReadOnlyList<VettingChange> Changes)> decisions) => this.decisions = decisions;

    /// <summary>Looks up the traveller's decisions on the entries found; read in the transaction that stores the hits, so that no decision is withdrawn in between.</summary>
    public static async Task<VettedBefore> OfAsync(BorderContext db, Guid travellerId, MrzFields document, Screened screened, DateOnly today, CancellationToken cancellation)
    {
        if (screened.Hits.Count == 0)
            return new VettedBefore([]);
        var rows = await db.Vetted.AsNoTracking().Where(v => v.TravellerId == travellerId)
            .OrderByDescending(v => v.At).ThenByDescending(v => v.Id).ToListAsync(cancellation);
        var found = screened.Hits.Select(hit => hit.Person.Key).ToHashSet(StringComparer.Ordinal);
        var identity = ScreenedIdentity.Of(document);
        var decisions = new List<(VettedRow, IReadOnlyList<VettingChange>)>();
        var person = rows.Count == 0 ? [] : await Person.TravellersAsync(db, travellerId, cancellation);
        foreach (var row in rows.Where(row => found.Contains(WatchlistEntry.Key(row.List, row.Reference))))
        {
            VettingChange[] changes =
            [
                .. await OfListAsync(db, row, person, screened.VersionOf(row.List), cancellation),
                .. identity.ChangesSince(row.Identity),
                .. OfDecision(row, today),
            ];
            decisions.Add((row, changes));
        }
        return new VettedBefore(decisions);
    }

    /// <summary>True where a hit is suppressed, by a decision that may have ended since, or was dismissed by one that has been withdrawn.</summary>
    public static async Task<bool> MayHaveEndedAsync(BorderContext db, IReadOnlyList<ScreeningHit> hits, CancellationToken cancellation)
    {
        Guid[] dismissed = [.. hits.Where(hit => hit.State == HitState.Dismissed).Select(hit => hit.Id)];
        return hits.Any(hit => hit.State == HitState.Suppressed)
            || (dismissed.Length > 0 && await db.Vetted.AnyAsync(v => v.WithdrawnAt != null && dismissed.Contains(v.HitId), cancellation));
    }

    /// <summary>The decision that suppresses the entry, or the latest that no longer does; null where the traveller was never vetted for it.</summary>
    public DismissedBefore? Find(string list, string reference) => decisions
        .Where(d => d.Row.List == list && d.Row.Reference == reference)
        .OrderBy(d => d.Changes.Count > 0)
        .Select(d => new DismissedBefore(d.Row.Id, d.Row.At, d.Row.By, d.Row.Reason, d.Changes))
        .FirstOrDefault();

    /// <summary>True where a hit of the same encounter still answers for the entry when it is found again.</summary>
    public bool StillAnswers(ScreeningHit known)
    {
        if (!IsLeftAside(known))
            return true;
        var changes = decisions.FirstOrDefault(d => d.Row.HitId == known.Id || d.Row.Id == known.Before?.Decision).Changes ?? [];
        return known.State == HitState.Suppressed ? changes.Count == 0 : !changes.Any(change => change is VettingChange.Entry or VettingChange.Withdrawn or VettingChange.Ended);
    }

    private static bool IsLeftAside(ScreeningHit hit) => hit.State is HitState.Dismissed or HitState.Suppressed;

    private static async Task<IEnumerable<VettingChange>> OfListAsync(BorderContext db, VettedRow row, Guid[] person, int version, CancellationToken cancellation)
    {
        // The very row that was screened: an entry that was left out in between, or said something else, is another.
        var unchanged = await db.WatchlistEntries.Where(WatchlistEntryRow.In(row.List, version))
            .AnyAsync(e => e.Reference == row.Reference && e.ContentHash == row.EntryHash && e.FromVersion <= row.ListVersion, cancellation);
        // Whoever was found to be the listed one is that by every document.
        var confirmed = await db.Hits.AnyAsync(
            h => h.State == HitState.Confirmed && h.List == row.List && h.Reference == row.Reference && db.Encounters.Any(e => e.Id == h.EncounterId && person.Contains(e.TravellerId)),
            cancellation);
        return [.. unchanged ? [] : new[] { VettingChange.Entry }, .. confirmed ? new[] { VettingChange.Confirmed } : []];
    }

    private static IEnumerable<VettingChange> OfDecision(VettedRow row, DateOnly today)
    {
        if (row.WithdrawnAt is not null)
            yield return VettingChange.Withdrawn;
        if (row.Until < today)
            yield return VettingChange.Ended;
    }
}
