using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Rahdari.Border.Crossings;

namespace Rahdari.Border.Storage;

/// <summary>Keeps <see cref="LastCrossingRow"/> and <see cref="CrossingSpanRow"/> as the crossings have it, in whatever order they come: a record that an offline port sends late displaces nothing later.</summary>
internal static class LastCrossings
{
    /// <summary>Takes crossings in that are written in the same transaction.</summary>
    public static async Task FollowAsync(BorderContext db, IReadOnlyCollection<Crossing> crossings, CancellationToken cancellation)
    {
        var spans = CrossingSpans.Rows(crossings);
        if (spans.Length == 0)
            return;
        LastCrossingRow[] rows =
        [
            .. crossings.Where(c => c.Outcome is CrossingOutcome.Admitted or CrossingOutcome.Departed).GroupBy(c => c.TravellerId)
                .Select(of => LastCrossingRow.Of(of.OrderBy(c => c.At).ThenBy(c => c.Id).Last())).OrderBy(row => row.TravellerId),
        ];
        if (db is PostgresBorderContext)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                WITH spanned AS (
                  INSERT INTO border.crossing_spans AS s (traveller_id, first_at, last_at, crossings, refusals)
                  SELECT * FROM unnest({Each(spans, s => s.TravellerId)}, {Each(spans, s => s.FirstAt)}, {Each(spans, s => s.LastAt)}, {Each(spans, s => s.Crossings)}, {Each(spans, s => s.Refusals)})
                  ON CONFLICT (traveller_id) DO UPDATE
                  SET first_at = LEAST(s.first_at, excluded.first_at), last_at = GREATEST(s.last_at, excluded.last_at), crossings = s.crossings + excluded.crossings, refusals = s.refusals + excluded.refusals)
                INSERT INTO border.last_crossings AS l (traveller_id, crossing_id, at, outcome, port, nationality, permitted_until, permission)
                SELECT * FROM unnest({Each(rows, r => r.TravellerId)}, {Each(rows, r => r.CrossingId)}, {Each(rows, r => r.At)}, {Each(rows, r => $"{r.Outcome}")}, {Each(rows, r => r.Port)}, {Each(rows, r => r.Nationality)}, {Each(rows, r => r.PermittedUntil)}, {Each(rows, r => r.Permission)})
                ON CONFLICT (traveller_id) DO UPDATE
                SET crossing_id = excluded.crossing_id, at = excluded.at, outcome = excluded.outcome, port = excluded.port, nationality = excluded.nationality, permitted_until = excluded.permitted_until, permission = excluded.permission
                WHERE (excluded.at, excluded.crossing_id) > (l.at, l.crossing_id)
                """,
                cancellation);
            return;
        }
        await CrossingSpans.FollowAsync(db, spans, cancellation);
        if (rows.Length == 0)
            return;
        var ids = Each(rows, r => r.TravellerId);
        var known = await db.LastCrossings.Where(l => ids.Contains(l.TravellerId)).ToDictionaryAsync(l => l.TravellerId, cancellation);
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.TravellerId, out var before))
                db.LastCrossings.Add(row);
            else if (row.At > before.At || (row.At == before.At && row.CrossingId.CompareTo(before.CrossingId) > 0))
                db.Entry(before).CurrentValues.SetValues(row);
        }
    }

    /// <summary>Notes anew what the crossings of some travellers say, of which one was corrected or erased.</summary>
    public static async Task AgainAsync(BorderContext db, Guid[] travellers, CancellationToken cancellation)
    {
        await db.LastCrossings.Where(l => travellers.Contains(l.TravellerId)).ExecuteDeleteAsync(cancellation);
        await db.CrossingSpans.Where(s => travellers.Contains(s.TravellerId)).ExecuteDeleteAsync(cancellation);
        await FollowAsync(db, await db.Crossings.AsNoTracking().Where(c => travellers.Contains(c.TravellerId)).ToListAsync(cancellation), cancellation);
    }

    /// <summary>Of what the table says and the crossings do not, and of crossings that it does not know: the travellers.</summary>
    public static async Task<IReadOnlyList<Guid>> WrongAsync(BorderContext db, CancellationToken cancellation)
    {
        var invented = await db.LastCrossings.Where(l => !db.Crossings.Any(c => c.Id == l.CrossingId && c.At == l.At && c.TravellerId == l.TravellerId && c.Outcome == l.Outcome
            && (c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed) && c.Port == l.Port && c.Nationality == l.Nationality && (c.PermittedUntil == l.PermittedUntil || (c.PermittedUntil == null && l.PermittedUntil == null))
            && (c.Permission == l.Permission || (c.Permission == null && l.Permission == null))))
            .Select(l => l.TravellerId).ToListAsync(cancellation);
        var left = await db.Crossings.Where(c => c.Outcome == CrossingOutcome.Admitted || c.Outcome == CrossingOutcome.Departed)
            .Where(c => !db.LastCrossings.Any(l => l.TravellerId == c.TravellerId && (l.At > c.At || (l.At == c.At && l.CrossingId >= c.Id))))
            .Select(c => c.TravellerId).Distinct().ToListAsync(cancellation);
        return [.. invented.Union(left).Union(await CrossingSpans.WrongAsync(db, cancellation))];
    }

    /// <summary>Takes in what is recorded.</summary>
    /// <param name="migration">Where the table has been made.</param>
    /// <param name="prefix">The schema with a dot, or nothing.</param>
    public static void Fill(MigrationBuilder migration, string prefix)
    {
        migration.Sql(
            $"""
            INSERT INTO {prefix}last_crossings (traveller_id, crossing_id, at, outcome, port, nationality, permitted_until, permission)
            SELECT traveller_id, id, at, outcome, port, nationality, permitted_until, permission
            FROM (SELECT c.*, row_number() OVER (PARTITION BY traveller_id ORDER BY at DESC, id DESC) AS place FROM {prefix}crossings c WHERE outcome <> 'Refused') AS latest WHERE place = 1;
            """);
        CrossingSpans.Fill(migration, prefix);
    }

    private static T[] Each<TRow, T>(TRow[] rows, Func<TRow, T> of) => Array.ConvertAll(rows, row => of(row));
}
