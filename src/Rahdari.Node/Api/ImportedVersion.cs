using System.Diagnostics.CodeAnalysis;
using Rahdari.Border.Watchlists;

namespace Rahdari.Node.Api;

/// <summary>A version that an import brought into force, with what was left out of it.</summary>
internal sealed record ImportedVersion : WatchlistVersion
{
    [SetsRequiredMembers]
    public ImportedVersion(WatchlistVersion version, IReadOnlyList<RejectedEntry> rejected)
        : base(version) => Rejected = rejected;

    /// <summary>The entries and rows that could not be used; empty where all could.</summary>
    public IReadOnlyList<RejectedEntry> Rejected { get; }
}
