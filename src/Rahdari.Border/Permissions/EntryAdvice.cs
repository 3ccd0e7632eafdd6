using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Permissions;

/// <summary>Reads what counts for a traveller's entry and judges it, within one transaction.</summary>
internal sealed class EntryAdvice(EntryRulesInForce rules, SiteSettings settings)
{
    /// <summary>Of a traveller only so many of the newest crossings count for a rolling limit: two a day for over a year.</summary>
    private const int NewestCrossings = 1000;

    /// <summary>For so long it is told of a permission that it has ended.</summary>
    private const int DaysTold = 366;

    /// <summary>The ways in; null where no rules of entry were ever published here.</summary>
    /// <param name="db">What the transaction sees.</param>
    /// <param name="document">The document presented.</param>
    /// <param name="person">The travellers of whose it is.</param>
    /// <param name="visaNumber">The number of a visa of this country that was presented with it, or null.</param>
    /// <param name="today">At the port.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<EntryOptions?> OptionsAsync(BorderContext db, MrzFields document, Guid[] person, string? visaNumber, DateOnly today, CancellationToken cancellation)
    {
        var now = await rules.ReadAsync(db, cancellation);
        if (now.Number == 0)
            return null;
        var held = await HeldAsync(db, document, person, visaNumber, today, cancellation);
        var counts = now.Classes.Any(c => c.LimitDays is not null && (c.Issued ? held.Any(h => h.Permission.Class == c.Code) : c.IsFor(document.Nationality)));
        var stays = counts ? await StaysAsync(db, person, today, cancellation) : [];
        return EntryEvaluation.Of(new EntryQuestion(document, settings.Port, today, now, held, stays), settings.LocalDay);
    }

    /// <summary>An encounter with the ways in judged anew; itself where the traveller leaves or is a national.</summary>
    public async Task<EncounterContent> JudgeAsync(BorderContext db, EncounterContent content, Guid[] person, Direction direction, DateOnly today, CancellationToken cancellation)
    {
        if (direction != Direction.Entry || content.Document.Nationality == settings.Country)
            return content;
        var visa = NumberOf(content.Visa?.Document);
        var options = await OptionsAsync(db, content.Document, person, visa, today, cancellation);
        return content with
        {
            Entry = options,
            DefaultPermittedUntil = options?.Best is { } best ? best.Until : today.AddDays(settings.DefaultStayDays),
            Reasons = [.. content.Reasons.Where(reason => !EntryFindings.IsOfEntry(reason)).Concat(EntryFindings.Of(options, visa)).OrderByDescending(reason => reason.Severity)],
        };
    }

    /// <summary>
    /// Where the way in that a decision takes is no longer what it was, because it was revoked, used up or changed since, the encounter with the ways in judged anew; otherwise null.
    /// </summary>
    public async Task<EncounterContent?> ChangedAsync(BorderContext db, EncounterContent content, Guid[] person, EntryOption taken, DateOnly today, CancellationToken cancellation)
    {
        var judged = await JudgeAsync(db, content, person, Direction.Entry, today, cancellation);
        // Two authorities may have issued the same number: what is under the key now must be what was taken.
        var still = judged.Entry?.All.FirstOrDefault(option => option.Key == taken.Key && option.PermissionId == taken.PermissionId);
        return still is { IsUsable: true } && !(still.Until < (taken.Until ?? DateOnly.MaxValue)) ? null : judged with { Revision = content.Revision + 1 };
    }

    /// <summary>The number of a visa of this country, as its zone has it; null of another country's, or where none was presented.</summary>
    public string? NumberOf(MrzFields? visa) => visa is not null && visa.IssuingState == settings.Country && visa.DocumentNumber.Length > 0 ? visa.DocumentNumber : null;

    private async Task<IReadOnlyList<HeldPermission>> HeldAsync(BorderContext db, MrzFields document, Guid[] person, string? visaNumber, DateOnly today, CancellationToken cancellation)
    {
        var carried = await db.TravellerDocuments.AsNoTracking().Where(d => person.Contains(d.TravellerId)).Select(d => new { d.IssuingState, d.DocumentNumber }).ToListAsync(cancellation);
        HashSet<(string State, string Number)> documents = [(document.IssuingState, document.DocumentNumber), .. carried.Select(d => (d.IssuingState, d.DocumentNumber))];
        var numbers = documents.Select(d => d.Number).ToArray();
        var asRead = visaNumber is null ? "" : EntryFindings.AsRead(visaNumber);
        var since = today.AddDays(-DaysTold);
        var rows = await db.Permissions.AsNoTracking()
            .Where(p => (p.ValidUntil >= since && numbers.Contains(p.DocumentNumber)) || (asRead != "" && p.NumberAsRead == asRead)).ToListAsync(cancellation);
        rows.RemoveAll(row => !documents.Contains((row.IssuingState, row.DocumentNumber)) && row.NumberAsRead != asRead);
        var ids = rows.Select(row => (Guid?)row.Id).ToArray();
        // Nobody entered by one before its first day: of a record by months those before are not asked. A clock may have been a day ahead.
        var first = rows.Count > 0 && rows.Min(row => row.ValidFrom) is { Year: > 1900 } day ? settings.StartOf(day.AddDays(-1)) : DateTimeOffset.MinValue;
        var used = ids.Length == 0 ? [] : await db.Crossings.Where(c => ids.Contains(c.PermissionId) && c.At >= first && c.Outcome == CrossingOutcome.Admitted)
            .GroupBy(c => c.PermissionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count, cancellation);
        return [.. rows.Select(row => new HeldPermission(
            row.Read(), used.GetValueOrDefault(row.Id), row.NumberAsRead == asRead || (row.IssuingState == document.IssuingState && row.DocumentNumber == document.DocumentNumber)))];
    }

    private async Task<IReadOnlyList<RecordedStay>> StaysAsync(BorderContext db, Guid[] person, DateOnly today, CancellationToken cancellation)
    {
        if (await CrossingSpans.CrossingsAsync(db, person, cancellation) is not { } recorded)
            return [];
        var crossings = await recorded.OrderByDescending(c => c.At).Take(NewestCrossings).ToListAsync(cancellation);
        return StayPairing.Of(crossings, [], today, settings);
    }
}
