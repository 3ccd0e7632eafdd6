using System.Text;
using System.Text.Json;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>What every mapping of a table can say, and how it is told what is wrong with one: whatever it says that nothing is known of is an error, for a slip of the pen would lose a column.</summary>
internal sealed class MappingJson(string file, ListErrors errors)
{
    /// <summary>Reads a mapping, a JSON file of some lines; null where it cannot be used, the errors are told.</summary>
    /// <param name="file">For errors.</param>
    /// <param name="json">The file.</param>
    /// <param name="largest">Bytes.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="mapping">Makes the mapping of the file's root.</param>
    public static T? Read<T>(string file, ReadOnlyMemory<byte> json, int largest, ListErrors errors, Func<MappingJson, JsonElement, T?> mapping)
        where T : class
    {
        if (json.Length > largest)
        {
            errors.Add(ListRule.FileTooLarge.Broken(file, 0, 0, null, ("entries", 1), ("size", largest)));
            return null;
        }
        using var document = JsonText.Parse(json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json, file, 1, errors);
        if (document is null)
            return null;
        try
        {
            var read = mapping(new MappingJson(file, errors), document.RootElement);
            return errors.Any ? null : read;
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character, which is the only thing that a parsed text can still lack.
            errors.Add(ListRule.TextInvalid.Broken(file, 0, 0, null));
            return null;
        }
    }

    /// <summary>What divides the columns of a CSV; null where it says none.</summary>
    public char? Delimiter(JsonElement json)
    {
        if (!json.TryGetProperty("delimiter", out var value))
            return null;
        // Not cleaned: a tab is one.
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (text is [var one] && char.IsAscii(one) && !char.IsLetterOrDigit(one) && one is not ('"' or '\r' or '\n' or '\0' or ' '))
            return one;
        Wrong("delimiter", text, ", ; \\t |");
        return null;
    }

    /// <summary>How its bytes are letters; null where it says nothing.</summary>
    public Encoding? EncodingOf(JsonElement json)
    {
        var name = JsonText.Text(json, "encoding");
        if (name.Length == 0)
            return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            Wrong("encoding", name, "utf-8, windows-1256, windows-1252");
            return null;
        }
    }

    /// <summary>How dates are written.</summary>
    public List<DateForm> Dates(JsonElement json)
    {
        var forms = new List<DateForm>();
        foreach (var text in JsonText.Texts(json, "dates"))
        {
            if (DateForm.Create(text) is { } form)
                forms.Add(form);
            else
                Wrong("dates", text, "dd/MM/yyyy, MM/yyyy, yyyy");
        }
        return forms;
    }

    /// <summary>True of an object; what else than is known stands in it is told.</summary>
    public bool IsObject(JsonElement value, string? field, string[]? known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(ListRule.JsonShape.Broken(file, 0, 0, field, ("found", value.ValueKind), ("expected", JsonValueKind.Object)));
            return false;
        }
        foreach (var name in value.EnumerateObject().Select(p => p.Name).Where(n => known is not null && !known.Contains(n)))
            errors.Add(ListRule.MappingUnknown.Broken(file, 0, 0, field, ("found", name), ("expected", string.Join(", ", known!))));
        return true;
    }

    /// <summary>A value that is none.</summary>
    public void Wrong(string field, string found, string expected) =>
        errors.Add(ListRule.MappingValue.Broken(file, 0, 0, field, ("found", found.Length == 0 ? "–" : found), ("expected", expected)));
}
