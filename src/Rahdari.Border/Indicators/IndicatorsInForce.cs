using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>The indicators of headquarters where it governs, otherwise the site's own with the highest number; read anew only where others came. Thread-safe.</summary>
internal sealed class IndicatorsInForce
{
    private volatile Known known = new(Guid.Empty, null, IndicatorSet.None);

    /// <summary>As a transaction sees them.</summary>
    public async Task<IndicatorSet> ReadAsync(BorderContext db, CancellationToken cancellation)
    {
        if (db.Notes is not { } notes)
            return await AskAsync(db, cancellation);
        return notes.Indicators ??= await AskAsync(db, cancellation);
    }

    private async Task<IndicatorSet> AskAsync(BorderContext db, CancellationToken cancellation)
    {
        if (await Governed.HashAsync(db, Topic.Indicators, cancellation) is { } published)
        {
            if (known is { } same && same.Published == published)
                return same.Set;
            var of = await PublishedDocuments.IndicatorsAsync(db, cancellation) ?? IndicatorSet.None;
            known = new Known(Guid.Empty, published, of);
            return of;
        }
        var id = await db.IndicatorSets.OrderByDescending(r => r.Number).Select(r => r.Id).FirstOrDefaultAsync(cancellation);
        var last = known;
        if (id == last.Id || id == Guid.Empty)
            return id == Guid.Empty ? IndicatorSet.None : last.Set;
        // By its row and not by its number: a transaction that published may never end, and another take the number.
        var set = (await db.IndicatorSets.AsNoTracking().SingleAsync(r => r.Id == id, cancellation)).Read();
        known = new Known(id, null, set);
        return set;
    }

    private sealed record Known(Guid Id, string? Published, IndicatorSet Set);
}
