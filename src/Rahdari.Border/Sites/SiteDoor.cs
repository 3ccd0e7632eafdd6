using System.Buffers.Binary;
using System.Collections;
using Microsoft.Data.Sqlite;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Sites;

/// <summary>Keeps the kinds of sites apart where one is opened: by its settings, by its database, and by what its machine names.</summary>
internal static class SiteDoor
{
    /// <summary>SQLite's application id of a training site's database: <c>RTRN</c>. It stands in the file's header, and copies keep it.</summary>
    private const int TrainingMark = 0x5254524E;

    // https://www.sqlite.org/fileformat2.html §1.3: the application id, big-endian.
    private const int MarkAt = 68;

    /// <summary>The rule that forbids to open the site as of this kind, or null.</summary>
    public static Finding? Refuse(string folder, SiteSettings settings, SiteKind kind)
    {
        if (settings.Kind != kind)
            return (kind == SiteKind.Training ? BorderRule.SiteOfService : BorderRule.SiteOfTraining).Broken(null, ("folder", folder));
        return kind == SiteKind.Training ? Linked() : null;
    }

    /// <summary>The rule that forbids to use the database file for a site of this kind, or null. Whoever changes the settings of a site has not changed its database.</summary>
    public static Finding? RefuseDatabase(string file, SiteKind kind)
    {
        var isOfTraining = ReadMark(file) == TrainingMark;
        return isOfTraining == (kind == SiteKind.Training) ? null : BorderRule.SiteDatabaseOfOtherKind.Broken(null, ("file", file));
    }

    /// <summary>A training site's machine names no database of anybody: who names one believes that it is used.</summary>
    public static Finding? Linked() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(variable => variable.Key is string name && name.StartsWith("RAHDARI_", StringComparison.Ordinal) && name.EndsWith("DATABASE", StringComparison.Ordinal) && variable.Value is string { Length: > 0 })
        .Select(variable => (string)variable.Key).Order(StringComparer.Ordinal).FirstOrDefault() is { } variable
            ? BorderRule.TrainingLinked.Broken(null, ("variable", variable))
            : null;

    /// <summary>Makes the empty database of a training site, marked before anything is in it.</summary>
    public static void MakeTrainingDatabase(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA application_id = {TrainingMark};";
        command.ExecuteNonQuery();
    }

    /// <summary>The mark in the header; 0 where there is no file, or none yet.</summary>
    private static int ReadMark(string file)
    {
        if (!File.Exists(file))
            return 0;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[MarkAt + sizeof(int)];
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length ? BinaryPrimitives.ReadInt32BigEndian(header[MarkAt..]) : 0;
    }
}
