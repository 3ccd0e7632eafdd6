using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Casework.Shelter.Storage;

namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>That a row was written or deleted: its hash and nothing of what it says.</summary>
/// <param name="Table">Which rows.</param>
/// <param name="Key">Which of them.</param>
/// <param name="Hash">SHA-256 of the row in hexadecimal; null where it was deleted.</param>
internal sealed record RowFact(string Table, string Key, string? Hash)
{
    // A column that is added later is null in the rows before it, and leaves their hashes as they were signed.
    private static readonly JsonSerializerOptions Hashed = new(ShelterJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What names the row in the whole store.</summary>
    public string Name => $"{Table}/{Key}";

    public static RowFact Of(ShelterRow row, bool isDeleted) => new(TableOf(row.GetType()), row.Key(), isDeleted ? null : HashOf(row));

    public static string NameOf(ShelterRow row) => $"{TableOf(row.GetType())}/{row.Key()}";

    public static string NameOf<TRow>(string key)
        where TRow : ShelterRow => $"{TableOf(typeof(TRow))}/{key}";

    public static string HashOf(ShelterRow row) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType(), Hashed)));

    private static string TableOf(Type row) => row.Name[..^"Row".Length].ToLowerInvariant();
}
