using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using Rahdari.Border.Sites;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;

namespace Rahdari.Training.Storage;

/// <summary>
/// The lessons of a training site, in two files beside its database that only its owner can read: <c>lessons.db</c> with what trainees are shown and their marks, and
/// <c>truth.db</c> with what is true, which is read when a decision is marked and never else. The counter's own database knows of neither. Thread-safe.
/// </summary>
internal sealed class TrainingStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly string lessons;
    private readonly string truth;

    public TrainingStore(SiteFolder site)
    {
        if (!site.IsOfTraining)
            throw new ArgumentException("Lessons are held at a training site alone.", nameof(site));
        (lessons, truth) = (At(site, "lessons.db"), At(site, "truth.db"));
        Do(lessons, """
            CREATE TABLE IF NOT EXISTS lesson (number INTEGER PRIMARY KEY, made_at INTEGER NOT NULL, limit_seconds INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS traveller (lesson INTEGER NOT NULL, trainee TEXT NOT NULL, position INTEGER NOT NULL, shown TEXT NOT NULL, came_at INTEGER, decided_at INTEGER, mark TEXT,
                PRIMARY KEY (lesson, trainee, position)) WITHOUT ROWID;
            """);
        Do(truth, """
            CREATE TABLE IF NOT EXISTS truth (lesson INTEGER NOT NULL, trainee TEXT NOT NULL, position INTEGER NOT NULL, scenario TEXT NOT NULL, chip TEXT,
                PRIMARY KEY (lesson, trainee, position)) WITHOUT ROWID;
            """);
    }

    /// <summary>The number of the newest lesson; 0 where there was none.</summary>
    public int Newest() => Read(lessons, "SELECT coalesce(max(number), 0) FROM lesson", row => row.GetInt32(0)).Single();

    /// <summary>Keeps a lesson: the truth first, so that nobody meets a traveller of whom nothing is true. What a preparation of this number left that was stopped is deleted before.</summary>
    public void Keep(int number, DateTimeOffset at, int limitSeconds, IReadOnlyList<LessonTraveller> travellers)
    {
        Do(truth, "DELETE FROM truth WHERE lesson = $lesson", ("$lesson", number));
        Do(lessons, "DELETE FROM traveller WHERE lesson = $lesson", ("$lesson", number));
        Insert(truth, "INSERT INTO truth VALUES ($lesson, $trainee, $position, $scenario, $chip)", travellers.Select(one => new (string, object?)[]
        {
            ("$lesson", number), ("$trainee", one.Trainee), ("$position", one.Shown.Position),
            ("$scenario", JsonSerializer.Serialize(one.Truth, Json)), ("$chip", one.Chip is null ? null : JsonSerializer.Serialize(one.Chip, Json)),
        }));
        Insert(lessons, "INSERT INTO traveller (lesson, trainee, position, shown) VALUES ($lesson, $trainee, $position, $shown)", travellers.Select(one => new (string, object?)[]
        {
            ("$lesson", number), ("$trainee", one.Trainee), ("$position", one.Shown.Position), ("$shown", JsonSerializer.Serialize(one.Shown, Json)),
        }));
        Do(lessons, "INSERT INTO lesson VALUES ($number, $at, $limit)", ("$number", number), ("$at", at.ToUnixTimeMilliseconds()), ("$limit", limitSeconds));
    }

    /// <summary>Lessons by number.</summary>
    public IReadOnlyList<(int Number, DateTimeOffset MadeAt, int LimitSeconds)> Lessons() => Read(
        lessons, "SELECT number, made_at, limit_seconds FROM lesson ORDER BY number", row => (row.GetInt32(0), Instant(row.GetInt64(1)), row.GetInt32(2)));

    /// <summary>What a trainee is shown in a lesson, with the marks so far, in order.</summary>
    public IReadOnlyList<QueuedTraveller> Queue(int lesson, string? trainee) => Read(
        lessons,
        "SELECT lesson, trainee, position, shown, came_at, decided_at, mark FROM traveller WHERE lesson = $lesson AND ($trainee IS NULL OR trainee = $trainee) ORDER BY trainee, position",
        row => new QueuedTraveller(
            row.GetInt32(0),
            row.GetString(1),
            JsonSerializer.Deserialize<ShownTraveller>(row.GetString(3), Json)!,
            row.IsDBNull(4) ? null : Instant(row.GetInt64(4)),
            row.IsDBNull(5) ? null : Instant(row.GetInt64(5)),
            row.IsDBNull(6) ? null : JsonSerializer.Deserialize<Mark>(row.GetString(6), Json)),
        ("$lesson", lesson),
        ("$trainee", trainee));

    /// <summary>Notes when a traveller came before the trainee; the first time counts.</summary>
    public void Come(int lesson, string trainee, int position, DateTimeOffset at) => Do(
        lessons,
        "UPDATE traveller SET came_at = $at WHERE lesson = $lesson AND trainee = $trainee AND position = $position AND came_at IS NULL",
        ("$at", at.ToUnixTimeMilliseconds()),
        ("$lesson", lesson),
        ("$trainee", trainee),
        ("$position", position));

    /// <summary>Keeps a mark; false where there is one already.</summary>
    public bool Mark(int lesson, string trainee, Mark mark, DateTimeOffset at) => Do(
        lessons,
        "UPDATE traveller SET mark = $mark, decided_at = $at WHERE lesson = $lesson AND trainee = $trainee AND position = $position AND mark IS NULL",
        ("$mark", JsonSerializer.Serialize(mark, Json)),
        ("$at", at.ToUnixTimeMilliseconds()),
        ("$lesson", lesson),
        ("$trainee", trainee),
        ("$position", mark.Position)) == 1;

    /// <summary>What is true of a traveller.</summary>
    public Scenario Truth(int lesson, string trainee, int position) => Read(
        truth,
        "SELECT scenario FROM truth WHERE lesson = $lesson AND trainee = $trainee AND position = $position",
        row => JsonSerializer.Deserialize<Scenario>(row.GetString(0), Json)!,
        ("$lesson", lesson),
        ("$trainee", trainee),
        ("$position", position)).Single();

    /// <summary>The chips of every document of a lesson.</summary>
    public IReadOnlyList<LessonChip> Chips(int lesson) => Read(
        truth, "SELECT chip FROM truth WHERE lesson = $lesson AND chip IS NOT NULL", row => JsonSerializer.Deserialize<LessonChip>(row.GetString(0), Json)!, ("$lesson", lesson));

    private static string At(SiteFolder site, string name) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(site.FullPath, name), Pooling = false }.ToString();

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(file);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, IEnumerable<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement stands in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static int Do(string file, string sql, params (string Name, object? Value)[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    private static void Insert(string file, string sql, IEnumerable<(string Name, object? Value)[]> rows)
    {
        using var connection = Open(file);
        using var transaction = connection.BeginTransaction();
        foreach (var row in rows)
        {
            using var command = Command(connection, sql, row);
            command.Transaction = transaction;
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static List<T> Read<T>(string file, string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
