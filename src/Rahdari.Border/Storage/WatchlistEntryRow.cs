using System.Linq.Expressions;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Storage;

/// <summary>
/// An entry of a list from one version until another: a list is stored as its differences. A version is in force once its
/// own row is there; what is written of a later one is seen by nobody.
/// </summary>
internal sealed class WatchlistEntryRow
{
    public required Guid Id { get; init; }

    public required string List { get; init; }

    public required string Reference { get; init; }

    public required WatchlistEntryKind Kind { get; init; }

    /// <summary>Reference and names in upper case, a line each, for searching.</summary>
    public required string SearchText { get; init; }

    /// <summary>The <see cref="WatchlistEntry"/> as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The first version that holds this content.</summary>
    public required int FromVersion { get; init; }

    /// <summary>The first version that no longer holds it, or null where none does.</summary>
    public int? UntilVersion { get; set; }

    /// <summary>The rows of a version.</summary>
    public static Expression<Func<WatchlistEntryRow, bool>> In(string list, int version) =>
        e => e.List == list && e.FromVersion <= version && (e.UntilVersion == null || e.UntilVersion > version);

    /// <summary>The rows of a version that a later one no longer has.</summary>
    public static Expression<Func<WatchlistEntryRow, bool>> Gone(string list, int version, int later) =>
        e => e.List == list && e.FromVersion <= version && e.UntilVersion > version && e.UntilVersion <= later;

    /// <summary>The rows of a later version that an earlier one did not have.</summary>
    public static Expression<Func<WatchlistEntryRow, bool>> Come(string list, int version, int later) =>
        e => e.List == list && e.FromVersion > version && e.FromVersion <= later && (e.UntilVersion == null || e.UntilVersion > later);
}
