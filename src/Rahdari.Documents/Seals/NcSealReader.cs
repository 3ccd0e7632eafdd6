using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>Reads seals for non-constrained environments (ICAO VDS-NC). Pure and thread-safe; any bytes are answered.</summary>
public static class NcSealReader
{
    /// <summary>More than any barcode carries.</summary>
    public const int LargestBytes = 8192;

    // The same name twice would let a signer say one thing and a reader see another.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 12, AllowDuplicateProperties = false };

    /// <summary>Whether bytes may be such a seal: a JSON object with the parts of one.</summary>
    public static bool IsSeal(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= LargestBytes && bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && bytes.IndexOf("\"sigvl\""u8) >= 0 && bytes.IndexOf("\"hdr\""u8) >= 0;

    /// <summary>Reads the bytes of a barcode.</summary>
    public static NcSealReading Read(ReadOnlyMemory<byte> barcode)
    {
        if (barcode.Length > LargestBytes)
            return Broken(LargestBytes, "length");
        try
        {
            using var json = JsonDocument.Parse(barcode, Strict);
            return Read(json.RootElement);
        }
        catch (JsonException malformed)
        {
            return Broken((malformed.LineNumber ?? 0) == 0 ? (int)(malformed.BytePositionInLine ?? 0) : 0, "JSON");
        }
        catch (InvalidOperationException) // Half of a surrogate pair stands in a text, which only its reading finds.
        {
            return Broken(0, "text");
        }
    }

    private static NcSealReading Read(JsonElement root)
    {
        if (Part(root, "data") is not { } data || Part(data, "hdr") is not { } header || Part(data, "msg") is not { } message || Part(root, "sig") is not { } signature)
            return Broken(0, "data, hdr, msg, sig");
        if (Text(header, "t") is not { } kind)
            return Broken(0, "hdr.t");
        if (Text(header, "is") is not { Length: > 0 and <= 3 } state)
            return Broken(0, "hdr.is");
        if (!header.TryGetProperty("v", out var number) || number.ValueKind != JsonValueKind.Number || number.GetDouble() is not (>= 0 and <= 1000 and var version))
            return Broken(0, "hdr.v");
        if (Text(signature, "alg") is not { } algorithm)
            return Broken(0, "sig.alg");
        if (Decode(Text(signature, "sigvl")) is not { Length: > 0 } signed)
            return Broken(0, "sig.sigvl");
        if (Decode(Text(signature, "cer")) is not { } encoded || SigningCertificate.Read(encoded) is not { } signer)
            return Broken(0, "sig.cer");
        if (CanonicalJson.Of(data) is not { } canonical)
            return Broken(0, "data");
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(message, "", said);
        var seal = new NcSeal
        {
            Kind = kind,
            Version = (int)version,
            IssuingState = state,
            Message = said,
            Algorithm = algorithm,
            Signer = signer,
            SignedBytes = canonical,
            Signature = signed,
        };
        return new NcSealReading(seal, NcKinds.IsKnown(kind) ? [] : [SealRules.KindUnknown.Found(null, kind)]);
    }

    private static NcSealReading Broken(int position, string part) => new(null, [SealRules.JsonInvalid.Found(null, (position + 1).ToString(CultureInfo.InvariantCulture), part)]);

    private static JsonElement? Part(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() : null;

    /// <summary>Base64 in the alphabet for addresses (RFC 4648 §5); some issuers pad it, some write the other alphabet.</summary>
    private static byte[]? Decode(string? text)
    {
        if (text is null)
            return null;
        var plain = text.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        if (!Base64Url.IsValid(plain, out var length))
            return null;
        var bytes = new byte[length];
        return Base64Url.TryDecodeFromChars(plain, bytes, out var written) ? bytes[..written] : null;
    }

    private static void Flatten(JsonElement element, string path, Dictionary<string, string> said)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var part in element.EnumerateObject())
                    Flatten(part.Value, Join(path, part.Name), said);
                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var part in element.EnumerateArray())
                    Flatten(part, Join(path, (place++).ToString(CultureInfo.InvariantCulture)), said);
                break;
            case JsonValueKind.String:
                said[path] = element.GetString()!;
                break;
            default:
                said[path] = element.GetRawText();
                break;
        }
    }

    private static string Join(string path, string part) => path.Length == 0 ? part : $"{path}.{part}";
}
