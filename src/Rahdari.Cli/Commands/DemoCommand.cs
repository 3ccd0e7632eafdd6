using System.CommandLine;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Screening;
using Rahdari.Border.Trust;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Demo;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;
using Rahdari.Matching;
using Rahdari.Node.Chips;
using Rahdari.Node.Identity;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari demo</c>: a whole site with lists, users, earlier crossings and specimen travellers.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Addresses to listen on (default: http://127.0.0.1:5080, or a free port).", HelpName = "URLS" };
    private static readonly Option<string> Data = new("--data") { Description = "Keep the site in this folder instead of a temporary one.", HelpName = "DIR" };
    private static readonly Option<string> Lists = new("--lists") { Description = "A folder with a UN list (XML) and OFAC's files (ofac/*.csv).", HelpName = "DIR" };
    private static readonly Option<bool> TravellersOnly = new("--travellers-only") { Description = "Only print the specimen travellers; start nothing." };

    public static Command Create() => new ExampledCommand(
        "demo",
        "Start a demonstration: one port with three counters, the lists at hand, a user of each role, and a specimen traveller of every kind. Ctrl+C ends it and removes its temporary folder.",
        "rahdari demo",
        "rahdari demo --urls http://127.0.0.1:8080 --lang ur",
        "rahdari demo --travellers-only --json")
    {
        Urls, Data, Lists, TravellersOnly,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (run.Get(Lists) is { } folder && !Directory.Exists(folder))
            return run.Fail(CliRule.FileNotFound.Broken("lists", ("file", folder)));
        var (lists, errors) = await DemoLists.ReadAsync(run, run.Get(Lists), cancellation);
        if (errors.Count > 0)
            return run.Fail(errors);
        var samples = SampleTravellers.For(DemoSite.Today);
        var index = ScreeningIndex.Build(lists.SelectMany(ListFiles.Persons), cancellation: cancellation);
        var travellers = samples.Unlisted()
            .Concat(lists.Select(list => ListedTraveller.From(list, person => index.Search(person, cancellation: cancellation)))
                .OfType<ListedTraveller>()
                .Select((listed, number) => samples.Listed(listed, number + 1)))
            .ToArray();
        if (run.Get(TravellersOnly))
            return run.Answer(new { Travellers = travellers }, paper => DemoSheet.Print(run, paper, travellers));

        if (run.Get(Data) is { } data)
            return await ServeAsync(run, data, lists, samples, travellers, cancellation);
        var temporary = Directory.CreateTempSubdirectory("rahdari-demo-");
        try
        {
            return await ServeAsync(run, Path.Combine(temporary.FullName, "site"), lists, samples, travellers, cancellation);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<int> ServeAsync(
        Run run,
        string folder,
        IReadOnlyList<PublishedList> lists,
        SampleTravellers samples,
        SampleTraveller[] travellers,
        CancellationToken cancellation)
    {
        var made = DemoSite.Create(folder);
        if (!made.Succeeded)
            return run.Fail(made.Problem);
        var versions = new List<WatchlistVersion>();
        int crossings;
        var clock = new DemoClock();
        var shelter = new DemoShelter();
        var readers = new DemoReaders(samples, clock.GetUtcNow());
        await using (var session = await SiteSession.OpenAsync(made.Value, clock, cancellation))
        {
            foreach (var list in lists)
            {
                var imported = await run.WithProgressAsync("Importing", list.Code, progress =>
                    session.Get<WatchlistRegister>().ImportAsync(list, Actor.CommandLine, progress: progress, cancellation: cancellation));
                if (!imported.Succeeded)
                    return run.Fail(imported.Problem);
                versions.Add(imported.Value);
            }

            await session.Get<WatchlistScreen>().RefreshAsync(cancellation);
            crossings = await DemoHistory.RecordAsync(session, clock, samples, cancellation);
            if (await DemoVisas.RecordAsync(session, samples, cancellation) is { } problem)
                return run.Fail(problem);
            if (await DemoIndicators.PublishAsync(session, cancellation) is { } broken)
                return run.Fail(broken);
            if (await DemoCases.RecordAsync(session, DemoSite.Today, cancellation) is { } notTaken)
                return run.Fail(notTaken);
            if (await DemoStrategy.HoldAsync(session, DemoSite.Today, cancellation) is { } notHeld)
                return run.Fail(notHeld);
            if (await shelter.RecordAsync(session, DemoSite.Today, cancellation) is { } notFounded)
                return run.Fail(notFounded);
            if (await DemoInterviews.HoldAsync(session, made.Value.Settings.Port, cancellation) is { } notEnded)
                return run.Fail(notEnded);
            foreach (var message in new[] { DemoFlight.Bookings(DemoSite.Today), DemoFlight.Of(samples.Announced(), DemoSite.Today) })
            {
                var announced = await session.Get<AdvanceRegister>().ImportAsync(message, Actor.CommandLine, cancellation);
                if (!announced.Succeeded)
                    return run.Fail(announced.Problem);
            }
            var trusted = await readers.TrustAsync(session.Get<TrustImporter>(), clock.GetUtcNow(), cancellation);
            if (!trusted.Succeeded)
                return run.Fail(trusted.Problem);
        }

        return await RunningSite.RunAsync(
            run,
            made.Value,
            run.Get(Urls) ?? DemoSite.FreeUrl(),
            async (services, urls) =>
            {
                await using var scope = services.CreateAsyncScope();
                var users = await DemoUser.MakeAsync(scope.ServiceProvider.GetRequiredService<UserAccounts>(), made.Value.Settings.Port, shelter);
                var sheet = new DemoSheet(urls, made.Value.FullPath, made.Value.Settings, users, versions, crossings, travellers);
                return run.Answer(sheet, paper => sheet.Print(run, paper));
            },
            cancellation,
            services => services.AddSingleton<ICounterReaders>(readers));
    }
}
