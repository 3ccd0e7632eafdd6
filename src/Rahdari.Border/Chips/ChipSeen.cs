using Rahdari.Documents.Chips;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Chips;

/// <summary>The chip of a document, as an encounter shows it; the portrait is asked for by itself.</summary>
public sealed record ChipSeen
{
    /// <summary>When it was presented; UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The officer at whose counter it was read.</summary>
    public required string By { get; init; }

    /// <summary>How it was opened; null where it did not open, or stands open.</summary>
    public string? Access { get; init; }

    /// <summary>By what it proved to be the original; by nothing where its State did not sign the key.</summary>
    public required ChipProof Proof { get; init; }

    /// <summary>True where all was read.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>True where its State signed what stands on it, and an authority that is trusted here vouches for the signer.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>Who signed it; null where that is not known.</summary>
    public string? Signer { get; init; }

    /// <summary>The authority that vouches for the signer; null where none of those trusted does.</summary>
    public string? Authority { get; init; }

    /// <summary>The zone on it, field by field; null where there is none.</summary>
    public MrzFields? Document { get; init; }

    /// <summary>More about the holder.</summary>
    public HolderDetails? Holder { get; init; }

    /// <summary>The place of birth that the State signed; null where there is none.</summary>
    internal string? SignedPlaceOfBirth => IsSigned ? Holder?.PlaceOfBirth : null;

    /// <summary>More about the document.</summary>
    public IssueDetails? Issue { get; init; }

    /// <summary>How the portrait is encoded; null where there is none.</summary>
    public ImageKind? Portrait { get; init; }
}
