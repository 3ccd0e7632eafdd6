using System.Globalization;
using System.Text;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Reports;

/// <summary>Counts what a class did. Thread-safe.</summary>
public sealed class ClassReports
{
    private const int Parts = 4;

    private readonly TrainingStore store;

    internal ClassReports(TrainingStore store) => this.store = store;

    /// <summary>The report of all lessons of the site. Role: trainer.</summary>
    public Answer<ClassReport> Read(Actor actor)
    {
        if (actor.Lacks(Roles.Trainer) is { } denied)
            return denied;
        var lessons = store.Lessons();
        return Of(lessons, [.. lessons.SelectMany(lesson => store.Queue(lesson.Number, trainee: null))]);
    }

    /// <summary>Every decision as CSV (RFC 4180, UTF-8, header line). Role: trainer.</summary>
    public Answer<string> ReadCsv(Actor actor)
    {
        var report = Read(actor);
        if (!report.Succeeded)
            return report.Problem;
        var csv = new StringBuilder("lesson,trainee,position,scenario,category,decision,right,misses,seconds,decided_at\r\n");
        // Names of users and codes alone: nothing in it needs quotes.
        foreach (var line in report.Value.Decisions)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{line.Lesson},{line.Trainee},{line.Position},{line.Scenario},{Word(line.Category)},{Word(line.Decision)},{(line.Right ? "true" : "false")},")
                .Append(CultureInfo.InvariantCulture, $"{string.Join(' ', line.Misses.Select(Word))},{line.Seconds},{line.DecidedAt:yyyy-MM-ddTHH:mm:ssZ}\r\n");
        }
        return csv.ToString();
    }

    internal static ClassReport Of(IReadOnlyList<(int Number, DateTimeOffset MadeAt, int LimitSeconds)> lessons, IReadOnlyList<QueuedTraveller> queued)
    {
        var decided = queued.Where(one => one is { Mark: not null, DecidedAt: not null }).Select(one => (Queued: one, Mark: one.Mark!)).ToArray();
        return new ClassReport(
            [
                .. lessons.Select(lesson => new LessonFigures(
                    lesson.Number,
                    lesson.MadeAt,
                    lesson.LimitSeconds,
                    queued.Where(one => one.Lesson == lesson.Number).Select(one => one.Trainee).Distinct().Count(),
                    decided.Count(one => one.Queued.Lesson == lesson.Number),
                    queued.Count(one => one.Lesson == lesson.Number),
                    decided.Count(one => one.Queued.Lesson == lesson.Number && one.Mark.IsRight))),
            ],
            [.. queued.GroupBy(one => (one.Lesson, one.Trainee)).OrderBy(of => of.Key.Lesson).ThenBy(of => of.Key.Trainee, StringComparer.Ordinal).Select(of => OfTrainee(of.Key.Lesson, of.Key.Trainee, [.. of]))],
            [
                .. decided.GroupBy(one => one.Mark.Scenario)
                    .Select(of => new ScenarioFigures(of.Key, of.First().Mark.Title, of.First().Mark.Category, of.Count(), of.Count(one => one.Mark.IsRight), Misses(of.Select(one => one.Mark))))
                    .OrderByDescending(of => of.Decided - of.Right).ThenBy(of => of.Scenario, StringComparer.Ordinal),
            ],
            [.. lessons.SelectMany(lesson => PartsOf(lesson.Number, [.. queued.Where(one => one.Lesson == lesson.Number)]))],
            [
                .. decided.OrderBy(one => one.Queued.DecidedAt).ThenBy(one => one.Queued.Trainee, StringComparer.Ordinal).Select(one => new DecisionLine(
                    one.Queued.Lesson,
                    one.Queued.Trainee,
                    one.Mark.Position,
                    one.Mark.Scenario,
                    one.Mark.Category,
                    one.Mark.Decision,
                    one.Mark.IsRight,
                    one.Mark.Misses,
                    one.Mark.Seconds,
                    one.Queued.DecidedAt!.Value)),
            ]);
    }

    private static TraineeFigures OfTrainee(int lesson, string trainee, QueuedTraveller[] queue)
    {
        Mark[] marks = [.. queue.Select(one => one.Mark).OfType<Mark>()];
        Mark[] toCatch = [.. marks.Where(mark => mark.Category != ScenarioCategory.Clean)];
        return new TraineeFigures(
            lesson,
            trainee,
            marks.Length,
            queue.Length,
            marks.Count(mark => mark.IsRight),
            toCatch.Count(mark => !mark.Misses.Any(miss => miss is MissKind.MissedForgery or MissKind.MissedMatch or MissKind.MissedIndicator or MissKind.NoInterview)),
            toCatch.Length,
            marks.Count(mark => mark.Misses.Any(miss => miss is MissKind.FalseAlarm or MissKind.NeedlessReferral)),
            marks.Length - toCatch.Length,
            Median(marks),
            Misses(marks));
    }

    private static IEnumerable<PartFigures> PartsOf(int lesson, QueuedTraveller[] queued)
    {
        var length = queued.Length == 0 ? 0 : queued.Max(one => one.Shown.Position);
        return Enumerable.Range(1, Parts).Select(part =>
        {
            Mark[] marks = [.. queued.Select(one => one.Mark).OfType<Mark>().Where(mark => (mark.Position - 1) * Parts / length == part - 1)];
            return new PartFigures(lesson, part, marks.Length, marks.Count(mark => mark.IsRight), Median(marks));
        });
    }

    private static SortedDictionary<MissKind, int> Misses(IEnumerable<Mark> marks) => new(marks.SelectMany(mark => mark.Misses).GroupBy(miss => miss).ToDictionary(of => of.Key, of => of.Count()));

    private static int? Median(Mark[] marks) => marks.Length == 0 ? null : marks.Select(mark => mark.Seconds).Order().ElementAt(marks.Length / 2);

    private static string Word<T>(T word)
        where T : struct, Enum
    {
        var name = $"{word}";
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
