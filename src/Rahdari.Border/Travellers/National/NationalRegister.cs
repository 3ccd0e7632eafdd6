using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Travellers.National;

/// <summary>Headquarters' end of a port's question for a person's crossings. Finds the person without writing anything of them, and audits the reading before anything is handed out. Thread-safe.</summary>
public sealed class NationalRegister
{
    private const int MostHolders = 200;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly ISenders senders;

    internal NationalRegister(BorderStorage storage, LedgerWriter ledger, ISenders senders) => (this.storage, this.ledger, this.senders) = (storage, ledger, senders);

    /// <summary>The crossings of whoever presented some documents, at every port and as they stand. Only for a node that takes part; who may ask there, the port has checked.</summary>
    /// <param name="question">The question.</param>
    /// <param name="node">The node over whose link it came.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null for a node that takes no part.</returns>
    public async Task<KnownHistory?> ReadAsync(HistoryQuestion question, string node, CancellationToken cancellation = default)
    {
        if (senders.Find(node) is not { IsRevoked: false } sender)
            return null;
        await using var db = storage.Open();
        var found = new HashSet<Guid>();
        foreach (var document in question.Documents.Take(HistoryQuestion.MostDocuments))
            found.UnionWith(await PersonsAsync(db, document, cancellation));
        Guid[] persons = [.. found.Order()];
        await AuditAsync(question, sender, persons, cancellation);
        var travellers = await db.Travellers.Where(t => persons.Contains(t.PersonId)).Select(t => t.Id).ToArrayAsync(cancellation);
        if (await CrossingSpans.CrossingsAsync(db, travellers, cancellation) is not { } recorded)
            return new KnownHistory([], HasMore: false);
        var newest = await recorded.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(KnownHistory.MostCrossings + 1).ToListAsync(cancellation);
        return new KnownHistory([.. newest.Take(KnownHistory.MostCrossings).Select(NationalCrossing.Of)], newest.Count > KnownHistory.MostCrossings);
    }

    /// <summary>Each person who is read, in the name of who asked at which node; of nobody who is known, that it was asked.</summary>
    private async Task AuditAsync(HistoryQuestion question, Sender sender, Guid[] persons, CancellationToken cancellation) => await ledger.WriteAsync(
        append =>
        {
            var asker = $"{question.Asker}@{sender.Node}";
            if (persons.Length == 0)
                append.Audit(asker, AuditAction.TravellerAsked, null, null, sender.Port, "nobody known");
            foreach (var person in persons)
                append.Audit(asker, AuditAction.TravellerRead, "traveller", person.ToString(), sender.Port, "asked over the link");
            return Task.FromResult(true);
        },
        cancellation);

    /// <summary>
    /// Who presented the document; of a document that was never seen here, whom it would be linked with (<see cref="IdentityComparison"/>). Of people who were told apart, or who cannot be one, the holder whom
    /// a counter would take it for; where nothing but the likeness speaks for any of them, nobody.
    /// </summary>
    private static async Task<IEnumerable<Guid>> PersonsAsync(BorderContext db, KnownIdentity document, CancellationToken cancellation)
    {
        var seen = await db.TravellerDocuments.AsNoTracking()
            .Where(d => d.IssuingState == document.IssuingState && d.DocumentCode == document.DocumentCode && d.DocumentNumber == document.DocumentNumber)
            .OrderByDescending(d => d.FirstSeen).ThenByDescending(d => d.Id).Take(MostHolders).ToListAsync(cancellation);
        Guid[] holders = [.. seen.Where(d => !TravellerIdentity.BelongsToOther(d, document.DateOfBirth, document.PrimaryIdentifier, document.SecondaryIdentifier)).Select(d => d.TravellerId).Distinct()];
        var found = holders.Length > 0 ? holders : await LinkWriter.AlikeAsync(db, document, cancellation);
        var personOf = await db.Travellers.Where(t => found.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.PersonId, cancellation);
        Guid[] persons = [.. found.Where(personOf.ContainsKey).Select(id => personOf[id]).Distinct()];
        if (persons.Length <= 1 || !await LinkWriter.AreApartAsync(db, persons, cancellation))
            return persons;
        return persons.Take(holders.Length > 0 ? 1 : 0);
    }
}
