using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers;

/// <summary>Which traveller a document belongs to: the one who presented it before, otherwise a new one.</summary>
internal static class TravellerIdentity
{
    /// <summary>Finds or adds the traveller and the document.</summary>
    /// <returns>The traveller as known before this encounter, and what contradicts.</returns>
    public static async Task<(TravellerSummary Traveller, IReadOnlyList<Finding> Findings)> ResolveAsync(
        BorderContext db, MrzFields document, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await db.TravellerDocuments.FirstOrDefaultAsync(
            d => d.IssuingState == document.IssuingState && d.DocumentCode == document.DocumentCode && d.DocumentNumber == document.DocumentNumber,
            cancellation);
        if (known is null)
        {
            var traveller = new TravellerRow { Id = Guid.CreateVersion7(now), FirstSeen = now };
            db.Travellers.Add(traveller);
            db.TravellerDocuments.Add(Of(document, Guid.CreateVersion7(now), traveller.Id, now));
            return (new TravellerSummary(traveller.Id, now, 0, 0, null), []);
        }
        var findings = new List<Finding>();
        if (BelongsToOther(known, document))
        {
            findings.Add(BorderRule.DocumentOfOtherPerson.Broken(
                "DocumentNumber",
                ("before", $"{known.PrimaryIdentifier} {known.SecondaryIdentifier} {known.DateOfBirth}"),
                ("now", $"{document.PrimaryIdentifier} {document.SecondaryIdentifier} {document.DateOfBirth}")));
        }
        else
        {
            db.Entry(known).CurrentValues.SetValues(Of(document, known.Id, known.TravellerId, known.FirstSeen));
        }
        var summary = await SummaryAsync(db, known.TravellerId, cancellation);
        if (summary.Refusals > 0)
            findings.Add(BorderRule.RefusedBefore.Broken(null, ("refusals", $"{summary.Refusals}")));
        return (summary, findings);
    }

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

    /// <summary>Another date of birth, or a name of which no part is the same: a number does not change its holder.</summary>
    private static bool BelongsToOther(TravellerDocument known, MrzFields document)
    {
        if (!known.DateOfBirth.IsCompatibleWith(document.DateOfBirth))
            return true;
        var before = $"{known.PrimaryIdentifier} {known.SecondaryIdentifier}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var now = $"{document.PrimaryIdentifier} {document.SecondaryIdentifier}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
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
