namespace Rahdari.Border.Storage;

/// <summary>The portrait on the page of the document that was presented in an encounter; apart, for it is large and seldom wanted. The page itself is not kept.</summary>
internal sealed class EncounterPictureRow
{
    public required Guid EncounterId { get; init; }

    /// <summary>JPEG; null where none was cut out.</summary>
    public required byte[]? Portrait { get; set; }
}
