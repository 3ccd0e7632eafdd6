using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Rahdari.Casework.Htcds;

/// <summary>
/// Writes cases as JSON: a property for each field that is told, by its name in the standard and in the standard's order, options as an array, repeated groups as arrays of objects. The same cases give the
/// same bytes. Thread-safe.
/// </summary>
public static class HtcdsJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>One case as a line, without its end.</summary>
    public static string Written(HtcdsCase one)
    {
        using var to = new MemoryStream();
        Write(to, [one]);
        return Encoding.UTF8.GetString(to.GetBuffer(), 0, (int)to.Length).TrimEnd('\n');
    }

    /// <summary>Writes cases one after the other; holds one at a time.</summary>
    /// <param name="to">Where to; stays open.</param>
    /// <param name="cases">What.</param>
    /// <param name="form">A line each, or one array.</param>
    /// <param name="names">By which names.</param>
    public static void Write(Stream to, IEnumerable<HtcdsCase> cases, HtcdsJsonForm form = HtcdsJsonForm.Lines, HtcdsNames names = HtcdsNames.Standard)
    {
        using var json = new Utf8JsonWriter(to, Options);
        if (form == HtcdsJsonForm.Document)
            to.Write("["u8);
        var first = true;
        foreach (var told in cases)
        {
            if (form == HtcdsJsonForm.Document)
                to.Write(first ? "\n"u8 : ",\n"u8);
            first = false;
            json.Reset();
            Write(json, told, names);
            json.Flush();
            if (form == HtcdsJsonForm.Lines)
                to.Write("\n"u8);
        }
        if (form == HtcdsJsonForm.Document)
            to.Write("\n]\n"u8);
    }

    private static void Write(Utf8JsonWriter json, HtcdsCase told, HtcdsNames names)
    {
        json.WriteStartObject();
        WriteFields(json, told.Main, names);
        foreach (var group in HtcdsCase.Repeated.Where(group => told[group].Count > 0))
        {
            json.WriteStartArray(HtcdsCase.NameOf(group));
            foreach (var record in told[group])
            {
                json.WriteStartObject();
                WriteFields(json, record, names);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, HtcdsRecord record, HtcdsNames names)
    {
        foreach (var field in HtcdsStandard.FieldsOf(record.Group))
        {
            if (!record.Values.TryGetValue(field.Name, out var value))
                continue;
            json.WritePropertyName(field.NameIn(names));
            switch (field.Type)
            {
                case HtcdsType.Whole or HtcdsType.Number:
                    json.WriteRawValue(value);
                    break;
                case HtcdsType.Flag:
                    json.WriteBooleanValue(value == "true");
                    break;
                case HtcdsType.Many or HtcdsType.OpenMany:
                    json.WriteStartArray();
                    foreach (var option in value.Split(' '))
                        json.WriteStringValue(option);
                    json.WriteEndArray();
                    break;
                default:
                    json.WriteStringValue(value);
                    break;
            }
        }
        foreach (var (name, value) in record.Extra)
            json.WriteString(name, value);
    }
}
