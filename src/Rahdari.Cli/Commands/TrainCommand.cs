using System.CommandLine;
using System.Security.Cryptography;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Demo;
using Rahdari.Cli.Output;
using Rahdari.Cli.Training;
using Rahdari.Node.Chips;
using Rahdari.Node.Identity;
using Rahdari.Node.Training;
using Rahdari.Training;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari train</c>: a training site with a lesson, apart from every site in service.</summary>
internal static class TrainCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Addresses to listen on (default: http://127.0.0.1:5080, or a free port).", HelpName = "URLS" };
    private static readonly Option<string> Data = new("--data") { Description = "Keep the training site in this folder instead of a temporary one; a site in service there is refused.", HelpName = "DIR" };
    private static readonly Option<int> Trainees = new("--trainees") { Description = "How many trainees (default: 3); of a site that is there those of its last lesson.", HelpName = "N", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Travellers = new("--travellers") { Description = "How many travellers each trainee meets, 4 to 200 (default: 20).", HelpName = "N", DefaultValueFactory = _ => 20 };
    private static readonly Option<int?> Seed = new("--seed") { Description = "The number that makes the lesson: the same one makes the same lesson on the same day (default: a random one).", HelpName = "N" };
    private static readonly Option<int?> Limit = new("--limit") { Description = "Seconds beyond which a decision is slow, 10 to 3600 (default: 180).", HelpName = "SECONDS" };
    private static readonly Option<bool> NewLesson = new("--new-lesson") { Description = "Begin another lesson at a training site that is there." };
    private static readonly Option<bool> NewPasswords = new("--new-passwords") { Description = "Give the users of a training site that is there other passwords." };

    public static Command Create() => new ExampledCommand(
        "train",
        "Open a training site: its own storage and colours, invented travellers with a known truth, a trainer and trainees. It opens no site in service and reaches none. Ctrl+C ends it.",
        "rahdari train",
        "rahdari train --data ~/class --trainees 8 --travellers 40 --seed 7",
        "rahdari train --data ~/class --new-lesson")
    {
        Urls, Data, Trainees, Travellers, Seed, Limit, NewLesson, NewPasswords,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (run.Get(Data) is { } data)
            return await OpenAsync(run, data, cancellation);
        var temporary = Directory.CreateTempSubdirectory("rahdari-train-");
        try
        {
            return await OpenAsync(run, Path.Combine(temporary.FullName, "site"), cancellation);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<int> OpenAsync(Run run, string folder, CancellationToken cancellation)
    {
        var order = new LessonOrder(run.Get(Seed) ?? RandomNumberGenerator.GetInt32(1, 1_000_000), run.Get(Travellers), TrainUsers.Trainees(run.Get(Trainees)), run.Get(Limit) ?? ScenarioBook.Shipped.LimitSeconds);
        if (LessonPreparation.Check(order) is { } wrong)
            return run.Fail(wrong);
        var isNew = !SiteFolder.Exists(folder);
        var opened = TrainingSite.OpenOrMake(folder, order.Trainees.Count);
        if (!opened.Succeeded)
            return run.Fail(opened.Problem);
        LessonChips chips;
        LessonRoll roll;
        LessonOrder? made = null;
        var clock = new TrainingClock(TimeProvider.System);
        await using (var session = await SiteSession.OpenAsync(opened.Value, clock, cancellation))
        {
            if (LessonPreparation.Newest(session.Services) is { } before)
                order = order with { Trainees = before.Trainees };
            if (isNew || run.Get(NewLesson) || LessonPreparation.Newest(session.Services) is null)
            {
                var prepared = await LessonPreparation.PrepareAsync(session.Services, clock, order, cancellation);
                if (!prepared.Succeeded)
                    return run.Fail(prepared.Problem);
                made = order;
            }
            roll = LessonPreparation.Newest(session.Services)!;
            var ready = await LessonChips.OpenAsync(session.Services, clock.GetUtcNow(), cancellation);
            if (!ready.Succeeded)
                return run.Fail(ready.Problem);
            chips = ready.Value;
        }
        return await RunningSite.RunAsync(
            run,
            opened.Value,
            run.Get(Urls) ?? DemoSite.FreeUrl(),
            async (services, urls) =>
            {
                await using var scope = services.CreateAsyncScope();
                var users = await TrainUsers.MakeAsync(scope.ServiceProvider.GetRequiredService<UserAccounts>(), opened.Value.Settings.Port, roll.Trainees, run.Get(NewPasswords));
                var sheet = new TrainSheet(urls, opened.Value.FullPath, roll.Number, made, users);
                return run.Answer(sheet, paper => sheet.Print(run, paper));
            },
            cancellation,
            services => services.AddSingleton<ICounterReaders>(new LessonReaders(chips)));
    }
}
