using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.National;

namespace Rahdari.Links.Messages;

/// <summary>How the messages of the links are written and read.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    UseStringEnumConverter = true,
    Converters = [typeof(PartialDateJson)],
    MaxDepth = 8)]
[JsonSerializable(typeof(SignedReceipt))]
[JsonSerializable(typeof(PortReport))]
[JsonSerializable(typeof(TopicRequest))]
[JsonSerializable(typeof(RevocationRequest))]
[JsonSerializable(typeof(HistoryRequest))]
[JsonSerializable(typeof(SignedHistory))]
[JsonSerializable(typeof(KnownHistory))]
internal sealed partial class LinkJson : JsonSerializerContext
{
    /// <summary>Reads bytes of any origin; null where they are too many, or no such message.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> bytes, int largest, JsonTypeInfo<T> type)
        where T : class
    {
        if (bytes.Length > largest)
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
