using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Watchlists;

/// <summary>
/// Writes a coming version of a list in bounded units of the ledger's writer, so that the counters write in between. What is
/// written is seen by nobody until the last unit brings the version into force; where entries are wide it is held instead, until a
/// second person agrees (<see cref="HeldImports"/>). An import that ends before leaves rows
/// that the list's next import clears away.
/// </summary>
/// <remarks>One import of a list at a time, in whatever process: a later one takes the place of one under way.</remarks>
internal sealed class StagedImport(LedgerWriter ledger, WatchlistVersion coming, int rejected, CancellationToken cancellation, bool isHeadquarters = false)
{
    /// <summary>How many rows are best written in one unit.</summary>
    public const int RowsAUnit = 500;

    private readonly Guid id = Guid.NewGuid();

    /// <summary>The version, in force; null where another import took this one's place.</summary>
    /// <param name="closed">The rows of the version in force that the coming one no longer has.</param>
    /// <param name="added">The entries that it has anew, with the hash of their content.</param>
    /// <param name="wide">The entries because of which it is held; empty to bring it into force.</param>
    /// <param name="progress">Receives the share written, 0 to 1.</param>
    public async Task<WatchlistVersion?> WriteAsync(
        IReadOnlyList<Guid> closed, IReadOnlyList<(WatchlistEntry Entry, string Hash)> added, IReadOnlyList<WideEntry> wide, IProgress<double>? progress)
    {
        if (!await BeginAsync())
            return null;
        await ClearAsync(coming.Number);
        IEnumerable<Func<LedgerAppend, Task<int>>> units =
        [
            .. closed.Chunk(RowsAUnit).Select(some => new Func<LedgerAppend, Task<int>>(append => CloseAsync(append, some))),
            .. added.Chunk(RowsAUnit).Select(some => new Func<LedgerAppend, Task<int>>(append => AddAsync(append, some.Select(e => Row(e.Entry, e.Hash, Content(e.Entry), append.Now))))),
        ];
        var written = 0;
        foreach (var unit in units)
        {
            if (await UnitAsync(unit) is not { } rows)
                return null;
            progress?.Report((double)(written += rows) / (closed.Count + added.Count));
        }
        return wide.Count == 0 ? await BringIntoForceAsync(coming, null) : await HoldAsync(wide);
    }

    /// <summary>Begins to write in units that the caller gives; false where the version in force is no longer that which the coming one follows.</summary>
    /// <param name="clearsAll">True where nothing of the list is in force, so that whatever is there was left by another import.</param>
    public async Task<bool> BeginAsync(bool clearsAll)
    {
        if (!await BeginAsync())
            return false;
        await ClearAsync(clearsAll ? 0 : coming.Number);
        return true;
    }

    /// <summary>Writes a unit: rows that the coming version no longer has, and entries that it has anew. False where another import took this one's place.</summary>
    public async Task<bool> WriteAsync(IReadOnlyCollection<Guid> closed, IReadOnlyCollection<StagedEntry> added) =>
        await UnitAsync(async append =>
            (closed.Count == 0 ? 0 : await CloseAsync(append, [.. closed])) + (added.Count == 0 ? 0 : await AddAsync(append, added.Select(e => Row(e.Entry, e.Hash, e.Content, append.Now))))) is not null;

    private async Task ClearAsync(int from)
    {
        int? cleared;
        do
        {
            cleared = await UnitAsync(append => ClearAsync(append, from));
        }
        while (cleared > 0);
    }

    /// <summary>Takes the place of any import of the list before; false where the version in force is no longer that which the coming one follows.</summary>
    private Task<bool> BeginAsync() => ledger.WriteAsync(
        async append =>
        {
            var db = append.Db;
            // One that waits for a second person gives way, and the ledger says so.
            if (await db.WatchlistImports.AsNoTracking().Where(i => i.List == coming.List).Select(i => i.Held).SingleOrDefaultAsync(cancellation) is { } replaced)
                append.Audit(coming.ImportedBy, AuditAction.WatchlistDropped, "watchlist", $"{coming.List}@{HeldImports.Of(replaced).Version.Number}", null, "replaced by another import");
            if (await db.WatchlistImports.Where(i => i.List == coming.List).ExecuteUpdateAsync(i => i.SetProperty(x => x.Id, id).SetProperty(x => x.Units, 0).SetProperty(x => x.Held, (string?)null), cancellation) == 0)
            {
                db.WatchlistImports.Add(new WatchlistImportRow { List = coming.List, Id = id });
                await db.SaveChangesAsync(cancellation);
            }
            // Headquarters' version may have come into force since the list was read.
            if (!isHeadquarters && await Governed.ProblemAsync(db, Topic.OfList(coming.List), cancellation) is not null)
                return false;
            // Looked up once the row is held: an import of another node that came first is committed now.
            if (!await db.WatchlistVersions.AnyAsync(v => v.List == coming.List && v.Number >= coming.Number, cancellation))
                return true;
            await db.WatchlistImports.Where(i => i.List == coming.List).ExecuteDeleteAsync(cancellation);
            return false;
        },
        cancellation);

