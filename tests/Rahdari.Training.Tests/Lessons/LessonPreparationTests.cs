using Microsoft.Data.Sqlite;
using Rahdari.Documents.Mrz;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Tests.Lessons;

/// <summary>One lesson after another, and one that was stopped while it was made.</summary>
public class LessonPreparationTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TrainingClass.Start.Date);

    [Fact]
    public async Task The_same_numbers_in_two_lessons_are_the_chips_of_the_newest()
    {
        await using var site = await TrainingClass.OpenAsync();
        var store = site.Get<TrainingStore>();
        IReadOnlyList<LessonTraveller> Made(int number, int seed) => LessonGenerator.Of(new LessonOrder(seed, 20, ["trainee1"], 180), number, ScenarioBook.Shipped, Today);
        var before = store.Chips(1);
        Assert.NotEmpty(before);
        store.Keep(2, TrainingClass.Start, 180, Made(1, 7));
        Assert.Equal(before.Select(chip => chip.Number), store.Chips(2).Select(chip => chip.Number)); // They meet.
        var chips = await site.OpenChipsAsync();
        Assert.True(chips.Succeeded, chips.Problem?.ToString());
        Assert.NotNull(chips.Value.Find(Document(before[0])));

        store.Keep(3, TrainingClass.Start, 180, Made(3, 8));
        chips = await site.OpenChipsAsync();
        Assert.Null(chips.Value!.Find(Document(before[0])));
    }

    [Fact]
    public async Task A_preparation_that_was_stopped_bars_no_later_one()
    {
        await using var site = await TrainingClass.OpenAsync();
        Assert.True((await site.PrepareAsync(8)).Succeeded);
        // As it lies where the process ended before the last word.
        await using (var lessons = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(site.Folder.FullPath, "lessons.db"), Pooling = false }.ToString()))
        {
            await lessons.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = lessons.CreateCommand();
            command.CommandText = "DELETE FROM lesson WHERE number = 2";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await site.PrepareAsync(9, 8);
        Assert.True(again.Succeeded, again.Problem?.ToString());
        Assert.Equal((2, 8), (again.Value.Number, site.Get<TrainingStore>().Queue(2, trainee: null).Count));
    }

    /// <summary>What is printed: one number on the page may be another than that on the chip.</summary>
    private static MrzFields Document(LessonChip chip) => MrzReader.Read(string.Join('\n', chip.Mrz), Today).Fields! with { DocumentNumber = chip.Number };
}
