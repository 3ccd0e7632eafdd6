using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rahdari.Casework.Shelter;

/// <summary>How what victims told is written as JSON, sealed and exported: as casework's facts, with every member, also where it says nothing.</summary>
public static class ShelterJson
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(CaseworkJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
