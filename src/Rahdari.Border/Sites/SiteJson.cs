using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rahdari.Border.Sites;

/// <summary>
/// How a site's settings are written. Read by reflection: code generated for a record with required members sets every other one too, so that a setting that is left out would be nothing instead of its default.
/// </summary>
internal static class SiteJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };
}
