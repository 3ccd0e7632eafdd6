using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Permissions;

/// <summary>The rules of entry with the highest number; read anew only where another came. Thread-safe.</summary>
internal sealed class EntryRulesInForce
{
    private volatile EntryRules known = EntryRules.None;

    /// <summary>As a transaction sees them.</summary>
    public async Task<EntryRules> ReadAsync(BorderContext db, CancellationToken cancellation)
    {
        if (db.Notes is not { } notes)
            return await AskAsync(db, cancellation);
        return notes.EntryRules ??= await AskAsync(db, cancellation);
    }

    private async Task<EntryRules> AskAsync(BorderContext db, CancellationToken cancellation)
    {
        var number = await db.EntryRules.MaxAsync(r => (int?)r.Number, cancellation) ?? 0;
        var rules = known;
        if (number == rules.Number)
            return rules;
        if (number == 0)
            return EntryRules.None;
        // Numbers only rise, but a transaction that began before another ended sees the one before.
        rules = (await db.EntryRules.AsNoTracking().SingleAsync(r => r.Number == number, cancellation)).Read();
        if (number > known.Number)
            known = rules;
        return rules;
    }
}
