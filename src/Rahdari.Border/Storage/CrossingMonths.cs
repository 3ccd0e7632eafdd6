using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Rahdari.Border.Crossings;

namespace Rahdari.Border.Storage;

/// <summary>
/// The table of crossings by month. On PostgreSQL it is partitioned by <see cref="Crossing.At"/> (months of UTC); what falls into no month goes into the
/// partition <c>crossings_default</c>, which should be empty. A crossing's id tells its month, for it is a UUIDv7 of the same instant: whoever has the id
/// need not look into every month. On SQLite it is one table.
/// </summary>
internal static class CrossingMonths
{
    /// <summary>Months that are made before they come.</summary>
    public const int Ahead = 3;

    /// <summary>The instant in a UUIDv7; whole milliseconds.</summary>
    public static DateTimeOffset InstantOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
        // No UUIDv7 of ours is later than year 9999; another may be.
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : DateTimeOffset.MaxValue;
    }

    /// <summary>A UUIDv7 of an instant that is the same whenever it is made of the same content.</summary>
    /// <param name="at">Not before 1970.</param>
    /// <param name="hash">The content's; 10 bytes or more.</param>
    public static Guid IdOf(DateTimeOffset at, ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        hash[..10].CopyTo(bytes[6..]);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The crossing, or null.</summary>
    public static async Task<Crossing?> FindAsync(BorderContext db, Guid id, CancellationToken cancellation) =>
        (await FindAsync(db, [id], cancellation)).GetValueOrDefault(id);

    /// <summary>Those of them that are there.</summary>
    public static async Task<Dictionary<Guid, Crossing>> FindAsync(BorderContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var (first, last) = (ids.Min(InstantOf), ids.Max(InstantOf));
        var of = db.Crossings.AsNoTracking().Where(c => ids.Contains(c.Id));
        // Of a range that it does not know, PostgreSQL's plan thinks little, and reads all that was recorded between.
        var instants = ids.Select(InstantOf).Distinct().ToArray();
        of = db is PostgresBorderContext && instants.Length > 1 ? of.Where(c => instants.Contains(c.At)) : of.Where(c => c.At >= first && c.At <= last);
        var found = await of.ToDictionaryAsync(c => c.Id, cancellation);
        // A row of which the instant was changed stands elsewhere: it is changed, not gone.
        Guid[] missed = [.. ids.Where(id => !found.ContainsKey(id))];
        if (missed.Length > 0)
        {
            foreach (var elsewhere in await db.Crossings.AsNoTracking().Where(c => missed.Contains(c.Id)).ToListAsync(cancellation))
                found[elsewhere.Id] = elsewhere;
        }
        return found;
    }

    /// <summary>Makes the month of an instant and those that come; false where not all of them could be. Does nothing on SQLite.</summary>
    public static async Task<bool> MakeAheadAsync(BorderContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var month = 0; month <= Ahead; month++)
        {
            if (!await TryMakeAsync(db, First(now).AddMonths(month), cancellation))
                return false;
        }
        return true;
    }

    /// <summary>
    /// Makes the month of an instant where it is not there; does nothing on SQLite. What the default partition holds of it moves there. False where somebody
    /// read or wrote that partition for a second: all who come later wait behind who waits for it, so it is tried again and not waited for.
    /// </summary>
    public static async Task<bool> TryMakeAsync(BorderContext db, DateTimeOffset at, CancellationToken cancellation)
    {
        if (db is not PostgresBorderContext)
            return true;
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT border.make_crossings_month({at.ToUniversalTime()})", cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>How many crossings no month was made for, 1,000 where there are more; 0 on SQLite.</summary>
    public static async Task<long> OutsideAsync(BorderContext db, CancellationToken cancellation) => db is PostgresBorderContext
        ? (await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM border.crossings_default LIMIT 1000) AS stray").ToListAsync(cancellation))[0]
        : 0;

    /// <summary>The month's first instant.</summary>
    public static DateTimeOffset First(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Takes the keys of what is recorded into their own table.</summary>
    /// <param name="migration">Where the table has been made.</param>
    /// <param name="prefix">The schema with a dot, or nothing.</param>
    public static void KeepKeys(MigrationBuilder migration, string prefix) =>
        migration.Sql($"INSERT INTO {prefix}crossing_keys (node, idempotency_key, crossing_id) SELECT node, idempotency_key, id FROM {prefix}crossings;");

    /// <summary>
    /// PostgreSQL: turns the table into a partitioned one and moves its rows, whatever columns and indexes it has. Holds the table alone until the
    /// migration's transaction ends.
    /// </summary>
    public static void Partition(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE FUNCTION border.make_crossings_month(at timestamptz) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog SET lock_timeout = '1s' AS $f$
            DECLARE
              begins timestamptz := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
              ends timestamptz := (date_trunc('month', at AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
              name text := 'crossings_' || to_char(at AT TIME ZONE 'UTC', 'YYYY_MM');
            BEGIN
              IF to_regclass('border.' || name) IS NOT NULL THEN RETURN false; END IF;
              PERFORM pg_advisory_xact_lock(hashtext('rahdari-crossings-months'));
              IF to_regclass('border.' || name) IS NOT NULL THEN RETURN false; END IF;
              -- Attached and not made in its place: attaching keeps nobody from reading or writing the other months.
              EXECUTE format('CREATE TABLE border.%I (LIKE border.crossings INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
              -- Waits for whoever reads it, and everybody waits behind that: not for long.
              LOCK TABLE border.crossings_default IN ACCESS EXCLUSIVE MODE;
              EXECUTE format('WITH moved AS (DELETE FROM border.crossings_default c WHERE c.at >= %L AND c.at < %L RETURNING c.*) INSERT INTO border.%I SELECT * FROM moved', begins, ends, name);
              EXECUTE format('ALTER TABLE border.crossings ATTACH PARTITION border.%I FOR VALUES FROM (%L) TO (%L)', name, begins, ends);
              RETURN true;
            END $f$;
            """);
        migration.Sql(
            """
            DO $$
            DECLARE
              definitions text[];
              definition text;
              month timestamptz;
            BEGIN
              SELECT array_agg(pg_get_indexdef(indexrelid)) INTO definitions FROM pg_index WHERE indrelid = 'border.crossings'::regclass AND NOT indisprimary;
              ALTER TABLE border.crossings RENAME TO crossings_whole;
              CREATE TABLE border.crossings (LIKE border.crossings_whole INCLUDING DEFAULTS) PARTITION BY RANGE (at);
              CREATE TABLE border.crossings_default PARTITION OF border.crossings DEFAULT;
              FOR month IN SELECT DISTINCT date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' FROM border.crossings_whole LOOP
                PERFORM border.make_crossings_month(month);
              END LOOP;
              INSERT INTO border.crossings SELECT * FROM border.crossings_whole;
              DROP TABLE border.crossings_whole;
              ALTER TABLE border.crossings ADD CONSTRAINT pk_crossings PRIMARY KEY (id, at);
              FOREACH definition IN ARRAY coalesce(definitions, '{}') LOOP
                EXECUTE definition;
              END LOOP;
            END $$;
            """);
    }

    /// <summary>PostgreSQL: one table again.</summary>
    public static void Unite(MigrationBuilder migration) => migration.Sql(
        """
        DO $$
        DECLARE
          definitions text[];
          definition text;
        BEGIN
          SELECT array_agg(replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')) INTO definitions FROM pg_index WHERE indrelid = 'border.crossings'::regclass AND NOT indisprimary;
          ALTER TABLE border.crossings RENAME TO crossings_months;
          CREATE TABLE border.crossings (LIKE border.crossings_months INCLUDING DEFAULTS);
          INSERT INTO border.crossings SELECT * FROM border.crossings_months;
          DROP TABLE border.crossings_months;
          DROP FUNCTION border.make_crossings_month(timestamptz);
          ALTER TABLE border.crossings ADD CONSTRAINT pk_crossings PRIMARY KEY (id);
          FOREACH definition IN ARRAY coalesce(definitions, '{}') LOOP
            EXECUTE definition;
          END LOOP;
        END $$;
        """);
}
