using System.Text.Json.Serialization;

namespace Rahdari.Casework.Evidence;

/// <summary>What a thing is.</summary>
public enum EvidenceKind
{
#pragma warning disable CS1591 // The names are those of the field.
    Document,
    Photograph,
    Recording,
    Statement,
    DeviceCopy,
    Thing,
    Other,
#pragma warning restore CS1591
}

/// <summary>Something that happened to a piece of evidence. Never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(EvidenceTaken), "taken")]
[JsonDerivedType(typeof(EvidenceRead), "read")]
[JsonDerivedType(typeof(EvidenceChecked), "checked")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
[JsonDerivedType(typeof(Disposed), "disposed")]
public abstract record EvidenceFact;

/// <summary>It was taken and recorded.</summary>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="What">Which kind.</param>
/// <param name="TakenOn">The day on which it was taken.</param>
/// <param name="Place">Where.</param>
/// <param name="Holder">Who has it now: a person of the circle, the store room, a laboratory.</param>
/// <param name="From">From whom, or by whom it was made; or null.</param>
public sealed record EvidenceTaken(string Title, EvidenceKind What, DateOnly TakenOn, string Place, string Holder, string? From = null) : EvidenceFact
{
    /// <summary>The file's name; null where it is a thing and no file.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's length, bytes; 0 where there is none.</summary>
    public long Length { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal digits; null where there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>SHA-256 of what lies encrypted in the store, part by part with its place and length, in hexadecimal digits: whether it is there and unchanged is seen without the key.</summary>
    public string? SealedSha256 { get; init; }

    /// <summary>SHA-256 of the file's key as it lies wrapped, in hexadecimal digits: a key that was lost or changed is found by it.</summary>
    public string? KeySha256 { get; init; }
}

/// <summary>The file was handed out.</summary>
/// <param name="Why">What for.</param>
public sealed record EvidenceRead(string Why) : EvidenceFact;

/// <summary>The file was compared with what was recorded when it was taken.</summary>
/// <param name="IsIntact">True where it is the same, bit by bit.</param>
public sealed record EvidenceChecked(bool IsIntact) : EvidenceFact;

/// <summary>Somebody else has it now.</summary>
/// <param name="To">Who.</param>
/// <param name="Receipt">The receipt's reference.</param>
/// <param name="Why">What for.</param>
public sealed record HandedOver(string To, string Receipt, string Why) : EvidenceFact;

/// <summary>It was returned, destroyed or forfeited by order; a file's content is erased.</summary>
/// <param name="Order">The order's reference.</param>
/// <param name="Why">What became of it.</param>
public sealed record Disposed(string Order, string Why) : EvidenceFact;

/// <summary>A fact of a piece of evidence as it was recorded: signed, and never changed.</summary>
/// <param name="Id">A UUID of whoever told it: told again, it is the same.</param>
/// <param name="EvidenceId">The piece.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">1, 2, 3 … in the piece.</param>
/// <param name="At">When it was recorded; UTC.</param>
/// <param name="By">The user who told it.</param>
/// <param name="Fact">What happened.</param>
/// <param name="Item">Its number in the case; of its first event only, 0 else.</param>
public sealed record EvidenceEvent(Guid Id, Guid EvidenceId, Guid CaseId, int Number, DateTimeOffset At, string By, EvidenceFact Fact, int Item = 0);
