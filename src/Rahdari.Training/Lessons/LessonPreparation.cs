using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Lessons;

/// <summary>
/// Makes everything true at a training site that a lesson says: its list, its indicators, and what was recorded before, at the real counter with the clock set back.
/// Then the lesson is kept. For the one who starts the site, before anybody works there.
/// </summary>
public static class LessonPreparation
{
    /// <summary>Prepares a lesson; its number.</summary>
    /// <param name="services">The training site's parts: the border's and training's.</param>
    /// <param name="clock">The clock that they were made with.</param>
    /// <param name="order">What the lesson is made of.</param>
    /// <param name="cancellation">Stops; a lesson that is not kept is not there, though its list may be.</param>
    public static async Task<Answer<PreparedLesson>> PrepareAsync(IServiceProvider services, TrainingClock clock, LessonOrder order, CancellationToken cancellation = default)
    {
        if (Check(order) is { } problem)
            return problem;
        var (settings, store, book) = (services.GetRequiredService<SiteSettings>(), services.GetRequiredService<TrainingStore>(), ScenarioBook.Shipped);
        var number = store.Newest() + 1;
        var travellers = LessonGenerator.Of(order, number, book, settings.LocalDay(clock.GetUtcNow()));
        var published = await services.GetRequiredService<IndicatorRegister>().PublishAsync(book.Indicators, "Indicators of the training site", Actor.CommandLine, cancellation);
        if (!published.Succeeded)
            return published.Problem;
        var list = new PublishedList($"training-{number}", clock.GetUtcNow(), [.. travellers.Select(one => one.Listed).OfType<WatchlistEntry>()]);
        // One that was stopped may have left a longer list under this number.
        var imported = await services.GetRequiredService<WatchlistRegister>().ImportAsync(list, Actor.CommandLine, allowShrink: true, allowOlder: true, cancellation: cancellation);
        if (!imported.Succeeded)
            return imported.Problem;
        await services.GetRequiredService<WatchlistScreen>().RefreshAsync(cancellation);
        if (await RecordAsync(services, clock, settings, travellers, number, cancellation) is { } ofHistory)
            return ofHistory;
        store.Keep(number, clock.GetUtcNow(), order.LimitSeconds, travellers);
        return new PreparedLesson(number, order);
    }

    /// <summary>The newest lesson of the site and who is of it; null where there is none.</summary>
    public static LessonRoll? Newest(IServiceProvider services)
    {
        var store = services.GetRequiredService<TrainingStore>();
        return store.Newest() is > 0 and var number ? new LessonRoll(number, [.. store.Queue(number, trainee: null).Select(one => one.Trainee).Distinct()]) : null;
    }

    /// <summary>The rule that an order of a lesson breaks, or null.</summary>
    public static Finding? Check(LessonOrder order)
    {
        if (order.Travellers is < LessonOrder.Fewest or > LessonOrder.Most)
            return TrainingRule.LessonInvalid.Broken("travellers", ("field", "travellers"), ("value", $"{order.Travellers}"));
        if (order.LimitSeconds is < 10 or > 3600)
            return TrainingRule.LessonInvalid.Broken("limit", ("field", "limit"), ("value", $"{order.LimitSeconds}"));
        return order.Trainees.Count is < 1 or > 40 ? TrainingRule.LessonInvalid.Broken("trainees", ("field", "trainees"), ("value", $"{order.Trainees.Count}")) : null;
    }

    private static async Task<Finding?> RecordAsync(
        IServiceProvider services, TrainingClock clock, SiteSettings settings, IReadOnlyList<LessonTraveller> travellers, int number, CancellationToken cancellation)
    {
        var officer = new Actor("history", new HashSet<string> { Roles.Officer }, settings.Port);
        var (desk, journeys) = (services.GetRequiredService<EncounterDesk>(), services.GetRequiredService<JourneyDesk>());
        // Of its own: one that was stopped bars no later one of the same number.
        var preparation = Guid.NewGuid();
        try
        {
            foreach (var (index, passage) in travellers.SelectMany(one => one.History).OrderByDescending(one => one.DaysAgo).Index())
            {
                // Minutes apart: nobody of the past stood beside another.
                clock.Back = TimeSpan.FromDays(passage.DaysAgo) - TimeSpan.FromMinutes(5 * (index % 100));
                var opened = await desk.OpenAsync(new Presentation(string.Join('\n', passage.Mrz), passage.Direction, settings.Counters[0]), officer, cancellation);
                if (opened.Succeeded && passage.Told is { } told)
                    opened = await journeys.TellAsync(opened.Value.Id, told, officer, cancellation);
                if (!opened.Succeeded)
                    return opened.Problem;
                var decided = await desk.DecideAsync(opened.Value.Id, new Decision(DecisionKind.Pass, "Before the lesson"), $"lesson-{number}-{preparation:N}-{index + 1}", officer, cancellation);
                if (!decided.Succeeded)
                    return decided.Problem;
            }
        }
        finally
        {
            clock.Back = TimeSpan.Zero;
        }
        return null;
    }
}

/// <summary>A lesson and its class.</summary>
/// <param name="Number">1 for the first at its site.</param>
/// <param name="Trainees">The user names.</param>
public sealed record LessonRoll(int Number, IReadOnlyList<string> Trainees);

/// <summary>A lesson that may begin.</summary>
/// <param name="Number">1 for the first at its site.</param>
/// <param name="Order">What it was made of.</param>
public sealed record PreparedLesson(int Number, LessonOrder Order);
