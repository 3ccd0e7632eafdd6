using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Permissions;

/// <summary>What one line of a file tells: a permission, or why it cannot be used; never both.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Permission">As its authority issued it, checked; or null.</param>
/// <param name="Error">The rule broken, with field and line; or null.</param>
public sealed record PermissionLine(long Line, IssuedPermission? Permission, ListError? Error);
