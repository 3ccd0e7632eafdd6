using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Output;

/// <summary>How values are written as JSON: camelCase names and words, dates as ISO 8601-2 text.</summary>
internal static class JsonForm
{
    /// <summary>For standard output, never for a web page: a zone's fillers and Urdu stay readable.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            // TD3 and MRVA are names of the standard, not words.
            new JsonStringEnumConverter<MrzFormat>(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new PartialDateText(),
            new DateSpanText(),
        },
    };

    private sealed class PartialDateText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("No date.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class DateSpanText : JsonConverter<DateSpan>
    {
        public override DateSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateSpan.TryParse(reader.GetString(), out var span) ? span : throw new JsonException("No date span.");

        public override void Write(Utf8JsonWriter writer, DateSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
