using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Permissions;

/// <summary>A permission as one object of JSON, with the properties of <see cref="IssuedPermission"/> in camel case.</summary>
internal static class PermissionJsonLine
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 4,
        Converters = { new PartialDateJson() },
    };

    private static readonly string[] Required =
    [
        "authority", "number", "class", "issuingState", "documentNumber", "nationality", "primaryIdentifier", "secondaryIdentifier", "dateOfBirth", "validFrom", "validUntil",
    ];

    public static PermissionLine Read(ReadOnlyMemory<byte> utf8, string name, long line)
    {
        try
        {
            return JsonSerializer.Deserialize<IssuedPermission>(utf8.Span, Strict) is { } permission ? PermissionFile.Checked(permission, name, line) : PermissionFile.Invalid("$", "null", name, line);
        }
        catch (JsonException malformed)
        {
            return Wrong(utf8, malformed, name, line);
        }
    }

    /// <summary>Which property is wrong, where the line is JSON at all.</summary>
    private static PermissionLine Wrong(ReadOnlyMemory<byte> utf8, JsonException malformed, string name, long line)
    {
        var errors = new ListErrors();
        using var document = JsonText.Parse(utf8, name, line, errors);
        if (document is null)
            return PermissionFile.Rejected(errors.First);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return PermissionFile.Invalid("$", document.RootElement.GetRawText(), name, line);
        try
        {
            if (Array.Find(Required, property => !document.RootElement.TryGetProperty(property, out _)) is { } missing)
                return PermissionFile.Invalid(missing, "null", name, line);
            var field = (malformed.Path ?? "$").Split('.', 2) is [_, var path] ? path.Split('[')[0] : "$";
            return PermissionFile.Invalid(field, document.RootElement.TryGetProperty(field, out var value) ? value.GetRawText() : "?", name, line);
        }
        catch (InvalidOperationException)
        {
            // The name of a property has half a character in it.
            return PermissionFile.Rejected(JsonText.Malformed(malformed, name, line));
        }
    }
}
