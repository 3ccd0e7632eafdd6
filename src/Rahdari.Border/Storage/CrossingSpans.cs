using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Rahdari.Border.Crossings;

namespace Rahdari.Border.Storage;

/// <summary>Keeps <see cref="CrossingSpanRow"/> as the crossings have it, and reads a traveller's crossings from the months between.</summary>
internal static class CrossingSpans
{
    /// <summary>Of crossings that are recorded at once, by traveller.</summary>
    public static CrossingSpanRow[] Rows(IEnumerable<Crossing> crossings) =>
    [
        .. crossings.GroupBy(c => c.TravellerId).Select(of => new CrossingSpanRow
        {
            TravellerId = of.Key,
            FirstAt = of.Min(c => c.At),
            LastAt = of.Max(c => c.At),
            Crossings = of.Count(c => c.Outcome is CrossingOutcome.Admitted or CrossingOutcome.Departed),
            Refusals = of.Count(c => c.Outcome == CrossingOutcome.Refused),
        }).OrderBy(row => row.TravellerId),
    ];

    /// <summary>Takes them in on SQLite, in the transaction that records them.</summary>
    public static async Task FollowAsync(BorderContext db, CrossingSpanRow[] rows, CancellationToken cancellation)
    {
        var ids = Array.ConvertAll(rows, row => row.TravellerId);
        var known = await db.CrossingSpans.Where(s => ids.Contains(s.TravellerId)).ToDictionaryAsync(s => s.TravellerId, cancellation);
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.TravellerId, out var before))
            {
                db.CrossingSpans.Add(row);
                continue;
            }
            (before.FirstAt, before.LastAt) = (row.FirstAt < before.FirstAt ? row.FirstAt : before.FirstAt, row.LastAt > before.LastAt ? row.LastAt : before.LastAt);
            (before.Crossings, before.Refusals) = (before.Crossings + row.Crossings, before.Refusals + row.Refusals);
        }
    }

    /// <summary>The crossings and refusals of some travellers, asked of no month in which none of them crossed; null where none of them ever did.</summary>
    public static async Task<IQueryable<Crossing>?> CrossingsAsync(BorderContext db, Guid[] travellers, CancellationToken cancellation)
    {
        var spans = db.CrossingSpans.Where(s => travellers.Contains(s.TravellerId));
        var crossings = Within(db, await spans.Select(s => new Span(s.FirstAt, s.LastAt)).ToListAsync(cancellation));
        // Of one traveller the months give them in order; of several they are sorted.
        return travellers is [var alone] ? crossings?.Where(c => c.TravellerId == alone) : crossings?.Where(c => travellers.Contains(c.TravellerId));
    }

    /// <summary>Those in the months in which anybody crossed who presented a document of that number; null where nobody did.</summary>
    public static async Task<IQueryable<Crossing>?> OfDocumentAsync(BorderContext db, string issuingState, string number, CancellationToken cancellation)
    {
        var spans = await db.TravellerDocuments.Where(d => d.DocumentNumber == number && d.IssuingState == issuingState)
            .Join(db.CrossingSpans, d => d.TravellerId, s => s.TravellerId, (_, s) => new Span(s.FirstAt, s.LastAt)).ToListAsync(cancellation);
        return Within(db, spans)?.Where(c => c.DocumentNumber == number && c.IssuingState == issuingState);
    }

    /// <summary>Of what the table says and the crossings do not, and of crossings that it does not know: the travellers.</summary>
    public static async Task<IReadOnlyList<Guid>> WrongAsync(BorderContext db, CancellationToken cancellation)
    {
        var recorded = db.Crossings.GroupBy(c => c.TravellerId).Select(of => new
        {
            TravellerId = (Guid?)of.Key,
            First = of.Min(c => c.At),
            Last = of.Max(c => c.At),
            Crossings = of.Count(c => c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed),
            Refusals = of.Count(c => c.Outcome == CrossingOutcome.Refused),
        });
        var wrong = await (
            from span in db.CrossingSpans
            join of in recorded on span.TravellerId equals of.TravellerId into matching
            from of in matching.DefaultIfEmpty()
            where of.TravellerId == null || of.First != span.FirstAt || of.Last != span.LastAt || of.Crossings != span.Crossings || of.Refusals != span.Refusals
            select span.TravellerId).ToListAsync(cancellation);
        var left = await db.Crossings.Where(c => !db.CrossingSpans.Any(s => s.TravellerId == c.TravellerId)).Select(c => c.TravellerId).Distinct().ToListAsync(cancellation);
        return [.. wrong.Union(left)];
    }

    /// <summary>Takes in what is recorded.</summary>
    /// <param name="migration">Where the table has been made.</param>
    /// <param name="prefix">The schema with a dot, or nothing.</param>
    public static void Fill(MigrationBuilder migration, string prefix) => migration.Sql(
        $"""
        INSERT INTO {prefix}crossing_spans (traveller_id, first_at, last_at, crossings, refusals)
        SELECT traveller_id, min(at), max(at), count(*) FILTER (WHERE outcome <> 'Refused'), count(*) FILTER (WHERE outcome = 'Refused') FROM {prefix}crossings GROUP BY traveller_id;
        """);

    private static IQueryable<Crossing>? Within(BorderContext db, List<Span> spans)
    {
        if (spans.Count == 0)
            return null;
        var (first, last) = (spans.Min(s => s.First), spans.Max(s => s.Last));
        return db.Crossings.AsNoTracking().Where(c => c.At >= first && c.At <= last);
    }

    private sealed record Span(DateTimeOffset First, DateTimeOffset Last);
}
