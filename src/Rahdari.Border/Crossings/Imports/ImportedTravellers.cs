using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>Whose crossings a batch tells of, by the rules of <see cref="TravellerIdentity"/>: one question for all documents of the batch, the rest in memory.</summary>
internal sealed class ImportedTravellers
{
    private readonly Dictionary<(string State, string Code, string Number), List<TravellerDocument>> holders = [];
    private readonly List<TravellerRow> travellers = [];
    private readonly List<TravellerDocument> documents = [];
    private readonly List<TravellerKeyRow> keys = [];

    private ImportedTravellers()
    {
    }

    /// <summary>Travellers whom nobody knew before.</summary>
    public IReadOnlyList<TravellerRow> Travellers => travellers;

    /// <summary>Their documents.</summary>
    public IReadOnlyList<TravellerDocument> Documents => documents;

    /// <summary>What they are looked up by.</summary>
    public IReadOnlyList<TravellerKeyRow> Keys => keys;

    /// <summary>With who holds the documents so far.</summary>
    public static async Task<ImportedTravellers> OfAsync(BorderContext db, IReadOnlyList<Crossing> crossings, CancellationToken cancellation)
    {
        var known = new ImportedTravellers();
        var wanted = crossings.Select(Key).Distinct().ToArray();
        foreach (var document in await Held(db, wanted).AsNoTracking().ToListAsync(cancellation))
            known.Of((document.IssuingState, document.DocumentCode, document.DocumentNumber)).Add(document);
        foreach (var held in known.holders.Values)
            held.Sort((a, b) => b.FirstSeen.CompareTo(a.FirstSeen));
        return known;
    }

    /// <summary>The traveller, who is new where nobody known holds the document.</summary>
    public Guid Resolve(Crossing crossing, DateTimeOffset now)
    {
        var held = Of(Key(crossing));
        if (held.Find(h => !TravellerIdentity.BelongsToOther(h, crossing.DateOfBirth, crossing.PrimaryIdentifier, crossing.SecondaryIdentifier)) is { } holder)
            return holder.TravellerId;
        var id = Guid.CreateVersion7(now);
        var traveller = new TravellerRow { Id = id, PersonId = id, FirstSeen = crossing.At, KeysVersion = IdentityKeys.Version };
        var document = TravellerIdentity.Document(crossing, traveller.Id, now);
        travellers.Add(traveller);
        documents.Add(document);
        keys.AddRange(LinkWriter.Keys(KnownIdentity.Of(document)).Select(key => new TravellerKeyRow { Key = key, TravellerId = id }));
        held.Insert(0, document);
        return traveller.Id;
    }

    private static (string State, string Code, string Number) Key(Crossing c) => (c.IssuingState, c.DocumentCode, c.DocumentNumber);

    private static IQueryable<TravellerDocument> Held(BorderContext db, (string State, string Code, string Number)[] keys)
    {
        if (db is PostgresBorderContext)
        {
            var (states, codes, numbers) = (keys.Select(k => k.State).ToArray(), keys.Select(k => k.Code).ToArray(), keys.Select(k => k.Number).ToArray());
            return db.TravellerDocuments.FromSql(
                $"""
                SELECT d.* FROM unnest({states}, {codes}, {numbers}) AS k (state, code, number)
                JOIN border.traveller_documents d ON d.issuing_state = k.state AND d.document_code = k.code AND d.document_number = k.number
                """);
        }
        var json = JsonSerializer.Serialize(keys.Select(k => new[] { k.State, k.Code, k.Number }).ToArray(), BorderJson.Default.StringArrayArray);
        return db.TravellerDocuments.FromSql(
            $"""
            SELECT d.* FROM json_each({json}) AS k
            CROSS JOIN traveller_documents AS d ON d.issuing_state = k.value ->> 0 AND d.document_code = k.value ->> 1 AND d.document_number = k.value ->> 2
            """);
    }

    private List<TravellerDocument> Of((string State, string Code, string Number) key)
    {
        if (!holders.TryGetValue(key, out var held))
            holders[key] = held = [];
        return held;
    }
}
