using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Lessons;

/// <summary>
/// Leads a trainee through the newest lesson: calls the next traveller, and holds the decision that was taken at the real counter against the truth. The truth is read
/// here alone, after the decision. Thread-safe.
/// </summary>
public sealed class LessonDesk
{
    /// <summary>Characters that a trainee may have mended in a zone that is still that of the traveller before the counter.</summary>
    private const int MostMended = 4;

    private readonly SiteSettings settings;
    private readonly TrainingStore store;
    private readonly ScenarioBook book;
    private readonly TimeProvider clock;

    internal LessonDesk(SiteSettings settings, TrainingStore store, ScenarioBook book, TimeProvider clock) => (this.settings, this.store, this.book, this.clock) = (settings, store, book, clock);

    /// <summary>Where the trainee stands. Role: officer.</summary>
    public Answer<LessonStanding> Standing(Actor actor)
    {
        if ((actor.Lacks(Roles.Officer) ?? actor.IsElsewhere(settings.Port)) is { } denied)
            return denied;
        var (lesson, limit) = Newest();
        var queue = store.Queue(lesson, actor.Name);
        var now = queue.FirstOrDefault(one => one is { CameAt: not null, Mark: null });
        var marks = queue.Select(one => one.Mark).OfType<Mark>().ToArray();
        var last = queue.Where(one => one.Mark is not null).MaxBy(one => one.Shown.Position)?.Mark;
        return new LessonStanding(queue.Count == 0 ? 0 : lesson, marks.Length, marks.Count(mark => mark.IsRight), queue.Count, now?.Shown, now?.CameAt, last, limit);
    }

    /// <summary>Calls the next traveller where nobody stands before the counter; the time begins. Role: officer.</summary>
    public Answer<LessonStanding> Next(Actor actor)
    {
        var standing = Standing(actor);
        if (!standing.Succeeded || standing.Value.Now is not null || standing.Value.Done == standing.Value.Of)
            return standing;
        var (lesson, _) = Newest();
        if (store.Queue(lesson, actor.Name).FirstOrDefault(one => one.Mark is null) is { } next)
            store.Come(lesson, actor.Name, next.Shown.Position, clock.GetUtcNow());
        return Standing(actor);
    }

    /// <summary>
    /// Marks what was decided of the traveller who stands before the trainee's counter, once; a decision on anybody else is none of the lesson's. Role: officer.
    /// </summary>
    /// <param name="decided">The answer of the counter's own desk.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="actor">The trainee.</param>
    public Answer<LessonStanding> Decided(DecidedEncounter decided, Decision decision, Actor actor)
    {
        var standing = Standing(actor);
        if (!standing.Succeeded || standing.Value is not { Now: { } now, CameAt: { } came } || decided.Encounter.OpenedBy != actor.Name || !IsOf(now, decided.Encounter))
            return standing;
        var at = clock.GetUtcNow();
        var taken = new TakenDecision(decision.Kind, decision.Interview, decided.Encounter.Journey, decided.Encounter.Advice.Reasons, (int)Math.Max(0, (at - came).TotalSeconds));
        var truth = store.Truth(standing.Value.Lesson, actor.Name, now.Position);
        store.Mark(standing.Value.Lesson, actor.Name, Marking.Of(now.Position, truth, taken, standing.Value.LimitSeconds, book.Indicators), at);
        return Standing(actor);
    }

    private static bool IsOf(ShownTraveller shown, Encounter encounter) =>
        encounter.MrzLines.Count == shown.Mrz.Count
        && shown.Mrz.Zip(encounter.MrzLines).All(line => line.First.Length == line.Second.Length)
        && shown.Mrz.Zip(encounter.MrzLines).Sum(line => line.First.Zip(line.Second).Count(pair => pair.First != pair.Second)) <= MostMended;

    private (int Number, int LimitSeconds) Newest() => store.Lessons() is [.., var newest] ? (newest.Number, newest.LimitSeconds) : (0, book.LimitSeconds);
}
