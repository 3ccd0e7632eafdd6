using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Encounters;

/// <summary>An encounter to which something more of the document is to be added: it is at the actor's port, and nobody has decided.</summary>
internal static class OpenEncounter
{
    public static async Task<Answer<EncounterRow>> FindAsync(BorderContext db, Guid encounterId, Actor actor, CancellationToken cancellation)
    {
        var id = ("encounter", encounterId.ToString());
        if (await db.Encounters.SingleOrDefaultAsync(e => e.Id == encounterId, cancellation) is not { } row)
            return BorderRule.EncounterNotFound.Broken(null, id);
        if (actor.IsElsewhere(row.Port) is { } elsewhere)
            return elsewhere;
        return row.State switch
        {
            EncounterState.Decided => BorderRule.EncounterDecided.Broken(null, id),
            EncounterState.Superseded => BorderRule.EncounterSuperseded.Broken(null, id),
            _ => row,
        };
    }
}
