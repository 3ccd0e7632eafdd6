using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Watchlists;

/// <summary>How an entry is stored and hashed: camel case, enumerations by name, dates in ISO 8601-2.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PartialDateJson), typeof(DateSpanJson)])]
[JsonSerializable(typeof(WatchlistEntry))]
internal sealed partial class WatchlistJson : JsonSerializerContext;
