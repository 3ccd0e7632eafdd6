using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Ledger;

/// <summary>Crossings as they were signed, where the table has them as they were corrected since.</summary>
internal static class CorrectedCrossings
{
    /// <summary>
    /// Takes the corrections back, the last first. A row that is not what its last correction made of it, or of which two corrections do not follow
    /// each other, is marked as corrected: then it is not what was signed, and is told so, also where somebody put back what stood before.
    /// </summary>
    public static async Task<List<Crossing>> AsSignedAsync(BorderContext db, IReadOnlyCollection<Crossing> crossings, CancellationToken cancellation)
    {
        if (crossings.Count == 0)
            return [];
        var corrections = (await CorrectionRegister.ReadAsync(db, [.. crossings.Select(c => c.Id)], cancellation)).ToLookup(c => c.CrossingId);
        return [.. crossings.Select(crossing => AsSigned(crossing, [.. corrections[crossing.Id]]))];
    }

    private static Crossing AsSigned(Crossing crossing, Correction[] corrections)
    {
        if (corrections.Length == 0)
            return crossing;
        if (crossing.CorrectedAt != corrections[^1].At || CorrectedFields.Of(crossing) != corrections[^1].After
            || corrections.Index().Any(c => c.Item.Number != c.Index + 1 || (c.Index > 0 && c.Item.Before != corrections[c.Index - 1].After)))
            return crossing with { CorrectedAt = corrections[^1].At };
        return corrections[0].Before.In(crossing, correctedAt: null);
    }

    /// <summary>Corrections in the table that nobody signed.</summary>
    public static Task<List<Guid>> UnsignedAsync(BorderContext db, string[] nodes, CancellationToken cancellation) => db.Corrections
        .Where(c => !nodes.Contains(c.Node) || !db.Ledger.Any(e => e.Node == c.Node && e.Kind == LedgerKind.Correction && e.Id == c.Id && e.Payload != "")).Select(c => c.Id).ToListAsync(cancellation);
}
