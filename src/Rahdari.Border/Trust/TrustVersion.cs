namespace Rahdari.Border.Trust;

/// <summary>One imported version of a publisher's master list.</summary>
public sealed record TrustVersion
{
    /// <summary>The State that signed the list: two letters.</summary>
    public required string Publisher { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>When its publisher signed it, where it says so; UTC.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>SHA-256 of the root that it was verified to, hexadecimal.</summary>
    public required string Root { get; init; }

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
