using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Permissions;

/// <summary>What came of a file of permissions. <see cref="Read"/> is the sum of the three that follow it.</summary>
/// <param name="Read">Lines that should hold a permission.</param>
/// <param name="Recorded">Permissions recorded.</param>
/// <param name="Known">Those that were recorded before, just so.</param>
/// <param name="Rejected">Lines that could not be used.</param>
/// <param name="Errors">Why, by line; the first thousand.</param>
public sealed record PermissionImport(long Read, long Recorded, long Known, long Rejected, IReadOnlyList<ListError> Errors);
