namespace Rahdari.Border.Distribution;

/// <summary>What an update is: from which version to which, and by which hashes it is known. Parts with the same terms belong together.</summary>
public sealed record UpdateTerms
{
    /// <summary>Headquarters.</summary>
    public required string Node { get; init; }

    /// <summary>The <see cref="Catalogue.Series"/> in which it is published.</summary>
    public long Series { get; init; }

    /// <summary>The <see cref="Distribution.Topic"/>'s name.</summary>
    public required string Topic { get; init; }

    /// <summary>The version that it follows; 0 for a snapshot, which follows any.</summary>
    public required long From { get; init; }

    /// <summary>The version that it makes.</summary>
    public required long To { get; init; }

    /// <summary>How many parts there are.</summary>
    public required int Parts { get; init; }

    /// <summary>Bytes of all parts' content: compressed.</summary>
    public required long Length { get; init; }

    /// <summary>Bytes unpacked.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256, hexadecimal, of the content compressed.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256, hexadecimal, of everything that version <see cref="To"/> says: the same of a delta and a snapshot.</summary>
    public required string ContentHash { get; init; }

    /// <summary>True where it says everything, false where it says what changed.</summary>
    public bool IsSnapshot => From == 0;
}
