using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Permissions;

/// <summary>The rules of entry of headquarters where it governs, otherwise those of the site's own with the highest number; read anew only where another came. Thread-safe.</summary>
internal sealed class EntryRulesInForce
{
    private volatile Known known = new(Guid.Empty, null, EntryRules.None);

    /// <summary>As a transaction sees them.</summary>
    public async Task<EntryRules> ReadAsync(BorderContext db, CancellationToken cancellation)
    {
        if (db.Notes is not { } notes)
            return await AskAsync(db, cancellation);
        return notes.EntryRules ??= await AskAsync(db, cancellation);
    }

    private async Task<EntryRules> AskAsync(BorderContext db, CancellationToken cancellation)
    {
        if (await Governed.HashAsync(db, Topic.EntryRules, cancellation) is { } published)
        {
            if (known is { } same && same.Published == published)
                return same.Rules;
            var of = await PublishedDocuments.EntryRulesAsync(db, cancellation) ?? EntryRules.None;
            known = new Known(Guid.Empty, published, of);
            return of;
        }
        var id = await db.EntryRules.OrderByDescending(r => r.Number).Select(r => r.Id).FirstOrDefaultAsync(cancellation);
        var last = known;
        if (id == last.Id || id == Guid.Empty)
            return id == Guid.Empty ? EntryRules.None : last.Rules;
        // By its row and not by its number: a transaction that published may never end, and another take the number.
        var rules = (await db.EntryRules.AsNoTracking().SingleAsync(r => r.Id == id, cancellation)).Read();
        known = new Known(id, null, rules);
        return rules;
    }

    private sealed record Known(Guid Id, string? Published, EntryRules Rules);
}
