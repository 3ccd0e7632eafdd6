using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Storage;

namespace Rahdari.Node.Api;

/// <summary>How the API writes JSON: camel case, words for enumerations, ISO 8601 for dates, partial ones included.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new PartialDateJson());
        options.Converters.Add(new DateSpanJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
