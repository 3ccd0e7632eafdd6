using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rahdari.Documents.Seals;

/// <summary>JSON in the one form that is signed (RFC 8785). Pure.</summary>
internal static class CanonicalJson
{
    /// <summary>The form, as UTF-8; null where a number has none.</summary>
    public static byte[]? Of(JsonElement element)
    {
        var text = new StringBuilder();
        return Write(element, text) ? Encoding.UTF8.GetBytes(text.ToString()) : null;
    }

    private static bool Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                // By UTF-16 code units (§3.2.3), as the ordinal order of strings here is.
                return Sequence('{', '}', element.EnumerateObject().OrderBy(part => part.Name, StringComparer.Ordinal), text, part =>
                {
                    Write(part.Name, text);
                    text.Append(':');
                    return Write(part.Value, text);
                });
            case JsonValueKind.Array:
                return Sequence('[', ']', element.EnumerateArray(), text, part => Write(part, text));
            case JsonValueKind.String:
                Write(element.GetString()!, text);
                return true;
            case JsonValueKind.Number:
                return element.TryGetDouble(out var number) && Write(number, text);
            default:
                text.Append(element.GetRawText()); // true, false, null
                return true;
        }
    }

    private static bool Sequence<T>(char open, char close, IEnumerable<T> parts, StringBuilder text, Func<T, bool> write)
    {
        text.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            if (!first)
                text.Append(',');
            first = false;
            if (!write(part))
                return false;
        }
        text.Append(close);
        return true;
    }

    /// <summary>§3.2.2.2: only what must be escaped is.</summary>
    private static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append(@"\b"),
                '\t' => text.Append(@"\t"),
                '\n' => text.Append(@"\n"),
                '\f' => text.Append(@"\f"),
                '\r' => text.Append(@"\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }

    /// <summary>§3.2.2.3: as ECMAScript writes a number (ECMA-262 §6.1.6.1.20), from the same shortest digits.</summary>
    private static bool Write(double number, StringBuilder text)
    {
        if (!double.IsFinite(number))
            return false;
        if (number == 0)
        {
            text.Append('0'); // Negative zero too.
            return true;
        }
        if (number < 0)
            text.Append('-');
        // Before the exponent stand digits with a point somewhere: 123.4, 0.001, 1.5E-07.
        var parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var whole = parts[0].Split('.')[0];
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.Trim('0');
        // The number is 0.digits × 10^point.
        var point = whole.Length - (all.Length - all.TrimStart('0').Length) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        _ = point switch
        {
            _ when digits.Length <= point && point <= 21 => text.Append(digits).Append('0', point - digits.Length),
            > 0 and <= 21 => text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point),
            > -6 and <= 0 => text.Append("0.").Append('0', -point).Append(digits),
            _ => text.Append(digits[0]).Append(digits.Length > 1 ? "." : "").Append(digits, 1, digits.Length - 1).Append('e').Append(point > 0 ? "+" : "-").Append(Math.Abs(point - 1)),
        };
        return true;
    }
}
