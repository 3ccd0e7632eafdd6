using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>Reads the individuals of the lists from the database, as screening sees them.</summary>
internal static class ListedEntries
{
    /// <summary>All of some versions, read one by one as they are taken.</summary>
    public static IEnumerable<ListedPerson> Of(BorderContext db, HeldVersions versions) =>
        versions.Lists.SelectMany(version => Contents(db, WatchlistEntryRow.In(version.List, version.Number)).AsEnumerable().Select(content => Person(version.List, content)));

    /// <summary>
    /// What differs between versions held and versions in force; null where more rows differ than <paramref name="most"/>, or those held are not
    /// earlier ones of those in force.
    /// </summary>
    public static async Task<ListedChange?> BetweenAsync(BorderContext db, HeldVersions held, HeldVersions inForce, int most, CancellationToken cancellation)
    {
        if (!await AreEarlierAsync(db, held, inForce, cancellation))
            return null;
        var changed = inForce.Lists.Select(v => (v.List, Held: held.Lists.FirstOrDefault(h => h.List == v.List)?.Number ?? 0, v.Number)).Where(v => v.Held != v.Number).ToArray();
        var rows = 0;
        foreach (var (list, earlier, later) in changed)
        {
            foreach (var differ in new[] { WatchlistEntryRow.Gone(list, earlier, later), WatchlistEntryRow.Come(list, earlier, later) })
                rows += await Individuals(db, differ).Take(most + 1).CountAsync(cancellation);
        }
        if (rows > most)
            return null;
        var (come, gone) = (new List<ListedPerson>(), new List<string>());
        foreach (var (list, earlier, later) in changed)
        {
            var contents = await Contents(db, WatchlistEntryRow.Come(list, earlier, later)).ToListAsync(cancellation);
            come.AddRange(contents.Select(content => Person(list, content)));
            var references = await Individuals(db, WatchlistEntryRow.Gone(list, earlier, later)).Select(e => e.Reference).ToListAsync(cancellation);
            gone.AddRange(references.Select(r => WatchlistEntry.Key(list, r)));
        }
        return new ListedChange(come, gone);
    }

    private static IQueryable<string> Contents(BorderContext db, Expression<Func<WatchlistEntryRow, bool>> rows) => Individuals(db, rows).Select(e => e.Content);

    private static IQueryable<WatchlistEntryRow> Individuals(BorderContext db, Expression<Func<WatchlistEntryRow, bool>> rows) =>
        db.WatchlistEntries.AsNoTracking().Where(rows).Where(e => e.Kind == WatchlistEntryKind.Individual);

    private static ListedPerson Person(string list, string content) => JsonSerializer.Deserialize(content, WatchlistJson.Default.WatchlistEntry)!.ToListedPerson(list)!;

    /// <summary>True where each version held was imported when it says, and its list is still in force.</summary>
    private static async Task<bool> AreEarlierAsync(BorderContext db, HeldVersions held, HeldVersions inForce, CancellationToken cancellation)
    {
        foreach (var version in held.Lists)
        {
            var known = await db.WatchlistVersions.AsNoTracking().Where(v => v.List == version.List && v.Number == version.Number).ToListAsync(cancellation);
            if (!HeldVersions.From(known).Lists.Contains(version) || !inForce.Lists.Any(v => v.List == version.List))
                return false;
        }
        return true;
    }
}

/// <summary>What has changed in the lists.</summary>
/// <param name="Come">Individuals who are new, or of whom the lists say something else.</param>
/// <param name="Gone">Keys of entries that are gone, or of which the lists say something else.</param>
internal sealed record ListedChange(IReadOnlyCollection<ListedPerson> Come, IReadOnlyCollection<string> Gone);
