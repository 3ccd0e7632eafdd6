using System.Text;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Tests.Lessons;

/// <summary>A trainee in a lesson: who is called, what is marked, what is told and when.</summary>
public class LessonDeskTests
{
    [Fact]
    public async Task The_time_runs_from_the_call_and_a_reload_does_not_begin_it_anew()
    {
        await using var site = await TrainingClass.OpenAsync(8);
        var desk = site.Get<LessonDesk>();
        var before = desk.Standing(site.Trainee).Value!;
        Assert.Equal((1, 0, 8, null, null), (before.Lesson, before.Done, before.Of, before.Now, before.Last));
        var first = desk.Next(site.Trainee).Value!;
        site.Time.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal((first.Now!.Position, first.CameAt), (desk.Next(site.Trainee).Value!.Now!.Position, desk.Standing(site.Trainee).Value!.CameAt));
        var truth = site.Truth(first);
        var encounter = await site.MeetAsync(first.Now, truth, sponsor: "X");
        site.Time.Advance(TimeSpan.FromSeconds(81));
        var after = await site.DecideAsync(encounter, truth.Right[0], truth.NeedsInterview);
        Assert.Equal((181, MissKind.TooSlow), (after.Last!.Seconds, Assert.Single(after.Last.Misses)));
        Assert.Null(after.Now);
    }

    [Fact]
    public async Task What_is_decided_is_marked_once_and_of_nobody_else()
    {
        await using var site = await TrainingClass.OpenAsync(8);
        var desk = site.Get<LessonDesk>();
        var first = desk.Next(site.Trainee).Value!;
        var encounter = await site.MeetAsync(first.Now!, site.Truth(first), notes: false);
        var other = encounter with { MrzLines = [.. encounter.MrzLines.Select(line => new string('<', line.Length))] };
        Assert.Equal(0, desk.Decided(new DecidedEncounter(other, null, false), new Decision(DecisionKind.Refer), site.Trainee).Value!.Done);
        Assert.Equal(0, desk.Decided(new DecidedEncounter(encounter with { OpenedBy = "trainee2" }, null, false), new Decision(DecisionKind.Refer), site.Trainee).Value!.Done);
        Assert.Equal(1, desk.Decided(new DecidedEncounter(encounter, null, false), new Decision(DecisionKind.Refer), site.Trainee).Value!.Done);
        Assert.Equal(1, desk.Decided(new DecidedEncounter(encounter, null, false), new Decision(DecisionKind.Refuse), site.Trainee).Value!.Done);
        Assert.Equal(DecisionKind.Refer, desk.Standing(site.Trainee).Value!.Last!.Decision);
    }

    [Fact]
    public async Task The_truth_stands_in_no_file_that_what_is_shown_comes_from()
    {
        await using var site = await TrainingClass.OpenAsync(60);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var read = 0;
        foreach (var file in Directory.GetFiles(site.Folder.FullPath).Where(file => !Path.GetFileName(file).StartsWith("truth.db", StringComparison.Ordinal)))
        {
            var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            read++;
            foreach (var scenario in ScenarioBook.Shipped.Scenarios.Where(scenario => scenario.Code.Contains('-', StringComparison.Ordinal)))
            {
                Assert.False(text.Contains(scenario.Code, StringComparison.Ordinal), $"{file}: {scenario.Code}");
                Assert.False(text.Contains(scenario.Teaches.En, StringComparison.Ordinal), $"{file}: {scenario.Code}");
            }
        }
        Assert.True(read >= 4);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(site.Folder.FullPath));
    }

    [Fact]
    public async Task Trainees_alone_are_led_and_only_those_of_the_lesson()
    {
        await using var site = await TrainingClass.OpenAsync(8);
        var desk = site.Get<LessonDesk>();
        foreach (var role in Roles.All.Union(Roles.OfTraining).Except([Roles.Officer]))
            Assert.Equal("ROLE_REQUIRED", desk.Next(new Actor("trainee1", new HashSet<string> { role }, "XXTRN")).Problem?.Code);
        Assert.False(desk.Next(site.Trainee with { Port = "PKKHI" }).Succeeded);
        Assert.Equal((0, 0), (desk.Next(site.Trainee with { Name = "somebody" }).Value!.Of, desk.Standing(site.Trainee with { Name = "somebody" }).Value!.Lesson));
    }

    [Fact]
    public void A_site_in_service_holds_no_lessons()
    {
        var root = Directory.CreateTempSubdirectory("rahdari-class-").FullName;
        try
        {
            var service = SiteFolder.Create(Path.Combine(root, "site"), new SiteSettings { Node = "khi-1", Port = "PKKHI", PortName = "Karachi (test)", Counters = ["1"] }).Value!;
            Assert.Throws<ArgumentException>(() => new TrainingStore(service));
            Assert.Equal("SITE_OF_SERVICE", TrainingSite.OpenOrMake(service.FullPath, 3).Problem?.Code);
            Assert.False(File.Exists(Path.Combine(service.FullPath, "lessons.db")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
