using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Chips;
using Rahdari.Border.Ledger;
using Rahdari.Border.Pictures;
using Rahdari.Border.Storage;
using Rahdari.Border.Visas;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Encounters;

/// <summary>The same zone at the same counter once more, for the other direction or with an adult beside: what was added of the document stays with it, and so does what was found in it.</summary>
internal static class PresentedAgain
{
    /// <summary>After it whoever stands at the counter may hold another document with the same zone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>What an encounter that is opened takes over from the one that it supersedes; itself where there is none.</summary>
    public static async Task<EncounterContent> CarryAsync(LedgerAppend append, Guid encounterId, string port, string counter, EncounterContent content, CancellationToken cancellation)
    {
        var (db, since) = (append.Db, append.Now - Longest);
        if (db.Notes?.Person is { } standing && !standing.Encounters.Any(e => e.TravellerId == content.Traveller.Id && e.Port == port && e.Counter == counter && e.State == EncounterState.Open))
            return content;
        var before = await db.Encounters.AsNoTracking()
            .Where(e => e.TravellerId == content.Traveller.Id && e.Port == port && e.Counter == counter && e.State == EncounterState.Open && e.OpenedAt >= since)
            .OrderByDescending(e => e.OpenedAt).FirstOrDefaultAsync(cancellation);
        if (before is null || EncounterContent.Of(before.Content) is not { } carried || !carried.MrzLines.SequenceEqual(content.MrzLines))
            return content;
        if (await db.EncounterChips.AsNoTracking().SingleOrDefaultAsync(c => c.EncounterId == before.Id, cancellation) is { } chip)
            db.EncounterChips.Add(new EncounterChipRow { EncounterId = encounterId, Files = chip.Files });
        if (await db.EncounterPictures.AsNoTracking().SingleOrDefaultAsync(p => p.EncounterId == before.Id, cancellation) is { } picture)
            db.EncounterPictures.Add(new EncounterPictureRow { EncounterId = encounterId, Portrait = picture.Portrait });
        return content with
        {
            // What follows of the zone alone is among the carried: it was found when the zone was read first.
            Reasons = [.. content.Reasons.Where(reason => !IsOfAdded(reason)).Concat(carried.Reasons.Where(IsOfAdded)).OrderByDescending(reason => reason.Severity)],
            Chip = carried.Chip,
            Picture = carried.Picture,
            Page = carried.Page,
            Visa = carried.Visa,
            Journey = carried.Journey,
        };
    }

    private static bool IsOfAdded(Finding finding) => ChipDesk.IsOfChip(finding) || PictureDesk.IsOfPicture(finding) || PageDesk.IsOfPage(finding) || VisaDesk.IsOfVisa(finding);
}
