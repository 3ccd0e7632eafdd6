namespace Rahdari.Casework.Storage;

/// <summary>A piece of evidence. What it holds follows from its events, which are signed.</summary>
internal sealed class EvidenceRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … in the case.</summary>
    public required int Item { get; init; }

    public required int Version { get; set; }

    /// <summary>Where its content lies; null where it is a thing, and once it was erased.</summary>
    public required Guid? ContentId { get; set; }

    /// <summary>The key of its content, wrapped under the vault's; null where there is none.</summary>
    public required byte[]? WrappedKey { get; set; }
}

/// <summary>A part of an encrypted file.</summary>
internal sealed class EvidencePartRow
{
    public required Guid ContentId { get; init; }

    /// <summary>0, 1, 2 … in the file.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>By what the vault's key is known again.</summary>
internal sealed class VaultCheckRow
{
    /// <summary>1.</summary>
    public required int Id { get; init; }

    public required string Check { get; init; }
}
