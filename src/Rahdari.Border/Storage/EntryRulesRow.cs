using System.Text.Json;
using Rahdari.Border.Permissions;

namespace Rahdari.Border.Storage;

/// <summary>The rules of entry under one number, as stored; never changed.</summary>
internal sealed class EntryRulesRow
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    /// <summary>The <see cref="PermissionClass"/>es as JSON.</summary>
    public required string Classes { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public EntryRules Read() => new(Number, JsonSerializer.Deserialize(Classes, BorderJson.Default.IReadOnlyListPermissionClass)!);
}
