using Rahdari.Documents.Findings;

namespace Rahdari.Border.Watchlists;

/// <summary>
/// How much of the list in force a published one no longer has: a file that is missing or cut off is well-formed, and only
/// what it no longer says gives it away.
/// </summary>
internal sealed class WatchlistLoss
{
    private const double Largest = 0.1;

    /// <summary>What an entry may lose, by the evidence that names how much was lost and how much there was.</summary>
    private static readonly (string Lost, string Total, Func<WatchlistEntry, int> Count)[] Parts =
    [
        ("delisted", "entries", _ => 1),
        ("aliasesLost", "aliases", e => e.Names.Count - 1),
        ("birthDatesLost", "birthDates", e => e.BirthDates.Count),
        ("documentsLost", "documents", e => e.Documents.Count),
        ("addressesLost", "addresses", e => e.Addresses.Count),
    ];

    private readonly int[] lost = new int[Parts.Length];
    private readonly int[] total = new int[Parts.Length];

    /// <summary>Counts what an entry in force loses; fewer is a loss, other is none.</summary>
    /// <param name="inForce">The entry as it is in force.</param>
    /// <param name="published">The same as published now, or null where it is gone.</param>
    public void Add(WatchlistEntry inForce, WatchlistEntry? published)
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            var count = Parts[i].Count(inForce);
            total[i] += count;
            lost[i] += Math.Max(0, count - (published is null ? 0 : Parts[i].Count(published)));
        }
    }

    /// <summary>The rule broken where more than a tenth of anything is lost.</summary>
    public Finding? Problem()
    {
        if (!lost.Zip(total).Any(part => part.First > part.Second * Largest))
            return null;
        return BorderRule.WatchlistShrinks.Broken(null, [.. Parts.SelectMany((part, i) => new[] { (part.Lost, $"{lost[i]}"), (part.Total, $"{total[i]}") })]);
    }
}
