using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Encounters;

/// <summary>From rows to encounters as shown: the advice in force leaves out hits that were dismissed.</summary>
internal static class EncounterView
{
    public static async Task<IReadOnlyList<Encounter>> ReadAsync(BorderContext db, IReadOnlyList<EncounterRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var hits = await db.Hits.AsNoTracking().Where(h => ids.Contains(h.EncounterId)).OrderBy(h => h.Id).ToListAsync(cancellation);
        var byEncounter = hits.ToLookup(h => h.EncounterId, Of);
        return [.. rows.Select(row => Of(row, [.. byEncounter[row.Id].OrderByDescending(h => h.Match.Score)]))];
    }

    public static Encounter Of(EncounterRow row, IReadOnlyList<ScreeningHit> hits)
    {
        var content = EncounterContent.Of(row.Content);
        return new Encounter
        {
            Id = row.Id,
            Port = row.Port,
            Counter = row.Counter,
            Direction = row.Direction,
            OpenedAt = row.OpenedAt,
            OpenedBy = row.OpenedBy,
            State = row.State,
            MrzLines = content.MrzLines,
            Document = content.Document,
            Chip = content.Chip,
            Picture = content.Picture,
            Page = content.Page,
            Visa = content.Visa,
            Announced = content.Announced,
            Before = content.Before,
            Revision = content.Revision,
            Traveller = content.Traveller,
            OpenStay = content.OpenStay,
            Advice = AdviceOf(content, hits),
            Hits = hits,
            ScreenedAgainst = content.ScreenedAgainst,
            DefaultPermittedUntil = content.DefaultPermittedUntil,
            ReferralReason = row.ReferralReason,
            CrossingId = row.CrossingId,
        };
    }

    public static ScreeningHit Of(HitRow row) => new()
    {
        Id = row.Id,
        EncounterId = row.EncounterId,
        List = row.List,
        ListVersion = row.ListVersion,
        Reference = row.Reference,
        PrimaryName = row.PrimaryName,
        Match = JsonSerializer.Deserialize(row.Match, BorderJson.Default.Hit)!,
        State = row.State,
        ResolvedBy = row.ResolvedBy,
        ResolvedAt = row.ResolvedAt,
        Reason = row.Reason,
    };

    private static CounterAdvice AdviceOf(EncounterContent content, IReadOnlyList<ScreeningHit> hits) =>
        CounterAdvice.From(hits.Where(h => h.State != HitState.Dismissed).Select(Reason).Concat(content.Reasons));

    private static Finding Reason(ScreeningHit hit) => BorderRule.WatchlistHit.Broken(
        null,
        ("list", hit.List),
        ("reference", hit.Reference),
        ("name", hit.Match.Name.Text),
        ("score", hit.Match.Score.ToString("P0", CultureInfo.InvariantCulture)));
}
