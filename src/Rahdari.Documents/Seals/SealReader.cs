using System.Globalization;
using System.Text;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Seals;

/// <summary>Reads visible digital seals (Doc 9303-13 §2). Pure and thread-safe; any bytes are answered.</summary>
public static class SealReader
{
    /// <summary>More than any barcode carries.</summary>
    private const int LargestBytes = 4096;

    private const byte Magic = 0xDC, SignatureTag = 0xFF;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether bytes may be a seal: they begin as one.</summary>
    public static bool IsSeal(ReadOnlySpan<byte> bytes) => bytes is [Magic, ..];

    /// <summary>Reads the bytes of a barcode.</summary>
    public static SealReading Read(ReadOnlyMemory<byte> barcode)
    {
        var bytes = barcode.Span;
        if (!IsSeal(bytes) || bytes.Length > LargestBytes)
            return Broken(0);
        if (bytes.Length < 2 || bytes[1] is not (0x02 or 0x03))
            return new SealReading(null, [SealRules.Version.Found(null, bytes.Length < 2 ? "-" : $"{bytes[1] + 1}")]);
        var version = bytes[1] + 1;
        if (bytes.Length < 18 || C40.Decode(bytes[2..4]) is not { } state)
            return Broken(2);
        if (Signer(bytes, version) is not { } signer)
            return Broken(4);
        var at = signer.End;
        if (at + 8 > bytes.Length)
            return Broken(at);
        var findings = new List<Finding>();
        var (issued, signed) = (Date(bytes[at..], nameof(Seal.IssuedOn), findings), Date(bytes[(at + 3)..], nameof(Seal.SignedOn), findings));
        var reference = Convert.ToHexStringLower(bytes.Slice(at + 6, 2));
        var profile = SealProfile.Find(reference);
        if (profile is null)
            findings.Add(SealRules.ProfileUnknown.Found(null, reference));
        at += 8;
        var features = new List<SealFeature>();
        while (at < bytes.Length && bytes[at] != SignatureTag)
        {
            if (Length(bytes, at + 1) is not { } feature || feature.Start + feature.Length > bytes.Length)
                return Broken(at);
            features.Add(Feature(bytes[at], barcode.Slice(feature.Start, feature.Length), profile, findings));
            at = feature.Start + feature.Length;
        }
        if (at >= bytes.Length || Length(bytes, at + 1) is not { } signature || signature.Start + signature.Length > bytes.Length || signature.Length == 0)
            return Broken(at);
        foreach (var missing in profile?.Tags.Where(tag => tag.Value.IsRequired && features.All(feature => feature.Tag != tag.Key)) ?? [])
            findings.Add(SealRules.FeatureMissing.Found(missing.Value.Field, missing.Value.Field));
        return new SealReading(
            new Seal
            {
                Version = version,
                IssuingState = state.TrimEnd(),
                Signer = signer.Name,
                CertificateReference = signer.Reference,
                IssuedOn = issued,
                SignedOn = signed,
                Reference = reference,
                Document = profile?.Document,
                Features = features,
                SignedBytes = barcode[..at],
                Signature = barcode.Slice(signature.Start, signature.Length),
            },
            findings);
    }

    private static SealReading Broken(int position) => new(null, [SealRules.Unreadable.Found(null, $"{position + 1}")]);

    /// <summary>Version 3 has nine characters; version 4 four, the length of the reference in two digits, and the reference.</summary>
    private static (string Name, string Reference, int End)? Signer(ReadOnlySpan<byte> bytes, int version)
    {
        var length = 5;
        if (version == 4)
        {
            if (C40.Decode(bytes[4..8]) is not { Length: 6 } head || !int.TryParse(head[4..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out length))
                return null;
            length += 2;
        }
        var end = 4 + (4 + length + 2) / 3 * 2;
        if (end > bytes.Length || C40.Decode(bytes[4..end]) is not { } text || text.Length < 4 + length)
            return null;
        var reference = text[(version == 4 ? 6 : 4)..(4 + length)];
        return reference.All(char.IsAsciiHexDigitUpper) ? (text[..4], reference.TrimStart('0') is { Length: > 0 } shortened ? shortened : "0", end) : null;
    }

    /// <summary>Three bytes: month, day and year as one number (Doc 9303-13 §2.6.2).</summary>
    private static DateOnly? Date(ReadOnlySpan<byte> bytes, string field, List<Finding> findings)
    {
        var number = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
        if (DateOnly.TryParseExact(number.ToString("D8", CultureInfo.InvariantCulture), "MMddyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        findings.Add(SealRules.Date.Found(field, $"{number:D8}"));
        return null;
    }

    /// <summary>A DER length of one to three bytes.</summary>
    private static (int Start, int Length)? Length(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length)
            return null;
        if (bytes[at] < 0x80)
            return (at + 1, bytes[at]);
        return bytes[at] switch
        {
            0x81 when at + 1 < bytes.Length => (at + 2, bytes[at + 1]),
            0x82 when at + 2 < bytes.Length => (at + 3, bytes[at + 1] << 8 | bytes[at + 2]),
            _ => null,
        };
    }

    private static SealFeature Feature(byte tag, ReadOnlyMemory<byte> value, SealProfile? profile, List<Finding> findings)
    {
        // A tag that the profile does not know is the issuer's own and breaks nothing (Doc 9303-13 §2.4).
        if (profile?.Tags.GetValueOrDefault(tag) is not { } known)
            return new SealFeature(tag, null, Convert.ToHexString(value.Span), value);
        var text = known.Coding switch
        {
            "c40" => C40.Decode(value.Span)?.TrimEnd(),
            "zone" => C40.Decode(value.Span)?.Replace(' ', '<'),
            "utf8" => Text(value.Span),
            "number" when value.Length is > 0 and <= 4 => $"{value.Span.ToArray().Aggregate(0L, (number, next) => number << 8 | next)}",
            "bytes" => Convert.ToHexString(value.Span),
            _ => null,
        };
        if (text is null)
            findings.Add(SealRules.FeatureInvalid.Found(known.Field, known.Field));
        return new SealFeature(tag, known.Field, text ?? Convert.ToHexString(value.Span), value);
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
