using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Distribution;

/// <summary>
/// Brings a version of a list as headquarters published it into force: written in units between which the counters write, seen by nobody, its content hashed from the tables and compared, and then in
/// force in one transaction.
/// </summary>
/// <remarks>
/// A version that follows the one here by its number is written as a difference. Where the numbers do not allow that, because a list of the site's own was ahead or the version held was not what
/// headquarters published, it is written under a name that no list has, and takes the place of everything that is here of the list.
/// </remarks>
internal sealed class ReceivedEntries(BorderStorage storage, LedgerWriter ledger, Topic topic, UpdateTerms terms, IProgress<double>? progress, CancellationToken cancellation)
{
    private readonly HashSet<Guid> seen = [];
    private int added;
    private int changed;
    private int delisted;

    /// <param name="lines">The update.</param>
    /// <param name="held">What is held of the topic, or null.</param>
    /// <param name="follow">What else changes in the transaction that brings it into force; told what of the site's own it replaced, or null.</param>
    public async Task<Answer<WatchlistVersion>> ApplyAsync(UpdateLines lines, HeldTopicRow? held, Func<LedgerAppend, string, Task> follow)
    {
        if (await HeadingAsync(lines) is not { } heading)
            return lines.Problem!;
        var current = await CurrentAsync();
        if (!terms.IsSnapshot && current?.Number != terms.From)
            return BorderRule.PublishedBase.Broken("from", ("topic", topic.Name), ("offered", $"{terms.From}"), ("held", $"{current?.Number ?? 0}"));
        var replaces = current is not null && current.Number >= terms.To;
        var coming = Version(heading, 0, 0) with { List = replaces ? $"~{topic.List}" : topic.List };
        var staged = new StagedImport(ledger, coming, 0, cancellation, isHeadquarters: true);
        var written = await staged.BeginAsync(clearsAll: replaces) && await WriteAsync(staged, coming, lines, replaces ? null : current);
        if (lines.Problem is { } problem)
            return problem;
        if (!written)
            return BorderRule.WatchlistImportSuperseded.Broken("list", ("list", topic.List));
        int entries, individuals;
        await using (var db = storage.Open())
        await using (await db.BeginSnapshotAsync(cancellation))
        {
            (var hash, entries, individuals) = await PublishedEntries.HashAsync(db, coming.List, coming.Number, cancellation);
            if (hash != terms.ContentHash)
                return BorderRule.PublishedDiffers.Broken("contentHash", ("topic", topic.Name), ("version", $"{terms.To}"));
        }
        progress?.Report(1);
        cancellation.ThrowIfCancellationRequested();
        var inForce = await staged.BringIntoForceAsync(
            Version(heading, entries, individuals),
            async append =>
            {
                if (replaces)
                    await ReplaceAsync(append, coming.List);
                await follow(append, $"{added} added, {changed} changed, {delisted} delisted" + (held is null && current is not null ? $"; replaced the site's own {current.List}@{current.Number}" : ""));
            });
        return inForce is null ? BorderRule.WatchlistImportSuperseded.Broken("list", ("list", topic.List)) : inForce;
    }

    private WatchlistVersion Version(PublishedVersion heading, int entries, int individuals) => new()
    {
        List = heading.List,
        Number = heading.Number,
        Form = heading.Form,
        PublishedAt = heading.PublishedAt is { } published ? DateTimeOffset.FromUnixTimeMilliseconds(published.ToUnixTimeMilliseconds()) : null,
        ImportedAt = default, // When it comes into force.
        ImportedBy = terms.Node,
        Entries = entries,
        Individuals = individuals,
        Added = added,
        Changed = changed,
        Delisted = delisted,
    };

    private async Task<PublishedVersion?> HeadingAsync(UpdateLines lines)
    {
        if (await lines.NextAsync(cancellation) is not { } line)
        {
            lines.Fail("version");
            return null;
        }
        if (Parsed(line.Span, BorderJson.Default.PublishedVersion) is { } version && version.List == topic.List && version.Number == terms.To && IsText(version.Form ?? ""))
            return version;
        lines.Fail($"{topic.List}@{terms.To}");
        return null;
    }

    private async Task<WatchlistVersion?> CurrentAsync()
    {
        await using var db = storage.Open();
        return await db.WatchlistVersions.AsNoTracking().Where(v => v.List == topic.List).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
    }

