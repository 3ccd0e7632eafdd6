using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>Screens against all lists in force. Holds an immutable index that is replaced whole when a list changes; thread-safe.</summary>
public sealed class WatchlistScreen
{
    /// <summary>The versions that the index holds: <c>un@3</c>; empty before the first <see cref="RefreshAsync"/> and where no list is in force.</summary>
    public IReadOnlyList<string> Versions => throw new NotImplementedException();

    /// <summary>Hits at or above the alert threshold, best first.</summary>
    public IReadOnlyList<Hit> Screen(PersonQuery person, double threshold = ScreeningIndex.AlertThreshold, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Screens a name by hand (no encounter); audited. Roles: officer, supervisor, watchlist manager.</summary>
    public Task<Answer<IReadOnlyList<Hit>>> ScreenByHandAsync(PersonQuery person, double threshold, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Rebuilds the index where a list in force has changed; true where it did.</summary>
    public Task<bool> RefreshAsync(CancellationToken cancellation = default) => throw new NotImplementedException();
}
