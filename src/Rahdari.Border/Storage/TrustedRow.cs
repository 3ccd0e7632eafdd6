namespace Rahdari.Border.Storage;

/// <summary>A certificate as stored, from the version that brought it until the one that no longer had it.</summary>
internal abstract class TrustedRow
{
    public required Guid Id { get; init; }

    public required string Publisher { get; init; }

    public required string Fingerprint { get; init; }

    public required string Country { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    public required byte[] Encoded { get; init; }

    public required int FromVersion { get; init; }

    public int? UntilVersion { get; set; }
}
