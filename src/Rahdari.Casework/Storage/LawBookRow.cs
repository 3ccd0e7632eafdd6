namespace Rahdari.Casework.Storage;

/// <summary>The laws as they were published under a number.</summary>
internal sealed class LawBookRow
{
    public required int Number { get; init; }

    public required Guid Id { get; init; }

    /// <summary>A law book as JSON.</summary>
    public required string Content { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }
}
