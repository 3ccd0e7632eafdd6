using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Storage;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers;

/// <summary>Which traveller a document belongs to: the one who presented it before, otherwise a new one.</summary>
internal static class TravellerIdentity
{
    /// <summary>
    /// Finds the traveller, or adds one with the document. Whoever contradicts the holder known by the document's number
    /// is another traveller: their crossings are not the holder's.
    /// </summary>
    /// <returns>The traveller as known before this encounter, and what the officer must know of them.</returns>
    public static async Task<(TravellerSummary Traveller, IReadOnlyList<Finding> Findings)> ResolveAsync(
        BorderContext db, MrzFields document, DateTimeOffset now, CancellationToken cancellation)
    {
        var holders = await Documents(db, document).OrderByDescending(d => d.FirstSeen).ToListAsync(cancellation);
        var known = holders.Find(h => !BelongsToOther(h, document.DateOfBirth, document.PrimaryIdentifier, document.SecondaryIdentifier));
        var findings = new List<Finding>();
        if (known is null)
        {
            var traveller = new TravellerRow { Id = Guid.CreateVersion7(now), FirstSeen = now };
            db.Travellers.Add(traveller);
            db.TravellerDocuments.Add(Of(document, Guid.CreateVersion7(now), traveller.Id, now));
            return (new TravellerSummary(traveller.Id, now, 0, 0, null), findings);
        }
        var summary = await SummaryAsync(db, known.TravellerId, cancellation);
        if (summary.Refusals > 0)
            findings.Add(BorderRule.RefusedBefore.Broken(null, ("refusals", $"{summary.Refusals}")));
        if (await AwaitedAsync(db, known.TravellerId, null, cancellation) is { } counter)
            findings.Add(BorderRule.AwaitedInSecondLine.Broken(null, ("counter", counter)));
        return (summary, findings);
    }

    /// <summary>Keeps the document as it was read when its holder passed.</summary>
    public static async Task KeepDocumentAsync(BorderContext db, Guid travellerId, MrzFields document, CancellationToken cancellation)
    {
        if (await Documents(db, document).FirstOrDefaultAsync(d => d.TravellerId == travellerId, cancellation) is { } known)
            db.Entry(known).CurrentValues.SetValues(Of(document, known.Id, travellerId, known.FirstSeen));
    }

    /// <summary>The counter that referred the traveller, where the second line awaits them in another encounter; otherwise null.</summary>
    public static Task<string?> AwaitedAsync(BorderContext db, Guid travellerId, Guid? current, CancellationToken cancellation) =>
        db.Encounters.Where(e => e.TravellerId == travellerId && e.State == EncounterState.Referred && e.Id != current)
            .OrderBy(e => e.OpenedAt).Select(e => e.Counter).FirstOrDefaultAsync(cancellation);

    /// <summary>What is known of a traveller in short.</summary>
    public static async Task<TravellerSummary> SummaryAsync(BorderContext db, Guid travellerId, CancellationToken cancellation)
    {
        var firstSeen = await db.Travellers.Where(t => t.Id == travellerId).Select(t => t.FirstSeen).SingleAsync(cancellation);
        var counts = await db.Crossings.Where(c => c.TravellerId == travellerId)
            .GroupBy(c => c.Outcome == CrossingOutcome.Refused)
            .Select(g => new { Refused = g.Key, Count = g.Count(), Last = g.Max(c => c.At) })
            .ToListAsync(cancellation);
        return new TravellerSummary(
            travellerId,
            firstSeen,
            counts.Where(c => !c.Refused).Sum(c => c.Count),
            counts.Where(c => c.Refused).Sum(c => c.Count),
            counts.Count == 0 ? null : counts.Max(c => c.Last));
    }

    private static IQueryable<TravellerDocument> Documents(BorderContext db, MrzFields document) => db.TravellerDocuments.Where(
        d => d.IssuingState == document.IssuingState && d.DocumentCode == document.DocumentCode && d.DocumentNumber == document.DocumentNumber);

    /// <summary>Another date of birth, or a name of which no part is the same: a number does not change its holder.</summary>
    internal static bool BelongsToOther(TravellerDocument known, PartialDate dateOfBirth, string primaryIdentifier, string secondaryIdentifier)
    {
        if (!known.DateOfBirth.IsCompatibleWith(dateOfBirth))
            return true;
        var before = $"{known.PrimaryIdentifier} {known.SecondaryIdentifier}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var now = $"{primaryIdentifier} {secondaryIdentifier}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return before.Length > 0 && now.Length > 0 && !before.Intersect(now, StringComparer.Ordinal).Any();
    }

    private static TravellerDocument Of(MrzFields document, Guid id, Guid travellerId, DateTimeOffset firstSeen) => new()
    {
        Id = id,
        TravellerId = travellerId,
        IssuingState = document.IssuingState,
        DocumentCode = document.DocumentCode,
        DocumentNumber = document.DocumentNumber,
        Nationality = document.Nationality,
        PrimaryIdentifier = document.PrimaryIdentifier,
        SecondaryIdentifier = document.SecondaryIdentifier,
        DateOfBirth = document.DateOfBirth,
        Sex = document.Sex,
        DateOfExpiry = document.DateOfExpiry,
        FirstSeen = firstSeen,
    };
}
