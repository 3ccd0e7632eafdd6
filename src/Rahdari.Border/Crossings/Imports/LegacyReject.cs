using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>A record that is not imported, and why.</summary>
internal sealed record LegacyReject(ListError Error, string Original);
