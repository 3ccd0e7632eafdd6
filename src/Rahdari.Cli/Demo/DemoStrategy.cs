using Rahdari.Casework.Consultations;
using Rahdari.Casework.Laws;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;

namespace Rahdari.Cli.Demo;

/// <summary>An invented consultation of a demonstration, from its questions to an action that the system measures, and one that is open.</summary>
internal static class DemoStrategy
{
    private static readonly Actor One = new("strategy1", new HashSet<string> { Roles.Strategy }, null), Other = new("strategy2", new HashSet<string> { Roles.Strategy }, null);

    /// <summary>Holds them; the rule broken where something was not taken.</summary>
    public static async Task<Finding?> HoldAsync(SiteSession session, DateOnly today, CancellationToken cancellation)
    {
        var (register, desk) = (session.Get<ConsultationRegister>(), session.Get<ContributionDesk>());
        var id = Guid.CreateVersion7();
        var seminar = Asked(
            new BothLanguages("Specimen seminar of Karachi: what victims wait for", "کراچی کا نمونہ سیمینار: متاثرین کس چیز کا انتظار کرتے ہیں"),
            new BothLanguages("An invented consultation of the demonstration.", "نمائش کی ایک فرضی مشاورت۔"),
            today.AddDays(-30),
            today,
            "PK-SD");
        if ((await register.WriteAsync(id, 0, seminar, One, cancellation)).Problem is { } notWritten)
            return notWritten;
        if ((await register.MoveAsync(id, 1, ConsultationStep.Open, null, Other, cancellation)).Problem is { } notOpened)
            return notOpened;
        var accepted = new List<Guid>();
        foreach (var (given, themes) in Contributions)
        {
            var taken = await desk.EnterAsync(id, given, One, cancellation);
            if (!taken.Succeeded)
                return taken.Problem;
            accepted.Add(taken.Value.Contribution.Id);
            if ((await desk.ModerateAsync(accepted[^1], 1, new Moderation(true, themes), Other, cancellation)).Problem is { } notAccepted)
                return notAccepted;
        }
        if ((await register.MoveAsync(id, 2, ConsultationStep.Close, null, One, cancellation)).Problem is { } notClosed)
            return notClosed;
        if ((await register.MoveAsync(id, 3, ConsultationStep.Publish, null, Other, cancellation)).Problem is { } notPublished)
            return notPublished;
        if (await RecommendAsync(session, id, accepted, today, cancellation) is { } notRecommended)
            return notRecommended;

        var open = Guid.CreateVersion7();
        var everybody = Asked(
            new BothLanguages("Specimen consultation of everybody: safe ways to work abroad", "سب سے نمونہ مشاورت: بیرون ملک کام کے محفوظ راستے"),
            new BothLanguages("An invented consultation of the demonstration: try it.", "نمائش کی ایک فرضی مشاورت: آزما کر دیکھیں۔"),
            today,
            today.AddDays(60),
            null);
        return (await register.WriteAsync(open, 0, everybody, One, cancellation)).Problem ?? (await register.MoveAsync(open, 1, ConsultationStep.Open, null, Other, cancellation)).Problem;
    }

    private static readonly (NewContribution Given, IReadOnlyList<StrategyTheme> Themes)[] Contributions =
    [
        (new("Specimen: compensation that a court orders is paid years later, or never. Somebody must be told to collect it.", "en", StakeholderGroup.Survivors, 1), [StrategyTheme.Compensation]),
        (new("نمونہ: پناہ گاہ میں جگہ نہ ہو تو متاثرہ شخص گواہی سے پہلے چلا جاتا ہے۔", "ur", StakeholderGroup.CivilSociety, 2, "PK-SD", Organisation: "Specimen society"), [StrategyTheme.Shelter, StrategyTheme.Protection]),
        (new("Specimen: the charge is framed late because the file is not complete when it comes to the court.", "en", StakeholderGroup.Judiciary, 2), [StrategyTheme.Prosecution]),
    ];

    private static ConsultationDraft Asked(BothLanguages title, BothLanguages introduction, DateOnly from, DateOnly until, string? province) => new(
        title,
        introduction,
        [new BothLanguages("What helps victims?", "متاثرین کی مدد کس سے ہوتی ہے؟"), new BothLanguages("What stands in the way?", "رکاوٹ کیا ہے؟")],
        from,
        until,
        [StakeholderGroup.Survivors, StakeholderGroup.CivilSociety, StakeholderGroup.Judiciary, StakeholderGroup.Government],
        ["ur", "en", "sd"],
        TakesPublic: true,
        province);

    private static async Task<Finding?> RecommendAsync(SiteSession session, Guid consultation, List<Guid> accepted, DateOnly today, CancellationToken cancellation)
    {
        var (recommendations, actions) = (session.Get<RecommendationRegister>(), session.Get<ActionRegister>());
        var id = Guid.CreateVersion7();
        var text = new RecommendationDraft(
            consultation,
            new BothLanguages("Let one office collect compensation", "معاوضہ ایک دفتر وصول کرے"),
            new BothLanguages("An office of each province collects what courts order, and pays it out.", "ہر صوبے کا ایک دفتر عدالتوں کا حکم شدہ معاوضہ وصول کرے اور ادا کرے۔"),
            [StrategyTheme.Compensation],
            accepted);
        if (((await recommendations.WriteAsync(id, 0, text, One, cancellation)).Problem ?? (await recommendations.MoveAsync(id, 1, PublicationState.Published, null, Other, cancellation)).Problem) is { } notTaken)
            return notTaken;
        var plan = new StrategyActionDraft(
            new BothLanguages("Compensation is ordered in every case with a conviction", "سزا والے ہر مقدمے میں معاوضے کا حکم"),
            new BothLanguages("Specimen office of the prosecutor general", "نمونہ دفتر پراسیکیوٹر جنرل"),
            today.AddDays(365),
            [id],
            StrategyIndicator.CasesCompensationOrdered,
            20,
            Baseline: new Measurement(today.AddDays(-365), 0, "Specimen report"));
        var action = Guid.CreateVersion7();
        return (await actions.WriteAsync(action, 0, plan, One, cancellation)).Problem
            ?? (await actions.MoveAsync(action, 1, PublicationState.Published, null, Other, cancellation)).Problem
            ?? (await actions.SayAsync(action, 2, ActionStatus.UnderWay, null, One, cancellation)).Problem;
    }
}
