using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>A visible digital seal (ICAO Doc 9303-13): what a barcode on a visa, an emergency travel document or a national permit says, and its signature.</summary>
public sealed record Seal
{
    /// <summary>3 or 4.</summary>
    public required int Version { get; init; }

    /// <summary>The issuing State, without fillers.</summary>
    public required string IssuingState { get; init; }

    /// <summary>Two letters of the State and two of the signer.</summary>
    public required string Signer { get; init; }

    /// <summary>The serial number of the signer's certificate, hexadecimal, without leading zeros.</summary>
    public required string CertificateReference { get; init; }

    /// <summary>Whose certificate it is.</summary>
    public SignerName SignerName => new() { ShortName = Signer.ToUpperInvariant(), SerialNumber = CertificateReference };

    /// <summary>When the document was issued, or null where the date is none.</summary>
    public required DateOnly? IssuedOn { get; init; }

    /// <summary>When the seal was signed, or null where the date is none.</summary>
    public required DateOnly? SignedOn { get; init; }

    /// <summary>Feature definition reference and document type category, four hexadecimal digits.</summary>
    public required string Reference { get; init; }

    /// <summary>The kind of document, e.g. <c>Visa</c>, or null where the profile is not known.</summary>
    public required string? Document { get; init; }

    /// <summary>What it says, in its order.</summary>
    public required IReadOnlyList<SealFeature> Features { get; init; }

    /// <summary>Header and features: what is signed.</summary>
    public required ReadOnlyMemory<byte> SignedBytes { get; init; }

    /// <summary>r and s, one after the other.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>A feature by name, or null.</summary>
    public SealFeature? this[string field] => Features.FirstOrDefault(feature => feature.Field == field);
}
