namespace Rahdari.Border.Watchlists;

/// <summary>The lists stored at the site: versions, entries and what changed. Imports are differences, in one transaction.</summary>
public sealed class WatchlistRegister
{
    /// <summary>The version in force of each list. Every role.</summary>
    public Task<Answer<IReadOnlyList<WatchlistVersion>>> InForceAsync(Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>A list's versions, newest first. Roles: watchlist manager, supervisor, auditor.</summary>
    public Task<Answer<Page<WatchlistVersion>>> VersionsAsync(string list, int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Entries in force whose reference or any name contains the text (all where empty). Roles: watchlist manager, supervisor, auditor.</summary>
    public Task<Answer<Page<WatchlistEntry>>> EntriesAsync(string list, string? search, int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>What a version changed. Roles: watchlist manager, supervisor, auditor.</summary>
    public Task<Answer<Page<WatchlistChange>>> ChangesAsync(string list, int version, int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>
    /// Brings a published list into force as a new version: all of it or nothing. Where nothing changed no version is
    /// made and the version in force is returned with zero changes. A list that loses more than a tenth of its entries is
    /// refused unless <paramref name="allowShrink"/>; one published earlier than that in force is refused unless <paramref name="allowOlder"/>.
    /// Role: watchlist manager. Cancelling leaves the version in force as it was.
    /// </summary>
    public Task<Answer<WatchlistVersion>> ImportAsync(PublishedList list, Actor actor, bool allowShrink = false, bool allowOlder = false, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}
