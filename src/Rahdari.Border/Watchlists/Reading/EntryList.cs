namespace Rahdari.Border.Watchlists.Reading;

/// <summary>The entries read so far, references unique and no more than a list may hold.</summary>
internal sealed class EntryList(string file, ListErrors errors)
{
    private readonly List<WatchlistEntry> entries = [];
    private readonly HashSet<string> references = new(StringComparer.Ordinal);

    public IReadOnlyList<WatchlistEntry> Entries => entries;

    /// <summary>Adds an entry, or rejects one whose reference was met before; false where reading must end.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="column">Where it stands.</param>
    /// <param name="field">The element or column of its reference.</param>
    public bool Add(WatchlistEntry entry, long line, long column, string field)
    {
        if (entries.Count == ListLimits.MostEntries)
        {
            errors.Add(ListRule.FileTooLarge.Broken(file, line, column, null, ListLimits.OfFile));
            return false;
        }
        if (references.Add(entry.Reference))
            entries.Add(entry);
        else
            errors.Reject(ListRule.ReferenceTwice.Broken(file, line, column, field, ("reference", entry.Reference)));
        return !errors.IsFull;
    }

    /// <summary>The list, or the errors that forbid its use; a list without entries is none.</summary>
    public ListReading Reading(string code, DateTimeOffset? published, bool numbersRise = false)
    {
        if (!errors.Any && entries.Count == 0)
            errors.Add(ListRule.Empty.Broken(file, 0, 0, null));
        return errors.Reading(new PublishedList(code, published, entries) { NumbersRise = numbersRise });
    }
}