    /// <summary>The rows written by the unit; null where the import is no longer the list's.</summary>
    private Task<int?> UnitAsync(Func<LedgerAppend, Task<int>> write) => ledger.WriteAsync<int?>(
        async append =>
        {
            // Holds the row until the commit: a later import waits for this unit, and then clears what it wrote.
            var held = await append.Db.WatchlistImports.Where(i => i.List == coming.List && i.Id == id)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.Units, x => x.Units + 1), cancellation);
            return held == 0 ? null : await write(append);
        },
        cancellation);

    private async Task<int> ClearAsync(LedgerAppend append, int from)
    {
        var entries = append.Db.WatchlistEntries.Where(e => e.List == coming.List).OrderBy(e => e.Id);
        return await entries.Where(e => e.FromVersion >= from).Take(RowsAUnit).ExecuteDeleteAsync(cancellation)
            + await entries.Where(e => e.UntilVersion >= from).Take(RowsAUnit).ExecuteUpdateAsync(e => e.SetProperty(x => x.UntilVersion, (int?)null), cancellation);
    }

    private Task<int> CloseAsync(LedgerAppend append, Guid[] ids) =>
        append.Db.WatchlistEntries.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(e => e.SetProperty(x => x.UntilVersion, coming.Number), cancellation);

    private async Task<int> AddAsync(LedgerAppend append, IEnumerable<WatchlistEntryRow> entries)
    {
        WatchlistEntryRow[] rows = [.. entries];
        append.Db.WatchlistEntries.AddRange(rows);
        await append.Db.SaveChangesAsync(cancellation);
        return rows.Length;
    }

    /// <summary>Brings what was written into force as a version; null where another import took this one's place.</summary>
    /// <param name="whole">The version; it comes into force now.</param>
    /// <param name="first">What else changes in the same transaction, before the version's row is added; or null.</param>
    public Task<WatchlistVersion?> BringIntoForceAsync(WatchlistVersion whole, Func<LedgerAppend, Task>? first) => ledger.WriteAsync<WatchlistVersion?>(
        async append =>
        {
            if (await append.Db.WatchlistImports.Where(i => i.List == coming.List && i.Id == id).ExecuteDeleteAsync(cancellation) == 0)
                return null;
            if (first is not null)
                await first(append);
            var version = whole with { ImportedAt = append.Now };
            append.Db.WatchlistVersions.Add(version);
            append.Audit(
                version.ImportedBy,
                AuditAction.WatchlistImported,
                "watchlist",
                $"{version.List}@{version.Number}",
                null,
                $"{version.Added} added, {version.Changed} changed, {version.Delisted} delisted" + (rejected == 0 ? "" : $", {rejected} rejected"));
            return version;
        },
        cancellation);

    private Task<WatchlistVersion?> HoldAsync(IReadOnlyList<WideEntry> wide) => ledger.WriteAsync<WatchlistVersion?>(
        async append =>
        {
            var held = new HeldImport(coming with { ImportedAt = append.Now }, rejected, wide);
            var json = JsonSerializer.Serialize(held, BorderJson.Default.HeldImport);
            if (await append.Db.WatchlistImports.Where(i => i.List == coming.List && i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Held, json), cancellation) == 0)
                return null;
            append.Audit(coming.ImportedBy, AuditAction.WatchlistHeld, "watchlist", $"{coming.List}@{coming.Number}", null, $"{wide.Count} wide: {string.Join(", ", wide.Take(20).Select(w => w.Reference))}" + (rejected == 0 ? "" : $"; {rejected} rejected"));
            return held.Version;
        },
        cancellation);

    private static string Content(WatchlistEntry entry) => JsonSerializer.Serialize(entry, WatchlistJson.Default.WatchlistEntry);

    private WatchlistEntryRow Row(WatchlistEntry entry, string hash, string content, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        List = coming.List,
        Reference = entry.Reference,
        Kind = entry.Kind,
        SearchText = string.Join('\n', entry.Names.Select(n => n.Text.ToUpperInvariant()).Prepend(entry.Reference.ToUpperInvariant())),
        Content = content,
        ContentHash = hash,
        FromVersion = coming.Number,
    };
}

/// <summary>An entry as it is to be stored.</summary>
/// <param name="Entry">What it says.</param>
/// <param name="Hash">SHA-256 of its content, hexadecimal.</param>
/// <param name="Content">The same as JSON.</param>
internal sealed record StagedEntry(WatchlistEntry Entry, string Hash, string Content);
