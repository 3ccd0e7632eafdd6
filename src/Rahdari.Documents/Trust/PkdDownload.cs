namespace Rahdari.Documents.Trust;

/// <summary>A download of ICAO's Public Key Directory (Doc 9303-12 §8): signers of documents, revocation lists, master lists. Nothing in it is trusted for standing there. Immutable.</summary>
public sealed record PkdDownload
{
    /// <summary>The highest version of an entry; 0 where none says.</summary>
    public required long Edition { get; init; }

    /// <summary>Signers of documents and seals by the part of the directory that they stand in: those that conform to the standard, and those that do not.</summary>
    public required IReadOnlyList<(PkdPart Part, SigningCertificate Certificate)> Signers { get; init; }

    /// <summary>Revocation lists.</summary>
    public required IReadOnlyList<RevocationList> RevocationLists { get; init; }

    /// <summary>Master lists as published, each to be read and verified by itself.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> MasterLists { get; init; }
}
