using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rahdari.Casework;

/// <summary>How casework's facts are written as JSON: camel case, enumerations by name; an unknown member or name is an error.</summary>
public static class CaseworkJson
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Made(JsonUnmappedMemberHandling.Disallow);

    private static readonly JsonSerializerOptions Signed = Made(JsonUnmappedMemberHandling.Skip);

    /// <summary>What was signed, without its salt; null where the payload is no such thing.</summary>
    internal static T? ReadSigned<T>(string payload)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(payload, Signed);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Made(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = unmapped,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 16,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
