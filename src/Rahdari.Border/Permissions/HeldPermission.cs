namespace Rahdari.Border.Permissions;

/// <summary>A permission and how much of it is left.</summary>
/// <param name="Permission">As issued.</param>
/// <param name="EntriesUsed">How often somebody entered by it.</param>
internal sealed record HeldPermission(Permission Permission, int EntriesUsed);
