namespace Rahdari.Border.Sites;

/// <summary>What a backup holds.</summary>
/// <param name="Node">The node.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Storage"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="Head">The ledger's last sequence.</param>
/// <param name="HeadHash">Its hash, hexadecimal; null where the ledger is empty.</param>
/// <param name="Files">SHA-256 (hexadecimal) of each file by name.</param>
public sealed record BackupManifest(string Node, DateTimeOffset MadeAt, string Storage, long Head, string? HeadHash, IReadOnlyDictionary<string, string> Files);
