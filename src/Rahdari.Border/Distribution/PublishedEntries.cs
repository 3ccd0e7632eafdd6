using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Distribution;

/// <summary>A list as headquarters publishes it.</summary>
internal static class PublishedEntries
{
    /// <summary>What a line costs beside its content.</summary>
    private const int LineCost = 4;

    /// <summary>The hash of a version's content, with how many entries and individuals it has; read row by row.</summary>
    public static async Task<(string Hash, int Entries, int Individuals)> HashAsync(BorderContext db, string list, int version, CancellationToken cancellation)
    {
        var (digest, individuals) = (new ContentDigest(), 0);
        var rows = db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(list, version)).Select(e => new { e.Kind, e.Content });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            digest.Add(row.Content);
            if (row.Kind == WatchlistEntryKind.Individual)
                individuals++;
        }
        return (digest.Hash(), digest.Rows, individuals);
    }

    /// <summary>
    /// What leads from a version to the one in force, or says all of that, whichever has less to say. They are compared before they are compressed: of a list of a million entries compressing both only
    /// to throw one away would cost minutes.
    /// </summary>
    public static async Task<TopicLines> LinesAsync(BorderContext db, WatchlistVersion inForce, long from, CancellationToken cancellation)
    {
        var (list, to) = (inForce.List, inForce.Number);
        var heading = JsonSerializer.Serialize(new PublishedVersion(list, to, inForce.Form, inForce.PublishedAt), BorderJson.Default.PublishedVersion);
        var all = db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.In(list, to));
        if (from > 0 && from < to && await db.WatchlistVersions.AnyAsync(v => v.List == list && v.Number == from, cancellation))
        {
            var come = db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.Come(list, (int)from, to));
            var gone = db.WatchlistEntries.AsNoTracking().Where(WatchlistEntryRow.Gone(list, (int)from, to)).Where(g => !come.Any(c => c.Reference == g.Reference));
            var delta = await come.SumAsync(e => (long)e.Content.Length + LineCost, cancellation) + await gone.SumAsync(e => (long)e.Reference.Length + LineCost, cancellation);
            if (delta < await all.SumAsync(e => (long)e.Content.Length + LineCost, cancellation))
                return new TopicLines(from, ReadAsync(heading, come, gone, cancellation));
        }
        return new TopicLines(0, ReadAsync(heading, all, null, cancellation));
    }

    private static async IAsyncEnumerable<string> ReadAsync(
        string heading, IQueryable<WatchlistEntryRow> come, IQueryable<WatchlistEntryRow>? gone, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return heading;
        if (gone is not null)
        {
            await foreach (var reference in gone.OrderBy(e => e.Id).Select(e => e.Reference).AsAsyncEnumerable().WithCancellation(cancellation))
                yield return $"{TopicLines.Gone}\"{JsonEncodedText.Encode(reference)}\"";
        }
        // In the order of the keys: whoever asks again gets the same bytes, and goes on where the parts ended.
        await foreach (var content in come.OrderBy(e => e.Id).Select(e => e.Content).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return TopicLines.Come + content;
    }
}

/// <summary>What a version is, beside its entries.</summary>
/// <param name="List">The list's short name.</param>
/// <param name="Number">Headquarters' number.</param>
/// <param name="Form">The form that its files came in.</param>
/// <param name="PublishedAt">When its publisher made it; UTC.</param>
internal sealed record PublishedVersion(string List, int Number, string? Form, DateTimeOffset? PublishedAt);
