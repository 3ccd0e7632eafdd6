using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Rahdari.Border.Ledger;

/// <summary>A row beside the fact that was signed of it.</summary>
internal static class SignedFact
{
    /// <summary>The names of what differs; none where the payload is no JSON, which the chain tells.</summary>
    public static string[] Differing<T>(string payload, T row, JsonTypeInfo<T> type)
        where T : class
    {
        JsonObject? signed;
        try
        {
            signed = JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return [];
        }
        // Only what was signed counts: a later version of the table may have columns that this record did not know.
        var stored = JsonSerializer.SerializeToNode(row, type)!.AsObject();
        var names = (signed ?? []).Select(p => p.Key).Concat(stored.Select(p => p.Key)).Distinct(StringComparer.Ordinal);
        return [.. names.Where(name => name != LedgerChain.Salt && !JsonNode.DeepEquals(signed?[name], stored[name]))];
    }
}
