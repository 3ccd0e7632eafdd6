using Rahdari.Border.Travellers.Links;

namespace Rahdari.Bench.Ledger.Resolution;

/// <summary>An invented person.</summary>
internal sealed record Truth
{
    public required int Number { get; init; }

    public required string Nationality { get; init; }

    public required char Sex { get; init; }

    public required string Given { get; init; }

    public required string Surname { get; init; }

    public required DateOnly Born { get; init; }

    public required string Place { get; init; }

    public required string? Cnic { get; init; }

    /// <summary>Father and children have one.</summary>
    public required int Family { get; init; }
}

/// <summary>A document as it was read, and whose it is.</summary>
/// <param name="Holder">The person.</param>
/// <param name="Kind">Why there is this one.</param>
/// <param name="Read">As read, slips and all.</param>
internal sealed record Presented(Truth Holder, DocumentKind Kind, KnownIdentity Read);

internal enum DocumentKind
{
    Passport,
    Renewed,
    Card,
    OtherState,
    Married,
    Renamed,
}
