using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Api;

/// <summary>How the API reads and writes JSON: camel case, words for enumerations, ISO 8601 for dates, partial ones included.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new PartialDateJson());
        options.Converters.Add(new DateSpanJson());
        options.Converters.Add(new JsonStringEnumConverter<MrzFormat>(namingPolicy: null, allowIntegerValues: false)); // TD3 is its name, not a word.
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        // What a record requires, a body must hold: absent or null is refused before any code sees it.
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowOutOfOrderMetadataProperties = true; // The kind of a fact need not be its first member.
        options.NumberHandling = JsonNumberHandling.Strict;
    }
}
