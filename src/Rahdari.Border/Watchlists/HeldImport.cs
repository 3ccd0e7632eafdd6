namespace Rahdari.Border.Watchlists;

/// <summary>An import that is written whole and waits for a second person, because entries that it adds would stop very many.</summary>
/// <param name="Version">The version that it would bring into force; imported means held.</param>
/// <param name="Rejected">How many entries and rows of the files were left out.</param>
/// <param name="Wide">The entries, those that would have stopped most first.</param>
public sealed record HeldImport(WatchlistVersion Version, int Rejected, IReadOnlyList<WideEntry> Wide);

/// <summary>An entry of which nothing is known but names that prove little.</summary>
/// <param name="Reference">The list's own reference.</param>
/// <param name="Name">Its primary name.</param>
/// <param name="Travellers">How many travellers of the last 30 days it would have stopped.</param>
public sealed record WideEntry(string Reference, string Name, int Travellers);
