using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Rahdari.Border.Storage;

/// <summary>Writes many rows of one table in the transaction under way: PostgreSQL by binary COPY, SQLite by one prepared statement. What columns there are the model says.</summary>
internal static class BulkRows
{
    public static async Task InsertAsync<T>(BorderContext db, IReadOnlyList<T> rows, CancellationToken cancellation)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var entity = db.Model.FindEntityType(typeof(T))!;
        var helper = db.GetService<ISqlGenerationHelper>();
        var table = helper.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
        Column[] columns = [.. entity.GetProperties().Select(p => new Column(p, helper.DelimitIdentifier(p.GetColumnName())))];
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await CopyAsync(postgres, table, columns, rows, cancellation);
        else
            Insert((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), table, columns, rows, cancellation);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, Column[] columns, IReadOnlyList<T> rows, CancellationToken cancellation)
        where T : class
    {
        var content = new CopyBuffer();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} ({string.Join(", ", columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            content.Row(columns.Length);
            foreach (var column in columns)
                content.Value(column.Of(row));
            // The server takes in what it has while the next rows are made.
            if (content.IsFull)
                await copy.WriteAsync(content.Take(), cancellation);
        }
        await copy.WriteAsync(content.Complete(), cancellation);
    }

    private static void Insert<T>(SqliteConnection connection, SqliteTransaction transaction, string table, Column[] columns, IReadOnlyList<T> rows, CancellationToken cancellation)
        where T : class
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names of the model alone.
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        SqliteParameter[] parameters = [.. columns.Select((_, i) => new SqliteParameter { ParameterName = $"$p{i}" })];
        command.Parameters.AddRange(parameters);
        command.Prepare();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
                parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;

        public object? Of(object row)
        {
            var value = getter.GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
