namespace Rahdari.Border.Storage;

/// <summary>The files of the chip that was presented in an encounter, as evidence; apart, for they are large and seldom wanted.</summary>
internal sealed class EncounterChipRow
{
    public required Guid EncounterId { get; init; }

    /// <summary>JSON: the files in Base64 by their standard names.</summary>
    public required byte[] Files { get; set; }
}
