using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Matching;

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
            Leaving = content.Leaving,
            Conveyance = content.Conveyance,
            Journey = content.Journey,
            Indications = content.Indications ?? [], // Encounters of before have none.
            IsInterviewAsked = content.InterviewAsked,
            Revision = content.Revision,
            Traveller = content.Traveller,
            OpenStay = content.OpenStay,
            Advice = AdviceOf(content, hits),
            Hits = hits,
            ScreenedAgainst = content.ScreenedAgainst,
            Entry = content.Entry,
            DefaultPermittedUntil = content.DefaultPermittedUntil,
            ReferralReason = row.ReferralReason,
            CrossingId = row.CrossingId,
        };
    }

    public static ScreeningHit Of(HitRow row) => new()
    {
        Id = row.Id,
        EncounterId = row.EncounterId,
        RunId = row.RunId,
        List = row.List,
        ListVersion = row.ListVersion,
        Reference = row.Reference,
        PrimaryName = row.PrimaryName,
        Match = JsonSerializer.Deserialize(row.Match, BorderJson.Default.Hit)!,
        State = row.State,
        ResolvedBy = row.ResolvedBy,
        ResolvedAt = row.ResolvedAt,
        Reason = row.Reason,
        Order = row.Order is null ? null : JsonSerializer.Deserialize(row.Order, BorderJson.Default.ListedOrder),
        Before = row.Before is null ? null : JsonSerializer.Deserialize(row.Before, BorderJson.Default.DismissedBefore),
    };

    /// <summary>What was found in the country since was no advice to who decided.</summary>
    private static CounterAdvice AdviceOf(EncounterContent content, IReadOnlyList<ScreeningHit> hits) =>
        CounterAdvice.From(hits.Where(h => h.RunId is null && h.State != HitState.Dismissed && !AlertsAgain(h, hits)).Select(Reason).Concat(content.Reasons));

    /// <summary>A suppressed hit whose entry was found again, and alerts after all.</summary>
    private static bool AlertsAgain(ScreeningHit hit, IReadOnlyList<ScreeningHit> hits) =>
        hit.State == HitState.Suppressed && hits.Any(h => h.State != HitState.Suppressed && h.Id > hit.Id && h.List == hit.List && h.Reference == hit.Reference);

    private static Finding Reason(ScreeningHit hit) => hit.State == HitState.Suppressed ? Suppressed(hit) : hit.Order is { } order ? OfOrder(hit, order) : BorderRule.WatchlistHit.Broken(
        null,
        ("list", hit.List),
        ("reference", hit.Reference),
        ("name", hit.Match.Name.Text),
        ("score", Probability.Shown(hit.Match.Score)));

    private static Finding OfOrder(ScreeningHit hit, ListedOrder order) =>
        order.Told(OrdersFound.RuleOf(order), $"{hit.List}/{hit.Reference}", hit.Match.Name.Text, Probability.Shown(hit.Match.Score));

    /// <summary>Told to everybody who looks, and recorded with the crossing: nothing is left out in silence.</summary>
    private static Finding Suppressed(ScreeningHit hit) =>
        BorderRule.WatchlistHitVetted.Broken(null, ("list", hit.List), ("reference", hit.Reference), ("by", hit.Before?.By ?? ""));
}
