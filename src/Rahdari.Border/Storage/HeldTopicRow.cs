using Rahdari.Border.Distribution;

namespace Rahdari.Border.Storage;

/// <summary>What is in force here of a topic of headquarters: while its row is there, nobody but headquarters changes the topic. One more row, <see cref="Catalogue"/>, keeps the newest catalogue.</summary>
internal sealed class HeldTopicRow
{
    /// <summary>The row of the newest catalogue that was read, whose number is the version; at headquarters, of its own, the version is the series, and <see cref="NeedsSnapshot"/> says that nothing is handed out before the next. No topic is called so.</summary>
    public const string Catalogue = "catalogue";

    public required string Topic { get; init; }

    public required long Version { get; set; }

    /// <summary>SHA-256 of everything that the version says, hexadecimal.</summary>
    public required string ContentHash { get; set; }

    /// <summary>Headquarters.</summary>
    public required string Node { get; set; }

    public required DateTimeOffset AppliedAt { get; set; }

    /// <summary>The document itself, where the topic is one; of the catalogue its topics, a line each.</summary>
    public string? Content { get; set; }

    /// <summary>True where what is stored here is not what headquarters published: only a snapshot helps.</summary>
    public bool NeedsSnapshot { get; set; }

    public HeldTopic Read() => new(Topic, Version, ContentHash, Node, AppliedAt);
}
