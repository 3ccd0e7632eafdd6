using Rahdari.Border.Encounters;
using Rahdari.Training.Lessons;
using Rahdari.Training.Reports;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;

namespace Rahdari.Training.Tests.Reports;

/// <summary>What a trainer reads of a class.</summary>
public class ClassReportTests
{
    [Fact]
    public async Task The_report_counts_by_trainee_by_kind_and_over_time()
    {
        await using var site = await TrainingClass.OpenAsync(8, 7, "trainee1", "trainee2");
        var desk = site.Get<LessonDesk>();
        var (referred, stopped) = (0, 0);
        while (desk.Next(site.Trainee).Value is { Now: { } shown } standing)
        {
            // Refers everybody and notes nothing: all that is forged is caught, and everybody clean is stopped.
            var truth = site.Truth(standing);
            var encounter = await site.MeetAsync(shown, truth, notes: false);
            site.Time.Advance(TimeSpan.FromSeconds(10 * shown.Position));
            await site.DecideAsync(encounter, DecisionKind.Refer);
            referred++;
            stopped += truth.Category == ScenarioCategory.Clean && !truth.Right.Contains(DecisionKind.Refer) ? 1 : 0;
        }
        var report = site.Get<ClassReports>().Read(site.Trainer).Value!;
        Assert.Equal(8, referred);
        Assert.True(stopped > 0);
        var lesson = Assert.Single(report.Lessons);
        Assert.Equal((1, 2, 8, 16), (lesson.Lesson, lesson.Trainees, lesson.Decided, lesson.Of));
        var clean = LessonGenerator.Counts(8, ScenarioBook.Shipped)[0].Count;
        var (first, second) = (report.Trainees[0], report.Trainees[1]);
        Assert.Equal(("trainee1", 8, 8, 2, 3, stopped, clean), (first.Trainee, first.Decided, first.Of, first.Caught, first.ToCatch, first.Stopped, first.Clean));
        Assert.Equal((stopped, 1), (first.Misses[MissKind.NeedlessReferral], first.Misses[MissKind.MissedIndicator]));
        Assert.Equal(50, first.MedianSeconds);
        Assert.Equal(("trainee2", 0, 8, null), (second.Trainee, second.Decided, second.Of, second.MedianSeconds));
        Assert.Equal(8, report.Scenarios.Sum(of => of.Decided));
        Assert.Equal([2, 2, 2, 2], report.Parts.Select(part => part.Decided));
        Assert.Equal(8, report.Decisions.Count);

        var csv = site.Get<ClassReports>().ReadCsv(site.Trainer).Value!.Split("\r\n");
        Assert.Equal((10, "lesson,trainee,position,scenario,category,decision,right,misses,seconds,decided_at"), (csv.Length, csv[0]));
        Assert.StartsWith("1,trainee1,1,", csv[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trainers_alone_read_it()
    {
        await using var site = await TrainingClass.OpenAsync(8);
        foreach (var role in Roles.All.Union(Roles.OfTraining).Except([Roles.Trainer]))
        {
            Assert.Equal("ROLE_REQUIRED", site.Get<ClassReports>().Read(new Actor("trainer1", new HashSet<string> { role }, null)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", site.Get<ClassReports>().ReadCsv(new Actor("trainer1", new HashSet<string> { role }, null)).Problem?.Code);
        }
    }
}
