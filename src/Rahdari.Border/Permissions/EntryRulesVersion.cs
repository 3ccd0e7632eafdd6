namespace Rahdari.Border.Permissions;

/// <summary>The rules of entry as they were published.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Classes">How many classes they have.</param>
/// <param name="Reason">Why they were published.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="PublishedBy">The user name.</param>
public sealed record EntryRulesVersion(int Number, int Classes, string Reason, DateTimeOffset PublishedAt, string PublishedBy);
