using Rahdari.Border.Storage;

namespace Rahdari.Border.Permissions;

/// <summary>What is signed of rules of entry.</summary>
internal sealed record EntryRulesFact(Guid Id, int Number, string Classes, string Reason, DateTimeOffset PublishedAt, string PublishedBy)
{
    public static EntryRulesFact Of(EntryRulesRow row) => new(row.Id, row.Number, row.Classes, row.Reason, row.PublishedAt, row.PublishedBy);
}
