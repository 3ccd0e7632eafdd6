namespace Rahdari.Border.Storage;

/// <summary>How far the import of one file has come: changed in the transaction that writes a batch, so that a second call goes on behind it.</summary>
internal sealed class CrossingImportRow
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the file and of how it is read, hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    public required string Source { get; init; }

    public required string File { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>Who works on it: an import that finds another here has been replaced, and stops.</summary>
    public required Guid Worker { get; set; }

    public required long Read { get; set; }

    public required long Imported { get; set; }

    public required long Rejected { get; set; }

    public required long Existing { get; set; }

    /// <summary>Bytes of the file of rejects that belong to what was read.</summary>
    public required long RejectsLength { get; set; }

    /// <summary>Null while it is under way or was left.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
