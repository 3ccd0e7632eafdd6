namespace Rahdari.Border.Trust;

/// <summary>One imported version of a publisher's master list, or of the signers of ICAO's Public Key Directory.</summary>
public sealed record TrustVersion
{
    /// <summary>The publisher of the signers that conform to the standard: ICAO's Public Key Directory.</summary>
    public const string Directory = "PKD";

    /// <summary>The publisher of the directory's other signers.</summary>
    public const string NonConforming = "PKD-NC";

    /// <summary>The State that signed the list, two letters; or the directory.</summary>
    public required string Publisher { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>When its publisher signed it, where it says so; UTC.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>The directory's own highest number of an entry; null for a list.</summary>
    public long? Edition { get; init; }

    /// <summary>SHA-256 of the root that it was verified to, hexadecimal; null where each certificate was verified to an authority in force.</summary>
    public required string? Root { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The user name.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>Certificates in this version.</summary>
    public required int Certificates { get; init; }

    /// <summary>Certificates that the version before did not have.</summary>
    public required int Added { get; init; }

    /// <summary>Certificates of the version before that are gone.</summary>
    public required int Removed { get; init; }
}
