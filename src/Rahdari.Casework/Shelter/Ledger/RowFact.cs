using System.Security.Cryptography;
using System.Text.Json;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>That a row was written or deleted: its hash and nothing of what it says.</summary>
/// <param name="Table">Which rows.</param>
/// <param name="Key">Which of them.</param>
/// <param name="Hash">SHA-256 of the row in hexadecimal; null where it was deleted.</param>
internal sealed record RowFact(string Table, string Key, string? Hash)
{
    /// <summary>What names the row in the whole store.</summary>
    public string Name => $"{Table}/{Key}";

    public static RowFact Of(ShelterRow row, bool isDeleted) => new(TableOf(row), row.Key(), isDeleted ? null : HashOf(row));

    public static string NameOf(ShelterRow row) => $"{TableOf(row)}/{row.Key()}";

    public static string HashOf(ShelterRow row) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType(), ShelterJson.Options)));

    private static string TableOf(ShelterRow row) => row.GetType().Name[..^"Row".Length].ToLowerInvariant();
}
