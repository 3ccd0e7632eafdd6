using Npgsql;
using NpgsqlTypes;
using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Peers;

/// <summary>PostgreSQL's pg_trgm: names that share three-letter pieces, through a GIN index, by similarity.</summary>
/// <param name="connection">Of a server that belongs to this run.</param>
/// <param name="bySound">True where fuzzystrmatch's double metaphone of the parts is compared too, and the larger of both counts.</param>
internal sealed class PostgresTrigrams(string connection, bool bySound) : IPeer
{
    private const string ByTrigrams = "select person, max(similarity(name, $1))::float8 as score from names where name % $1 group by person order by score desc, person limit 200";

    // Common parts and their sounds are shared by thousands: only the shares of sounds in common count, of at least two in three.
    private const string ByBoth = """
        with asked as (select $1::text as name, array(select distinct dmetaphone(part) from unnest(string_to_array($1, ' ')) part) as sounds),
        near as (select person, names.name, names.sounds from names where name % $1
            union select person, names.name, names.sounds from names, asked where names.sounds && asked.sounds)
        select person, max(greatest(similarity(near.name, asked.name), 0.9 * shared.number / greatest(1, cardinality(near.sounds) + cardinality(asked.sounds) - shared.number)))::float8 as score
        from near, asked, lateral (select count(*)::float8 as number from unnest(near.sounds) sound where sound = any(asked.sounds)) shared
        group by person order by score desc, person limit 200
        """;

    private readonly NpgsqlDataSource source = Source(connection);
    private string version = "";

    public string Name => bySound ? "pg_trgm and dmetaphone" : "pg_trgm";

    public string Description => bySound
        ? $"PostgreSQL {version}, pg_trgm and fuzzystrmatch: the larger of the similarity and nine tenths of the Jaccard index of the parts' sounds, GIN indexes on both"
        : $"PostgreSQL {version}, pg_trgm: GIN index, `name % $1` at its threshold of 0.3, by similarity";

    public bool IsSampled => bySound;

    public void Load(IEnumerable<ListedPerson> persons)
    {
        using var open = source.OpenConnection();
        version = open.PostgreSqlVersion.ToString();
        Run(open, "create extension if not exists pg_trgm; create extension if not exists fuzzystrmatch; drop table if exists names; create unlogged table names (person int not null, name text not null)");
        using (var copy = open.BeginBinaryImport("copy names (person, name) from stdin (format binary)"))
        {
            var number = 0;
            foreach (var person in persons)
            {
                foreach (var name in person.Names)
                {
                    copy.StartRow();
                    copy.Write(number, NpgsqlDbType.Integer);
                    copy.Write(PlainName.Of(name.Text), NpgsqlDbType.Text);
                }
                number++;
            }
            copy.Complete();
        }
        Run(open, "create index on names using gin (name gin_trgm_ops)");
        if (bySound)
        {
            Run(open, "alter table names add sounds text[]; update names set sounds = array(select distinct dmetaphone(part) from unnest(string_to_array(name, ' ')) part); create index on names using gin (sounds)");
        }
        Run(open, "vacuum analyze names");
    }

    public IReadOnlyList<Scored> Best(string name)
    {
        using var open = source.OpenConnection();
        using var command = new NpgsqlCommand(bySound ? ByBoth : ByTrigrams, open);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, PlainName.Of(name));
        command.Prepare();
        using var rows = command.ExecuteReader();
        var found = new List<Scored>();
        while (rows.Read())
            found.Add(new Scored(rows.GetInt32(0), rows.GetDouble(1)));
        return found;
    }

    public void Dispose() => source.Dispose();

    private static NpgsqlDataSource Source(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 3600, MaxPoolSize = 8, NoResetOnClose = true };
        return NpgsqlDataSource.Create(settings);
    }

    private static void Run(NpgsqlConnection open, string text)
    {
        using var command = new NpgsqlCommand(text, open);
        command.ExecuteNonQuery();
    }
}
