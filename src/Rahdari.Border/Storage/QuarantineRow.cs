using Rahdari.Border.Received;

namespace Rahdari.Border.Storage;

/// <summary>What came over a link and was refused, once however often it came.</summary>
internal sealed class QuarantineRow
{
    public required Guid Id { get; init; }

    /// <summary>The node whose link it came over.</summary>
    public required string Sender { get; init; }

    /// <summary>SHA-256 of what came.</summary>
    public required string Fingerprint { get; init; }

    public required Refusal Reason { get; init; }

    /// <summary>The node that the record names, where it could be read.</summary>
    public string? Node { get; init; }

    public long? Sequence { get; init; }

    /// <summary>What came, cut at <see cref="Quarantine.MostContent"/>.</summary>
    public required byte[] Content { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; set; }

    public required int Times { get; set; }
}
