using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Chips;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Travellers;

/// <summary>Which traveller a document belongs to: the one who presented it before, otherwise a new one.</summary>
internal static class TravellerIdentity
{
    private const int MostTold = 5;

    /// <summary>
    /// Finds the traveller, or adds one with the document, and links whoever else is the same person. Whoever contradicts the holder known by the document's number
    /// is another traveller: their crossings are not the holder's. Of a document that nobody passed on yet, the latest reading counts.
    /// </summary>
    /// <returns>The person as known before this encounter, under the key of the traveller; what the officer must know of them; and the travellers of the person.</returns>
    public static async Task<(TravellerSummary Traveller, IReadOnlyList<Finding> Findings, Guid[] Person)> ResolveAsync(
        LedgerAppend append, MrzReading reading, string port, CancellationToken cancellation)
    {
        var (db, now, document, number) = (append.Db, append.Now, reading.Fields!, PersonalNumber.Of(reading));
        var holders = await Documents(db, document).OrderByDescending(d => d.FirstSeen).ToListAsync(cancellation);
        var known = holders.Find(h => !BelongsToOther(h, document.DateOfBirth, document.PrimaryIdentifier, document.SecondaryIdentifier));
        var (travellerId, isChanged) = (known?.TravellerId ?? Guid.CreateVersion7(now), true);
        KnownIdentity[] identities = [KnownIdentity.Of(document, number)];
        if (known is null)
        {
            var traveller = new TravellerRow { Id = travellerId, PersonId = travellerId, FirstSeen = now };
            db.Travellers.Add(traveller);
            db.Notes?.Add(travellerId, now);
            db.TravellerDocuments.Add(Of(document, number, null, Guid.CreateVersion7(now), traveller.Id, now));
            await LinkWriter.KeepKeysAsync(db, traveller, identities, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        else if (await db.LastCrossings.AnyAsync(c => c.TravellerId == travellerId, cancellation))
        {
            var kept = KnownIdentity.Of(known);
            identities = [kept, identities[0] with { PersonalNumber = number ?? kept.PersonalNumber, PlaceOfBirth = kept.PlaceOfBirth, OtherDocuments = kept.OtherDocuments }];
            (identities, isChanged) = (IsSame(kept, identities[1]) ? [kept] : identities, false);
        }
        else
        {
            var (identity, isOther) = await KeepAsync(db, known, Of(document, number, null, known.Id, travellerId, known.FirstSeen), cancellation);
            (identities, isChanged) = ([identity], isOther);
        }
        // A number that was read otherwise may contradict somebody whom it was never compared with.
        if (!await LinkWriter.FindAsync(append, travellerId, identities, isChanged, port, cancellation) && isChanged && known is not null)
            await LinkWriter.SettleLinkedAsync(append, travellerId, port, cancellation);
        await db.SaveChangesAsync(cancellation);
        var findings = new List<Finding>();
        var person = await Person.TravellersAsync(db, travellerId, cancellation);
        var summary = await SummaryAsync(db, travellerId, person, cancellation);
        if (summary.Refusals > 0)
            findings.Add(BorderRule.RefusedBefore.Broken(null, ("refusals", $"{summary.Refusals}")));
        if (await AwaitedAsync(db, person, null, cancellation) is { } counter)
            findings.Add(BorderRule.AwaitedInSecondLine.Broken(null, ("counter", counter)));
        findings.AddRange((await DocumentsAsync(db, person, travellerId, cancellation)).Select(d => Told(BorderRule.IdentityLinked, d)));
        var perhaps = !(await PersonStanding.OfAsync(db, person, cancellation)).IsPerhapsAnother ? [] : await db.TravellerLinks.Where(l => l.State == LinkState.Proposed && l.Strength != LinkStrength.None && (person.Contains(l.OneId) || person.Contains(l.OtherId)))
            .Select(l => person.Contains(l.OneId) ? l.OtherId : l.OneId).Where(id => !person.Contains(id)).Distinct().ToArrayAsync(cancellation);
        findings.AddRange((await DocumentsAsync(db, perhaps, travellerId, cancellation)).Select(d => Told(BorderRule.IdentityPerhapsKnown, d)));
        return (summary, findings, person);
    }

    /// <summary>Keeps the document as it was read when its holder passed, and what its chip says more; links whoever that tells to be the same person.</summary>
    public static async Task KeepDocumentAsync(LedgerAppend append, Guid travellerId, Guid[] person, Encounter encounter, CancellationToken cancellation)
    {
        var (db, document) = (append.Db, encounter.Document);
        if (await Documents(db, document).FirstOrDefaultAsync(d => d.TravellerId == travellerId, cancellation) is not { } known)
            return;
        // As it was read: what day that was, the number does not depend on.
        var number = PersonalNumber.Of(MrzReader.Read(string.Join('\n', encounter.MrzLines), DateOnly.FromDateTime(append.Now.UtcDateTime)));
        var (identity, isChanged) = await KeepAsync(db, known, Of(document, number, encounter.Chip, known.Id, travellerId, known.FirstSeen), cancellation);
        // What contradicts a link may be known only now, and a document that somebody passed on counts for more than one that was scanned: nothing of it where they passed on it before.
        if (!isChanged && (await PersonStanding.OfAsync(db, person, cancellation)).Spans.Any(s => s.TravellerId == travellerId && s.Crossings > 0))
            return;
        if (!isChanged || !await LinkWriter.FindAsync(append, travellerId, [identity], isChanged, encounter.Port, cancellation))
            await LinkWriter.SettleLinkedAsync(append, travellerId, encounter.Port, cancellation);
    }

    /// <summary>The counter that referred the person, where the second line awaits them in another encounter; otherwise null.</summary>
    public static async Task<string?> AwaitedAsync(BorderContext db, Guid[] person, Guid? current, CancellationToken cancellation) =>
        (await PersonStanding.OfAsync(db, person, cancellation)).Encounters.Where(e => e.State == EncounterState.Referred && e.Id != current).MinBy(e => e.OpenedAt)?.Counter;

    /// <summary>What is known in short of the person that a traveller is.</summary>
    public static async Task<TravellerSummary> SummaryAsync(BorderContext db, Guid travellerId, Guid[] person, CancellationToken cancellation)
    {
        var known = await PersonStanding.OfAsync(db, person, cancellation);
        var spans = known.Spans;
        return new TravellerSummary(travellerId, known.FirstSeen, spans.Sum(s => s.Crossings), spans.Sum(s => s.Refusals), spans.Count == 0 ? null : spans.Max(s => s.LastAt));
    }

    /// <summary>Keeps a document as it was read, with what was known of it before and is not read now.</summary>
    private static async Task<(KnownIdentity Identity, bool IsChanged)> KeepAsync(BorderContext db, TravellerDocument known, TravellerDocument read, CancellationToken cancellation)
    {
        var before = KnownIdentity.Of(known);
        read = read with
        {
            PersonalNumber = read.PersonalNumber ?? known.PersonalNumber,
            PlaceOfBirth = read.PlaceOfBirth ?? known.PlaceOfBirth,
            OtherDocuments = read.OtherDocuments ?? known.OtherDocuments,
        };
        db.Entry(known).CurrentValues.SetValues(read);
        var identity = KnownIdentity.Of(read);
        if (IsSame(before, identity))
            return (identity, false);
        await LinkWriter.KeepKeysAsync(db, await db.Travellers.SingleAsync(t => t.Id == read.TravellerId, cancellation), [identity], cancellation);
        await db.SaveChangesAsync(cancellation);
        return (identity, true);
    }

    private static Finding Told(BorderRule rule, TravellerDocument document) => rule.Broken(null, ("document", document.DocumentNumber), ("state", document.IssuingState));

    /// <summary>The newest documents of some travellers but one.</summary>
    private static async Task<IReadOnlyList<TravellerDocument>> DocumentsAsync(BorderContext db, Guid[] travellers, Guid but, CancellationToken cancellation) =>
        travellers.All(id => id == but)
            ? []
            : await db.TravellerDocuments.AsNoTracking().Where(d => travellers.Contains(d.TravellerId) && d.TravellerId != but)
                .OrderByDescending(d => d.FirstSeen).ThenByDescending(d => d.Id).Take(MostTold).ToListAsync(cancellation);

    private static bool IsSame(KnownIdentity before, KnownIdentity now) => before with { OtherDocuments = [] } == now with { OtherDocuments = [] } && before.OtherDocuments.SequenceEqual(now.OtherDocuments);

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

    /// <summary>The document of a traveller of whom only a crossing is known.</summary>
    internal static TravellerDocument Document(Crossing crossing, Guid travellerId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TravellerId = travellerId,
        IssuingState = crossing.IssuingState,
        DocumentCode = crossing.DocumentCode,
        DocumentNumber = crossing.DocumentNumber,
        Nationality = crossing.Nationality,
        PrimaryIdentifier = crossing.PrimaryIdentifier,
        SecondaryIdentifier = crossing.SecondaryIdentifier,
        DateOfBirth = crossing.DateOfBirth,
        Sex = crossing.Sex,
        DateOfExpiry = PartialDate.Unknown,
        FirstSeen = crossing.At,
        PersonalNumber = PersonalNumber.Of(crossing.IssuingState, crossing.PersonalNumber)?.ToString(),
    };

    private static TravellerDocument Of(MrzFields document, PersonalNumber? number, ChipSeen? chip, Guid id, Guid travellerId, DateTimeOffset firstSeen) => new()
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
        NameMayBeTruncated = document.NameMayBeTruncated,
        PersonalNumber = (number ?? PersonalNumber.Of(document.IssuingState, Signed(chip)?.PersonalNumber))?.ToString(),
        PlaceOfBirth = Signed(chip)?.PlaceOfBirth,
        OtherDocuments = Signed(chip)?.OtherDocuments is { Count: > 0 } others ? string.Join(' ', others.Select(other => string.Concat(other.Where(char.IsLetterOrDigit)))) : null,
    };

    private static HolderDetails? Signed(ChipSeen? chip) => chip is { IsSigned: true } ? chip.Holder : null;
}
