using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>A file may begin with the newest record: since when a traveller and a document are known is the earliest of what was imported.</summary>
internal static class EarlierSeen
{
    /// <summary>Takes in crossings whose travellers and documents are written in the same transaction.</summary>
    public static async Task FollowAsync(LedgerAppend append, IReadOnlyList<Crossing> crossings, CancellationToken cancellation)
    {
        if (crossings.Count == 0)
            return;
        var db = append.Db;
        var travellers = crossings.GroupBy(c => c.TravellerId).Select(of => (Id: of.Key, At: of.Min(c => c.At))).OrderBy(of => of.Id).ToArray();
        var documents = crossings.GroupBy(c => (c.TravellerId, c.IssuingState, c.DocumentCode, c.DocumentNumber)).Select(of => (of.Key, At: of.Min(c => c.At))).OrderBy(of => of.Key).ToArray();
        var ids = Array.ConvertAll(travellers, of => of.Id);
        var earlier = db is PostgresBorderContext ? await OnPostgresAsync(db, travellers, documents, cancellation) : await OnSqliteAsync(db, travellers, documents, cancellation);
        if (!earlier)
            return;
        // Of several who are one person the earliest stands for all.
        var linked = await db.TravellerLinks.Where(l => ids.Contains(l.OneId) || ids.Contains(l.OtherId)).Select(l => l.OneId).Distinct().ToListAsync(cancellation);
        if (linked.Count > 0)
            await LinkWriter.SettleAsync(append, linked, null, cancellation);
    }

    private static async Task<bool> OnPostgresAsync(
        BorderContext db, (Guid Id, DateTimeOffset At)[] travellers, ((Guid Traveller, string State, string Code, string Number) Key, DateTimeOffset At)[] documents, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE border.traveller_documents d SET first_seen = s.at
            FROM unnest({Each(documents, d => d.Key.Traveller)}, {Each(documents, d => d.Key.State)}, {Each(documents, d => d.Key.Code)}, {Each(documents, d => d.Key.Number)}, {Each(documents, d => d.At)}) AS s (traveller, state, code, number, at)
            WHERE d.issuing_state = s.state AND d.document_code = s.code AND d.document_number = s.number AND d.traveller_id = s.traveller AND s.at < d.first_seen
            """,
            cancellation);
        return 0 < await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE border.travellers t SET first_seen = s.at
            FROM unnest({Each(travellers, t => t.Id)}, {Each(travellers, t => t.At)}) AS s (id, at) WHERE t.id = s.id AND s.at < t.first_seen
            """,
            cancellation);
    }

    private static async Task<bool> OnSqliteAsync(
        BorderContext db, (Guid Id, DateTimeOffset At)[] travellers, ((Guid Traveller, string State, string Code, string Number) Key, DateTimeOffset At)[] documents, CancellationToken cancellation)
    {
        var (ids, isEarlier) = (Each(travellers, t => t.Id), false);
        var known = await db.TravellerDocuments.AsNoTracking().Where(d => ids.Contains(d.TravellerId))
            .Select(d => new { d.Id, d.TravellerId, d.IssuingState, d.DocumentCode, d.DocumentNumber, d.FirstSeen }).ToListAsync(cancellation);
        var documentsAt = documents.ToDictionary(d => d.Key, d => d.At);
        foreach (var document in known)
        {
            if (documentsAt.TryGetValue((document.TravellerId, document.IssuingState, document.DocumentCode, document.DocumentNumber), out var at) && at < document.FirstSeen)
                await db.TravellerDocuments.Where(d => d.Id == document.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.FirstSeen, at), cancellation);
        }
        var seen = await db.Travellers.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.FirstSeen, cancellation);
        foreach (var (id, at) in travellers.Where(t => t.At < seen[t.Id]))
        {
            isEarlier = true;
            await db.Travellers.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.FirstSeen, at), cancellation);
        }
        return isEarlier;
    }

    private static T[] Each<TRow, T>(TRow[] rows, Func<TRow, T> of) => Array.ConvertAll(rows, row => of(row));
}
