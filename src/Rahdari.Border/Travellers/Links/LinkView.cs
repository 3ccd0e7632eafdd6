using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Travellers.Links;

/// <summary>From rows to links as shown.</summary>
internal static class LinkView
{
    public static async Task<IReadOnlyList<TravellerLink>> ReadAsync(BorderContext db, IReadOnlyList<TravellerLinkRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return [];
        Guid[] travellers = [.. rows.SelectMany(row => new[] { row.OneId, row.OtherId }).Distinct()], ids = [.. rows.Select(row => row.Id)];
        var documents = (await db.TravellerDocuments.AsNoTracking().Where(d => travellers.Contains(d.TravellerId)).OrderByDescending(d => d.FirstSeen).ToListAsync(cancellation))
            .ToLookup(d => d.TravellerId);
        var crossings = await db.CrossingSpans.AsNoTracking().Where(s => travellers.Contains(s.TravellerId)).ToDictionaryAsync(s => s.TravellerId, cancellation);
        var changes = (await db.LinkChanges.AsNoTracking().Where(c => ids.Contains(c.LinkId)).OrderBy(c => c.Number).ToListAsync(cancellation)).ToLookup(c => c.LinkId);
        return [.. rows.Select(row => new TravellerLink
        {
            Id = row.Id,
            State = row.State,
            Strength = row.Strength,
            Evidence = JsonSerializer.Deserialize(row.Evidence, BorderJson.Default.IReadOnlyListFinding)!,
            FoundAt = row.FoundAt,
            One = Side(row.OneId),
            Other = Side(row.OtherId),
            Changes = [.. changes[row.Id].Select(change => new LinkChange(change.State, change.At, change.By, change.Reason))],
        })];

        LinkedTraveller Side(Guid id) =>
            crossings.GetValueOrDefault(id) is { } span ? new(id, [.. documents[id]], span.Crossings + span.Refusals, span.LastAt) : new(id, [.. documents[id]], 0, null);
    }
}
