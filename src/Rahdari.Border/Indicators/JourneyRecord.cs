using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Indicators;

/// <summary>Signs with a decision what was told, observed and found until then; nothing where nothing was.</summary>
internal static class JourneyRecord
{
    public static void Append(LedgerAppend append, EncounterRow encounter, Crossing? crossing, bool isFirst, Actor actor)
    {
        var content = EncounterContent.Of(encounter.Content);
        if (content.Journey is null && content.Indications is not { Count: > 0 })
            return;
        var told = content.Journey ?? new JourneyTold();
        append.Journey(new JourneyRow
        {
            Id = Guid.CreateVersion7(append.Now),
            EncounterId = encounter.Id,
            CrossingId = crossing?.Id,
            TravellerId = encounter.TravellerId,
            Port = encounter.Port,
            At = append.Now,
            By = actor.Name,
            IsFirst = isFirst,
            Told = JsonSerializer.Serialize(told, BorderJson.Default.JourneyTold),
            Found = string.Join(',', content.Indications.Select(seen => seen.Code)),
            SetNumber = content.Indications.Select(seen => (int?)seen.SetNumber).FirstOrDefault(),
            SponsorKey = told.Key(ContactKind.Sponsor),
            PhoneKey = told.Key(ContactKind.Phone),
            AddressKey = told.Key(ContactKind.Address),
        });
    }

    /// <summary>Whether nothing was recorded of the person before; not asked where nothing of the journey is kept.</summary>
    public static async Task<bool> IsFirstAsync(BorderContext db, EncounterRow encounter, Guid[] person, CancellationToken cancellation) =>
        EncounterContent.Of(encounter.Content) is { } content && (content.Journey is not null || content.Indications is { Count: > 0 })
        && !await db.LastCrossings.AnyAsync(l => person.Contains(l.TravellerId), cancellation);
}
