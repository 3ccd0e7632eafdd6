using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Indicators.Detectors;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Dates;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Indicators;

/// <summary>
/// Judges an encounter by the indicators in force, within one transaction. It asks or refers and never more: one weak indicator asks; a strong one, or two of
/// which not both are of documents, refer to the second line. What the counter shows names neither the indicators nor why they are asked for.
/// </summary>
internal sealed class IndicatorAdvice(IndicatorsInForce inForce, SiteSettings settings)
{
    /// <summary>The indicators in force.</summary>
    public Task<IndicatorSet> SetAsync(BorderContext db, CancellationToken cancellation) => inForce.ReadAsync(db, cancellation);

    /// <summary>The encounter with its indicators found anew; itself where none are in force.</summary>
    public async Task<EncounterContent> JudgeAsync(BorderContext db, EncounterContent content, Place place, Guid[] person, CancellationToken cancellation)
    {
        var set = await inForce.ReadAsync(db, cancellation);
        if (set.Indicators.Count == 0)
            return content;
        var personId = await db.Travellers.Where(t => t.Id == content.Traveller.Id).Select(t => (Guid?)t.PersonId).SingleOrDefaultAsync(cancellation) ?? content.Traveller.Id;
        var isFirst = !await db.LastCrossings.AnyAsync(l => person.Contains(l.TravellerId), cancellation);
        var recorded = new RecordedPassages(db, settings);
        var now = recorded.Now(content, place, personId, isFirst);
        var issued = content.Page?.Page.DateOfIssue ?? PartialDate.Unknown;
        var scene = await new SceneGathering(recorded, set).OfAsync(now, content.Journey, issued, isAfterwards: false, cancellation);
        var seen = Of(set, scene);
        return content with
        {
            Indications = seen,
            Reasons = [.. content.Reasons.Where(reason => !IsOfIndicators(reason)).Concat(Told(set, seen)).OrderByDescending(reason => reason.Severity)],
        };
    }

    /// <summary>Everything that shows in a scene, in the order of the set.</summary>
    public static IReadOnlyList<IndicationSeen> Of(IndicatorSet set, Scene scene)
    {
        var observed = scene.Told?.Observed ?? [];
        var seen = new List<IndicationSeen>();
        foreach (var indicator in set.Indicators.Where(indicator => indicator.Active))
        {
            if (indicator.Kind == IndicatorKind.Observed && observed.Contains(indicator.Code))
                seen.Add(new IndicationSeen(indicator.Code, indicator.Label, set.Number, indicator.Kind, indicator.IsStrong, BorderRule.SawObserved.Broken(), []));
            else if (DetectorTable.Detect(indicator, scene) is { } found)
            {
                seen.Add(new IndicationSeen(
                    indicator.Code, indicator.Label, set.Number, indicator.Kind, indicator.IsStrong, found.Explanation,
                    [.. found.Saw.Where(passage => scene.IsAfterwards || passage.Id != scene.Now.Id).OrderBy(passage => passage.At).Select(passage => passage.Seen)]));
            }
        }
        return seen;
    }

    /// <summary>What the counter is told: the questions to ask, and whether to refer.</summary>
    public static IReadOnlyList<Finding> Told(IndicatorSet set, IReadOnlyList<IndicationSeen> seen)
    {
        var told = new List<Finding>();
        if (Refers(seen))
            told.Add(BorderRule.RoutineInterview.Broken());
        var questions = seen.SelectMany(one => set.Find(one.Code)!.Questions.Select(question => (one.Label, question))).DistinctBy(one => one.question.Text);
        told.AddRange(questions.Select(one => BorderRule.RoutineQuestion.Broken(null, ("label", one.Label), ("question", one.question.Text), ("questionUrdu", one.question.Urdu))));
        return told;
    }

    /// <summary>Many who go abroad to work have a new document, a way there alone and a ticket that somebody paid: documents by themselves only ask.</summary>
    public static bool Refers(IReadOnlyList<IndicationSeen> seen) =>
        seen.Any(one => one.IsStrong) || (seen.Count >= 2 && seen.Any(one => one.Kind != IndicatorKind.Document));

    internal static bool IsOfIndicators(Finding finding) => finding.Code == BorderRule.RoutineQuestion.Code || finding.Code == BorderRule.RoutineInterview.Code;
}
