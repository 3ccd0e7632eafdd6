using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rahdari.Node.Identity;
using Rahdari.Training;
using Rahdari.Training.Lessons;
using Rahdari.Training.Reports;

namespace Rahdari.Node.Tests.Api;

/// <summary>What a training site offers, to whom, and what nobody can bring into it.</summary>
public sealed partial class TrainingTests
{
    /// <summary>Whatever brings something in from outside: lists, carriers' messages, permissions, clearances, certificates, rules, laws, users. What a second line enters by hand is none of it.</summary>
    private static readonly string[] Doors = ["watchlists", "advance", "permissions", "extensions", "entry-rules", "emigration-clearances", "trust", "users", "indicators", "laws"];

    [Fact]
    public async Task Nobody_at_a_training_site_has_a_role_by_which_anything_comes_in()
    {
        await using var site = await TrainingRun.StartAsync();
        foreach (var role in Roles.All.Except(Roles.OfTraining))
            Assert.Equal("USER_ROLE_UNKNOWN", (await site.MakeAsync("somebody", role)).Problem?.Code);
        await using var service = await RunningSite.StartAsync();
        Assert.Equal("USER_ROLE_UNKNOWN", (await service.OnAccountsAsync(accounts => accounts.CreateAsync("somebody", [Roles.Trainer], UserAccounts.AllPorts, RunningSite.Password, Actor.CommandLine))).Problem?.Code);

        using var client = await site.SignInAsync("everything", [.. Roles.OfTraining]);
        var (tried, open) = (0, new List<string>());
        foreach (var endpoint in site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not [("POST" or "PUT") and var method] || !path.StartsWith("/api/v1/", StringComparison.Ordinal) || !Doors.Contains(path.Split('/')[3])
                || path.EndsWith("/held/decision", StringComparison.Ordinal)) // Of an import, which nobody can bring.
                continue;
            var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(path, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : match.Value.Contains("publisher", StringComparison.Ordinal) ? "un" : "01990000-0000-7000-8000-000000000001")));
            if (answer.Status != 403)
                open.Add($"{method} {path}: {answer.Status}");
            tried++;
        }
        Assert.True(open.Count == 0, string.Join("; ", open));
        Assert.True(tried > 12, $"{tried}");
    }

    [Fact]
    public async Task The_report_is_the_trainers_alone_and_no_site_in_service_has_one()
    {
        await using var site = await TrainingRun.StartAsync();
        using var trainer = await site.SignInAsync("trainer1", Roles.Trainer);
        using var trainee = await site.SignInAsync("trainee1", Roles.Officer);
        foreach (var path in new[] { "/api/v1/training/report", "/api/v1/training/decisions.csv" })
        {
            Assert.Equal(200, (await trainer.GetAsync(path)).Status);
            Assert.Equal(403, (await trainee.GetAsync(path)).Status);
        }
        Assert.Equal(302, (await trainee.GetAsync("/class")).Status);
        Assert.Equal(200, (await trainer.GetAsync("/class")).Status);

        await using var service = await RunningSite.StartAsync();
        var officer = await service.SignInAsync(Roles.Officer);
        Assert.Equal(404, (await officer.GetAsync("/api/v1/training/report")).Status);
        Assert.Null(service.App.Services.GetService<LessonDesk>());
        Assert.Null(service.App.Services.GetService<ClassReports>());
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>A training site that runs and listens, in a temporary folder.</summary>
    private sealed class TrainingRun : IAsyncDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("rahdari-training-").FullName;

        public WebApplication App { get; private set; } = null!;

        public static async Task<TrainingRun> StartAsync()
        {
            var site = new TrainingRun();
            var folder = TrainingSite.OpenOrMake(Path.Combine(site.root, "site"), 1);
            Assert.True(folder.Succeeded, folder.Problem?.Code);
            site.App = await Site.BuildAsync(folder.Value, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders(), TestContext.Current.CancellationToken);
            await site.App.StartAsync(TestContext.Current.CancellationToken);
            return site;
        }

        public async Task<Answer<NewAccount>> MakeAsync(string name, params string[] roles)
        {
            await using var scope = App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<UserAccounts>().CreateAsync(name, roles, "XXTRN", RunningSite.Password, Actor.CommandLine, circle: UserAccounts.AllPorts, organisation: "SPECIMEN-SHELTER");
        }

        public async Task<SiteClient> SignInAsync(string name, params string[] roles)
        {
            var made = await MakeAsync(name, roles);
            Assert.True(made.Succeeded, made.Problem?.ToString());
            var client = new SiteClient(new Uri(App.Urls.First()));
            Assert.Equal(200, (await client.PostAsync("/api/v1/session", new { name, password = RunningSite.Password })).Status);
            return client;
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(root, recursive: true);
        }
    }
}