    private async Task<bool> WriteAsync(StagedImport staged, WatchlistVersion coming, UpdateLines lines, WatchlistVersion? current)
    {
        var (come, gone) = (new Dictionary<string, StagedEntry>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        while (await lines.NextAsync(cancellation) is { } line)
        {
            if (!Take(line.Span, come, gone))
                lines.Fail("entry");
            if (come.Count + gone.Count < StagedImport.RowsAUnit && lines.Problem is null)
                continue;
            if (lines.Problem is not null || !await UnitAsync(staged, coming, lines, current, come, gone))
                return false;
            come.Clear();
            gone.Clear();
        }
        return lines.Problem is null && await UnitAsync(staged, coming, lines, current, come, gone) && (!terms.IsSnapshot || current is null || await CloseOthersAsync(staged, current));
    }

    private bool Take(ReadOnlySpan<byte> line, Dictionary<string, StagedEntry> come, HashSet<string> gone)
    {
        if (line.IsEmpty)
            return false;
        var json = line[1..];
        if (line[0] == TopicLines.Gone && !terms.IsSnapshot)
            return Parsed(json, BorderJson.Default.String) is { } reference && gone.Add(reference);
        if (line[0] != TopicLines.Come || Parsed(json, WatchlistJson.Default.WatchlistEntry) is not { } entry || !IsWhole(entry))
            return false;
        return come.TryAdd(entry.Reference, new StagedEntry(entry, Convert.ToHexString(SHA256.HashData(json)), Encoding.UTF8.GetString(json)));
    }

    /// <summary>Writes what some lines change of the version here.</summary>
    private async Task<bool> UnitAsync(StagedImport staged, WatchlistVersion coming, UpdateLines lines, WatchlistVersion? current, Dictionary<string, StagedEntry> come, HashSet<string> gone)
    {
        string[] references = [.. come.Keys.Union(gone)];
        var closed = new List<Guid>();
        var same = new HashSet<string>(StringComparer.Ordinal);
        await using (var db = storage.Open())
        {
            if (await db.WatchlistEntries.AnyAsync(e => e.List == coming.List && e.FromVersion == coming.Number && references.Contains(e.Reference), cancellation))
                lines.Fail("entry twice");
            var here = current is null ? [] : await db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(topic.List, current.Number)).Where(e => references.Contains(e.Reference))
                .Select(e => new { e.Id, e.Reference, e.Content }).ToListAsync(cancellation);
            foreach (var row in here)
            {
                seen.Add(row.Id);
                if (come.GetValueOrDefault(row.Reference)?.Content == row.Content)
                    same.Add(row.Reference);
                else
                    closed.Add(row.Id);
            }
            changed += here.Count(row => come.ContainsKey(row.Reference) && !same.Contains(row.Reference));
            delisted += here.Count(row => !come.ContainsKey(row.Reference));
            added += come.Count - here.Count(row => come.ContainsKey(row.Reference));
        }
        if (lines.Problem is not null || !await staged.WriteAsync(closed, [.. come.Values.Where(e => !same.Contains(e.Entry.Reference))]))
            return false;
        progress?.Report(Math.Min(0.99, (double)lines.Read / terms.Size));
        return true;
    }

    /// <summary>Of a snapshot: what it did not name is gone.</summary>
    private async Task<bool> CloseOthersAsync(StagedImport staged, WatchlistVersion current)
    {
        var others = new List<Guid>();
        await using (var db = storage.Open())
        {
            await foreach (var id in db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(topic.List, current.Number)).Select(e => e.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (!seen.Contains(id))
                    others.Add(id);
            }
        }
        delisted += others.Count;
        foreach (var some in others.Chunk(StagedImport.RowsAUnit))
        {
            if (!await staged.WriteAsync(some, []))
                return false;
        }
        return true;
    }

    /// <summary>Puts what was written in the place of everything that is here of the list.</summary>
    private async Task ReplaceAsync(LedgerAppend append, string written)
    {
        var db = append.Db;
        if (await db.WatchlistImports.AnyAsync(i => i.List == topic.List && i.Held != null, cancellation))
            append.Audit(terms.Node, AuditAction.WatchlistDropped, "watchlist", topic.List, null, "replaced by headquarters' list");
        await db.WatchlistImports.Where(i => i.List == topic.List).ExecuteDeleteAsync(cancellation);
        await db.WatchlistVersions.Where(v => v.List == topic.List).ExecuteDeleteAsync(cancellation);
        await db.WatchlistEntries.Where(e => e.List == topic.List).ExecuteDeleteAsync(cancellation);
        await db.WatchlistEntries.Where(e => e.List == written).ExecuteUpdateAsync(set => set.SetProperty(e => e.List, topic.List), cancellation);
    }

    /// <summary>True where whoever screens finds all that an entry must have: JSON may say null of anything, whatever the type says.</summary>
    private static bool IsWhole(WatchlistEntry entry) =>
        entry is { Reference.Length: > 0, Programme: not null, Names: not null, BirthDates: not null, BirthPlaces: not null, Nationalities: not null, Documents: not null, Addresses: not null, Designations: not null, Remarks: not null }
        && Enum.IsDefined(entry.Kind) && IsText(entry.Reference)
        && entry.Names.All(name => name is { Text: { } text } && IsText(text))
        && entry.Documents.All(document => document is { Type: not null, Number: not null })
        && entry.BirthPlaces.Concat(entry.Nationalities).Concat(entry.Addresses).Concat(entry.Designations).All(text => text is not null);

    /// <summary>PostgreSQL's text cannot hold it.</summary>
    private static bool IsText(string text) => !text.Contains('\0', StringComparison.Ordinal);

    private static T? Parsed<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
