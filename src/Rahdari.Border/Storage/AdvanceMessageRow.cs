namespace Rahdari.Border.Storage;

/// <summary>A file of advance passenger information that was taken: sent again it is known by its content.</summary>
internal sealed class AdvanceMessageRow
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    public required string Sender { get; init; }

    public required string Reference { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string ReceivedBy { get; init; }

    public required int Lists { get; init; }

    public required int Travellers { get; init; }

    public required int Hits { get; init; }

    public required int Findings { get; init; }
}
