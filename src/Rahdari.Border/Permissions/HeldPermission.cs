namespace Rahdari.Border.Permissions;

/// <summary>A permission and how much of it is left.</summary>
/// <param name="Permission">As issued.</param>
/// <param name="EntriesUsed">How often somebody entered by it.</param>
/// <param name="IsPresented">True where the document presented or the visa scanned led to it; false where another document of the traveller did.</param>
internal sealed record HeldPermission(Permission Permission, int EntriesUsed, bool IsPresented);
