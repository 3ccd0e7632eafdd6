using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.Permissions;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>What a purge goes by today.</summary>
/// <param name="Schedule">The schedule in force.</param>
/// <param name="Today">At the port.</param>
/// <param name="Node">Whose ledger.</param>
/// <param name="Confirmed">The sequence up to which every destination that ever gave a receipt has given one; null where none ever did.</param>
/// <param name="LongestWindow">Days over which the rules of entry count days in the country; crossings are kept as long.</param>
internal sealed record PurgeTerms(RetentionSchedule Schedule, DateOnly Today, string Node, long? Confirmed, int LongestWindow)
{
    public static async Task<PurgeTerms> ReadAsync(BorderContext db, SiteSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var schedule = await RetentionRegister.NewestAsync(db, cancellation);
        var confirmed = await db.LedgerReceipts.Where(r => r.Node == settings.Node).MinAsync(r => (long?)r.Sequence, cancellation);
        var rules = await db.EntryRules.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
        var window = (await PublishedDocuments.EntryRulesAsync(db, cancellation) ?? rules?.Read() ?? EntryRules.None).Classes.Select(c => c.LimitWindow ?? 0).DefaultIfEmpty(0).Max();
        return new PurgeTerms(schedule, settings.LocalDay(now), settings.Node, confirmed, window);
    }

    /// <summary>The period of a class; null where the schedule keeps it for ever.</summary>
    public RetentionPeriod? PeriodOf(RecordClass of) => Schedule.Periods.FirstOrDefault(period => period.Class == of);

    /// <summary>The day before which an end makes a record due; null where none is.</summary>
    public DateOnly? CutOff(RecordClass of)
    {
        if (PeriodOf(of) is not { } period)
            return null;
        var day = Today.AddMonths(-period.Months);
        var counted = Today.AddDays(-LongestWindow);
        return of == RecordClass.Crossings && counted < day ? counted : day;
    }
}
