using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rahdari.Border;
using Rahdari.Border.Chips;
using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Border.Sites;
using Rahdari.Documents.Chips;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Tests;

/// <summary>A training site in a temporary folder with a lesson, and a trainee who does everything right.</summary>
internal sealed class TrainingClass : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-class-").FullName;
    private ServiceProvider? services;
    private LessonChips? chips;

    private TrainingClass()
    {
    }

    public FakeTimeProvider Time { get; } = new(Start);

    public SiteFolder Folder { get; private set; } = null!;

    public Actor Trainee { get; } = new("trainee1", new HashSet<string> { Roles.Officer }, "XXTRN");

    public Actor Trainer { get; } = new("trainer1", new HashSet<string> { Roles.Trainer, Roles.Supervisor }, "XXTRN");

    public static async Task<TrainingClass> OpenAsync(int travellers = 20, int seed = 7, params string[] trainees)
    {
        var made = new TrainingClass();
        var folder = TrainingSite.OpenOrMake(Path.Combine(made.root, "site"), 2);
        Assert.True(folder.Succeeded, folder.Problem?.Code);
        made.Folder = folder.Value;
        var clock = new TrainingClock(made.Time);
        made.services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddBorder(made.Folder).AddTraining(made.Folder).BuildServiceProvider();
        await made.services.OpenBorderAsync(Cancellation);
        var prepared = await LessonPreparation.PrepareAsync(made.services, clock, new LessonOrder(seed, travellers, trainees.Length == 0 ? ["trainee1"] : trainees, 180), Cancellation);
        Assert.True(prepared.Succeeded, prepared.Problem?.ToString());
        var opened = await LessonChips.OpenAsync(made.services, made.Time.GetUtcNow(), Cancellation);
        Assert.True(opened.Succeeded, opened.Problem?.ToString());
        made.chips = opened.Value;
        return made;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public Scenario Truth(LessonStanding standing) => Get<TrainingStore>().Truth(standing.Lesson, "trainee1", standing.Now!.Position);

    /// <summary>At the counter as it is: the document, its chip, and what shows or is said of it.</summary>
    public async Task<Encounter> MeetAsync(ShownTraveller shown, Scenario truth, bool notes = true, string? sponsor = null)
    {
        var opened = await Get<EncounterDesk>().OpenAsync(new Presentation(string.Join('\n', shown.Mrz), shown.Direction, "T1", truth.Minor), Trainee, Cancellation);
        Assert.True(opened.Succeeded, $"{truth.Code}: {opened.Problem}");
        if (chips!.Find(opened.Value.Document) is { } transport)
        {
            var reading = await ChipReader.ReadAsync(transport, ChipPassword.OfZone(opened.Value.Document), null, Cancellation);
            opened = await Get<ChipDesk>().PresentAsync(opened.Value.Id, ChipPresented.Of(reading), Trainee, Cancellation);
            Assert.True(opened.Succeeded, opened.Problem?.ToString());
        }
        if (notes && (truth.Observed.Count > 0 || truth.SponsorToNote))
        {
            opened = await Get<JourneyDesk>().TellAsync(opened.Value.Id, new JourneyTold { Observed = truth.Observed, Sponsor = truth.SponsorToNote ? sponsor : null }, Trainee, Cancellation);
            Assert.True(opened.Succeeded, opened.Problem?.ToString());
        }
        return opened.Value;
    }

    public Task<Answer<PreparedLesson>> PrepareAsync(int seed, int travellers = 20) =>
        LessonPreparation.PrepareAsync(services!, (TrainingClock)Get<TimeProvider>(), new LessonOrder(seed, travellers, ["trainee1"], 180), Cancellation);

    public Task<Answer<LessonChips>> OpenChipsAsync() => LessonChips.OpenAsync(services!, Time.GetUtcNow(), Cancellation);

    public async Task<LessonStanding> DecideAsync(Encounter encounter, DecisionKind kind, bool interview = false)
    {
        var decision = new Decision(kind, "Specimen reason", Interview: interview);
        var decided = await Get<EncounterDesk>().DecideAsync(encounter.Id, decision, Guid.NewGuid().ToString(), Trainee, Cancellation);
        Assert.True(decided.Succeeded, decided.Problem?.ToString());
        return Get<LessonDesk>().Decided(decided.Value, decision, Trainee).Value!;
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    /// <summary>The sponsor that is named between the isolating marks of what is said.</summary>
    public static string SponsorIn(ShownTraveller shown) => shown.Says.En.Split('\u2068')[1].Split('\u2069')[0];
}
