using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>Everything wrong with the seal in a barcode, of either kind. Pure and thread-safe.</summary>
public static class BarcodeInspection
{
    /// <summary>Whom the seal in a barcode names as its signer without carrying the certificate; null where there is no such seal.</summary>
    public static SignerName? SignerNamed(ReadOnlyMemory<byte> barcode) => SealReader.IsSeal(barcode.Span) ? SealReader.Read(barcode).Seal?.SignerName : null;

    /// <summary>Whether a barcode is a digital seal of either kind.</summary>
    public static bool IsSeal(ReadOnlyMemory<byte> barcode) => SealReader.IsSeal(barcode.Span) || NcSealReader.IsSeal(barcode.Span);

    /// <summary>Reads, verifies and compares; nothing for a barcode that is no seal.</summary>
    /// <param name="barcode">What the barcode says.</param>
    /// <param name="document">The zone of the document that bears it, or with which it is shown.</param>
    /// <param name="passport">The passport in which a sealed visa is; null where it is not at hand.</param>
    /// <param name="anchors">Who is trusted.</param>
    /// <param name="today">The day at the counter.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<Finding> Of(ReadOnlyMemory<byte> barcode, MrzFields document, MrzFields? passport, TrustAnchors anchors, DateOnly today, DateTimeOffset now)
    {
        if (SealReader.IsSeal(barcode.Span))
        {
            var (seal, findings) = SealReader.Read(barcode);
            return seal is null ? findings : [.. findings, .. SealVerifier.Verify(seal, anchors, now), .. SealInspection.Compare(seal, document, passport, today)];
        }
        if (NcSealReader.IsSeal(barcode.Span))
        {
            var (seal, findings) = NcSealReader.Read(barcode);
            return seal is null ? findings : [.. findings, .. NcSealVerifier.Verify(seal, anchors, now), .. NcSealInspection.Compare(seal, passport ?? document)];
        }
        return [];
    }
}
