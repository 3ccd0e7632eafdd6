using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>A visible digital seal for non-constrained environments (ICAO VDS-NC): JSON in a barcode, on proofs of vaccination and testing and on travel authorisations. Immutable.</summary>
public sealed record NcSeal
{
    /// <summary>The kind of document, e.g. <c>icao.vacc</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the kind.</summary>
    public required int Version { get; init; }

    /// <summary>The issuing State or organisation, three letters.</summary>
    public required string IssuingState { get; init; }

    /// <summary>What it says, by path: <c>pid.n</c>, <c>ve.0.vd.1.dvc</c>; numbers and truths as JSON writes them.</summary>
    public required IReadOnlyDictionary<string, string> Message { get; init; }

    /// <summary>As JSON names it: <c>ES256</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The certificate of its signer, which comes with it.</summary>
    public required SigningCertificate Signer { get; init; }

    /// <summary>Header and message in canonical form (RFC 8785): what is signed.</summary>
    public required ReadOnlyMemory<byte> SignedBytes { get; init; }

    /// <summary>The signature: two numbers one after the other, or as ASN.1, for issuers write both.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }
}
