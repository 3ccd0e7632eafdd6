using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rahdari.Border.Sites;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(SiteSettings))]
internal sealed partial class SiteJson : JsonSerializerContext;
