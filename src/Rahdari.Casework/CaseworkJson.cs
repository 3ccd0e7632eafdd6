using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullBeAbsent } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What is null is not written, so what may be null may be absent.</summary>
    private static void LetNullBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: true })
                property.IsRequired = false;
        }
    }
}
