using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Documents.Findings;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Scoring;

/// <summary>Holds a decision against the truth. Pure.</summary>
internal static class Marking
{
    private static readonly Dictionary<string, FindingRule> Rules = FindingCatalogue.All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The mark.</summary>
    /// <param name="position">Which traveller.</param>
    /// <param name="truth">What is true.</param>
    /// <param name="taken">What the trainee did.</param>
    /// <param name="limitSeconds">Beyond which it was slow.</param>
    /// <param name="indicators">In force at the site.</param>
    public static Mark Of(int position, Scenario truth, TakenDecision taken, int limitSeconds, IReadOnlyList<Indicator> indicators)
    {
        var noted = taken.Told?.Observed ?? [];
        string[] notNoted = [.. truth.Observed.Except(noted), .. truth.SponsorToNote && taken.Told?.Sponsor is null ? [Sponsor] : Array.Empty<string>()];
        string[] unfounded = [.. noted.Except(truth.Observed)];
        return new Mark
        {
            Position = position,
            Scenario = truth.Code,
            Title = truth.Title,
            Category = truth.Category,
            Decision = taken.Decision,
            Interview = taken.Interview,
            InterviewIsRight = truth.NeedsInterview,
            RightDecisions = truth.Right,
            Seconds = taken.Seconds,
            Misses = [.. Misses(truth, taken, notNoted, unfounded, limitSeconds)],
            NotNoted = notNoted,
            Unfounded = unfounded,
            Teaches = truth.Teaches,
            Rules = [.. RulesOf(truth, taken, notNoted.Concat(unfounded), indicators)],
        };
    }

    /// <summary>The indicator that the records find by a sponsor who is noted.</summary>
    private const string Sponsor = "IND-REC-SHARED-SPONSOR";

    private static IEnumerable<MissKind> Misses(Scenario truth, TakenDecision taken, string[] notNoted, string[] unfounded, int limitSeconds)
    {
        var isRight = truth.Right.Contains(taken.Decision);
        switch (truth.Category)
        {
            case ScenarioCategory.Document when !isRight:
                yield return MissKind.MissedForgery;
                break;
            case ScenarioCategory.Match when !isRight:
                yield return MissKind.MissedMatch;
                break;
            case ScenarioCategory.Indicator when !isRight || notNoted.Length > 0:
                yield return MissKind.MissedIndicator;
                break;
            case ScenarioCategory.Clean when !isRight && taken.Decision == DecisionKind.Refuse:
                yield return MissKind.FalseAlarm;
                break;
            case ScenarioCategory.Clean when !isRight && taken.Decision == DecisionKind.Refer:
                yield return MissKind.NeedlessReferral;
                break;
        }
        if (truth.NeedsInterview && taken is { Decision: DecisionKind.Refer, Interview: false })
            yield return MissKind.NoInterview;
        if (unfounded.Length > 0)
            yield return MissKind.UnfoundedRemark;
        if (taken.Seconds > limitSeconds)
            yield return MissKind.TooSlow;
    }

    /// <summary>The rules of the scenario as the counter found them, and the indicators that showed, were missed or were noted without ground.</summary>
    private static IEnumerable<RuleTold> RulesOf(Scenario truth, TakenDecision taken, IEnumerable<string> signs, IReadOnlyList<Indicator> indicators)
    {
        foreach (var code in truth.Codes.Where(code => !IsOfIndicators(code)))
        {
            var found = taken.Reasons.FirstOrDefault(reason => reason.Code == code);
            yield return new RuleTold(code, found, null, Rules.TryGetValue(code, out var rule) ? rule.Source : truth.Source ?? "");
        }
        foreach (var code in truth.Observed.Concat(truth.SponsorToNote ? [Sponsor] : []).Concat(signs).Distinct())
        {
            var indicator = indicators.First(one => one.Code == code);
            var source = indicator.Source;
            yield return new RuleTold(code, null, new BothLanguages(indicator.Title, indicator.TitleUrdu), $"{source.Organisation}, {source.Title}, {source.Year}, {source.Section}");
        }
        if (truth.Codes.Count == 0 && truth.Source is { } only)
            yield return new RuleTold(truth.Code, null, truth.Title, only);
    }

    /// <summary>What the counter says of indicators names none.</summary>
    private static bool IsOfIndicators(string code) => code.StartsWith("ROUTINE_", StringComparison.Ordinal);
}
