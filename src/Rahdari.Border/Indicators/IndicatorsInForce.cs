using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>The indicators with the highest number; read anew only where others came. Thread-safe.</summary>
internal sealed class IndicatorsInForce
{
    private volatile IndicatorSet known = IndicatorSet.None;

    /// <summary>As a transaction sees them.</summary>
    public async Task<IndicatorSet> ReadAsync(BorderContext db, CancellationToken cancellation)
    {
        if (db.Notes is not { } notes)
            return await AskAsync(db, cancellation);
        return notes.Indicators ??= await AskAsync(db, cancellation);
    }

    private async Task<IndicatorSet> AskAsync(BorderContext db, CancellationToken cancellation)
    {
        var number = await db.IndicatorSets.MaxAsync(r => (int?)r.Number, cancellation) ?? 0;
        var set = known;
        if (number == set.Number)
            return set;
        if (number == 0)
            return IndicatorSet.None;
        // Numbers only rise, but a transaction that began before another ended sees the one before.
        set = (await db.IndicatorSets.AsNoTracking().SingleAsync(r => r.Number == number, cancellation)).Read();
        if (number > known.Number)
            known = set;
        return set;
    }
}
